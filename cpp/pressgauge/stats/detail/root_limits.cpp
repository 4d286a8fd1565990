// SPDX-License-Identifier: MIT
// The intervals of a proportion that are roots of an equation in p. Each high end is the complement
// of the low end of n - x, which is why a low end is found together with its complement.
#include <algorithm>
#include <cmath>

#include "pressgauge/stats/detail/beta.hpp"
#include "pressgauge/stats/detail/proportion_limits.hpp"
#include "pressgauge/stats/detail/saddle_point.hpp"
#include "pressgauge/stats/detail/share_roots.hpp"

namespace pressgauge::stats::detail {
namespace {

// The low end of Clopper and Pearson: P(X >= x) = alpha / 2.
Share exact_low(double x, double n, const Level& level) {
  return {clopper_pearson_low(x, n, level).value, clopper_pearson_high(n - x, n, level).value};
}

Share exact_high(double x, double n, const Level& level) {
  return {clopper_pearson_high(x, n, level).value, clopper_pearson_low(n - x, n, level).value};
}

// p^n = exp(log_power).
Share power_root(double log_power, double n) {
  return {std::exp(log_power / n), -std::expm1(log_power / n)};
}

// P(X > x) + P(X = x) / 2 = alpha / 2. The tail is the mean of those of x and x + 1, so that the
// root lies between their exact limits.
Share midp_share(double x, double n, const Level& level) {
  if (x == 0) return {0, 1};
  if (x == n) return power_root(std::log(level.alpha), n);
  const double target = std::log(level.alpha / 2);
  const auto excess = [&](const Share& p) {
    const double tail = log_binomial_tail(x, n, p.value, p.rest, Tail::upper);
    const double point = log_binomial(x, n, p.value, p.rest);
    return tail + std::log1p(-std::exp(point - tail) / 2) - target;
  };
  return share_root(excess, exact_low(x, n, level), exact_low(x + 1, n, level));
}

// Half the likelihood ratio statistic, x log(p̂ / p) + (n - x) log((1 - p̂) / (1 - p)), is z² / 2.
Share likelihood_share(double x, double n, const Level& level) {
  if (x == 0) return {0, 1};
  const double target = level.z_squared.value() / 2;
  if (x == n) return power_root(-target, n);
  const auto excess = [&](const Share& p) {
    return target - deviance(x, n * p.value) - deviance(n - x, n * p.rest);
  };
  const Share estimate{x / n, (n - x) / n};
  // Of x (t - 1 + exp(-t)) >= x (t - 1), t = log(p̂ / p), the root is above this.
  const double least = estimate.value * std::exp(-1 - target / x);
  return share_root(excess, {least, 1 - least}, estimate);
}

// The largest k with P(X <= k) <= alpha / 2; -1 if there is none. P(X <= x) is above.
double last_in_lower_tail(double x, double n, const Share& p, const Level& level) {
  const double target = std::log(level.alpha / 2);
  const auto is_in = [&](double k) {
    return k < 0 || log_binomial_tail(k, n, p.value, p.rest, Tail::lower) <= target;
  };
  const double mean = n * p.value;
  const double guess = std::floor(mean - level.z.value() * std::sqrt(mean * p.rest));
  double in = std::clamp(guess, -1.0, x - 1);
  double step = 1;
  while (!is_in(in)) in = std::max(in - (step *= 2), -1.0);
  double out = in + 1;
  for (step = 1; out < x && is_in(out); step *= 2) {
    in = out;
    out = std::min(out + step, x);
  }
  while (out - in > 1) {
    const double middle = std::floor(in + (out - in) / 2);
    (is_in(middle) ? in : out) = middle;
  }
  return in;
}

// The infimum of the p that Blaker's test accepts. Above the exact limit, where P(X >= x) = alpha /
// 2, the test takes P(X <= k) along; it does so up to r, where k + 1 is the less likely one.
Share blaker_share(double x, double n, const Level& level) {
  if (x == 0) return {0, 1};
  const Share start = exact_low(x, n, level);
  const double k = last_in_lower_tail(x, n, start, level);
  const auto tail = [&](const Share& p, double of, Tail side) {
    return log_binomial_tail(of, n, p.value, p.rest, side);
  };
  const auto difference = [&](const Share& p) {
    return tail(p, x, Tail::upper) - tail(p, k + 1, Tail::lower);
  };
  const Share r = share_root(difference, start, exact_high(x, n, level));
  const auto excess = [&](const Share& p) {
    const double lower = k < 0 ? 0 : std::exp(tail(p, k, Tail::lower));
    return std::exp(tail(p, x, Tail::upper)) + lower - level.alpha;
  };
  return excess(r) < 0 ? r : share_root(excess, start, r);
}

}  // namespace

Limit logit_low(double x, double n, const Level& level) {
  if (x == 0 || x == n) return {0, false, true};
  const double width = level.z.value() * std::sqrt(n / x / (n - x));
  return {x / (x + (n - x) * std::exp(width))};
}

Limit logit_high(double x, double n, const Level& level) {
  if (x == 0 || x == n) return {1, false, true};
  const double width = level.z.value() * std::sqrt(n / x / (n - x));
  return {x / (x + (n - x) * std::exp(-width))};
}

Limit jeffreys_bcd_low(double x, double n, const Level& level) {
  return x == 0 ? Limit{0} : jeffreys_low(x, n, level);
}

Limit jeffreys_bcd_high(double x, double n, const Level& level) {
  return x == n ? Limit{1} : jeffreys_high(x, n, level);
}

Limit midp_low(double x, double n, const Level& level) { return {midp_share(x, n, level).value}; }
Limit midp_high(double x, double n, const Level& level) {
  return {midp_share(n - x, n, level).rest};
}

Limit blaker_low(double x, double n, const Level& level) {
  return {blaker_share(x, n, level).value};
}
Limit blaker_high(double x, double n, const Level& level) {
  return {blaker_share(n - x, n, level).rest};
}

Limit likelihood_low(double x, double n, const Level& level) {
  return {likelihood_share(x, n, level).value};
}
Limit likelihood_high(double x, double n, const Level& level) {
  return {likelihood_share(n - x, n, level).rest};
}

}  // namespace pressgauge::stats::detail
