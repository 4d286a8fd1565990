// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/rate_limits.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "pressgauge/stats/detail/gamma.hpp"
#include "pressgauge/stats/detail/roots.hpp"
#include "pressgauge/stats/detail/saddle_point.hpp"

namespace pressgauge::stats::detail {
namespace {

// The ends of one rounding may lie a hair off: room to keep the crossing inside.
constexpr double kRoom = 1e-12;

// The mean m with P(G < m) or P(G > m) = alpha / 2, G ~ Gamma(shape).
double gamma_end(double shape, Tail tail, const Level& level) {
  return gamma_quantile(shape, tail, {level.log_tail, level.z.hi});
}

Limit garwood_low(double x, const Level& level) {
  return {x == 0 ? 0 : gamma_end(x, Tail::lower, level)};
}

Limit garwood_high(double x, const Level& level) { return {gamma_end(x + 1, Tail::upper, level)}; }

// log of the tail from x on, of which half of x's own point is taken away.
double log_mid_tail(double x, double mean, Tail tail) {
  const double whole = log_poisson_tail(x, mean, tail);
  return whole + std::log1p(-std::exp(log_poisson(x, mean) - whole) / 2);
}

// The mid tail is the mean of two exact tails, so that the root lies between their limits.
Limit midp_low(double x, const Level& level) {
  if (x == 0) return {0};
  const auto excess = [&](double mean) {
    return log_mid_tail(x, mean, Tail::upper) - level.log_tail;
  };
  return {root(excess,
               gamma_end(x, Tail::lower, level) * (1 - kRoom),
               gamma_end(x + 1, Tail::lower, level) * (1 + kRoom))};
}

Limit midp_high(double x, const Level& level) {
  if (x == 0) return {-std::log(level.alpha)};
  const auto excess = [&](double mean) {
    return log_mid_tail(x, mean, Tail::lower) - level.log_tail;
  };
  return {root(excess,
               gamma_end(x, Tail::upper, level) * (1 - kRoom),
               gamma_end(x + 1, Tail::upper, level) * (1 + kRoom))};
}

// (m - x)² = z² m, of whose two roots the low one is x² over the high one.
double score_end(double x, const Level& level) {
  const double z2 = level.z_squared.value();
  return x + z2 / 2 + std::sqrt(z2 * (x + z2 / 4));
}

Limit score_low(double x, const Level& level) { return {x * (x / score_end(x, level))}; }
Limit score_high(double x, const Level& level) { return {score_end(x, level)}; }

// x - z √x = x (x - z²) / (x + z √x).
Limit wald_low(double x, const Level& level) {
  if (x == 0) return {0};
  const double margin = (DoubleDouble(x) - level.z_squared).value();
  if (margin <= 0) return {0, margin < 0};
  return {x * (margin / (x + level.z.value() * std::sqrt(x)))};
}

Limit wald_high(double x, const Level& level) { return {x + level.z.value() * std::sqrt(x)}; }

// Wilson and Hilferty's cube root, of x events below and x + 1 above.
double byar_root(double x, double z) { return 1 - 1 / (9 * x) + z / (3 * std::sqrt(x)); }

Limit byar_low(double x, const Level& level) {
  if (x == 0) return {0};
  const double cube_root = byar_root(x, -level.z.value());
  if (cube_root <= 0) return {0, true};
  return {x * cube_root * cube_root * cube_root};
}

Limit byar_high(double x, const Level& level) {
  const double cube_root = byar_root(x + 1, level.z.value());
  return {(x + 1) * cube_root * cube_root * cube_root};
}

constexpr double kJeffreys = 0.5;  // the prior's shape

Limit jeffreys_low(double x, const Level& level) {
  return {gamma_end(x + kJeffreys, Tail::lower, level)};
}

Limit jeffreys_high(double x, const Level& level) {
  return {gamma_end(x + kJeffreys, Tail::upper, level)};
}

// x log(x / m) + m - x = z² / 2.
Limit likelihood_low(double x, const Level& level) {
  if (x == 0) return {0};
  const double target = level.z_squared.value() / 2;
  const auto excess = [&](double mean) { return target - deviance(x, mean); };
  // Of x (t - 1 + exp(-t)) >= x (t - 1), t = log(x / m), the root is above this.
  return {root(excess, x * std::exp(-1 - target / x), x)};
}

Limit likelihood_high(double x, const Level& level) {
  const double target = level.z_squared.value() / 2;
  if (x == 0) return {target};
  const auto excess = [&](double mean) { return deviance(x, mean) - target; };
  // Of m - x - x log(m / x) >= (√m - √x)², the root is below this.
  const double most = std::sqrt(x) + std::sqrt(target);
  return {root(excess, x, most * most * (1 + kRoom))};
}

// Anscombe (1948): (√(x + 3/8) ± z/2)² - 3/8. Below, with s = √(x + 3/8), it is
// (x² - x z²/2 + z² (z² - 6) / 16) / (x + z²/4 + z s).
Limit anscombe_low(double x, const Level& level) {
  const DoubleDouble z2 = level.z_squared;
  const double s = std::sqrt(x + 0.375);
  const double margin =
      (two_product(x, x) - z2 * (x / 2) + z2 * (z2 - DoubleDouble(6.0)) * 0.0625).value();
  if (margin <= 0 || s < level.z.value() / 2) return {0, true};
  return {margin / (x + z2.value() / 4 + level.z.value() * s)};
}

Limit anscombe_high(double x, const Level& level) {
  return {x + level.z_squared.value() / 4 + level.z.value() * std::sqrt(x + 0.375)};
}

// In the order of the enum.
constexpr std::array<MeanMethod, 8> kMethods{{
    {RateMethod::garwood, garwood_low, garwood_high},
    {RateMethod::midp, midp_low, midp_high},
    {RateMethod::score, score_low, score_high},
    {RateMethod::wald, wald_low, wald_high},
    {RateMethod::byar, byar_low, byar_high},
    {RateMethod::jeffreys, jeffreys_low, jeffreys_high},
    {RateMethod::likelihood, likelihood_low, likelihood_high},
    {RateMethod::anscombe, anscombe_low, anscombe_high},
}};

}  // namespace

const MeanMethod& mean_method(RateMethod method) {
  return kMethods[static_cast<std::size_t>(method)];
}

}  // namespace pressgauge::stats::detail
