// SPDX-License-Identifier: MIT
#include <array>
#include <cmath>

#include "pressgauge/stats/detail/gamma.hpp"
#include "pressgauge/stats/detail/saddle_point.hpp"

namespace pressgauge::stats::detail {
namespace {

constexpr double kLogSqrtTwoPi = 0.9189385332046728;

// log of gamma(2 + z) over z: 1 - Euler's constant, then (-1)^k (zeta(k) - 1) / k.
// @cite dlmf (5.7.3)
constexpr std::array<double, 28> kAroundTwo{
    0.42278433509846713,     0.3224670334241132,     -0.0673523010531981,
    0.020580808427784546,    -0.007385551028673986,  0.0028905103307415234,
    -0.001192753911703261,   0.0005096695247430425,  -0.00022315475845357939,
    9.945751278180853e-05,   -4.492623673813314e-05, 2.050721277567069e-05,
    -9.439488275268397e-06,  4.374866789907488e-06,  -2.039215753801366e-06,
    9.55141213040742e-07,    -4.492469198764566e-07, 2.1207184805554665e-07,
    -1.0043224823968099e-07, 4.7698101693639804e-08, -2.2711094608943164e-08,
    1.0838659214896955e-08,  -5.183475041970047e-09, 2.4836745438024785e-09,
    -1.1921401405860912e-09, 5.731367241678862e-10,  -2.7595228851242334e-10,
    1.330476437424449e-10};

// log of gamma(2 + z), |z| <= 1/2: both zeros of log_gamma are roots of this or of log1p.
double around_two(double z) {
  double sum = 0;
  for (auto k = kAroundTwo.size(); k-- > 0;) sum = sum * z + kAroundTwo[k];
  return sum * z;
}

}  // namespace

double log_gamma_beyond_one(double x) {
  return x <= 0.5 ? around_two(x) - std::log1p(x) : around_two(x - 1);
}

double log_gamma(double x) {
  constexpr double kStirlingFrom = 10;
  if (std::isinf(x)) return x;
  if (x >= kStirlingFrom) {
    return (x - 0.5) * (std::log(x) - 1) + (kLogSqrtTwoPi - 0.5) + stirling_error(x);
  }
  if (x < 0.5) return log_gamma_beyond_one(x) - std::log(x);
  if (x < 1.5) return around_two(x - 1) - std::log1p(x - 1);
  double product = 1;
  for (; x > 2.5; product *= x) x -= 1;
  return around_two(x - 2) + std::log(product);
}

// Both by recurrence up to where their asymptotic series are short. @cite dlmf (5.5.2, 5.11.2)
constexpr double kPolygammaFrom = 10;

double digamma(double x) {
  // B(2k) / (2k)
  constexpr std::array<double, 8> kSeries{1.0 / 12,
                                          -1.0 / 120,
                                          1.0 / 252,
                                          -1.0 / 240,
                                          1.0 / 132,
                                          -691.0 / 32760,
                                          1.0 / 12,
                                          -3617.0 / 8160};
  double shift = 0;
  for (; x < kPolygammaFrom; x += 1) shift += 1 / x;
  const double square = 1 / (x * x);
  double sum = 0;
  for (auto k = kSeries.size(); k-- > 0;) sum = (sum + kSeries[k]) * square;
  return std::log(x) - 0.5 / x - sum - shift;
}

double trigamma(double x) {
  // B(2k)
  constexpr std::array<double, 8> kSeries{
      1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730., 7.0 / 6, -3617.0 / 510};
  double shift = 0;
  for (; x < kPolygammaFrom; x += 1) shift += 1 / (x * x);
  const double square = 1 / (x * x);
  double sum = 0;
  for (auto k = kSeries.size(); k-- > 0;) sum = (sum + kSeries[k]) * square;
  return (1 + 0.5 / x + sum) / x + shift;
}

}  // namespace pressgauge::stats::detail
