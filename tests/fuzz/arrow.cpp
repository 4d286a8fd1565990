// SPDX-License-Identifier: MIT
#include "bytes.hpp"
#include "oracles.hpp"

#include <memory>

#include "pressgauge/arrow/import.hpp"
#include "pressgauge/articles/batch.hpp"

namespace pressgauge::fuzz {
namespace {

constexpr std::size_t kMostRows = 20;

// An array, its type, and all that they point to: buffers of the very size that they must have.
struct Made {
  std::string format;
  std::string name;
  std::vector<std::vector<char>> held;
  std::vector<const void*> buffers;
  std::vector<std::unique_ptr<Made>> parts;
  std::vector<ArrowSchema*> schemas;
  std::vector<ArrowArray*> arrays;
  ArrowSchema schema{};
  ArrowArray array{};

  void hold(std::vector<char> bytes) {
    held.push_back(std::move(bytes));
    buffers.push_back(held.back().data());
  }
};

std::vector<char> filled(Bytes& bytes, std::size_t size) {
  std::vector<char> out(size);
  for (char& each : out) each = static_cast<char>(bytes.take<std::uint8_t>());
  return out;
}

template <class T>
void put(std::vector<char>& to, T value) {
  const std::size_t end = to.size();
  to.resize(end + sizeof value);
  std::memcpy(to.data() + end, &value, sizeof value);
}

std::vector<char> letters(Bytes& bytes) {
  const std::string text = bytes.text(60);
  return {text.begin(), text.end()};
}

// Any offsets, but for the last: it is by that one that the size of the letters is known.
template <class Offset>
void texts(Made& made, Bytes& bytes, std::size_t rows) {
  std::vector<char> offsets;
  const std::vector<char> held = letters(bytes);
  for (std::size_t i = 0; i < rows; ++i) {
    put(offsets,
        static_cast<Offset>(bytes.flag() ? bytes.take<std::int8_t>() : bytes.take<Offset>()));
  }
  put(offsets, static_cast<Offset>(held.size()));
  made.hold(offsets);
  made.hold(held);
}

void views(Made& made, Bytes& bytes, std::size_t rows) {
  std::vector<char> views;
  for (std::size_t i = 0; i < rows; ++i) {
    put(views, bytes.flag() ? std::int32_t{bytes.take<std::int8_t>()} : bytes.take<std::int32_t>());
    put(views, bytes.take<std::int32_t>());
    put(views, std::int32_t{bytes.take<std::int8_t>()});
    put(views, std::int32_t{bytes.take<std::int8_t>()});
  }
  made.hold(views);
  std::vector<char> sizes;
  for (std::size_t i = bytes.below(3); i > 0; --i) {
    made.hold(letters(bytes));
    put(sizes, static_cast<std::int64_t>(made.held.back().size()));
  }
  made.hold(sizes);
}

std::size_t width_of(std::string_view format) {
  if (format == "c" || format == "C") return 1;
  if (format == "s" || format == "S") return 2;
  return format == "i" || format == "I" || format == "tdD" ? 4 : 8;
}

void fill(Made& made, Bytes& bytes, std::size_t rows) {
  const std::string_view format = made.format;
  if (format == "u" || format == "z") {
    texts<std::int32_t>(made, bytes, rows);
  } else if (format == "U" || format == "Z") {
    texts<std::int64_t>(made, bytes, rows);
  } else if (format == "vu" || format == "vz") {
    views(made, bytes, rows);
  } else if (format != "n" && format != "+s") {
    made.hold(filled(bytes, rows * width_of(format)));
  }
}

void close(Made& made, std::size_t rows, std::size_t offset) {
  made.schema = {made.format.c_str(),
                 made.name.c_str(),
                 nullptr,
                 ARROW_FLAG_NULLABLE,
                 static_cast<std::int64_t>(made.schemas.size()),
                 made.schemas.data(),
                 made.schema.dictionary,
                 [](ArrowSchema* held) { held->release = nullptr; },
                 nullptr};
  made.array = {static_cast<std::int64_t>(rows - offset),
                made.array.null_count,
                static_cast<std::int64_t>(offset),
                static_cast<std::int64_t>(made.buffers.size()),
                static_cast<std::int64_t>(made.arrays.size()),
                made.buffers.data(),
                made.arrays.data(),
                made.array.dictionary,
                [](ArrowArray* held) { held->release = nullptr; },
                nullptr};
}

std::unique_ptr<Made> column(Bytes& bytes, const char* name, std::size_t rows, bool may_be_words) {
  static const std::array<const char*, 17> kFormats{"u",
                                                    "U",
                                                    "vu",
                                                    "z",
                                                    "Z",
                                                    "vz",
                                                    "n",
                                                    "c",
                                                    "C",
                                                    "S",
                                                    "i",
                                                    "l",
                                                    "tdD",
                                                    "tsu:UTC",
                                                    "tdm",
                                                    "tsn:",
                                                    "L"};
  auto made = std::make_unique<Made>();
  made->format = bytes.one_of(kFormats);
  made->name = name;
  if (made->format != "n") {
    if (bytes.flag()) {
      made->hold(filled(bytes, (rows + 7) / 8));
      made->array.null_count = -1;
    } else {
      made->buffers.push_back(nullptr);
    }
  }
  fill(*made, bytes, rows);
  if (may_be_words && bytes.flag()) {
    made->parts.push_back(column(bytes, "", 1 + bytes.below(4), false));
    made->schema.dictionary = &made->parts[0]->schema;
    made->array.dictionary = &made->parts[0]->array;
  }
  close(*made, rows, bytes.below(rows + 1));
  return made;
}

std::unique_ptr<Made> table(Bytes& bytes) {
  auto made = std::make_unique<Made>();
  made->format = "+s";
  const std::size_t rows = bytes.below(kMostRows);
  made->buffers.push_back(nullptr);
  for (const char* name : {"text", "article_id", "title", "published", "position", "extractor"}) {
    if (made->parts.size() > 0 && bytes.below(3) == 0) continue;
    made->parts.push_back(column(bytes, name, rows + bytes.below(3), true));
    made->schemas.push_back(&made->parts.back()->schema);
    made->arrays.push_back(&made->parts.back()->array);
  }
  close(*made, rows, bytes.below(rows + 1));
  return made;
}

template <class View>
void read(const Made& from, const char* name, std::size_t& bytes_seen) {
  std::optional<View> view;
  accepted([&] {
    if (const auto found = arrow::column(from.schema, from.array, name)) view.emplace(*found);
  });
  for (std::int64_t row = 0; view && row < from.array.length; ++row) {
    accepted([&] {
      const auto value = view->at(row);
      if constexpr (std::is_same_v<View, arrow::Texts>) {
        // Every letter is looked at: the sanitizer sees those that aren't ours.
        for (const char c : value.value_or("")) bytes_seen += static_cast<unsigned char>(c);
      } else {
        bytes_seen += value.has_value() ? 1 : 0;
      }
    });
  }
}

void read_batch(Made& from) {
  accepted([&] {
    arrow::Owned<ArrowSchema> schema;
    arrow::Owned<ArrowArray> array;
    *schema.get() = from.schema;
    *array.get() = from.array;
    const auto tables =
        articles::read_batch(arrow::stream_of(std::move(schema), std::move(array)), gauge(), {});
    const auto rows = arrow::joined(tables.articles).size + arrow::joined(tables.failures).size;
    expect(rows == from.array.length, "each row is an article or a failure");
    expect(!bytes_of(tables).empty(), "tables without columns");
  });
}

}  // namespace

// Columns of any type with anything in them, in buffers of the size that the type asks for
// (pressgauge/arrow/import.hpp says what is trusted), read one by one and as a table of articles.
void target::arrow(std::string_view input) {
  Bytes bytes(input);
  const auto made = table(bytes);
  std::size_t seen = 0;
  for (const auto& part : made->parts) {
    read<arrow::Texts>(*made, part->name.c_str(), seen);
    read<arrow::Wholes>(*made, part->name.c_str(), seen);
    read<arrow::Days>(*made, part->name.c_str(), seen);
  }
  read_batch(*made);
}

}  // namespace pressgauge::fuzz
