// SPDX-License-Identifier: MIT
#pragma once

#include "pressgauge/stats/detail/tail.hpp"

namespace pressgauge::stats::detail {

/// log of v^a w^b / B(a, b): a b / (a + b) times the saddle-point binomial. @cite loader_2000
double log_beta_kernel(double a, double b, double v, double w);

/// log of P(V < v) for V ~ Beta(a, b), with w = 1 - v: a saddle-point density times a continued
/// fraction, good to some 1e-15 of the tail whatever the size of a and b.
/// @param a, b > 0 @cite loader_2000 @cite dlmf @cite didonato_morris_1992
double log_lower_tail(double a, double b, double v, double w);

/// The v that cuts the tail off Beta(a, b).
double beta_quantile(double a, double b, Tail tail, const NormalTail& of);

/// log P(X <= x) (Tail::lower) or log P(X >= x) (Tail::upper), X ~ Binomial(n, p); x is whole.
/// @param q 1 - p, given apart so that neither a tiny p nor a tiny q is lost
double log_binomial_tail(double x, double n, double p, double q, Tail tail);

}  // namespace pressgauge::stats::detail
