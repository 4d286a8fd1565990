// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/paired_limits.hpp"

#include <algorithm>
#include <cmath>

#include "pressgauge/stats/detail/roots.hpp"
#include "pressgauge/stats/detail/score_limit.hpp"

namespace pressgauge::stats::detail {
namespace {

// The likeliest share of `second_only` where the difference is d >= 0, by the quadratic's root that
// doesn't cancel. @cite tango_1998
double restricted_share(const Paired& units, double d) {
  const double n = units.size();
  const double b =
      (2 * n - units.first_only + units.second_only) * d - units.first_only - units.second_only;
  const double c = -units.second_only * d * (1 - d);
  const double spread = std::sqrt(b * b - 8 * n * c);
  return b > 0 ? -2 * c / (b + spread) : (spread - b) / (4 * n);
}

double restricted_variance(const Paired& units, double d) {
  const Paired ordered = d < 0 ? units.swapped() : units;
  const double size = std::abs(d);
  return (2 * restricted_share(ordered, size) + size * (1 - size)) / units.size();
}

double tango_low(const Paired& units, const Level& level) {
  const double estimate = units.difference();
  if (estimate == -1) return -1;
  const auto excess = [&](double d) {
    const double z_squared = level.z_squared.value();
    return (estimate - d) - std::sqrt(z_squared * restricted_variance(units, d));
  };
  return root(excess, -1.0, estimate, estimate + 1, passed(excess(estimate)));
}

// Newcombe (1998c), method 10: the correlation, drawn towards 0 by half of a unit.
double correlation(const Paired& units) {
  const auto [a, b, c, d] = units;
  const double product = (a + b) * (c + d) * (a + c) * (b + d);
  if (product == 0) return 0;
  const double determinant = a * d - b * c;
  const double drawn =
      determinant > 0 ? std::max(0.0, determinant - units.size() / 2) : determinant;
  return drawn / std::sqrt(product);
}

double distance(double below, double above, double correlation) {
  const double squared = below * below - 2 * correlation * below * above + above * above;
  return std::sqrt(std::max(0.0, squared));
}

double newcombe_low(const Paired& units, const Level& level) {
  const double n = units.size();
  const double first = units.both + units.first_only;
  const double second = units.both + units.second_only;
  const double below = first / n - wilson_low(first, n, level).value;
  const double above = wilson_high(second, n, level).value - second / n;
  return units.difference() - distance(below, above, correlation(units));
}

}  // namespace

Ends tango(const Paired& units, const Level& level) {
  return {tango_low(units, level), -tango_low(units.swapped(), level)};
}

Ends newcombe_paired(const Paired& units, const Level& level) {
  return {newcombe_low(units, level), -newcombe_low(units.swapped(), level)};
}

Ends wald_paired(const Paired& units, const Level& level) {
  const double n = units.size();
  const double difference = units.difference();
  const double discordant = units.first_only + units.second_only;
  const double variance = discordant - (units.first_only - units.second_only) * difference;
  const double half_width = level.z.value() * std::sqrt(std::max(0.0, variance)) / n;
  const double low = difference - half_width;
  const double high = difference + half_width;
  return {std::max(low, -1.0), std::min(high, 1.0), low < -1 || high > 1, low == high};
}

}  // namespace pressgauge::stats::detail
