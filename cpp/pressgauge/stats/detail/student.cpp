// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/student.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "pressgauge/stats/detail/beta.hpp"
#include "pressgauge/stats/detail/gamma.hpp"
#include "pressgauge/stats/detail/log_quantile.hpp"
#include "pressgauge/stats/detail/normal_tail.hpp"
#include "pressgauge/stats/normal.hpp"

namespace pressgauge::stats::detail {
namespace {

constexpr double kLogHalf = -0.6931471805599453;
constexpr double kSqrtTwoPi = 2.5066282746310007;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// df / (df + t^2), a beta variable, and 1 less it.
struct Shares {
  double far;
  double near;
};

Shares shares(double t, double df) {
  const double square = t / df * t;
  return {1 / (1 + square), 1 / (1 + 1 / square)};
}

// log P(T > t) where t^2 is beyond all measure: the power law that the density ends in.
double log_power_tail(double t, double df) {
  const double a = df / 2;
  const double log_beta = log_gamma(a) + log_gamma(0.5) - log_gamma(a + 0.5);
  return a * std::log(df) - df * std::log(t) - std::log(a) - log_beta + kLogHalf;
}

double log_tail(double t, double df) {
  constexpr double kBeyond = 1e100;
  if (t / std::sqrt(df) > kBeyond) return log_power_tail(t, df);
  const Shares share = shares(t, df);
  return log_lower_tail(df / 2, 0.5, share.far, share.near) + kLogHalf;
}

// log P(0 < T < t)
double log_centre(double t, double df) {
  const Shares share = shares(t, df);
  return log_lower_tail(0.5, df / 2, share.near, share.far) + kLogHalf;
}

// u = log t for the part P(0 < T < t), -log t for the tail.
LogTail in_log(double t, double df, double value, Tail tail) {
  const Shares share = shares(t, df);
  const double log_density = log_beta_kernel(df / 2, 0.5, share.far, share.near);
  // t times the density has the logarithmic slope 1 - (df + 1) t^2 / (df + t^2).
  const double slope = 1 - (df + 1) * share.near;
  return {.value = value,
          .hazard = std::exp(log_density - value),
          .slope = tail == Tail::lower ? slope : -slope,
          .curvature = -2 * (df + 1) * share.near * share.far};
}

// The t > 0 with a tail below a quarter, or a centre below a quarter.
double tail_quantile(double tail, double df) {
  constexpr double kMost = 1e150;
  const double target = std::log(tail);
  if (log_power_tail(kMost, df) > target) {
    return std::exp(std::log(kMost) + (log_power_tail(kMost, df) - target) / df);
  }
  const double z = rough_normal_quantile(target);
  const double guess = std::sqrt(df) * std::sqrt(std::expm1(z * z / df));
  const auto at = [&](double t) { return in_log(t, df, log_tail(t, df), Tail::upper); };
  return log_quantile(at, Tail::upper, target, std::min(guess, kMost));
}

double centre_quantile(double centre, double df) {
  const auto at = [&](double t) { return in_log(t, df, log_centre(t, df), Tail::lower); };
  return log_quantile(at, Tail::lower, std::log(centre), kSqrtTwoPi * centre);
}

// upper_tail in (0, 1/2).
double positive_quantile(double upper_tail, double df) {
  constexpr double kQuarter = 0.25;
  return upper_tail < kQuarter ? tail_quantile(upper_tail, df)
                               : centre_quantile(0.5 - upper_tail, df);
}

}  // namespace

double student_tail(double t, double df) {
  if (std::isinf(df)) return normal_tail(t);
  if (t == 0) return 0.5;
  if (std::isinf(t)) return t > 0 ? 0 : 1;
  const double tail = std::exp(log_tail(std::abs(t), df));
  return t > 0 ? tail : 1 - tail;
}

double student_quantile(double upper_tail, double df) {
  if (upper_tail == 0.5) return 0;
  if (upper_tail <= 0) return kInfinity;
  if (upper_tail >= 1) return -kInfinity;
  if (std::isinf(df)) return normal_quantile(upper_tail);
  // 1 - upper_tail is exact here (Sterbenz).
  return upper_tail < 0.5 ? positive_quantile(upper_tail, df)
                          : -positive_quantile(1 - upper_tail, df);
}

}  // namespace pressgauge::stats::detail
