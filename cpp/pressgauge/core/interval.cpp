// SPDX-License-Identifier: MIT
#include "pressgauge/core/interval.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "pressgauge/core/errors.hpp"

namespace pressgauge::core {
namespace {

// An end as a pair that sorts: an open low end lies just above its number, an open high end just
// below.
bool low_before(const Interval& a, const Interval& b) {
  return a.low < b.low || (a.low == b.low && !a.low_open && b.low_open);
}
bool high_before(const Interval& a, const Interval& b) {
  return a.high < b.high || (a.high == b.high && a.high_open && !b.high_open);
}

bool is_empty(const Interval& i) {
  return i.low > i.high || (i.low == i.high && (i.low_open || i.high_open));
}

}  // namespace

bool Interval::contains(double value) const {
  const bool above = low_open ? value > low : value >= low;
  const bool below = high_open ? value < high : value <= high;
  return above && below;
}

bool Interval::contains(const Interval& other) const {
  return !low_before(other, *this) && !high_before(*this, other);
}

Interval checked(const Interval& interval) {
  if (std::isnan(interval.low) || std::isnan(interval.high) || is_empty(interval)) {
    throw DomainError("an interval needs low <= high, with closed ends where they are equal; got " +
                      to_string(interval.low) + " and " + to_string(interval.high));
  }
  Interval out = interval;
  out.low_open = out.low_open || std::isinf(out.low);
  out.high_open = out.high_open || std::isinf(out.high);
  return out;
}

std::optional<Interval> intersection(const Interval& a, const Interval& b) {
  const Interval& lower = low_before(a, b) ? b : a;
  const Interval& upper = high_before(a, b) ? a : b;
  const Interval both{lower.low, upper.high, lower.low_open, upper.high_open};
  if (is_empty(both)) return std::nullopt;
  return both;
}

Interval hull(const Interval& a, const Interval& b) {
  const Interval& lower = low_before(a, b) ? a : b;
  const Interval& upper = high_before(a, b) ? b : a;
  return {lower.low, upper.high, lower.low_open, upper.high_open};
}

Interval divided(const Interval& interval, double divisor) {
  return {interval.low / divisor, interval.high / divisor, interval.low_open, interval.high_open};
}

std::string to_string(double value) {
  if (std::isinf(value)) return value > 0 ? "∞" : "-∞";
  if (std::isnan(value)) return "nan";
  std::array<char, 32> digits{};
  const bool plain = value == 0 || (std::abs(value) >= 1e-5 && std::abs(value) < 1e16);
  const auto format = plain ? std::chars_format::fixed : std::chars_format::general;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, format).ptr;
  return {digits.data(), end};
}

std::string to_string(const Interval& interval) {
  if (interval.is_exact()) return to_string(interval.low);
  return (interval.low_open ? "(" : "[") + to_string(interval.low) + ", " +
         to_string(interval.high) + (interval.high_open ? ")" : "]");
}

}  // namespace pressgauge::core
