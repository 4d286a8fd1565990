// SPDX-License-Identifier: MIT
// Quantiles of positive variables x by the log of a tail, as a function of u = log x (the lower
// tail) or -log x (the upper one): it rises, nearly in a straight line, and is concave.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

#include "pressgauge/stats/detail/tail.hpp"

namespace pressgauge::stats::detail {

/// log(1 - exp(x)): the log of the other tail. @param x <= 0
inline double log_of_rest(double x) {
  constexpr double kLogHalf = -0.6931471805599453;
  return x > kLogHalf ? std::log(-std::expm1(x)) : std::log1p(-std::exp(x));
}

/// A log tail at one u, and what its derivatives are made of.
struct LogTail {
  double value;
  double hazard;     ///< the density of u over the tail: the first derivative
  double slope;      ///< of the log density of u
  double curvature;  ///< of the log density of u, at most 0
};

/// The log density of u near its mode, but for the tail.
struct LogDensity {
  double half_square;  ///< what it is below its mode
  double slope;
  double curvature;
  double at_mode;    ///< the root of minus the curvature at the mode
  double log_scale;  ///< log of the density there over that of a normal one of that curvature
};

/// The step of u to where the lower tail is that of -z. The deviate of the tail is taken from
/// phi(z) z' = density, with z = r + d(r) and r the signed root of the deviance: to the first order
/// d is Barndorff-Nielsen's correction g = log(u / r) / r, here g is put in for d once more.
/// 0 where r is too small for that. @cite barndorff_nielsen_1986
inline double normal_step(const LogDensity& at, double z) {
  constexpr double kLeastRoot = 0.05;
  const double root = std::sqrt(2 * at.half_square);
  if (!(root > kLeastRoot && at.slope > 0)) return 0;
  const double over_root = 1 / root;
  const double over_slope = 1 / at.slope;
  const double g = -std::log(at.slope * over_root / at.at_mode) * over_root;
  // In r: the derivative of g, and Newton's step; then in u, by the first two derivatives of r.
  const double g_slope =
      (at.curvature * over_slope * over_slope * root + over_root - g) * -over_root;
  const double d = g - (2 * g_slope / (2 + g_slope) - 0.5 * g * g - at.log_scale) * over_root;
  const double newton = (root - d - z) / (1 + g_slope);
  const double rise = at.slope * over_root;
  const double bend = (at.curvature + rise * rise) * over_root;
  const double step = newton * rise / (rise * rise + 0.5 * newton * bend);
  return std::abs(step) < 1 ? step : 0;
}

/// The step of u to log tail = target, to the fourth order: Newton's, which can't fail where a
/// function is concave, with the next two terms of the inverse series near the root.
inline double quantile_step(const LogTail& at, double target) {
  constexpr double kNear = 0.1;
  constexpr double kLongest = 4;  // where the tail is nearly 1 the first step would go too far
  const double miss = target - at.value;
  const double newton = miss / at.hazard;
  if (!(std::abs(miss) < kNear)) return std::clamp(newton, -kLongest, kLongest);
  // Half the second derivative and a sixth of the third, over the first.
  const double bend = at.slope - at.hazard;
  const double second = bend / 2;
  const double third = (bend * bend + at.curvature - at.hazard * bend) / 6;
  return newton * (1 - newton * (second - (2 * second * second - third) * newton));
}

/// x exp(step).
inline double grown(double x, double step) {
  constexpr double kShort = 0.01;  // Padé's approximation is off by step^5 / 720
  if (std::abs(step) > kShort) return x * std::exp(step);
  return x + x * (step / (1 - step * (0.5 - step / 12)));
}

/// The x > 0 with tail_at(x).value == target.
template <class F>
double log_quantile(F&& tail_at, Tail tail, double target, double start) {
  constexpr int kMostSteps = 200;
  constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
  double x = start;
  for (int k = 0; k < kMostSteps; ++k) {
    const LogTail at = tail_at(x);
    const double step = quantile_step(at, target);
    x = grown(x, tail == Tail::lower ? step : -step);
    // The step leaves but a fourth power, of which less than 8 times as much is in u.
    const double square = (target - at.value) * (target - at.value);
    if (!(square * square > kEpsilon / 64 * at.hazard)) return x;
  }
  return x;
}

}  // namespace pressgauge::stats::detail
