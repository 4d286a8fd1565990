// SPDX-License-Identifier: MIT
// The intervals of a proportion that are quantiles of a beta distribution.
#include <cmath>

#include "pressgauge/stats/detail/beta.hpp"
#include "pressgauge/stats/detail/proportion_limits.hpp"

namespace pressgauge::stats::detail {
namespace {

double low_quantile(double a, double b, const Level& level) {
  return beta_quantile(a, b, Tail::lower, {level.log_tail, level.z.hi});
}

double high_quantile(double a, double b, const Level& level) {
  return beta_quantile(a, b, Tail::upper, {level.log_tail, level.z.hi});
}

constexpr double kJeffreys = 0.5;  // the prior's two shapes; Brown, Cai & DasGupta (2001), sec. 3.1

}  // namespace

// The p with P(X >= x | p) = alpha / 2; of x = n, p^n = alpha / 2.
Limit clopper_pearson_low(double x, double n, const Level& level) {
  if (x == 0) return {0};
  if (x == n) return {std::exp(level.log_tail / n)};
  return {low_quantile(x, n - x + 1, level)};
}

Limit clopper_pearson_high(double x, double n, const Level& level) {
  if (x == n) return {1};
  if (x == 0) return {-std::expm1(level.log_tail / n)};
  return {high_quantile(x + 1, n - x, level)};
}

Limit jeffreys_low(double x, double n, const Level& level) {
  return {low_quantile(x + kJeffreys, n - x + kJeffreys, level)};
}

Limit jeffreys_high(double x, double n, const Level& level) {
  return {high_quantile(x + kJeffreys, n - x + kJeffreys, level)};
}

}  // namespace pressgauge::stats::detail
