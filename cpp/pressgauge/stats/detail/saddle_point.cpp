// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/saddle_point.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace pressgauge::stats::detail {
namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
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
constexpr double kTableEnd = 15;

// Its asymptotic series, B(2k) / (2k (2k - 1)). @cite dlmf (5.11.1)
constexpr std::array<double, 12> kSeries{1.0 / 12,
                                         -1.0 / 360,
                                         1.0 / 1260,
                                         -1.0 / 1680,
                                         1.0 / 1188,
                                         -691.0 / 360360,
                                         1.0 / 156,
                                         -3617.0 / 122400,
                                         43867.0 / 244188,
                                         -174611.0 / 125400,
                                         77683.0 / 5796,
                                         -236364091.0 / 1506960};
constexpr std::size_t kTermsBeyondTable = 6;  // the seventh is below 1e-17 from 15 on
constexpr double kSeriesStart = 8;            // all twelve: the next is below 1e-18

double asymptotic(double n, std::size_t terms) {
  const double over_n = 1 / n;
  const double square = over_n * over_n;
  double sum = 0;
  for (auto k = terms; k-- > 0;) sum = sum * square + kSeries[k];
  return sum * over_n;
}

// stirling_error(n) - stirling_error(n + 1) = (n + 1/2) log(1 + 1/n) - 1, as the positive series
// of atanh(y) / y - 1 with y = 1 / (2n + 1), where that is short.
double decrease(double n) {
  constexpr double kSeriesFrom = 0.25;
  if (n < kSeriesFrom) return (n + 0.5) * (std::log1p(n) - std::log(n)) - 1;
  const double square = 1 / ((2 * n + 1) * (2 * n + 1));
  double sum = 0;
  double power = square;
  for (double odd = 3; power / odd > kEpsilon / 8 * sum; odd += 2) {
    sum += power / odd;
    power *= square;
  }
  return sum;
}

}  // namespace

double stirling_error(double n) {
  if (n > kTableEnd) return asymptotic(n, kTermsBeyondTable);
  if (2 * n == std::floor(2 * n)) return kStirlingError[static_cast<std::size_t>(2 * n) - 1];
  double sum = 0;
  for (; n < kSeriesStart; n += 1) sum += decrease(n);
  return sum + asymptotic(n, kSeries.size());
}

double deviance(double x, double mean) {
  // Loader (2000) has 0.1, beyond which up to ten units in the last place were lost; here two.
  constexpr double kSeriesWithin = 1.0 / 3;
  if (x == 0) return mean;
  if (mean == 0) return kInfinity;
  if (std::abs(x - mean) >= kSeriesWithin * (x + mean)) return x * std::log(x / mean) + mean - x;
  const double ratio = (x - mean) / (x + mean);
  double sum = (x - mean) * ratio;
  double term = 2 * x * ratio;
  for (double odd = 3;; odd += 2) {
    term *= ratio * ratio;
    const double next = sum + term / odd;
    if (!(next < sum || next > sum)) return next;  // of NaN, too
    sum = next;
  }
}

double log_binomial(double x, double n, double p, double q) {
  if (x < 0 || x > n) return -kInfinity;
  // The log of the one near 1 comes from the other: it would keep but its last digits.
  if (x == 0) return n == 0 ? 0 : n * (p < q ? std::log1p(-p) : std::log(q));
  if (x == n) return n * (q < p ? std::log1p(-q) : std::log(p));
  if (p == 0 || q == 0) return -kInfinity;
  const double rest = n - x;
  const double exponent = stirling_error(n) - stirling_error(x) - stirling_error(rest) -
                          deviance(x, n * p) - deviance(rest, n * q);
  return exponent - 0.5 * std::log(kTwoPi * x * (rest / n));
}

double log_poisson(double x, double mean) {
  if (x < 0) return -kInfinity;
  if (x == 0) return -mean;
  if (mean == 0) return -kInfinity;
  return -stirling_error(x) - deviance(x, mean) - 0.5 * std::log(kTwoPi * x);
}

double log_choose(double n, double k) {
  const double few = std::min(k, n - k);
  if (few == 0) return 0;
  const double many = n - few;
  const double share = few / n;
  const double entropy = -few * std::log(share) - many * std::log1p(-share);
  return entropy + (stirling_error(n) - stirling_error(few) - stirling_error(many)) -
         0.5 * std::log(kTwoPi * few * (many / n));
}

}  // namespace pressgauge::stats::detail
