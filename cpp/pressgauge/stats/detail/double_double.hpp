// SPDX-License-Identifier: MIT
// A number as the unevaluated sum of two doubles: some 31 digits out of plain double arithmetic, so
// the same bits on every platform. Used where a limit is a difference of nearly equal numbers.
#pragma once

#include <cmath>

namespace pressgauge::stats::detail {

struct DoubleDouble {
  double hi = 0;
  double lo = 0;

  constexpr DoubleDouble() = default;
  // Implicit on purpose: a double is an exact DoubleDouble, and formulas read as on paper.
  constexpr DoubleDouble(double high_part, double low_part = 0) : hi(high_part), lo(low_part) {}
  constexpr double value() const { return hi + lo; }
};

/// The sum with its rounding error. @cite dekker_1971
inline DoubleDouble fast_two_sum(double larger, double smaller) {
  const double sum = larger + smaller;
  return {sum, smaller - (sum - larger)};
}

inline DoubleDouble two_sum(double a, double b) {
  const double sum = a + b;
  const double b_seen = sum - a;
  return {sum, (a - (sum - b_seen)) + (b - b_seen)};
}

inline DoubleDouble two_product(double a, double b) {
  const double product = a * b;
  return {product, std::fma(a, b, -product)};
}

inline DoubleDouble operator-(const DoubleDouble& a) { return {-a.hi, -a.lo}; }

inline DoubleDouble operator+(const DoubleDouble& a, const DoubleDouble& b) {
  const DoubleDouble high = two_sum(a.hi, b.hi);
  const DoubleDouble low = two_sum(a.lo, b.lo);
  const DoubleDouble sum = fast_two_sum(high.hi, high.lo + low.hi);
  return fast_two_sum(sum.hi, sum.lo + low.lo);
}

inline DoubleDouble operator-(const DoubleDouble& a, const DoubleDouble& b) { return a + (-b); }

inline DoubleDouble operator*(const DoubleDouble& a, const DoubleDouble& b) {
  const DoubleDouble high = two_product(a.hi, b.hi);
  return fast_two_sum(high.hi, high.lo + (a.hi * b.lo + a.lo * b.hi));
}

inline DoubleDouble operator/(const DoubleDouble& a, const DoubleDouble& b) {
  const double first = a.hi / b.hi;
  const DoubleDouble left = a - b * first;
  const double second = left.hi / b.hi;
  const double third = (left - b * second).hi / b.hi;
  return fast_two_sum(first, second) + third;
}

}  // namespace pressgauge::stats::detail
