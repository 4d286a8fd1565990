// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/beta.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "pressgauge/stats/detail/log_quantile.hpp"
#include "pressgauge/stats/detail/saddle_point.hpp"

namespace pressgauge::stats::detail {
namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
constexpr double kTwoPi = 6.283185307179586;

// a - (a + b) v, from the one of v and w that is known more exactly.
double distance_to_mean(double a, double b, double v, double w) {
  return v <= w ? a - (a + b) * v : (a + b) * w - b;
}

// P(V < v) over the kernel: the even part of DLMF 8.17.22 as Didonato & Morris (1992) write
// it, in terms of the distance to the mean, so that neither a tiny v nor a tiny w is lost. In
// Steed's form, whose steps are sums: the rounding errors of a product would pile up. Some
// sqrt(max(a, b)) steps where v is below the mean.
double fraction(double a, double b, double v, double w) {
  const double distance = distance_to_mean(a, b, v, w);
  double d = 1 / (a / (a + 1) * (distance + 1));
  double step = d;
  double sum = d;
  // Divisions take the most time: each odd number's reciprocal serves two steps.
  double over_odd = 1 / (a + 1);
  for (double k = 1;; k += 1) {
    const double over_next = 1 / (a + 2 * k + 1);
    const double with_b = k * (b - k) * v * over_odd;
    const double dividend = (a + k - 1) * over_odd * (a + b + k - 1) * v * with_b;
    const double divisor = k + with_b + (a + k) * over_next * (distance + 1 + k * (1 + w));
    over_odd = over_next;
    const double next = 1 / (divisor + dividend * d);
    step *= -dividend * d * next;
    d = next;
    sum += step;
    if (!(std::abs(step) > kEpsilon / 8 * sum)) return sum;
  }
}

// A beta distribution with what all its points share: log of a b / (a + b) over B(a, b), less the
// part that the two deviances make up.
struct Beta {
  double a;
  double b;
  double log_scale;

  Beta(double shape_a, double shape_b)
      : a(shape_a),
        b(shape_b),
        log_scale(stirling_error(a + b) - stirling_error(a) - stirling_error(b) +
                  0.5 * std::log(a / (a + b) * b / kTwoPi)) {}

  /// Half the squared deviance of v, the exponent of the kernel.
  double exponent(double v, double w) const {
    return deviance(a, (a + b) * v) + deviance(b, (a + b) * w);
  }
};

// The log tail and its derivatives in log v.
Slope slope_of(const Beta& beta, double v, Tail tail) {
  const auto [a, b, log_scale] = beta;
  const double w = 1 - v;
  const double kernel = log_scale - beta.exponent(v, w);
  const double distance = distance_to_mean(a, b, v, w);
  const bool below = tail == Tail::lower ? distance >= 0 : distance <= 0;
  // Of the tail that holds the mean, the other one is computed.
  const bool lower = (tail == Tail::lower) == below;
  const double share = lower ? fraction(a, b, v, w) : fraction(b, a, w, v);
  const double value = below ? kernel + std::log(share) : std::log1p(-std::exp(kernel) * share);
  const double hazard = (below ? 1 / share : std::exp(kernel - value)) / w;
  const double first = tail == Tail::lower ? hazard : -hazard;
  // The kernel over w has the logarithmic slope a - (b - 1) v / w.
  return {value, first, first * (a - (b - 1) * v / w - first)};
}

// v where the tail is about that of a normal z: the signed root s of the deviance, corrected by the
// density of s (Barndorff-Nielsen's r*), is -z or z. Newton's method, each step two logarithms.
// @cite barndorff_nielsen_1986
double rough_quantile(const Beta& beta, Tail tail, double z, double guess) {
  constexpr int kSteps = 4;
  constexpr double kNear = 3e-3;       // Newton doubles the digits: the next step is done by then
  constexpr double kSmallRoot = 0.05;  // below, the correction is a difference of nearly nothing
  const double target = tail == Tail::lower ? -z : z;
  const double n = beta.a + beta.b;
  const double at_mode = std::sqrt(beta.a / n * beta.b);
  const double mean = beta.a / n;
  const double rest = beta.b / n;
  double v = guess;
  for (int k = 0; k < kSteps; ++k) {
    const double w = 1 - v;
    const double distance = distance_to_mean(beta.a, beta.b, v, w);
    // The deviance as it stands on paper: what cancels in it doesn't matter here.
    const double root = std::sqrt(2 * (beta.a * std::log(mean / v) + beta.b * std::log(rest / w)));
    if (!(root > kSmallRoot)) return v;
    const double size = std::abs(distance);
    const double corrected = root - std::log(root * at_mode / size) / root;
    const double s = distance > 0 ? -corrected : corrected;
    const double step = (target - s) * w * root / size;
    if (!(std::abs(step) < 1)) return v;
    v = std::min(v * std::exp(step), 0.5 * (1 + v));
    if (std::abs(target - s) < kNear) break;
  }
  return v;
}

// A root in (0, kHalfAndMore), where log v is a good variable and 1 - v loses nothing.
constexpr double kHalfAndMore = 0.75;
// A start beyond it may stand for a root beyond kHalfAndMore.
constexpr double kEitherHalf = 0.6;

double small_quantile(const Beta& beta, Tail tail, double log_tail, double start) {
  const auto at = [&](double v) { return slope_of(beta, v, tail); };
  return log_quantile(at, log_tail, std::min(start, kHalfAndMore - 0.01), 0, kHalfAndMore);
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
  if (distance_to_mean(a, b, v, w) >= 0) return kernel + std::log(fraction(a, b, v, w));
  return std::log1p(-std::exp(kernel) * fraction(b, a, w, v));
}

double beta_quantile(double a, double b, Tail tail, const BetaTail& of) {
  const Beta beta(a, b);
  if (of.guess <= of.guess_of_rest) {
    const double v = rough_quantile(beta, tail, of.z, of.guess);
    if (v <= kEitherHalf) return small_quantile(beta, tail, of.log_tail, v);
  }
  const Beta mirrored(b, a);
  const double w = rough_quantile(mirrored, other(tail), of.z, of.guess_of_rest);
  return 1 - small_quantile(mirrored, other(tail), of.log_tail, w);
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
