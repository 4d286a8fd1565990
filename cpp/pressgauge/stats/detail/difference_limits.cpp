// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <limits>

#include "pressgauge/stats/detail/comparison_limits.hpp"
#include "pressgauge/stats/detail/roots.hpp"
#include "pressgauge/stats/detail/score_limit.hpp"

namespace pressgauge::stats::detail {
namespace {

double variance(double share, double rest, double n) { return share * rest / n; }

Ends clipped_ends(double low, double high) {
  return {std::max(low, -1.0), std::min(high, 1.0), low < -1 || high > 1, low == high};
}

// Newcombe (1998b), methods 10 and 11: how far the limits of each proportion are from it, squared
// and added.
Ends of_limits(const TwoSamples& s, const Level& level, LimitOf low, LimitOf high) {
  const double p1 = s.x1 / s.n1;
  const double p2 = s.x2 / s.n2;
  const double below =
      std::hypot(p1 - low(s.x1, s.n1, level).value, high(s.x2, s.n2, level).value - p2);
  const double above =
      std::hypot(high(s.x1, s.n1, level).value - p1, p2 - low(s.x2, s.n2, level).value);
  return clipped_ends(difference(s) - below, difference(s) + above);
}

// The likeliest p2 with p1 = p2 + d, for d >= 0 and x2 > 0: the middle root of a cubic that falls
// from its point of inflection to both sides of it, all of whose roots are real. Laguerre's method
// goes to it from there without turning. @cite miettinen_nurminen_1985
double middle_root(const TwoSamples& s, double d) {
  constexpr int kMostSteps = 40;
  constexpr double kEnough = 4 * std::numeric_limits<double>::epsilon();
  const double c3 = s.total();
  const double c2 = (s.n1 + 2 * s.n2) * d - s.total() - s.successes();
  const double c1 = (s.n2 * d - s.total() - 2 * s.x2) * d + s.successes();
  const double c0 = s.x2 * d * (1 - d);
  double p = std::clamp(-c2 / (3 * c3), 0.0, 1 - d);
  for (int k = 0; k < kMostSteps; ++k) {
    const double f = ((c3 * p + c2) * p + c1) * p + c0;
    const double slope = (3 * c3 * p + 2 * c2) * p + c1;
    const double bend = 6 * c3 * p + 2 * c2;
    const double discriminant = std::max(0.0, 4 * slope * slope - 6 * f * bend);
    const double step = 3 * f / (slope - std::sqrt(discriminant));
    if (!(std::abs(step) > kEnough * p)) break;
    p = std::clamp(p - step, 0.0, 1 - d);
  }
  return p;
}

// The same for x2 = 0: one root of the cubic is 0, and the next greater one is the middle one where
// it is positive.
double root_without_successes(const TwoSamples& s, double d) {
  const double c2 = (s.n1 + 2 * s.n2) * d - s.total() - s.x1;
  const double c1 = (s.n2 * d - s.total()) * d + s.x1;
  if (c1 <= 0) return 0;
  const double discriminant = std::max(0.0, c2 * c2 - 4 * s.total() * c1);
  return std::min(2 * c1 / (std::sqrt(discriminant) - c2), 1 - d);
}

double least_share(const TwoSamples& s, double d) {
  return s.x2 == 0 ? root_without_successes(s, d) : middle_root(s, d);
}

// Variance of the difference where it is d, from the likeliest proportions. Groups are swapped so
// that d >= 0, and successes with failures so that of p2 and 1 - p1 the smaller one is the root: it
// keeps its digits, which the other may need not.
double restricted_variance(TwoSamples s, double d) {
  if (d < 0) s = s.swapped();
  if (2 * s.successes() > s.total()) s = s.mirrored().swapped();
  d = std::abs(d);
  double p2 = least_share(s, d);
  if (1 - d - p2 < p2) {
    s = s.mirrored().swapped();
    p2 = least_share(s, d);
  }
  const double p1 = p2 + d;
  return variance(p1, std::max(0.0, 1 - p1), s.n1) + variance(p2, 1 - p2, s.n2);
}

double score_low(const TwoSamples& s, double z_squared, const Level& level) {
  const double estimate = difference(s);
  if (estimate == -1) return -1;
  const auto excess = [&](double d) {
    return (estimate - d) - std::sqrt(z_squared * restricted_variance(s, d));
  };
  // Newcombe's limit is near: sought from it outwards or inwards.
  const double guess = std::clamp(newcombe(s, level).low, -1.0, estimate);
  const double at_guess = passed(excess(guess));
  if (at_guess < 0) return root(excess, -1.0, guess, estimate + 1, at_guess);
  return root(excess, guess, estimate, at_guess, passed(excess(estimate)));
}

Ends score(const TwoSamples& s, double factor, const Level& level) {
  const double z_squared = factor * level.z_squared.value();
  return {score_low(s, z_squared, level), -score_low(s.swapped(), z_squared, level)};
}

}  // namespace

double difference(const TwoSamples& s) {
  const DoubleDouble above = two_product(s.x1, s.n2) - two_product(s.x2, s.n1);
  return (above / two_product(s.n1, s.n2)).value();
}

Ends wald_difference(const TwoSamples& s, const Level& level) {
  const double first = variance(s.x1 / s.n1, (s.n1 - s.x1) / s.n1, s.n1);
  const double second = variance(s.x2 / s.n2, (s.n2 - s.x2) / s.n2, s.n2);
  const double half_width = level.z.value() * std::sqrt(first + second);
  return clipped_ends(difference(s) - half_width, difference(s) + half_width);
}

Ends agresti_caffo(const TwoSamples& s, const Level& level) {
  return wald_difference({s.x1 + 1, s.n1 + 2, s.x2 + 1, s.n2 + 2}, level);
}

Ends newcombe(const TwoSamples& s, const Level& level) {
  return of_limits(s, level, wilson_low, wilson_high);
}

Ends newcombe_cc(const TwoSamples& s, const Level& level) {
  return of_limits(s, level, wilson_cc_low, wilson_cc_high);
}

Ends mee(const TwoSamples& s, const Level& level) { return score(s, 1, level); }

Ends miettinen_nurminen_difference(const TwoSamples& s, const Level& level) {
  return score(s, s.total() / (s.total() - 1), level);
}

}  // namespace pressgauge::stats::detail
