// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/tables.hpp"

#include <algorithm>
#include <cmath>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"

namespace pressgauge::stats::detail {
namespace {

// Squares and products of numbers within these neither overflow nor vanish; whole numbers are
// exact.
constexpr double kLeast = 1e-100;
constexpr double kMost = 1e100;
constexpr double kMostWhole = 9007199254740991;  // 2^53 - 1

bool is_in(Numbers numbers, double value) {
  if (value == 0) return true;
  if (numbers == Numbers::non_negative) return value >= kLeast && value <= kMost;
  return value > 0 && value <= kMostWhole && value == std::floor(value);
}

std::string shape(const Table& table) {
  const std::string columns = std::to_string(table.values.cols());
  if (table.values.rows() == 1) return columns;
  return std::to_string(table.values.rows()) + " x " + columns;
}

}  // namespace

std::string place_in(const Table& table, Eigen::Index row, Eigen::Index column) {
  const std::string first = table.values.rows() == 1 ? "" : std::to_string(row) + ", ";
  return std::string(table.name) + "[" + first + std::to_string(column) + "]";
}

void check_table(const Table& table, Numbers numbers) {
  if (table.values.cols() == 0) {
    throw DomainError(std::string(table.name) + " is empty, expected a number for each party");
  }
  const std::string expected = numbers == Numbers::whole ? "a whole number >= 0, below 2^53"
                                                         : "a number >= 0, 1e-100 to 1e100 or 0";
  for (Eigen::Index i = 0; i < table.values.rows(); ++i) {
    for (Eigen::Index j = 0; j < table.values.cols(); ++j) {
      const double value = table.values(i, j);
      if (std::isnan(value) || is_in(numbers, value)) continue;
      throw DomainError(place_in(table, i, j) + " is " + core::to_string(value) + ", expected " +
                        expected + ", or NaN");
    }
  }
}

void check_shapes(const Table& a, const Table& b) {
  if (a.values.rows() == b.values.rows() && a.values.cols() == b.values.cols()) return;
  throw DomainError(std::string(a.name) + " has " + shape(a) + " entries, " + std::string(b.name) +
                    " has " + shape(b));
}

bool has_missing(std::span<const double> row) {
  return std::any_of(row.begin(), row.end(), [](double value) { return std::isnan(value); });
}

DoubleDouble total_of(std::span<const double> row) {
  DoubleDouble total;
  for (const double value : row) {
    const DoubleDouble sum = two_sum(total.hi, value);
    total = {sum.hi, total.lo + sum.lo};
  }
  return fast_two_sum(total.hi, total.lo);
}

}  // namespace pressgauge::stats::detail
