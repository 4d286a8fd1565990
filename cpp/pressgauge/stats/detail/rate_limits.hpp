// SPDX-License-Identifier: MIT
// The two ends of each interval of a Poisson mean, for x events.
#pragma once

#include "pressgauge/stats/detail/proportion_limits.hpp"
#include "pressgauge/stats/rate.hpp"

namespace pressgauge::stats::detail {

/// An end of the interval of the mean, x >= 0.
using MeanLimitOf = Limit (*)(double x, const Level& level);

struct MeanMethod {
  RateMethod method;
  MeanLimitOf low;
  MeanLimitOf high;
};

const MeanMethod& mean_method(RateMethod method);

}  // namespace pressgauge::stats::detail
