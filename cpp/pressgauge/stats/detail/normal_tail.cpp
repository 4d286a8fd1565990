// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/normal_tail.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "pressgauge/stats/detail/double_double.hpp"

namespace pressgauge::stats::detail {
namespace {

constexpr double kInverseSqrtTwoPi = 0.3989422804014327;
constexpr double kLogSqrtTwoPi = 0.9189385332046728;

// (1 + z) times Mills' ratio as a Chebyshev series in (z - 4) / (z + 4), which is in [-1, 1]: the
// idea of Shepherd & Laframboise, fitted anew in 60 digits. @cite shepherd_laframboise_1981
constexpr double kHalfWay = 4;
constexpr std::array<double, 26> kMills{
    1.1670525350882472,      -0.1610195767134654,     -0.028002821825452974,
    0.03167452189239266,     -0.012103231162345369,   0.0027056129762167095,
    -0.00029931636202703166, -1.716686526879361e-05,  1.0178489264109868e-05,
    -4.894829570004192e-07,  -2.844006500151048e-07,  3.0766283713811506e-08,
    9.180378674469537e-09,   -1.2756102213808737e-09, -3.660279376104134e-10,
    4.5926359348595205e-11,  1.7189314687646526e-11,  -1.2726833698700693e-12,
    -8.668081913316188e-13,  1.1061557204136741e-15,  4.2750210770103334e-14,
    3.790937692263904e-15,   -1.8474103010592332e-15, -4.0419094130708177e-16,
    5.340854385017358e-17,   2.941479937590055e-17};

// Clenshaw's sum.
double chebyshev(const std::array<double, 26>& coefficients, double x) {
  double last = 0;
  double before = 0;
  for (auto k = coefficients.size(); k-- > 1;) {
    const double next = coefficients[k] + 2 * x * last - before;
    before = last;
    last = next;
  }
  return coefficients[0] + x * last - before;
}

}  // namespace

double mills_ratio(double z) {
  if (std::isinf(z)) return 0;
  return chebyshev(kMills, (z - kHalfWay) / (z + kHalfWay)) / (1 + z);
}

double normal_density(double z) {
  if (std::isinf(z)) return 0;
  // The rounding error of z^2 would be z^2 times as large in the density.
  const DoubleDouble square = two_product(z, z);
  return kInverseSqrtTwoPi * std::exp(-0.5 * square.hi) * (1 - 0.5 * square.lo);
}

double normal_tail(double z) {
  // Rounding must not make two tails more than all there is.
  const double far = std::min(normal_density(z) * mills_ratio(std::abs(z)), 0.5);
  return z >= 0 ? far : 1 - far;
}

double rough_normal_quantile(double log_tail) {
  const double t = std::sqrt(-2 * log_tail);
  const double above = 2.515517 + t * (0.802853 + t * 0.010328);
  const double below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return t - above / below;
}

double log_normal_tail(double z) {
  if (z < 0) return std::log1p(-normal_tail(-z));
  return std::log(mills_ratio(z)) - kLogSqrtTwoPi - 0.5 * z * z;
}

}  // namespace pressgauge::stats::detail
