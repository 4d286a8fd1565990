// SPDX-License-Identifier: MIT
#pragma once

#include "pressgauge/stats/capture.hpp"
#include "pressgauge/stats/detail/rows.hpp"

namespace pressgauge::stats::detail {

/// A number of persons, of whom `observed` were seen.
struct Population {
  double observed = 0;
  double unseen = 0;
  double variance = 0;
};

/// The estimate with its interval: log-normal ends are observed + unseen / C and unseen * C,
/// C = exp(z sqrt(log(1 + variance / unseen²))); normal ones are cut at those observed.
/// @cite chao_1987
Row population_row(const Population& population, PopulationMethod method, double z);

/// The logarithm's standard deviation behind the log-normal interval. @param unseen > 0
double log_deviation(const Population& population);

/// The row where the data put no end above.
Row unbounded_row(double estimate, double observed);

}  // namespace pressgauge::stats::detail
