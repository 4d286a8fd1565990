// SPDX-License-Identifier: MIT
#pragma once

namespace pressgauge::stats::detail {

/// P(Z > z) for a standard normal Z, to some 2e-15 of itself, also in the far tails.
double normal_tail(double z);

/// log P(Z > z), also where P(Z > z) underflows.
double log_normal_tail(double z);

/// exp(-z^2 / 2) / sqrt(2 pi), to the last digits also where z is large.
double normal_density(double z);

/// P(Z > z) over the density at z. @param z >= 0
double mills_ratio(double z);

}  // namespace pressgauge::stats::detail
