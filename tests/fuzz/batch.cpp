// SPDX-License-Identifier: MIT
#include "pressgauge/articles/batch.hpp"

#include "bytes.hpp"
#include "oracles.hpp"

#include "pressgauge/arrow/export.hpp"

namespace pressgauge::fuzz {
namespace {

arrow::Owned<ArrowArrayStream> stream_of(const std::vector<std::string>& texts, std::size_t chunk) {
  auto table = std::make_shared<arrow::Table>();
  table->fields = {{"text", arrow::Type::text, true}};
  for (std::size_t first = 0; first < texts.size(); first += chunk) {
    arrow::Rows rows;
    rows.columns.push_back(std::make_shared<arrow::Column>(arrow::Type::text));
    for (std::size_t i = first; i < std::min(first + chunk, texts.size()); ++i, ++rows.size) {
      texts[i].empty() ? rows.columns[0]->add_null() : rows.columns[0]->add_text(texts[i]);
    }
    table->chunks.push_back(std::move(rows));
  }
  arrow::Owned<ArrowArrayStream> out;
  arrow::export_table(table, out.get());
  return out;
}

// The tables of the texts read one by one.
articles::Tables one_by_one(const std::vector<std::string>& texts) {
  articles::Tables tables = articles::empty_tables(gauge());
  articles::RowWriter writer(tables, gauge(), true);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string id = std::to_string(i);
    const auto position = static_cast<std::int64_t>(i);
    try {
      if (texts[i].empty()) throw DomainError("the record has no text: it is null");
      writer.add({id, position, std::nullopt},
                 articles::read({texts[i], std::nullopt, std::nullopt}, gauge()));
    } catch (const ParseError& error) {
      writer.add({id, position, "ParseError", error.what()});
    } catch (const DomainError& error) {
      writer.add({id, position, "DomainError", error.what()});
    }
  }
  auto made = std::move(writer).take();
  tables.articles.chunks.push_back(std::move(made.articles));
  tables.figures.chunks.push_back(std::move(made.figures));
  tables.counts.chunks.push_back(std::move(made.counts));
  tables.statistics.chunks.push_back(std::move(made.statistics));
  tables.sentiment.chunks.push_back(std::move(made.sentiment));
  tables.failures.chunks.push_back(std::move(made.failures));
  return tables;
}

}  // namespace

// Texts parted by form feeds, as a table of articles: read together they are as read one by one.
// The first byte says how many make a chunk, and how many threads read.
void target::batch(std::string_view input) {
  Bytes bytes(input);
  const std::size_t chunk = 1 + bytes.below(5);
  articles::BatchOptions options;
  options.threads = 1 + static_cast<int>(chunk % 2);
  const auto texts = parts_of(bytes.rest(), '\f');
  const auto tables = articles::read_batch(stream_of(texts, chunk), gauge(), options);
  expect(bytes_of(tables) == bytes_of(one_by_one(texts)), "read together, they are not the same");
}

}  // namespace pressgauge::fuzz
