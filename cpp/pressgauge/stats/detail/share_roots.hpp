// SPDX-License-Identifier: MIT
// A share with its complement, each with all its digits, and roots in whichever is smaller.
#pragma once

#include <algorithm>

#include "pressgauge/stats/detail/roots.hpp"

namespace pressgauge::stats::detail {

struct Share {
  double value = 0;
  double rest = 1;  ///< 1 - value
};

/// Where f, which grows with the share, crosses 0 between two shares.
template <class F>
Share share_root(const F& f, const Share& low, const Share& high) {
  // The ends may themselves be roots of one rounding: a hair of room keeps the crossing inside.
  constexpr double kRoom = 1e-12;
  const auto of_value = [&](double p) { return f(Share{p, 1 - p}); };
  const auto of_rest = [&](double q) { return f(Share{1 - q, q}); };
  const bool above_half = low.value >= 0.5 || (high.value > 0.5 && of_value(0.5) < 0);
  if (above_half) {
    const double most = low.value >= 0.5 ? std::min(low.rest * (1 + kRoom), 1.0) : 0.5;
    const double q = root(of_rest, high.rest * (1 - kRoom), most);
    return {1 - q, q};
  }
  const double most = high.value > 0.5 ? 0.5 : high.value * (1 + kRoom);
  const double p = root(of_value, low.value * (1 - kRoom), most);
  return {p, 1 - p};
}

}  // namespace pressgauge::stats::detail
