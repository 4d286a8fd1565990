// SPDX-License-Identifier: MIT
// The gamma distribution of a large shape near its mean, where series and fraction take some
// sqrt(shape) steps. @cite temme_1979
#pragma once

namespace pressgauge::stats::detail {

bool near_mean(double shape, double x);

/// log P(G < x) where x < shape, log P(G > x) else. @param shape, x near_mean
double log_temme(double shape, double x);

}  // namespace pressgauge::stats::detail
