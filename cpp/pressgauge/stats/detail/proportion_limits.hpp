// SPDX-License-Identifier: MIT
// The two ends of each interval of a binomial proportion, written so that nothing cancels: a low
// end a - b is (a² - b²) / (a + b) with the numerator simplified on paper.
#pragma once

#include <cmath>

#include "pressgauge/stats/detail/double_double.hpp"

namespace pressgauge::stats::detail {

/// What an interval takes of its confidence, computed once for a column.
struct Level {
  double alpha;
  DoubleDouble z;          ///< P(|Z| > z) = alpha
  DoubleDouble z_squared;  ///< z²
  double log_tail;         ///< log(alpha / 2)
};

/// @throws DomainError when alpha is not inside (0, 1)
Level level(double alpha);

struct Limit {
  double value;
  bool clipped = false;     ///< cut to [0, 1]
  bool degenerate = false;  ///< the method says nothing of these counts
};

/// An end of the interval for x of n, 0 <= x <= n, n > 0.
using LimitOf = Limit (*)(double x, double n, const Level& level);

/// The sum A + B in the two roots (A ± B) / (2 (n + z²)) of Wilson's quadratic, of numbers or of
/// arrays.
template <class T>
auto wilson_sum(const T& x, const T& n, double z_squared) {
  using std::sqrt;
  return 2 * x + z_squared + sqrt(z_squared * (z_squared + 4 * x * ((n - x) / n)));
}

struct BothEnds {
  double low;
  double high;
};

/// Wilson's two ends together, in line: of a long column every call would be felt. The low end a -
/// b of the quadratic is (a² - b²) / (a + b), simplified.
inline BothEnds wilson_ends(double x, double n, double z_squared) {
  const double sum = wilson_sum(x, n, z_squared);
  return {2 * x * (x / n) / sum, x == n ? 1 : sum / (2 * (n + z_squared))};
}

Limit wilson_low(double x, double n, const Level& level);
Limit wilson_high(double x, double n, const Level& level);
Limit wilson_cc_low(double x, double n, const Level& level);
Limit wilson_cc_high(double x, double n, const Level& level);
Limit wald_low(double x, double n, const Level& level);
Limit wald_high(double x, double n, const Level& level);
Limit agresti_coull_low(double x, double n, const Level& level);
Limit agresti_coull_high(double x, double n, const Level& level);
Limit arcsine_low(double x, double n, const Level& level);
Limit arcsine_high(double x, double n, const Level& level);
Limit clopper_pearson_low(double x, double n, const Level& level);
Limit clopper_pearson_high(double x, double n, const Level& level);
Limit jeffreys_low(double x, double n, const Level& level);
Limit jeffreys_high(double x, double n, const Level& level);
Limit logit_low(double x, double n, const Level& level);
Limit logit_high(double x, double n, const Level& level);
Limit jeffreys_bcd_low(double x, double n, const Level& level);
Limit jeffreys_bcd_high(double x, double n, const Level& level);
Limit midp_low(double x, double n, const Level& level);
Limit midp_high(double x, double n, const Level& level);
Limit blaker_low(double x, double n, const Level& level);
Limit blaker_high(double x, double n, const Level& level);
Limit likelihood_low(double x, double n, const Level& level);
Limit likelihood_high(double x, double n, const Level& level);

}  // namespace pressgauge::stats::detail
