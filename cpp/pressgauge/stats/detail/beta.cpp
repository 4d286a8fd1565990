// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/beta.hpp"

#include <cmath>
#include <limits>

#include "pressgauge/stats/detail/beta_fraction.hpp"
#include "pressgauge/stats/detail/log_quantile.hpp"
#include "pressgauge/stats/detail/saddle_point.hpp"

namespace pressgauge::stats::detail {
namespace {

constexpr double kTwoPi = 6.283185307179586;

// A beta distribution with what all its points share.
struct Beta {
  double a;
  double b;
  double n;
  double log_scale;  // log of the density of the log odds at their mode over a normal one's

  Beta(double shape_a, double shape_b)
      : a(shape_a),
        b(shape_b),
        n(a + b),
        log_scale(stirling_error(n) - stirling_error(a) - stirling_error(b)) {}
};

// A value by its odds, for which neither end of [0, 1] is special: v and 1 - v.
struct Point {
  double v;
  double w;

  explicit Point(double odds) : v(odds / (1 + odds)), w(1 / (1 + odds)) {}
};

// The odds of the score limit of a of a + b: where quantiles are looked for.
double score_odds(const Beta& beta, double z) {
  const double square = z * z;
  const double spread = std::sqrt(square * (square + 4 * beta.a * (beta.b / beta.n)));
  const double over = (2 * beta.a + square + spread) * (2 * beta.b + square + spread);
  return 4 * beta.a * beta.a * (1 + square / beta.n) / over;
}

// The log density of the log odds, by logarithms whose rounding errors are those of n.
LogDensity rough_density(const Beta& beta, double odds) {
  const auto [v, w] = Point(odds);
  const auto [a, b, n, log_scale] = beta;
  return {.half_square = a * std::log(a / (n * v)) + b * std::log(b / (n * w)),
          .slope = distance_to_mean(a, b, v, w),
          .curvature = -n * v * w,
          .at_mode = std::sqrt(a / n * b),
          .log_scale = log_scale};
}

LogTail lower_tail(const Beta& beta, double odds) {
  const auto [v, w] = Point(odds);
  const auto [a, b, n, log_scale] = beta;
  const double slope = distance_to_mean(a, b, v, w);
  const double exponent = log_scale - deviance(a, n * v) - deviance(b, n * w);
  const double square = a / n * b / kTwoPi;
  if (slope >= 0) {
    // An error of the fraction is one of the log odds.
    const double share = beta_fraction(a, b, v, w, 1);
    const double value = exponent + 0.5 * std::log(square * share * share);
    return {value, 1 / share, slope, -n * v * w};
  }
  const double density = std::exp(exponent) * std::sqrt(square);
  const double upper = density * beta_fraction(b, a, w, v);
  return {std::log1p(-upper), density / (1 - upper), slope, -n * v * w};
}

// The odds that cut the lower tail off.
double lower_odds(const Beta& beta, const NormalTail& of) {
  const double score = score_odds(beta, of.z);
  const double start = grown(score, normal_step(rough_density(beta, score), of.z));
  const auto at = [&](double odds) { return lower_tail(beta, odds); };
  return log_quantile(at, Tail::lower, of.log_value, start);
}

}  // namespace

double log_beta_kernel(double a, double b, double v, double w) {
  const double n = a + b;
  const double exponent = stirling_error(n) - stirling_error(a) - stirling_error(b) -
                          deviance(a, n * v) - deviance(b, n * w);
  return exponent + 0.5 * std::log((a / n) * b / kTwoPi);
}

double log_lower_tail(double a, double b, double v, double w) {
  const double kernel = log_beta_kernel(a, b, v, w);
  if (distance_to_mean(a, b, v, w) >= 0) return kernel + std::log(beta_fraction(a, b, v, w));
  return std::log1p(-std::exp(kernel) * beta_fraction(b, a, w, v));
}

double beta_quantile(double a, double b, Tail tail, const NormalTail& of) {
  return tail == Tail::lower ? Point(lower_odds(Beta(a, b), of)).v
                             : Point(lower_odds(Beta(b, a), of)).w;
}

double log_binomial_tail(double x, double n, double p, double q, Tail tail) {
  constexpr double kNever = -std::numeric_limits<double>::infinity();
  if (tail == Tail::lower) {
    if (x < 0) return kNever;
    if (x >= n || p == 0) return 0;
    return q == 0 ? kNever : log_lower_tail(n - x, x + 1, q, p);
  }
  if (x > n) return kNever;
  if (x <= 0 || q == 0) return 0;
  return p == 0 ? kNever : log_lower_tail(x, n - x + 1, p, q);
}

}  // namespace pressgauge::stats::detail
