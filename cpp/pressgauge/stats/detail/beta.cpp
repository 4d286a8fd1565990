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
// it, in terms of the distance to the mean, so that neither a tiny v nor a tiny w is lost. By the
// modified Lentz method, in some sqrt(max(a, b)) steps where v is below the mean.
double fraction(double a, double b, double v, double w) {
  const double distance = distance_to_mean(a, b, v, w);
  double divisor = a / (a + 1) * (distance + 1);
  double result = divisor;
  double c = divisor;
  double d = 0;
  for (double k = 1;; k += 1) {
    const double odd = a + 2 * k - 1;
    const double with_b = k * (b - k) * v / odd;
    const double dividend = (a + k - 1) / odd * (a + b + k - 1) * v * with_b;
    divisor = k + with_b + (a + k) / (odd + 2) * (distance + 1 + k * (1 + w));
    c = divisor + dividend / c;
    d = 1 / (divisor + dividend * d);
    result *= c * d;
    if (!(std::abs(c * d - 1) >= kEpsilon)) return 1 / result;
  }
}

Slope log_tail_in_log(double a, double b, double v, Tail tail) {
  const double w = 1 - v;
  const double value =
      tail == Tail::lower ? log_lower_tail(a, b, v, w) : log_lower_tail(b, a, w, v);
  const double hazard = std::exp(log_beta_kernel(a, b, v, w) - value) / w;
  const double first = tail == Tail::lower ? hazard : -hazard;
  // The kernel over w has the logarithmic slope a - (b - 1) v / w.
  return {value, first, first * (a - (b - 1) * v / w - first)};
}

// A root in (0, kHalfAndMore), where log v is a good variable and 1 - v loses nothing.
constexpr double kHalfAndMore = 0.75;

double small_quantile(double a, double b, Tail tail, double log_tail, double guess) {
  const auto at = [&](double v) { return log_tail_in_log(a, b, v, tail); };
  return log_quantile(at, log_tail, std::min(guess, 0.5), 0, kHalfAndMore);
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

double beta_quantile(
    double a, double b, Tail tail, double log_tail, double guess, double guess_of_rest) {
  const double at_half =
      tail == Tail::lower ? log_lower_tail(a, b, 0.5, 0.5) : log_lower_tail(b, a, 0.5, 0.5);
  const bool below_half = (at_half > log_tail) == (tail == Tail::lower);
  if (below_half) return small_quantile(a, b, tail, log_tail, guess);
  return 1 - small_quantile(b, a, other(tail), log_tail, guess_of_rest);
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
