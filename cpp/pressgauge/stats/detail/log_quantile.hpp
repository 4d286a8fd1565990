// SPDX-License-Identifier: MIT
// Quantiles of positive variables: Halley's method on the logarithm of the tail, as a function of
// the logarithm of the variable, where tails are nearly straight lines.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace pressgauge::stats::detail {

/// A log tail and its first two derivatives in the logarithm of the variable.
struct Slope {
  double value = 0;
  double first = 0;
  double second = 0;
};

/// log(1 - exp(x)): the log of the other tail. @param x <= 0
inline double log_of_rest(double x) {
  constexpr double kLogHalf = -0.6931471805599453;
  return x > kLogHalf ? std::log(-std::expm1(x)) : std::log1p(-std::exp(x));
}

/// Halley's step for log tail = target, as a difference of the logarithm.
inline double halley(const Slope& at, double target) {
  const double newton = (at.value - target) / at.first;
  return -newton / std::max(0.5, 1 - 0.5 * newton * at.second / at.first);
}

/// The x with slope_at(x).value == target, in a bracket 0 <= low < high.
template <class F>
double log_quantile(F&& slope_at, double target, double start, double low, double high) {
  constexpr int kMostSteps = 200;
  constexpr double kSmallStep = 2 * std::numeric_limits<double>::epsilon();
  // Halley's method is cubic: what this leaves of the log tail, the next step leaves nothing of.
  constexpr double kCubeRoot = 2e-6;
  constexpr double kRounding = 1e-9;  // a step below it that does not shrink is rounding error
  double x = start;
  double last = 1;
  for (int k = 0; k < kMostSteps; ++k) {
    const Slope at = slope_at(x);
    ((at.value > target) == (at.first > 0) ? high : low) = x;
    const double step = halley(at, target);
    const double next = x + x * std::expm1(step);
    const double size = std::abs(step);
    const double left = std::abs(at.value - target);
    if (left < kCubeRoot * std::min(1.0, -target)) return next;
    if (size <= kSmallStep || (size < kRounding && size > 0.5 * last)) return next;
    last = size;
    // A step that leaves the bracket is replaced: the bracket halved, in logarithms where it can.
    const double middle = low > 0 ? std::sqrt(low) * std::sqrt(high) : high / 16;
    x = next > low && next < high ? next : middle;
  }
  return x;
}

}  // namespace pressgauge::stats::detail
