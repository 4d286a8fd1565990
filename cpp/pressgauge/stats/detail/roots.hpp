// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "pressgauge/stats/detail/maximum.hpp"

namespace pressgauge::stats::detail {

/// The place of a double among all doubles, so that neighbours are 1 apart and both zeros are 0.
inline std::int64_t place(double x) {
  const auto bits = std::bit_cast<std::int64_t>(x);
  return bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits;
}

inline double at_place(std::int64_t k) {
  return std::bit_cast<double>(k < 0 ? std::numeric_limits<std::int64_t>::min() - k : k);
}

inline std::uint64_t places_between(double x, double y) {
  const auto a = static_cast<std::uint64_t>(place(x));
  const auto b = static_cast<std::uint64_t>(place(y));
  return place(x) < place(y) ? b - a : a - b;
}

/// Half of the doubles between x and y are below it: 64 halvings are enough for any bracket.
inline double halfway(double x, double y) {
  const double low = place(x) < place(y) ? x : y;
  return at_place(place(low) + static_cast<std::int64_t>(places_between(x, y) / 2));
}

/// x, moved into the open bracket between a and b by as few doubles as that takes.
inline double into_bracket(double x, double a, double b) {
  const auto [low, high] = std::minmax(a, b);
  if (!(x > low)) return std::nextafter(low, high);
  return x < high ? x : std::nextafter(high, low);
}

/// A value of f with its argument.
struct Point {
  double x = 0;
  double f = 0;
};

/// The share of the way from a to b at which f crosses 0, by inverse quadratic interpolation
/// through a, b and c where that is safe, else a half. @cite chandrupatla_1997
inline double share_of_way(const Point& a, const Point& b, const Point& c) {
  const double xi = (a.x - b.x) / (c.x - b.x);
  const double phi = (a.f - b.f) / (c.f - b.f);
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5;
  return a.f / (b.f - a.f) * (c.f / (b.f - c.f)) +
         (c.x - a.x) / (b.x - a.x) * (a.f / (c.f - a.f)) * (b.f / (c.f - b.f));
}

/// Where f, known at both ends, changes its sign: a point with f == 0, or that one of two
/// neighbouring doubles at which |f| is smaller. At most four steps halve the doubles in the
/// bracket, so that a root beside 0 costs no thousand steps.
/// @returns NaN when f has one sign at both ends, or is NaN on the way
template <class F>
double root(F&& f, double low, double high, double at_low, double at_high) {
  constexpr int kMostSteps = 4 * 64;
  constexpr int kPatience = 3;  // steps in which interpolation has to halve the bracket
  constexpr double kNearby = 2 * std::numeric_limits<double>::epsilon();
  if (at_low == 0) return low;
  if (at_high == 0) return high;
  if (!(at_low < 0 ? at_high > 0 : at_high < 0)) return std::numeric_limits<double>::quiet_NaN();
  Point a{high, at_high};
  Point b{low, at_low};
  double share = 0.5;
  std::uint64_t width = places_between(low, high);
  int steps = 0;
  for (int k = 0; k < kMostSteps && places_between(a.x, b.x) > 1; ++k) {
    const bool halve = steps == kPatience;
    const double x = halve ? halfway(a.x, b.x) : into_bracket(a.x + share * (b.x - a.x), a.x, b.x);
    const Point next{x, f(x)};
    if (next.f == 0 || std::isnan(next.f)) return next.f == 0 ? x : next.f;
    Point c = a;
    if ((next.f > 0) != (a.f > 0)) c = std::exchange(b, a);
    a = next;
    // An estimate closer than a few doubles goes that far: the next bracket may then be the last.
    const double least = kNearby * std::abs(a.x) / std::abs(b.x - a.x);
    share = std::max(share_of_way(a, b, c), std::min(least, 0.5));
    ++steps;
    if (places_between(a.x, b.x) <= width / 2) {
      width = places_between(a.x, b.x);
      steps = 0;
    } else if (halve) {
      steps = 0;
    }
  }
  return std::abs(a.f) < std::abs(b.f) ? a.x : b.x;
}

template <class F>
double root(F&& f, double low, double high) {
  return root(f, low, high, f(low), f(high));
}

}  // namespace pressgauge::stats::detail
