// SPDX-License-Identifier: MIT
// The two ends of each interval of a difference of paired proportions.
#pragma once

#include "pressgauge/stats/detail/comparison_limits.hpp"

namespace pressgauge::stats::detail {

/// How many units passed both times, the first time only, the second only, or neither.
struct Paired {
  double both;
  double first_only;
  double second_only;
  double neither;

  double size() const { return both + first_only + second_only + neither; }
  double difference() const { return (first_only - second_only) / size(); }
  Paired swapped() const { return {both, second_only, first_only, neither}; }
};

/// At least one unit.
using PairedEndsOf = Ends (*)(const Paired& units, const Level& level);

Ends tango(const Paired& units, const Level& level);
Ends newcombe_paired(const Paired& units, const Level& level);
Ends wald_paired(const Paired& units, const Level& level);

}  // namespace pressgauge::stats::detail
