// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <atomic>

#include "pressgauge/arrow/export.hpp"
#include "pressgauge/arrow/import.hpp"
#include "pressgauge/articles/batch.hpp"

using namespace pressgauge;

namespace {

const std::string kClash = "Police said 12 people were injured and two were killed on Monday.";

arrow::Owned<ArrowArrayStream> table_of(const std::vector<std::string>& texts,
                                        const char* name = "text") {
  auto table = std::make_shared<arrow::Table>();
  table->fields = {{name, arrow::Type::text, true}};
  for (std::size_t i = 0; i < texts.size(); i += 100) {  // in several chunks
    arrow::Rows rows;
    rows.columns.push_back(std::make_shared<arrow::Column>(arrow::Type::text));
    for (std::size_t j = i; j < std::min(i + 100, texts.size()); ++j, ++rows.size) {
      texts[j] == "null" ? rows.columns[0]->add_null() : rows.columns[0]->add_text(texts[j]);
    }
    table->chunks.push_back(std::move(rows));
  }
  arrow::Owned<ArrowArrayStream> out;
  arrow::export_table(table, out.get());
  return out;
}

const articles::Gauge& gauge() {
  static const articles::Gauge made;
  return made;
}

std::int64_t size(const arrow::Table& table) {
  std::int64_t rows = 0;
  for (const auto& each : table.chunks) rows += each.size;
  return rows;
}

std::string bytes_of(const arrow::Table& table) {
  std::string all;
  for (const auto& chunk : table.chunks) {
    for (const auto& column : chunk.columns) all += column->values() + column->offsets() + '|';
  }
  return all;
}

}  // namespace

TEST_CASE("each article is a row, and what can't be read a failure", "[batch]") {
  const auto tables = articles::read_batch(
      table_of({kClash, "null", "bad \xff byte", "", "Nothing happened."}), gauge(), {});
  CHECK(size(tables.articles) == 3);
  CHECK(size(tables.sentiment) == 3);
  CHECK(size(tables.figures) == 2);
  CHECK(size(tables.counts) == 2);
  CHECK(size(tables.failures) == 2);
  const std::string& told = tables.failures.chunks.at(0).columns.at(3)->values();
  CHECK_THAT(told, test::ContainsSubstring("the record has no text: it is null"));
  CHECK_THAT(told, test::ContainsSubstring("UTF-8"));
}

TEST_CASE("the tables are the same for any number of threads", "[batch]") {
  std::vector<std::string> texts;
  for (int i = 0; i < 450; ++i) texts.push_back(i % 7 == 3 ? "null" : kClash + std::to_string(i));
  const auto alone = articles::read_batch(table_of(texts), gauge(), {});
  articles::BatchOptions options;
  options.threads = 4;
  const auto together = articles::read_batch(table_of(texts), gauge(), options);
  CHECK(bytes_of(alone.articles) == bytes_of(together.articles));
  CHECK(bytes_of(alone.figures) == bytes_of(together.figures));
  CHECK(bytes_of(alone.failures) == bytes_of(together.failures));
}

TEST_CASE("a caller that wants no more is heard", "[batch]") {
  articles::BatchOptions options;
  std::atomic<int> asked{0};
  options.interrupted = [&] { return ++asked > 0; };
  const std::vector<std::string> texts(20'000, kClash + "\n\n" + kClash);
  CHECK_THROWS_AS(articles::read_batch(table_of(texts), gauge(), options), articles::Interrupted);
  CHECK(asked == 1);
}

TEST_CASE("a table without texts, and work without threads, are refused", "[batch]") {
  CHECK_THROWS_WITH(articles::read_batch(table_of({"a"}, "body"), gauge(), {}),
                    test::ContainsSubstring("a column 'text'; this one has 'body'"));
  articles::BatchOptions options;
  options.threads = 0;
  CHECK_THROWS_WITH(articles::read_batch(table_of({"a"}), gauge(), options),
                    test::ContainsSubstring("1 or more, not 0"));
}

TEST_CASE("a table without rows gives tables without rows", "[batch]") {
  const auto tables = articles::read_batch(table_of({}), gauge(), {});
  CHECK(size(tables.articles) == 0);
  CHECK(tables.figures.fields.at(0).name == "article_id");
}
