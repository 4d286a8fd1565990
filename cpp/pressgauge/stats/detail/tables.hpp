// SPDX-License-Identifier: MIT
// Tables whose rows are elections and whose columns are parties: their checks, and their rows.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/stats/detail/double_double.hpp"

namespace pressgauge::stats::detail {

/// A table under the name that the caller knows it by.
struct Table {
  std::string_view name;
  core::RowMatrixRef values;

  std::span<const double> row(Eigen::Index i) const {
    return {values.data() + i * values.outerStride(), static_cast<std::size_t>(values.cols())};
  }
};

/// What the numbers of a table may be; NaN is always allowed.
enum class Numbers { non_negative, whole };

/// Where a number stands, as its caller counts: `votes[3]` in a single row, `votes[2, 3]` in more.
std::string place_in(const Table& table, Eigen::Index row, Eigen::Index column);

/// @throws DomainError when there is no column or a number is not what it may be
void check_table(const Table& table, Numbers numbers = Numbers::non_negative);
/// @throws DomainError when the shapes differ
void check_shapes(const Table& a, const Table& b);

bool has_missing(std::span<const double> row);

/// The sum of a row with its rounding error, so that shares have all their digits.
DoubleDouble total_of(std::span<const double> row);

}  // namespace pressgauge::stats::detail
