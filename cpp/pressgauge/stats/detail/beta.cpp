// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/beta.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace pressgauge::stats::detail {
namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
constexpr double kTwoPi = 6.283185307179586;

// log(n!) less Stirling's formula, for n = 1/2, 1, …, 15 (60-digit arithmetic). Loader (2000).
constexpr std::array<double, 30> kStirlingError{
    0.15342640972002736,   0.08106146679532726,  0.05481412105191765,  0.0413406959554093,
    0.03316287351993629,   0.02767792568499834,  0.023746163656297496, 0.020790672103765093,
    0.018488450532673187,  0.016644691189821193, 0.015134973221917378, 0.013876128823070748,
    0.012810465242920227,  0.01189670994589177,  0.011104559758206917, 0.010411265261972096,
    0.009799416126158804,  0.009255462182712733, 0.008768700134139386, 0.00833056343336287,
    0.00793411456431402,   0.007573675487951841, 0.007244554301320383, 0.00694284010720953,
    0.006665247032707682,  0.006408994188004207, 0.006171712263039458, 0.0059513701127588475,
    0.0057462165130101155, 0.005554733551962801};
// Its asymptotic series beyond 15: 1/12, 1/360, 1/1260, 1/1680, 1/1188, 691/360360.
constexpr double kStirlingTableEnd = 15;
constexpr std::array<double, 6> kStirlingSeries{
    1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360};

double stirling_error(double n) {
  if (n <= kStirlingTableEnd) return kStirlingError[static_cast<std::size_t>(2 * n) - 1];
  double sum = 0;
  for (auto k = kStirlingSeries.size(); k-- > 0;) sum = sum / (n * n) + kStirlingSeries[k];
  return sum / n;
}

// x log(x / mean) + mean - x without cancellation. Loader (2000), bd0.
double deviance(double x, double mean) {
  constexpr double kSeriesWithin = 0.1;  // Loader (2000)
  if (std::abs(x - mean) >= kSeriesWithin * (x + mean)) return x * std::log(x / mean) + mean - x;
  const double ratio = (x - mean) / (x + mean);
  double sum = (x - mean) * ratio;
  double term = 2 * x * ratio;
  for (double odd = 3;; odd += 2) {
    term *= ratio * ratio;
    const double next = sum + term / odd;
    if (next == sum) return sum;
    sum = next;
  }
}

// log of v^a w^b / B(a, b): a b / (a + b) times the saddle-point binomial. Loader (2000).
double log_kernel(double a, double b, double v, double w) {
  const double n = a + b;
  const double exponent = stirling_error(n) - stirling_error(a) - stirling_error(b) -
                          deviance(a, n * v) - deviance(b, n * w);
  return exponent + 0.5 * std::log((a / n) * b / kTwoPi);
}

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

// log tail and its first two derivatives in log v.
struct Slope {
  double value;
  double first;
  double second;
};

Slope log_tail_in_log(double a, double b, double v, Tail tail) {
  const double w = 1 - v;
  const double value =
      tail == Tail::lower ? log_lower_tail(a, b, v, w) : log_lower_tail(b, a, w, v);
  const double hazard = std::exp(log_kernel(a, b, v, w) - value) / w;
  const double first = tail == Tail::lower ? hazard : -hazard;
  // The kernel over w has the logarithmic slope a - (b - 1) v / w.
  return {value, first, first * (a - (b - 1) * v / w - first)};
}

// Halley's step for log tail = target, as a difference of log v.
double halley(const Slope& at, double target) {
  const double newton = (at.value - target) / at.first;
  return -newton / std::max(0.5, 1 - 0.5 * newton * at.second / at.first);
}

// A root in (0, kHalfAndMore), where log v is a good variable and 1 - v loses nothing.
constexpr double kHalfAndMore = 0.75;

double small_quantile(double a, double b, Tail tail, double log_tail, double guess) {
  constexpr int kMostSteps = 200;
  double low = 0;
  double high = kHalfAndMore;
  double v = std::min(guess, 0.5);
  for (int k = 0; k < kMostSteps; ++k) {
    const Slope at = log_tail_in_log(a, b, v, tail);
    ((at.value > log_tail) == (tail == Tail::lower) ? high : low) = v;
    const double step = halley(at, log_tail);
    const double next = v + v * std::expm1(step);
    if (std::abs(step) <= 2 * kEpsilon) return next;
    // A step that leaves the bracket is replaced: the bracket halved, in logarithms where it can.
    const double middle = low > 0 ? std::sqrt(low * high) : high / 16;
    v = next > low && next < high ? next : middle;
  }
  return v;
}

}  // namespace

double log_lower_tail(double a, double b, double v, double w) {
  const double kernel = log_kernel(a, b, v, w);
  if (distance_to_mean(a, b, v, w) >= 0) return kernel + std::log(fraction(a, b, v, w));
  return std::log1p(-std::exp(kernel) * fraction(b, a, w, v));
}

double beta_quantile(
    double a, double b, Tail tail, double log_tail, double guess, double guess_of_rest) {
  const double at_half =
      tail == Tail::lower ? log_lower_tail(a, b, 0.5, 0.5) : log_lower_tail(b, a, 0.5, 0.5);
  const bool below_half = (at_half > log_tail) == (tail == Tail::lower);
  if (below_half) return small_quantile(a, b, tail, log_tail, guess);
  const Tail other = tail == Tail::lower ? Tail::upper : Tail::lower;
  return 1 - small_quantile(b, a, other, log_tail, guess_of_rest);
}

}  // namespace pressgauge::stats::detail
