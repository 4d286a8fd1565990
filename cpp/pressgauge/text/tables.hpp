// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressgauge::text {

/// A line of a rule file.
struct Row {
  std::vector<std::string_view> cells;
  int line = 0;
};

/// A rule file: tab-separated, first line `#pressgauge-rules 1`, comments from `#` at the start of
/// a line.
struct Table {
  std::string name;
  std::vector<Row> rows;

  /// @throws ParseError that names file, line and column of a cell and says what is wrong with it.
  [[noreturn]] void fail(const Row& row, std::size_t column, const std::string& what) const;
  /// The number in a cell.
  /// @throws ParseError when it holds anything but a finite number.
  double number(const Row& row, std::size_t column) const;
};

/// Views into `content`, which must outlive the table.
/// @throws ParseError when the first line, or the number of cells in a line, is not as expected.
Table parse_table(std::string_view name,
                  std::string_view content,
                  std::size_t least_cells,
                  std::size_t most_cells);

/// The parts of `text` between `separator`s, without surrounding blanks or empty parts.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace pressgauge::text
