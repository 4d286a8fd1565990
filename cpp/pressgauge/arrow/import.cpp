// SPDX-License-Identifier: MIT
#include "pressgauge/arrow/import.hpp"

#include <cerrno>
#include <limits>

#include "pressgauge/arrow/detail/load.hpp"
#include "pressgauge/core/errors.hpp"

namespace pressgauge::arrow {
namespace {

using detail::load;

constexpr std::int64_t kSecondsPerDay = 86'400;
// A string view: its length, then its letters, or where they are (Arrow columnar format,
// "Variable-size binary view layout").
constexpr std::int64_t kViewSize = 16;
constexpr std::int32_t kInlined = 12;
// Beside those that hold letters: validity, the views, and last the sizes of those with letters.
constexpr std::int64_t kViewBuffers = 3;

std::string named(const View& view) {
  return "column '" + std::string(view.schema->name ? view.schema->name : "") + "'";
}

[[noreturn]] void refuse(const View& view, const char* wanted) {
  throw DomainError(named(view) + " holds Arrow's '" + view.schema->format + "', not " + wanted);
}

// Whether the array has what its type asks for: so many buffers, and none of them missing.
void expect_buffers(const View& view, const ArrowArray& array, std::int64_t least) {
  const bool counted = array.length >= 0 && array.offset >= 0 && array.n_buffers >= least;
  if (counted && (array.length == 0 || least < 2 || array.buffers[1])) return;
  throw DomainError(named(view) + " doesn't have the buffers that its type needs");
}

[[noreturn]] void refuse_place(const char* what) {
  throw DomainError(std::string("the column is damaged: ") + what);
}

bool is_valid(const ArrowArray& array, std::int64_t at) {
  const auto* bits =
      static_cast<const std::uint8_t*>(array.n_buffers > 0 ? array.buffers[0] : nullptr);
  return !bits || array.null_count == 0 || (bits[at / 8] >> (at % 8) & 1) != 0;
}

template <class Offset>
std::string_view between_offsets(const ArrowArray& array, std::int64_t at) {
  const auto start = load<Offset>(array.buffers[1], at);
  const auto end = load<Offset>(array.buffers[1], at + 1);
  if (start == end) return {};
  const auto all = load<Offset>(array.buffers[1], array.offset + array.length);
  if (start < 0 || start > end || end > all) refuse_place("a text lies outside of it");
  return {static_cast<const char*>(array.buffers[2]) + start,
          static_cast<std::size_t>(end - start)};
}

std::string_view of_view(const ArrowArray& array, std::int64_t at) {
  const char* view = static_cast<const char*>(array.buffers[1]) + at * kViewSize;
  const auto size = load<std::int32_t>(view, 0);
  if (size < 0) refuse_place("a text of negative length");
  if (size <= kInlined) return {view + sizeof size, static_cast<std::size_t>(size)};
  const auto buffer = load<std::int32_t>(view, 2);
  const auto offset = load<std::int32_t>(view, 3);
  const std::int64_t buffers = array.n_buffers - kViewBuffers;
  if (buffer < 0 || buffer >= buffers || offset < 0 ||
      std::int64_t{offset} + size > load<std::int64_t>(array.buffers[2 + buffers], buffer)) {
    refuse_place("a text lies outside of it");
  }
  return {static_cast<const char*>(array.buffers[2 + buffer]) + offset,
          static_cast<std::size_t>(size)};
}

std::int64_t whole_at(const ArrowArray& array, char type, std::int64_t at) {
  const void* values = array.buffers[1];
  switch (type) {
    case 'c':
      return load<std::int8_t>(values, at);
    case 'C':
      return load<std::uint8_t>(values, at);
    case 's':
      return load<std::int16_t>(values, at);
    case 'S':
      return load<std::uint16_t>(values, at);
    case 'i':
      return load<std::int32_t>(values, at);
    case 'I':
      return load<std::uint32_t>(values, at);
    case 'L': {
      const auto value = load<std::uint64_t>(values, at);
      if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        throw DomainError("whole numbers up to 2^63 - 1 are read, not " + std::to_string(value));
      }
      return static_cast<std::int64_t>(value);
    }
    default:
      return load<std::int64_t>(values, at);
  }
}

bool is_whole(std::string_view format) {
  return format.size() == 1 &&
         std::string_view("cCsSiIlL").find(format[0]) != std::string_view::npos;
}

constexpr std::int64_t floored(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

// What a stream of one array hands on.
struct HeldPair {
  Owned<ArrowSchema> schema;
  Owned<ArrowArray> array;
};

HeldPair& held_by(ArrowArrayStream* stream) {
  return *static_cast<HeldPair*>(stream->private_data);
}

template <class Struct>
void move_out(Owned<Struct>& held, Struct* out) {
  *out = *held.get();
  held.get()->release = nullptr;
}

}  // namespace

Owned<ArrowArrayStream> stream_of(Owned<ArrowSchema> schema, Owned<ArrowArray> array) {
  Owned<ArrowArrayStream> out;
  *out.get() = {
      [](ArrowArrayStream* stream, ArrowSchema* to) {
        if (!held_by(stream).schema) return EINVAL;
        move_out(held_by(stream).schema, to);
        return 0;
      },
      [](ArrowArrayStream* stream, ArrowArray* to) {
        // After the first, what is moved has no release: the end.
        move_out(held_by(stream).array, to);
        return 0;
      },
      [](ArrowArrayStream*) { return static_cast<const char*>("the schema was taken before"); },
      [](ArrowArrayStream* stream) {
        delete &held_by(stream);
        stream->release = nullptr;
      },
      new HeldPair{std::move(schema), std::move(array)}};
  return out;
}

std::optional<std::int64_t> null_row(const ArrowArray& array) {
  for (std::int64_t row = 0; array.null_count != 0 && row < array.length; ++row) {
    if (!is_valid(array, row + array.offset)) return row;
  }
  return std::nullopt;
}

std::optional<View> column(const ArrowSchema& schema,
                           const ArrowArray& array,
                           std::string_view name) {
  if (array.n_children != schema.n_children || array.offset < 0 || array.length < 0) {
    throw DomainError("the table is damaged: it doesn't have the columns that its type says");
  }
  for (std::int64_t i = 0; i < schema.n_children; ++i) {
    const char* found = schema.children[i]->name;
    if (!found || name != found) continue;
    const View view{schema.children[i], array.children[i], array.offset};
    if (view.array->length < array.offset || view.array->length - array.offset < array.length) {
      throw DomainError(named(view) + " has fewer rows than its table");
    }
    return view;
  }
  return std::nullopt;
}

std::string column_names(const ArrowSchema& schema) {
  std::string out;
  for (std::int64_t i = 0; i < schema.n_children; ++i) {
    const char* name = schema.children[i]->name;
    out += std::string(i > 0 ? ", '" : "'") + (name ? name : "") + "'";
  }
  return out.empty() ? "none" : out;
}

Texts::Texts(const View& view) : array_(view.array), numbers_(nullptr), shift_(view.shift) {
  const ArrowSchema* words = view.schema;
  if (words->dictionary) {
    if (!is_whole(words->format)) refuse(view, "a dictionary's numbers");
    number_type_ = words->format[0];
    numbers_ = view.array;
    expect_buffers(view, *numbers_, 2);
    array_ = view.array->dictionary;
    if (!array_) throw DomainError(named(view) + " comes without its dictionary");
    words = words->dictionary;
  }
  const std::string_view format = words->format;
  if (format == "u" || format == "z") {
    layout_ = Layout::small;
  } else if (format == "U" || format == "Z") {
    layout_ = Layout::large;
  } else if (format == "vu" || format == "vz") {
    layout_ = Layout::views;
  } else if (format != "n") {
    refuse(view, "text");
  }
  if (layout_ != Layout::none) expect_buffers(view, *array_, layout_ == Layout::views ? 2 : 3);
}

std::optional<std::string_view> Texts::at(std::int64_t row) const {
  if (layout_ == Layout::none) return std::nullopt;
  if (!numbers_) {
    const std::int64_t place = row + shift_ + array_->offset;
    return is_valid(*array_, place) ? std::optional(value(place)) : std::nullopt;
  }
  const std::int64_t number = row + shift_ + numbers_->offset;
  if (!is_valid(*numbers_, number)) return std::nullopt;
  const std::int64_t word = whole_at(*numbers_, number_type_, number);
  if (word < 0 || word >= array_->length) refuse_place("a number that its dictionary doesn't have");
  const std::int64_t place = word + array_->offset;
  return is_valid(*array_, place) ? std::optional(value(place)) : std::nullopt;
}

std::string_view Texts::value(std::int64_t row) const {
  if (layout_ == Layout::views) return of_view(*array_, row);
  return layout_ == Layout::small ? between_offsets<std::int32_t>(*array_, row)
                                  : between_offsets<std::int64_t>(*array_, row);
}

Wholes::Wholes(const View& view) : array_(view.array), shift_(view.shift) {
  const std::string_view format = view.schema->format;
  if (format == "n") return;
  if (!is_whole(format) || view.schema->dictionary) refuse(view, "whole numbers");
  expect_buffers(view, *array_, 2);
  type_ = format[0];
}

std::optional<std::int64_t> Wholes::at(std::int64_t row) const {
  const std::int64_t place = row + shift_ + array_->offset;
  if (type_ == 0 || !is_valid(*array_, place)) return std::nullopt;
  return whole_at(*array_, type_, place);
}

Days::Days(const View& view) : array_(view.array), shift_(view.shift) {
  const std::string_view format = view.schema->format;
  const auto unit = [&](std::string_view name) { return format.starts_with(name); };
  if (format == "n") return;
  type_ = format == "tdD" ? 'i' : 'l';
  if (format == "tdD") {
    per_day_ = 1;
  } else if (format == "tdm" || unit("tsm:")) {
    per_day_ = kSecondsPerDay * 1'000;
  } else if (unit("tss:")) {
    per_day_ = kSecondsPerDay;
  } else if (unit("tsu:")) {
    per_day_ = kSecondsPerDay * 1'000'000;
  } else if (unit("tsn:")) {
    per_day_ = kSecondsPerDay * 1'000'000'000;
  } else {
    refuse(view, "days");
  }
  expect_buffers(view, *array_, 2);
}

std::optional<std::int64_t> Days::at(std::int64_t row) const {
  const std::int64_t place = row + shift_ + array_->offset;
  if (type_ == 0 || !is_valid(*array_, place)) return std::nullopt;
  return floored(whole_at(*array_, type_, place), per_day_);
}

}  // namespace pressgauge::arrow
