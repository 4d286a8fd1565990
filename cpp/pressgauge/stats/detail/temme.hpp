// SPDX-License-Identifier: MIT
// The gamma distribution of a large shape near its mean, where series and fraction take some
// sqrt(shape) steps. @cite temme_1979
#pragma once

namespace pressgauge::stats::detail {

bool near_mean(double shape, double x);

struct TemmeTail {
  double log_value;
  double hazard;  ///< the density of log x over it
};

/// P(G < x) where x < shape, P(G > x) else. @param shape, x near_mean
TemmeTail temme_tail(double shape, double x);

}  // namespace pressgauge::stats::detail
