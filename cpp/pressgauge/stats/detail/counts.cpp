// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/counts.hpp"

#include <cmath>
#include <cstdint>
#include <string>

#include "pressgauge/core/errors.hpp"

namespace pressgauge::stats::detail {
namespace {

void check_values(const Counts& counts) {
  for (Eigen::Index i = 0; i < counts.values.size(); ++i) {
    const double value = counts.values[i];
    if (std::isnan(value) || is_count(value)) continue;
    throw DomainError(std::string(counts.name) + "[" + std::to_string(i) + "] is " +
                      core::to_string(value) + ", expected a whole number >= 0, or NaN");
  }
}

}  // namespace

bool is_count(double value) {
  constexpr double kAllWhole = 9007199254740992.0;  // from 2^53 on every double is whole
  if (value >= 0 && value < kAllWhole) {
    return value == static_cast<double>(static_cast<std::int64_t>(value));
  }
  return value >= 0 && std::isfinite(value);
}

void check_counts(const Counts& a, const Counts& b) {
  if (a.values.size() != b.values.size()) {
    throw DomainError(std::string(a.name) + " has " + std::to_string(a.values.size()) +
                      " entries, " + std::string(b.name) + " has " +
                      std::to_string(b.values.size()));
  }
  check_values(a);
  check_values(b);
}

bool is_missing(const Count& count) {
  return std::isnan(count.value.low) || std::isnan(count.value.high);
}

core::Interval whole_numbers(const Count& count) {
  if (is_missing(count)) return core::Interval::at_least(0);
  const core::Interval& value = count.value;
  double low = std::ceil(value.low);
  double high = std::floor(value.high);
  if (value.low_open && low == value.low) low += 1;
  if (value.high_open && high == value.high) high -= 1;
  if (!(value.low >= 0) || std::isinf(low) || low > high) {
    throw DomainError(std::string(count.name) + " is " + core::to_string(value) +
                      ", expected a whole number >= 0, or an interval that starts at 0 or above "
                      "and holds one");
  }
  return {low, high, false, std::isinf(high)};
}

}  // namespace pressgauge::stats::detail
