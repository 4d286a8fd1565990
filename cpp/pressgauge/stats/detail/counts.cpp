// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/counts.hpp"

#include <cmath>
#include <cstdint>
#include <string>

#include "pressgauge/core/errors.hpp"

namespace pressgauge::stats::detail {
namespace {

constexpr double kMostCount = 9007199254740992.0;  // 2^53: from there on doubles leave numbers out

void check_values(const Counts& counts) {
  for (Eigen::Index i = 0; i < counts.values.size(); ++i) {
    const double value = counts.values[i];
    if (std::isnan(value) || is_count(value)) continue;
    throw DomainError(std::string(counts.name) + "[" + std::to_string(i) + "] is " +
                      core::to_string(value) + ", expected " + count_expected(value) + ", or NaN");
  }
}

}  // namespace

bool is_count(double value) {
  return value >= 0 && value <= kMostCount &&
         value == static_cast<double>(static_cast<std::int64_t>(value));
}

const char* count_expected(double value) {
  return value > kMostCount && std::isfinite(value) ? "a whole number >= 0, at most 2^53"
                                                    : "a whole number >= 0";
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
  const double last = std::isinf(high) ? low : high;
  if (!(value.low >= 0) || std::isinf(low) || low > high || last > kMostCount) {
    throw DomainError(std::string(count.name) + " is " + core::to_string(value) + ", expected " +
                      count_expected(last) +
                      ", or an interval that starts at 0 or above "
                      "and holds one");
  }
  return {low, high, false, std::isinf(high)};
}

}  // namespace pressgauge::stats::detail
