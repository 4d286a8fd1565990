// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <limits>

#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/comparison_limits.hpp"
#include "pressgauge/stats/detail/score_limit.hpp"

namespace pressgauge::stats::detail {
namespace {

using core::kInfinity;

Ends around(double ratio, double log_half_width) {
  const double factor = std::exp(log_half_width);
  return {ratio / factor, ratio * factor, false, log_half_width == 0};
}

// Of the log of x / n: 1/x - 1/n.
double log_variance(double x, double n) { return (n - x) / (x * n); }

// The likeliest shares where p1 = ratio p2, with 1 - p of each. @cite koopman_1984
struct Shares {
  double p1;
  double q1;
  double p2;
  double q2;
};

// 1 - p2, as the other root of the quadratic in it, whose coefficients vanish with it.
double rest_of_second(const TwoSamples& s, double ratio, double spread) {
  const double b = ratio * (s.total() + s.n2 - s.x2) - s.x1 - s.n2;
  const double c = (ratio - 1) * (s.n2 - s.x2);
  if (b > 0) return (b + spread) / (2 * ratio * s.total());
  return std::max(0.0, 2 * c / (b - spread));
}

Shares shares_with(const TwoSamples& s, double ratio) {
  const double failures = (s.n1 - s.x1) * (s.n2 - s.x2);
  const double a = s.n2 + s.x1;
  const double b = ratio * (s.n1 + s.x2);
  // b² - 4ac of the quadratic in p2, its terms gathered so that all are positive.
  const double spread = std::sqrt((a - b) * (a - b) + 4 * ratio * failures);
  const double p2 = 2 * s.successes() / (a + b + spread);
  return {ratio * p2,
          rest_of_second(s.swapped(), 1 / ratio, spread / ratio),
          p2,
          rest_of_second(s, ratio, spread)};
}

double score_low(const TwoSamples& s, double z_squared, const Level& level) {
  if (s.x1 == 0) return 0;
  const double first = s.x1 / s.n1;
  const double second = s.x2 / s.n2;
  const auto excess = [&](double ratio) {
    const Shares at = shares_with(s, ratio);
    const double variance = at.p1 * at.q1 / s.n1 + ratio * ratio * (at.p2 * at.q2 / s.n2);
    return (first - ratio * second) - std::sqrt(z_squared * variance);
  };
  return low_limit_of_ratio(excess, walter(s, level).low, risk_ratio(s));
}

Ends score(const TwoSamples& s, double factor, const Level& level) {
  const double z_squared = factor * level.z_squared.value();
  return {score_low(s, z_squared, level), 1 / score_low(s.swapped(), z_squared, level)};
}

}  // namespace

double risk_ratio(const TwoSamples& s) {
  if (s.x2 == 0) return s.x1 == 0 ? std::numeric_limits<double>::quiet_NaN() : kInfinity;
  return (two_product(s.x1, s.n2) / two_product(s.x2, s.n1)).value();
}

Ends katz_log(const TwoSamples& s, const Level& level) {
  if (s.x1 == 0 || s.x2 == 0) return {0, kInfinity, false, true};
  const double variance = log_variance(s.x1, s.n1) + log_variance(s.x2, s.n2);
  return around(risk_ratio(s), level.z.value() * std::sqrt(variance));
}

Ends walter(const TwoSamples& s, const Level& level) {
  constexpr double kAdded = 0.5;
  return katz_log({s.x1 + kAdded, s.n1 + kAdded, s.x2 + kAdded, s.n2 + kAdded}, level);
}

Ends koopman(const TwoSamples& s, const Level& level) { return score(s, 1, level); }

Ends miettinen_nurminen_ratio(const TwoSamples& s, const Level& level) {
  return score(s, s.total() / (s.total() - 1), level);
}

}  // namespace pressgauge::stats::detail
