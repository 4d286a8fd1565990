// SPDX-License-Identifier: MIT
// The variance between studies.
#pragma once

#include "pressgauge/stats/detail/studies.hpp"
#include "pressgauge/stats/meta.hpp"

namespace pressgauge::stats::detail {

/// @param studies at least two
/// @return >= 0
double tau2_of(const Studies& studies, Tau2Estimator estimator);

/// The tau2 at which Q, with the weights 1 / (v + tau2), comes down to `target`; 0 where it is
/// below already. @param studies at least two @param target > 0 @param start 0, or the solution for
/// a higher target
double tau2_of_q(const Studies& studies, double target, double start = 0);

}  // namespace pressgauge::stats::detail
