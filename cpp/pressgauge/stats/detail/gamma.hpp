// SPDX-License-Identifier: MIT
// The gamma distribution (unit scale) and its relatives: chi squared and Poisson.
#pragma once

#include "pressgauge/stats/detail/tail.hpp"

namespace pressgauge::stats::detail {

/// log of the gamma function. @param x > 0
double log_gamma(double x);
/// log_gamma(1 + x), to the last digits also for a tiny x. @param x in [0, 1]
double log_gamma_beyond_one(double x);

/// log P(G < x), log P(G > x) for G ~ Gamma(shape): both good to some 1e-15 of the tail times the
/// condition of the problem, for shapes from 1e-3 to 1e9. @cite dlmf @cite temme_1979
double log_gamma_lower(double shape, double x);
double log_gamma_upper(double shape, double x);

/// The x that cuts the tail exp(log_tail) off Gamma(shape).
double gamma_quantile(double shape, Tail tail, double log_tail);
/// The same where z is known.
double gamma_quantile(double shape, Tail tail, const NormalTail& of);

/// P(X > x), X ~ chi squared with df degrees of freedom (any real df > 0).
double chi_squared_tail(double x, double df);
/// The x with P(X > x) = upper_tail. @param upper_tail in [0, 1]
double chi_squared_quantile(double upper_tail, double df);

/// log P(X <= x) (Tail::lower) or log P(X >= x) (Tail::upper), X ~ Poisson(mean); x is whole.
double log_poisson_tail(double x, double mean, Tail tail);

/// First and second derivative of log_gamma. @param x > 0
double digamma(double x);
double trigamma(double x);

/// The sum of (a + k)^-s over k = 0, 1, … and its first two derivatives in s.
struct Zeta {
  double value = 0;
  double first = 0;
  double second = 0;
};

/// @param s > 1
/// @param a > 0 @cite dlmf (25.11.28 by Euler-Maclaurin)
Zeta hurwitz_zeta(double s, double a);

}  // namespace pressgauge::stats::detail
