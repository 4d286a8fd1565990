// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <limits>

namespace pressgauge::stats::detail {

struct Maximum {
  double at = 0;
  double value = 0;
};

/// The step from b to the top of the parabola through a, b and c; NaN where there is none.
inline double parabolic_step(const Maximum& a, const Maximum& b, const Maximum& c) {
  const double left = (b.at - a.at) * (b.value - c.value);
  const double right = (b.at - c.at) * (b.value - a.value);
  return ((b.at - c.at) * right - (b.at - a.at) * left) / (2 * (left - right));
}

/// The maximum of a unimodal f between two finite ends, which may be the maximum themselves; `at`
/// to some 1e-8 of itself, for f tells no more. @cite brent_1973
template <class F>
Maximum maximum(F&& f, double low, double high) {
  constexpr int kMostSteps = 200;
  constexpr double kGolden = 0.3819660112501051;        // (3 - sqrt(5)) / 2
  constexpr double kTolerance = 1.4901161193847656e-8;  // sqrt(epsilon)
  const auto point = [&](double x) { return Maximum{x, f(x)}; };
  const Maximum first = point(low);
  const Maximum last = point(high);
  Maximum best = point(low + kGolden * (high - low));
  Maximum second = best;
  Maximum third = best;
  double step = 0;
  double step_before = 0;
  for (int k = 0; k < kMostSteps; ++k) {
    const double middle = low + 0.5 * (high - low);
    const double least = kTolerance * std::abs(best.at) + std::numeric_limits<double>::min();
    if (std::abs(best.at - middle) <= 2 * least - 0.5 * (high - low)) break;
    const double parabolic = parabolic_step(third, best, second);
    const double target = best.at + parabolic;
    // Brent: the parabola must stay inside and move less than half of the step before the last.
    const bool good = std::abs(parabolic) < 0.5 * std::abs(step_before) && target > low + least &&
                      target < high - least;
    const double golden = kGolden * ((best.at < middle ? high : low) - best.at);
    step_before = good ? step : golden / kGolden;
    step = good ? parabolic : golden;
    if (std::abs(step) < least) step = best.at < middle ? least : -least;
    const Maximum next = point(best.at + step);
    const bool better = next.value >= best.value;
    const Maximum& end = better ? best : next;
    ((next.at < best.at) == better ? high : low) = end.at;
    if (better) {
      third = second;
      second = best;
      best = next;
    } else if (next.value >= second.value || second.at == best.at) {
      third = second;
      second = next;
    } else if (next.value >= third.value || third.at == best.at || third.at == second.at) {
      third = next;
    }
  }
  const Maximum& end = first.value >= last.value ? first : last;
  return end.value >= best.value ? end : best;
}

}  // namespace pressgauge::stats::detail
