// SPDX-License-Identifier: MIT
// The readings of a fixed set of articles, to the last bit: the same for any number of threads, any
// layout of the input, any optimization and any compiler that this test is built with.
#include "support/catch.hpp"
#include "support/fixed_set.hpp"

#include <cstdlib>
#include <fstream>

#include "pressgauge/arrow/export.hpp"
#include "pressgauge/articles/batch.hpp"
#include "pressgauge/core/sha256.hpp"

using namespace pressgauge;

namespace {

arrow::Owned<ArrowArrayStream> in_chunks(const std::vector<std::string>& texts, std::size_t size) {
  auto table = std::make_shared<arrow::Table>();
  table->fields = {{"text", arrow::Type::text}};
  for (std::size_t first = 0; first < texts.size(); first += size) {
    arrow::Rows rows;
    rows.columns.push_back(std::make_shared<arrow::Column>(arrow::Type::text));
    for (std::size_t i = first; i < std::min(first + size, texts.size()); ++i, ++rows.size) {
      rows.columns[0]->add_text(texts[i]);
    }
    table->chunks.push_back(std::move(rows));
  }
  arrow::Owned<ArrowArrayStream> out;
  arrow::export_table(table, out.get());
  return out;
}

void add(const arrow::Column& column, std::string& to) {
  to += column.values() + '|' + column.offsets() + '|';
  to.append(column.validity().begin(), column.validity().end());
  if (column.child()) add(*column.child(), to);
}

std::string hash(const articles::Tables& made) {
  std::string all;
  for (const auto* table : {&made.articles,
                            &made.figures,
                            &made.counts,
                            &made.statistics,
                            &made.sentiment,
                            &made.failures}) {
    for (const auto& column : arrow::joined(*table).columns) add(*column, all);
    all += '\n';
  }
  return core::sha256(all);
}

}  // namespace

TEST_CASE("readings are the same bytes everywhere and always", "[determinism]") {
  const articles::Gauge gauge;
  const auto texts = test::fixed_set();
  REQUIRE(texts.size() > 40);
  const std::string alone = hash(articles::read_batch(in_chunks(texts, 1), gauge, {1}));
  for (const int threads : {2, 8}) {
    for (const std::size_t size : {std::size_t{7}, std::size_t{1000}}) {
      CHECK(hash(articles::read_batch(in_chunks(texts, size), gauge, {threads})) == alone);
    }
  }
  // Written anew by PRESSGAUGE_WRITE_GOLDEN=1, when a change of readings is meant.
  if (std::getenv("PRESSGAUGE_WRITE_GOLDEN")) {
    std::ofstream(test::kData + "readings.sha256", std::ios::binary) << alone << '\n';
  }
  CHECK(alone + '\n' == test::content("readings.sha256"));
}
