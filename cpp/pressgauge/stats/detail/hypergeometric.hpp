// SPDX-License-Identifier: MIT
#pragma once

#include "pressgauge/stats/detail/tail.hpp"

namespace pressgauge::stats::detail {

/// log P(X = x): x successes among draws without return from a population with that many
/// successes; -inf where x is impossible. All whole numbers. @cite loader_2000
double log_hypergeometric(double x, double population, double successes, double draws);

/// P(X <= x) (Tail::lower) or P(X >= x) (Tail::upper).
double hypergeometric_tail(double x, double population, double successes, double draws, Tail tail);

}  // namespace pressgauge::stats::detail
