// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/proportion_limits.hpp"

#include <algorithm>
#include <cmath>

#include "pressgauge/stats/normal.hpp"

namespace pressgauge::stats::detail {
namespace {

double square(double value) { return value * value; }

// The high end mirrors the low end of n - x: it is cut where that is.
Limit high_unless_clipped(const Limit& mirrored_low, double high) {
  if (mirrored_low.clipped) return {1, true};
  return {std::min(high, 1.0)};
}

double wald_half_width(double x, double n, const Level& level) {
  return level.z.value() * std::sqrt((x / n) * ((n - x) / n) / n);
}

struct Centre {
  double nobs;        // n + z²
  double share;       // (x + z²/2) / nobs
  double half_width;  // z sqrt(share (1 - share) / nobs)
};

Centre agresti_coull_centre(double x, double n, const Level& level) {
  const double z2 = level.z_squared.value();
  const double nobs = n + z2;
  const double share = (x + z2 / 2) / nobs;
  const double rest = (n - x + z2 / 2) / nobs;
  return {nobs, share, level.z.value() * std::sqrt(share * rest / nobs)};
}

constexpr double kPiSquared = 9.869604401089358;

// sin²(angle) = (1 - cos(2 angle)) / 2 as a series in (2 angle)², for angles up to pi/2.
DoubleDouble sine_squared(const DoubleDouble& double_angle_squared) {
  constexpr double kNegligible = 1e-34;
  DoubleDouble term = double_angle_squared * 0.25;
  DoubleDouble sum = term;
  for (double k = 3; std::abs(term.hi) > kNegligible; k += 2) {
    term = -(term * double_angle_squared) / (k * (k + 1));
    sum = sum + term;
  }
  return sum;
}

// Anscombe (1948): (x + 3/8) / (n + 3/4).
DoubleDouble anscombe_share(double x, double n) {
  return DoubleDouble(8 * x + 3) / DoubleDouble(8 * n + 6);
}

// sin(a + b) of a, the angle of the share of x, and b, the half-width.
double sine_of_sum(double x, double n, const DoubleDouble& half_width_sine_squared) {
  const double sine = std::sqrt(anscombe_share(x, n).value());
  const double cosine = std::sqrt(anscombe_share(n - x, n).value());
  const double width_sine = std::sqrt(half_width_sine_squared.value());
  const double width_cosine = std::sqrt((DoubleDouble(1.0) - half_width_sine_squared).value());
  return sine * width_cosine + cosine * width_sine;
}

}  // namespace

Level level(double alpha) {
  const DoubleDouble z = two_sided_deviate(alpha);
  return {alpha, z, z * z, std::log(alpha / 2)};
}

Limit wilson_low(double x, double n, const Level& level) {
  return {wilson_ends(x, n, level.z_squared.value()).low};
}

Limit wilson_high(double x, double n, const Level& level) {
  return {wilson_ends(x, n, level.z_squared.value()).high};
}

// Newcombe (1998), method 4. With A = 2x + z² - 1, A² - B² = (2x - 1)² (n + z²) / n.
Limit wilson_cc_low(double x, double n, const Level& level) {
  if (x == 0) return {0};
  const double z2 = level.z_squared.value();
  const double spread = std::sqrt(z2 * (z2 + (4 * x * (n - x + 1) - 2 * n - 1) / n));
  return {square(2 * x - 1) / (2 * n * (2 * x + z2 - 1 + spread))};
}

Limit wilson_cc_high(double x, double n, const Level& level) {
  if (x == n) return {1};
  const double z2 = level.z_squared.value();
  const double spread = std::sqrt(z2 * (z2 + (4 * x * (n - x - 1) + 2 * n - 1) / n));
  return {(2 * x + z2 + 1 + spread) / (2 * (n + z2))};
}

// p² - h² = x (x n - z² (n - x)) / n³.
Limit wald_low(double x, double n, const Level& level) {
  if (x == 0) return {0};
  const double margin = (two_product(x, n) - level.z_squared * (n - x)).value();
  if (margin <= 0) return {0, margin < 0};
  const double share = x / n;
  return {share * (margin / n / n) / (share + wald_half_width(x, n, level))};
}

Limit wald_high(double x, double n, const Level& level) {
  return high_unless_clipped(wald_low(n - x, n, level), x / n + wald_half_width(x, n, level));
}

// p² - h² = p (2 x n + z² (4 x - n)) / (2 nobs²), with p and h those of the centre.
Limit agresti_coull_low(double x, double n, const Level& level) {
  const double margin = (two_product(2 * x, n) + level.z_squared * (4 * x - n)).value();
  if (margin <= 0) return {0, margin < 0};
  const Centre centre = agresti_coull_centre(x, n, level);
  const double difference_of_squares = centre.share * (margin / (2 * centre.nobs) / centre.nobs);
  return {difference_of_squares / (centre.share + centre.half_width)};
}

Limit agresti_coull_high(double x, double n, const Level& level) {
  const Centre centre = agresti_coull_centre(x, n, level);
  return high_unless_clipped(agresti_coull_low(n - x, n, level), centre.share + centre.half_width);
}

// sin(a - b) sin(a + b) = sin²a - sin²b, with b = z / (2 sqrt(n)).
Limit arcsine_low(double x, double n, const Level& level) {
  const DoubleDouble double_angle_squared = level.z_squared / n;
  if (double_angle_squared.hi >= kPiSquared) return {0, true};
  const DoubleDouble width = sine_squared(double_angle_squared);
  const double margin = (anscombe_share(x, n) - width).value();
  if (margin <= 0) return {0, margin < 0};
  return {square(margin / sine_of_sum(x, n, width))};
}

Limit arcsine_high(double x, double n, const Level& level) {
  const Limit mirrored = arcsine_low(n - x, n, level);
  if (mirrored.clipped) return {1, true};
  return {std::min(square(sine_of_sum(x, n, sine_squared(level.z_squared / n))), 1.0)};
}

}  // namespace pressgauge::stats::detail
