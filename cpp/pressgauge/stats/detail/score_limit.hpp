// SPDX-License-Identifier: MIT
// The low end of a score interval of a ratio: where the statistic, positive below it, meets z.
#pragma once

#include <limits>

#include "pressgauge/stats/detail/roots.hpp"

namespace pressgauge::stats::detail {

/// A statistic less z that is 0 only because its variance is: there the limit has been passed.
inline double passed(double value) {
  return value == 0 ? -std::numeric_limits<double>::min() : value;
}

/// Where `excess` falls through 0 between 0 and `estimate`, sought around a guess.
/// @param excess statistic less z: > 0 near 0, < 0 at the estimate, which may be infinite
template <class Excess>
double low_limit_of_ratio(Excess&& excess, double guess, double estimate) {
  constexpr double kStep = 1.5;  // of the guess, at first; then each step is the square of the last
  constexpr double kLeast = 1e-290;
  constexpr double kMost = 1e290;
  double step = kStep;
  double low = std::clamp(guess, kLeast, kMost);
  double high = std::min(low, estimate);
  double at_low = passed(excess(low));
  double at_high = at_low;
  while (at_low <= 0 && low > kLeast) {
    high = low;
    at_high = at_low;
    low = std::max(low / step, kLeast);
    at_low = passed(excess(low));
    step *= step;
  }
  while (at_high > 0 && high < std::min(estimate, kMost)) {
    low = high;
    at_low = at_high;
    high = std::min({high * step, estimate, kMost});
    at_high = passed(excess(high));
    step *= step;
  }
  if (at_low <= 0) return 0;
  return at_high > 0 ? high : root(excess, low, high, at_low, at_high);
}

}  // namespace pressgauge::stats::detail
