// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/core/interval.hpp"

namespace pressgauge::stats::detail {

/// A column of counts under the name that the caller knows it by.
struct Counts {
  std::string_view name;
  core::VectorRef values;
};

/// One count, reported exactly or in bounds.
struct Count {
  std::string_view name;
  core::Interval value;
};

/// A whole number in [0, 2^53], where doubles count. By a conversion, for a column of a million is
/// checked in the time of a few intervals.
bool is_count(double value);
/// What a message says of a value that is none.
const char* count_expected(double value);

/// @throws DomainError when the sizes differ or a value is neither NaN nor a whole number >= 0
void check_counts(const Counts& a, const Counts& b);

/// NaN ends: not reported.
bool is_missing(const Count& count);

/// The whole numbers that a report allows, ends closed: (50, ∞) is [51, ∞), [20.7, 25.3] is [21,
/// 25]. A count that is not reported is [0, ∞).
/// @throws DomainError when there is none, or a negative or infinite number is reported
core::Interval whole_numbers(const Count& count);

}  // namespace pressgauge::stats::detail
