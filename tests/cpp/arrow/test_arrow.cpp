// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <array>
#include <vector>

#include "pressgauge/arrow/export.hpp"
#include "pressgauge/arrow/import.hpp"
#include "pressgauge/core/errors.hpp"

using namespace pressgauge;
using arrow::Column;
using arrow::Owned;
using arrow::Type;

namespace {

// What was taken from a stream: its type and its chunks.
struct Taken {
  Owned<ArrowSchema> schema;
  std::vector<Owned<ArrowArray>> arrays;
};

Taken taken(const std::shared_ptr<const arrow::Table>& table) {
  Owned<ArrowArrayStream> stream;
  arrow::export_table(table, stream.get());
  Taken out;
  REQUIRE(stream->get_schema(stream.get(), out.schema.get()) == 0);
  for (;;) {
    Owned<ArrowArray> next;
    REQUIRE(stream->get_next(stream.get(), next.get()) == 0);
    if (!next) return out;
    out.arrays.push_back(std::move(next));
  }
}

arrow::View column(const Taken& from, const char* name, std::size_t chunk = 0) {
  const auto found = arrow::column(*from.schema, *from.arrays.at(chunk), name);
  REQUIRE(found);
  return *found;
}

std::shared_ptr<arrow::Table> people() {
  auto table = std::make_shared<arrow::Table>();
  table->fields = {{"name", Type::text, true}, {"age", Type::whole, true}, {"born", Type::day}};
  table->metadata = {{"made_by", "us"}};
  for (const int shift : {0, 10}) {
    arrow::Rows rows;
    for (const auto& field : table->fields) {
      rows.columns.push_back(std::make_shared<Column>(field.type));
    }
    for (int i = 0; i < 9; ++i) {
      i == 8 ? rows.columns[0]->add_null()
             : rows.columns[0]->add_text(std::string(static_cast<std::size_t>(i), 'x'));
      i == 0 ? rows.columns[1]->add_null() : rows.columns[1]->add_whole(i + shift);
      rows.columns[2]->add_day(-i);
    }
    rows.size = 9;
    table->chunks.push_back(std::move(rows));
  }
  return table;
}

}  // namespace

TEST_CASE("a table is read as it was written, as often as it is asked for", "[arrow]") {
  const auto table = people();
  for (int time = 0; time < 2; ++time) {
    const Taken found = taken(table);
    REQUIRE(found.arrays.size() == 2);
    CHECK(found.arrays[0]->length == 9);
    const arrow::Texts names(column(found, "name"));
    CHECK(names.at(0) == "");
    CHECK(names.at(7) == "xxxxxxx");
    CHECK_FALSE(names.at(8));
    const arrow::Wholes ages(column(found, "age", 1));
    CHECK_FALSE(ages.at(0));
    CHECK(ages.at(8) == 18);
    CHECK(arrow::Days(column(found, "born")).at(8) == -8);
  }
  CHECK(arrow::column_names(*taken(table).schema) == "'name', 'age', 'born'");
}

TEST_CASE("a table in one piece has the rows of all its chunks", "[arrow]") {
  const auto table = people();
  Owned<ArrowSchema> schema;
  Owned<ArrowArray> array;
  arrow::export_schema(*table, schema.get());
  arrow::export_rows(*table, array.get());
  Owned<ArrowArrayStream> stream = arrow::stream_of(std::move(schema), std::move(array));
  Taken found;
  REQUIRE(stream->get_schema(stream.get(), found.schema.get()) == 0);
  CHECK(stream->get_schema(stream.get(), found.schema.get()) != 0);
  CHECK(stream->get_last_error(stream.get()) == std::string("the schema was taken before"));
  found.arrays.resize(2);
  REQUIRE(stream->get_next(stream.get(), found.arrays[0].get()) == 0);
  REQUIRE(stream->get_next(stream.get(), found.arrays[1].get()) == 0);
  CHECK_FALSE(found.arrays[1]);
  CHECK(found.arrays[0]->length == 18);
  CHECK_FALSE(arrow::null_row(*found.arrays[0]));
  const arrow::Texts names(column(found, "name"));
  const arrow::Wholes ages(column(found, "age"));
  CHECK(names.at(16) == "xxxxxxx");
  CHECK_FALSE(names.at(8));
  CHECK_FALSE(names.at(17));
  CHECK_FALSE(ages.at(9));
  CHECK(ages.at(10) == 11);
  CHECK(arrow::Days(column(found, "born")).at(17) == -8);
}

TEST_CASE("a column outlives the table that it was taken out of", "[arrow]") {
  Owned<ArrowArray> kept;
  {
    auto table = people();
    Taken found = taken(table);
    *kept.get() = *found.arrays[0]->children[0];
    found.arrays[0]->children[0]->release = nullptr;  // moved out
    table.reset();
  }
  const ArrowSchema type{"U", "name", nullptr, 2, 0, nullptr, nullptr, nullptr, nullptr};
  CHECK(arrow::Texts({&type, kept.get(), 0}).at(7) == "xxxxxxx");
}

TEST_CASE("a table that leaves out its first rows is read from where it starts", "[arrow]") {
  const Taken found = taken(people());
  ArrowArray table = *found.arrays[0];
  table.offset = 5;
  table.length = 4;
  const auto view = arrow::column(*found.schema, table, "name");
  REQUIRE(view);
  CHECK(arrow::Texts(*view).at(2) == "xxxxxxx");
  CHECK_FALSE(arrow::Texts(*view).at(3));
}

TEST_CASE("a column of another type is refused by name and type", "[arrow]") {
  const Taken found = taken(people());
  CHECK_THROWS_WITH(arrow::Texts(column(found, "age")),
                    test::ContainsSubstring("column 'age' holds Arrow's 'l', not text"));
  CHECK_THROWS_WITH(arrow::Wholes(column(found, "name")),
                    test::ContainsSubstring("column 'name' holds Arrow's 'U', not whole numbers"));
  CHECK_THROWS_WITH(arrow::Days(column(found, "age")), test::ContainsSubstring("not days"));
}

TEST_CASE("moments before 1970 are of the day that they fall on", "[arrow]") {
  const std::array<std::int64_t, 3> seconds{-1, 0, 86'400};
  std::array<const void*, 2> buffers{nullptr, seconds.data()};
  const ArrowArray array{3, 0, 0, 2, 0, buffers.data(), nullptr, nullptr, nullptr, nullptr};
  const ArrowSchema type{"tss:", "at", nullptr, 2, 0, nullptr, nullptr, nullptr, nullptr};
  const arrow::Days days({&type, &array, 0});
  CHECK(days.at(0) == -1);
  CHECK(days.at(1) == 0);
  CHECK(days.at(2) == 1);
}

TEST_CASE("texts outside of what holds them are refused", "[arrow]") {
  const std::string letters = "abc";
  const std::array<std::int32_t, 4> offsets{0, 9, 2, 3};
  std::array<const void*, 3> buffers{nullptr, offsets.data(), letters.data()};
  ArrowArray array{3, 0, 0, 3, 0, buffers.data(), nullptr, nullptr, nullptr, nullptr};
  const ArrowSchema type{"u", "text", nullptr, 2, 0, nullptr, nullptr, nullptr, nullptr};
  const arrow::Texts texts({&type, &array, 0});
  CHECK_THROWS_WITH(texts.at(0), test::ContainsSubstring("a text lies outside of it"));
  CHECK_THROWS_AS(texts.at(1), DomainError);
  CHECK(texts.at(2) == "c");
  array.n_buffers = 2;
  CHECK_THROWS_WITH(arrow::Texts({&type, &array, 0}),
                    test::ContainsSubstring("column 'text' doesn't have the buffers"));
}

TEST_CASE("a number that a dictionary doesn't have is refused", "[arrow]") {
  const std::string letters = "ab";
  const std::array<std::int32_t, 3> offsets{0, 1, 2};
  std::array<const void*, 3> words{nullptr, offsets.data(), letters.data()};
  ArrowArray dictionary{2, 0, 0, 3, 0, words.data(), nullptr, nullptr, nullptr, nullptr};
  const std::array<std::int8_t, 3> numbers{1, 2, -1};
  std::array<const void*, 2> buffers{nullptr, numbers.data()};
  const ArrowArray array{3, 0, 0, 2, 0, buffers.data(), nullptr, &dictionary, nullptr, nullptr};
  ArrowSchema type{"u", "", nullptr, 2, 0, nullptr, nullptr, nullptr, nullptr};
  const ArrowSchema coded{"c", "text", nullptr, 2, 0, nullptr, &type, nullptr, nullptr};
  const arrow::Texts texts({&coded, &array, 0});
  CHECK(texts.at(0) == "b");
  CHECK_THROWS_WITH(texts.at(1), test::ContainsSubstring("its dictionary doesn't have"));
  CHECK_THROWS_AS(texts.at(2), DomainError);
}

TEST_CASE("a string view is read within its buffer", "[arrow]") {
  const std::string letters = "a text of more than twelve letters";
  std::array<std::int32_t, 12> views{};
  views = {20, 0, 0, 0, 20, 0, 0, 30, 20, 0, 1, 0};
  const std::array<std::int64_t, 1> sizes{static_cast<std::int64_t>(letters.size())};
  std::array<const void*, 4> buffers{nullptr, views.data(), letters.data(), sizes.data()};
  const ArrowArray array{3, 0, 0, 4, 0, buffers.data(), nullptr, nullptr, nullptr, nullptr};
  const ArrowSchema type{"vu", "text", nullptr, 2, 0, nullptr, nullptr, nullptr, nullptr};
  const arrow::Texts texts({&type, &array, 0});
  CHECK(texts.at(0) == "a text of more than ");
  CHECK_THROWS_AS(texts.at(1), DomainError);
  CHECK_THROWS_AS(texts.at(2), DomainError);
}

TEST_CASE("a column shorter than its table is refused", "[arrow]") {
  const Taken found = taken(people());
  ArrowArray table = *found.arrays[0];
  table.length = 10;
  CHECK_THROWS_WITH(arrow::column(*found.schema, table, "name"),
                    test::ContainsSubstring("column 'name' has fewer rows than its table"));
}
