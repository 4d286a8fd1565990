// SPDX-License-Identifier: MIT
#pragma once

#include <limits>
#include <optional>
#include <string>

namespace pressgauge::core {

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// What is known of a number: an interval whose ends are closed or open, unbounded ends ±inf and
/// open.
struct Interval {
  double low = -kInfinity;
  double high = kInfinity;
  bool low_open = true;
  bool high_open = true;

  static Interval exactly(double value) { return {value, value, false, false}; }
  static Interval at_least(double value) { return {value, kInfinity, false, true}; }
  static Interval closed(double low, double high) { return {low, high, false, false}; }

  bool is_exact() const { return low == high; }
  bool contains(double value) const;
  bool contains(const Interval& other) const;
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// @throws DomainError when an end is NaN, low > high, or an interval of one point has an open end.
Interval checked(const Interval& interval);
/// The numbers in both; nothing when they don't meet.
std::optional<Interval> intersection(const Interval& a, const Interval& b);
/// The smallest interval that holds both.
Interval hull(const Interval& a, const Interval& b);
/// Both ends divided by a positive number (percent to share: 100).
Interval divided(const Interval& interval, double divisor);
/// As printed everywhere: `[50, ∞)`, `[0, 3.5)`, `52` for a single number.
std::string to_string(const Interval& interval);
/// A number as printed everywhere: shortest digits that read back the same.
std::string to_string(double value);

}  // namespace pressgauge::core
