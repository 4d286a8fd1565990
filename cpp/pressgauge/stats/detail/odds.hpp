// SPDX-License-Identifier: MIT
// The ratio of two counts as the odds of the share of the first in both.
#pragma once

#include <cmath>
#include <limits>

#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/methods.hpp"

namespace pressgauge::stats::detail {

inline double odds(double share, double rest) { return rest == 0 ? core::kInfinity : share / rest; }

inline double odds_estimate(double a, double b) {
  return a == 0 && b == 0 ? std::numeric_limits<double>::quiet_NaN() : odds(a, b);
}

/// 1 - l is the high end of the other count's share: taken from there, nothing cancels.
inline double odds_low(double a, double b, const Method& method, const Level& level) {
  if (a + b == 0 || std::isinf(b)) return 0;
  return odds(method.low(a, a + b, level).value, method.high(b, a + b, level).value);
}

inline double odds_high(double a, double b, const Method& method, const Level& level) {
  if (a + b == 0 || std::isinf(a)) return core::kInfinity;
  return odds(method.high(a, a + b, level).value, method.low(b, a + b, level).value);
}

}  // namespace pressgauge::stats::detail
