// SPDX-License-Identifier: MIT
// Probabilities as a saddle-point approximation times its exact correction, so that nothing cancels
// however large the counts. @cite loader_2000
#pragma once

namespace pressgauge::stats::detail {

/// log(n!) less Stirling's formula n log(n) - n + log(2 pi n) / 2, for every real n > 0.
double stirling_error(double n);

/// x log(x / mean) + mean - x without cancellation.
/// @param x, mean >= 0; infinite where x > 0 = mean
double deviance(double x, double mean);

/// log P(X = x), X ~ Binomial(n, p); -inf outside of 0 … n.
/// @param q 1 - p, given apart so that neither a tiny p nor a tiny q is lost
double log_binomial(double x, double n, double p, double q);

/// log P(X = x), X ~ Poisson(mean); x may be any real number >= 0.
double log_poisson(double x, double mean);

/// log of n over k, for real 0 <= k <= n.
double log_choose(double n, double k);

}  // namespace pressgauge::stats::detail
