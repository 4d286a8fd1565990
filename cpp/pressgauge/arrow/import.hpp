// SPDX-License-Identifier: MIT
// Reads columns that others own. Trusted of them is what nobody could look into: that pointers
// point to what the specification says, and that a buffer is as large as length, offset and type
// (of letters: the last offset) ask. All else is looked at, for files may be damaged: numbers of
// words against the dictionary, places of letters against their buffer, columns against the table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pressgauge/arrow/abi.hpp"

namespace pressgauge::arrow {

/// One array as a stream of one: for those that give no stream. Its schema can be had once.
Owned<ArrowArrayStream> stream_of(Owned<ArrowSchema> schema, Owned<ArrowArray> array);

/// The first row of a table (a struct array) that is null as a whole; nothing where there is none.
std::optional<std::int64_t> null_row(const ArrowArray& array);

/// A column that somebody else owns, by its type and its values; both must outlive it.
struct View {
  const ArrowSchema* schema = nullptr;
  const ArrowArray* array = nullptr;
  std::int64_t shift = 0;  ///< rows that the table it stands in leaves out before its first
};

/// The column of that name in a table (a struct array); nothing where there is none.
/// @throws DomainError when the table's columns are not those of its type, or are too short.
std::optional<View> column(const ArrowSchema& schema,
                           const ArrowArray& array,
                           std::string_view name);
/// The columns' names, as a message shows them.
std::string column_names(const ArrowSchema& schema);

/// Reads strings: utf8, large_utf8, string_view, the same as binary, or a dictionary of one of
/// them.
class Texts {
 public:
  /// @throws DomainError when the column is of another type, or without buffers that its type
  /// needs; it names column and type.
  explicit Texts(const View& view);
  /// Nothing for null. Valid as long as the column is.
  /// @throws DomainError when the text lies outside of what holds it.
  std::optional<std::string_view> at(std::int64_t row) const;

 private:
  enum class Layout : std::uint8_t { none, small, large, views };
  std::string_view value(std::int64_t row) const;

  const ArrowArray* array_;    ///< the strings; with a dictionary, the dictionary's
  const ArrowArray* numbers_;  ///< with a dictionary: which word each row has
  std::int64_t shift_;
  Layout layout_ = Layout::none;  ///< none where all are null
  char number_type_ = 0;
};

/// Reads whole numbers: int8 to int64, uint8 to uint64.
class Wholes {
 public:
  /// @throws DomainError as Texts.
  explicit Wholes(const View& view);
  std::optional<std::int64_t> at(std::int64_t row) const;

 private:
  const ArrowArray* array_;
  std::int64_t shift_;
  char type_ = 0;  ///< 0 where all are null
};

/// Reads days since 1970: date32, or the day of a date64 or timestamp, in UTC where it has a zone.
class Days {
 public:
  /// @throws DomainError as Texts.
  explicit Days(const View& view);
  std::optional<std::int64_t> at(std::int64_t row) const;

 private:
  const ArrowArray* array_;
  std::int64_t shift_;
  char type_ = 0;  ///< 0 where all are null
  std::int64_t per_day_ = 1;
};

}  // namespace pressgauge::arrow
