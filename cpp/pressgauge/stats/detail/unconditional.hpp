// SPDX-License-Identifier: MIT
// The size of a rejection region of two binomial samples, greatest over their common proportion.
#pragma once

#include <vector>

#include "pressgauge/stats/detail/comparison_limits.hpp"
#include "pressgauge/stats/options.hpp"

namespace pressgauge::stats::detail {

/// For each x1 = 0 … n1 the x2 at the ends that are extreme: 0 … up_to - 1 and from … n2. Both
/// statistics are monotone in each count, so the extreme ones are always there.
struct Region {
  std::vector<double> up_to;
  std::vector<double> from;
  double n2;
};

/// Tables whose pooled z is as extreme as that of the samples.
Region barnard_region(const TwoSamples& samples, Alternative alternative);
/// Tables whose one-sided Fisher p is no greater. @param alternative less or greater
Region boschloo_region(const TwoSamples& samples, Alternative alternative);

/// (p1 - p2) over its standard error with the common proportion; 0 where that is 0 or 1.
double pooled_z(const TwoSamples& samples);
/// Fisher's one-sided p. @param alternative less or greater
double fisher_tail(const TwoSamples& samples, Alternative alternative);

/// The greatest probability of a region over all common proportions.
double greatest_size(const Region& region);

}  // namespace pressgauge::stats::detail
