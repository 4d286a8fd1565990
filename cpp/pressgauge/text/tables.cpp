// SPDX-License-Identifier: MIT
#include "pressgauge/text/tables.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "pressgauge/core/errors.hpp"

namespace pressgauge::text {
namespace {

constexpr std::string_view kHeader = "#pressgauge-rules 1";

std::string_view without_cr(std::string_view line) {
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  cells.reserve(1 + static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t')));
  for (std::size_t start = 0; start <= line.size();) {
    const std::size_t tab = std::min(line.find('\t', start), line.size());
    cells.push_back(line.substr(start, tab - start));
    start = tab + 1;
  }
  return cells;
}

}  // namespace

void Table::fail(const Row& row, std::size_t column, const std::string& what) const {
  const std::string cell =
      column < row.cells.size() ? ": '" + std::string(row.cells[column]) + "'" : "";
  const char* base = row.cells.empty() ? nullptr : row.cells[0].data();
  const auto offset = base && column < row.cells.size() ? row.cells[column].data() - base : 0;
  throw ParseError(name + ", line " + std::to_string(row.line) + ", column " +
                       std::to_string(offset + 1) + ": " + what + cell,
                   offset);
}

double Table::number(const Row& row, std::size_t column) const {
  const std::string_view cell = row.cells[column];
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value)) {
    fail(row, column, "expected a finite number");
  }
  return value;
}

Table parse_table(std::string_view name,
                  std::string_view content,
                  std::size_t least_cells,
                  std::size_t most_cells) {
  Table table{std::string(name), {}};
  table.rows.reserve(static_cast<std::size_t>(std::count(content.begin(), content.end(), '\n')));
  int line_number = 0;
  for (std::size_t start = 0; start < content.size() || line_number == 0;) {
    const std::size_t end = std::min(content.find('\n', start), content.size());
    const std::string_view line = without_cr(content.substr(start, end - start));
    start = end + 1;
    Row row{{}, ++line_number};
    if (line_number == 1 && line != kHeader) {
      row.cells = {line.substr(0, 40)};
      table.fail(row, 0, "the first line must be '" + std::string(kHeader) + "'");
    }
    if (line.empty() || line.starts_with('#')) continue;
    row.cells = cells_of(line);
    if (row.cells.size() < least_cells || row.cells.size() > most_cells) {
      table.fail(row,
                 0,
                 "expected " + std::to_string(least_cells) + " to " + std::to_string(most_cells) +
                     " tab-separated cells, found " + std::to_string(row.cells.size()));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    std::string_view part = text.substr(start, end - start);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) parts.push_back(part);
    start = end + 1;
  }
  return parts;
}

}  // namespace pressgauge::text
