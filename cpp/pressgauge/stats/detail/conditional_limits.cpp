// SPDX-License-Identifier: MIT
// Limits of the odds ratio given all margins of the table, and its likeliest value.
#include <algorithm>
#include <cmath>
#include <limits>

#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/comparison_limits.hpp"
#include "pressgauge/stats/detail/noncentral.hpp"
#include "pressgauge/stats/detail/roots.hpp"

namespace pressgauge::stats::detail {
namespace {

using core::kInfinity;

Margins margins_of(const TwoSamples& s) { return {s.n1, s.n2, s.successes()}; }

bool is_least(const TwoSamples& s) { return s.x1 == 0 || s.x2 == s.n2; }
bool is_most(const TwoSamples& s) { return s.x2 == 0 || s.x1 == s.n1; }

// Newton's method in the log of the odds ratio for a function that rises with it and whose steps
// may overshoot, as they do beyond where it flattens.
template <class Function>
double increasing_root(const Function& function, double start) {
  constexpr int kMostSteps = 200;
  constexpr double kLongestStep = 3;  // in the log, a factor of 20
  constexpr double kEnough = 2 * std::numeric_limits<double>::epsilon();
  double low = -kInfinity;
  double high = kInfinity;
  double at = start;
  for (int k = 0; k < kMostSteps; ++k) {
    const LogTail now = function(std::exp(at));
    if (now.value == 0) break;
    (now.value < 0 ? low : high) = at;
    double step = now.slope > 0 ? -now.value / now.slope : kInfinity;
    if (!(std::abs(step) < kLongestStep)) step = now.value < 0 ? kLongestStep : -kLongestStep;
    if (std::abs(step) <= kEnough * std::max(1.0, std::abs(at))) break;
    const bool inside = at + step > low && at + step < high;
    at = inside ? at + step : low + (high - low) / 2;
  }
  return std::exp(at);
}

// The odds ratio at which the upper tail from x1 is that large.
double low_at(const TwoSamples& s, double tail, double share_of_x, double guess) {
  if (is_least(s)) return 0;
  const double log_alpha = std::log(tail);
  const auto excess = [&](double odds_ratio) {
    LogTail at = log_tail(margins_of(s), s.x1, odds_ratio, Tail::upper, share_of_x);
    at.value -= log_alpha;
    return at;
  };
  return increasing_root(excess, std::log(guess));
}

Ends both(const TwoSamples& s, const Level& level, double share_of_x) {
  const Ends guess = gart(s, level);
  const double tail = level.alpha / 2;
  return {low_at(s, tail, share_of_x, guess.low),
          1 / low_at(s.swapped(), tail, share_of_x, 1 / guess.high)};
}

// P(X <= k) with X's distribution given all margins.
double lower_tail(const Margins& margins, double k, double odds_ratio) {
  if (k < margins.least()) return 0;
  return std::exp(log_tail(margins, k, odds_ratio, Tail::lower).value);
}

double upper_tail(const Margins& margins, double x, double odds_ratio) {
  return std::exp(log_tail(margins, x, odds_ratio, Tail::upper).value);
}

// The greatest k with P(X <= k) <= tail.
double quantile(const Margins& margins, double odds_ratio, double tail) {
  const Likelihoods all = likelihoods(margins, odds_ratio);
  double sum = 0;
  double k = all.first - 1;
  while (k < margins.most()) {
    sum += all.at(k + 1);
    if (sum > tail * all.total) break;
    k += 1;
  }
  return k;
}

// Where f rises through 0 beyond `low`, in the odds ratio.
template <class F>
double root_above(const F& f, double low) {
  constexpr double kStep = 2;
  double high = low * kStep;
  for (double step = kStep; f(high) < 0 && high < 1e300; step *= step) high *= step;
  return root(f, low, high);
}

// Blaker's acceptability at the low end: P(X >= x) plus the lower tail that is no greater. Between
// the steps of the latter the sum is convex; at a step it falls. @cite blaker_2000
double blaker_low(const TwoSamples& s, const Level& level) {
  if (is_least(s)) return 0;
  const Margins margins = margins_of(s);
  const double low = both(s, level, 1).low;
  const double k = quantile(margins, low, level.alpha / 2);
  const double step = root_above(
      [&](double ratio) {
        return upper_tail(margins, s.x1, ratio) - lower_tail(margins, k + 1, ratio);
      },
      low);
  const auto excess = [&](double ratio) {
    return upper_tail(margins, s.x1, ratio) + lower_tail(margins, k, ratio) - level.alpha;
  };
  const double at_low = excess(low);
  const double at_step = excess(step);
  if (at_low >= 0) return low;
  return at_step >= 0 ? root(excess, low, step, at_low, at_step) : step;
}

}  // namespace

double conditional_odds_ratio(const TwoSamples& s) {
  if (is_least(s) && is_most(s)) return std::numeric_limits<double>::quiet_NaN();
  if (is_least(s)) return 0;
  if (is_most(s)) return kInfinity;
  const auto excess = [&](double odds_ratio) {
    const Sides all = sides(margins_of(s), s.x1, odds_ratio);
    const double mean = (all.above.first - all.below.first) / all.total();
    return LogTail{mean, (all.above.second + all.below.second) / all.total() - mean * mean};
  };
  return increasing_root(excess, std::log(sample_odds_ratio(s)));
}

Ends conditional_exact(const TwoSamples& s, const Level& level) { return both(s, level, 1); }

Ends conditional_midp(const TwoSamples& s, const Level& level) { return both(s, level, 0.5); }

Ends conditional_blaker(const TwoSamples& s, const Level& level) {
  return {blaker_low(s, level), 1 / blaker_low(s.swapped(), level)};
}

}  // namespace pressgauge::stats::detail
