// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/temme.hpp"

#include <array>
#include <cmath>

#include "pressgauge/stats/detail/normal_tail.hpp"
#include "pressgauge/stats/detail/saddle_point.hpp"

namespace pressgauge::stats::detail {
namespace {

constexpr double kLogSqrtTwoPi = 0.9189385332046728;

// Where the coefficients below leave less than 1e-16: |eta| <= 0.45 and shape >= 150.
constexpr double kLeastShape = 150;
constexpr double kMostBelow = 0.64;  // x / shape at eta = -0.45 and …
constexpr double kMostAbove = 1.5;   // … at eta = 0.45

constexpr std::size_t kMostTerms = 18;
// Row k: the power series of c_k(eta), DLMF 8.12.12 (80-digit arithmetic).
constexpr std::array<std::array<double, kMostTerms>, 7> kCoefficients{
    {{-0.3333333333333333,
      0.08333333333333333,
      -0.014814814814814815,
      0.0011574074074074073,
      0.0003527336860670194,
      -0.0001787551440329218,
      3.919263178522438e-05,
      -2.185448510679992e-06,
      -1.85406221071516e-06,
      8.296711340953087e-07,
      -1.7665952736826078e-07,
      6.707853543401498e-09,
      1.0261809784240309e-08,
      -4.382036018453353e-09,
      9.14769958223679e-10,
      -2.5514193994946248e-11,
      -5.830772132550426e-11,
      2.4361948020667415e-11},
     {-0.001851851851851852,
      -0.003472222222222222,
      0.0026455026455026454,
      -0.0009902263374485596,
      0.00020576131687242798,
      -4.018775720164609e-07,
      -1.8098550334489977e-05,
      7.64916091608111e-06,
      -1.6120900894563446e-06,
      4.647127802807434e-09,
      1.378633446915721e-07,
      -5.752545603517705e-08,
      1.1951628599778148e-08,
      -1.7543241719747647e-11,
      -1.0091543710600413e-09},
     {0.004133597883597883,
      -0.0026813271604938273,
      0.0007716049382716049,
      2.0093878600823047e-06,
      -0.0001073665322636516,
      5.2923448829120125e-05,
      -1.2760635188618728e-05,
      3.423578734096138e-08,
      1.3721957309062934e-06,
      -6.298992138380055e-07,
      1.4280614206064242e-07,
      -2.0477098421990866e-10,
      -1.409252991086752e-08},
     {0.0006494341563786008,
      0.00022947209362139917,
      -0.0004691894943952557,
      0.00026772063206283885,
      -7.561801671883977e-05,
      -2.396505113867297e-07,
      1.1082654115347302e-05,
      -5.6749528269915965e-06,
      1.4230900732435883e-06},
     {-0.0008618882909167117,
      0.0007840392217200666,
      -0.0002990724803031902,
      -1.4638452578843418e-06,
      6.641498215465122e-05,
      -3.968365047179435e-05,
      1.1375726970678419e-05},
     {-0.00033679855336635813,
      -6.972813758365857e-05,
      0.0002772753244959392,
      -0.00019932570516188847,
      6.797780477937208e-05},
     {0.0005313079364639922, -0.0005921664373536939}}};

// The sum of c_k(eta) shape^-k. DLMF 8.12.7.
double correction(double shape, double eta) {
  const double over_shape = 1 / shape;
  double sum = 0;
  for (auto k = kCoefficients.size(); k-- > 0;) {
    double row = 0;
    for (auto n = kMostTerms; n-- > 0;) row = row * eta + kCoefficients[k][n];
    sum = sum * over_shape + row;
  }
  return sum;
}

}  // namespace

bool near_mean(double shape, double x) {
  return shape >= kLeastShape && x > kMostBelow * shape && x < kMostAbove * shape;
}

TemmeTail temme_tail(double shape, double x) {
  // eta^2 / 2 = x / shape - 1 - log(x / shape); the tail is that of a normal deviate
  // eta sqrt(shape), corrected.
  const double half_square = deviance(shape, x);
  const double deviate = std::sqrt(2 * half_square);
  const double root = std::sqrt(shape);
  const double eta = std::copysign(deviate / root, x - shape);
  const double shift = (x < shape ? -1 : 1) * correction(shape, eta) / root;
  const double ratio = mills_ratio(deviate) + shift;
  return {.log_value = std::log(ratio) - kLogSqrtTwoPi - half_square,
          .hazard = root * std::exp(-stirling_error(shape)) / ratio};
}

}  // namespace pressgauge::stats::detail
