// SPDX-License-Identifier: MIT
#include "pressgauge/stats/normal.hpp"

#include <array>
#include <cmath>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"

namespace pressgauge::stats {
namespace {

using detail::DoubleDouble;
using Coefficients = std::array<double, 8>;

// Wichura (1988), algorithm AS 241, PPND16: numerators a, c, e and denominators b, d, f.
constexpr Coefficients kA{3.3871328727963666080e0,
                          1.3314166789178437745e+2,
                          1.9715909503065514427e+3,
                          1.3731693765509461125e+4,
                          4.5921953931549871457e+4,
                          6.7265770927008700853e+4,
                          3.3430575583588128105e+4,
                          2.5090809287301226727e+3};
constexpr Coefficients kB{1.0,
                          4.2313330701600911252e+1,
                          6.8718700749205790830e+2,
                          5.3941960214247511077e+3,
                          2.1213794301586595867e+4,
                          3.9307895800092710610e+4,
                          2.8729085735721942674e+4,
                          5.2264952788528545610e+3};
constexpr Coefficients kC{1.42343711074968357734e0,
                          4.63033784615654529590e0,
                          5.76949722146069140550e0,
                          3.64784832476320460504e0,
                          1.27045825245236838258e0,
                          2.41780725177450611770e-1,
                          2.27238449892691845833e-2,
                          7.74545014278341407640e-4};
constexpr Coefficients kD{1.0,
                          2.05319162663775882187e0,
                          1.67638483018380384940e0,
                          6.89767334985100004550e-1,
                          1.48103976427480074590e-1,
                          1.51986665636164571966e-2,
                          5.47593808499534494600e-4,
                          1.05075007164441684324e-9};
constexpr Coefficients kE{6.65790464350110377720e0,
                          5.46378491116411436990e0,
                          1.78482653991729133580e0,
                          2.96560571828504891230e-1,
                          2.65321895265761230930e-2,
                          1.24266094738807843860e-3,
                          2.71155556874348757815e-5,
                          2.01033439929228813265e-7};
constexpr Coefficients kF{1.0,
                          5.99832206555887937690e-1,
                          1.36929880922735805310e-1,
                          1.48753612908506148525e-2,
                          7.86869131145613259100e-4,
                          1.84631831751005468180e-5,
                          1.42151175831644588870e-7,
                          2.04426310338993978564e-15};
constexpr double kCentralHalfWidth = 0.425;  // AS 241: split1
constexpr double kCentralSquare = 0.180625;  // AS 241: const1 = split1 squared
constexpr double kFarTail = 5.0;             // AS 241: split2
constexpr double kNearTailShift = 1.6;       // AS 241: const2

// High and low parts of sqrt(2 pi) and of log(2).
constexpr DoubleDouble kSqrtTwoPi{2.5066282746310007, -1.8328579980459167e-16};
constexpr DoubleDouble kLogTwo{0.6931471805599453, 2.3190468138462996e-17};

double ratio(const Coefficients& numerator, const Coefficients& denominator, double r) {
  double above = 0;
  double below = 0;
  for (auto k = numerator.size(); k-- > 0;) {
    above = above * r + numerator[k];
    below = below * r + denominator[k];
  }
  return above / below;
}

// AS 241 for an upper tail of at most a half: z >= 0, good to about 1e-16.
double approximate_quantile(double tail) {
  const double central = 0.5 - tail;
  if (central <= kCentralHalfWidth) {
    return central * ratio(kA, kB, kCentralSquare - central * central);
  }
  const double r = std::sqrt(-std::log(tail));
  return r <= kFarTail ? ratio(kC, kD, r - kNearTailShift) : ratio(kE, kF, r - kFarTail);
}

// exp(x) = mantissa * 2^exponent, apart, for the far tail would underflow.
struct Exponential {
  DoubleDouble mantissa;
  int exponent;
};

Exponential exponential(const DoubleDouble& x) {
  constexpr int kTerms = 28;  // (log(2) / 2)^28 / 28! < 1e-42
  const double powers = std::round(x.hi / kLogTwo.hi);
  const DoubleDouble rest = x - kLogTwo * powers;
  DoubleDouble sum = 1.0;
  for (int k = kTerms; k > 0; --k) sum = sum * rest / static_cast<double>(k) + 1.0;
  return {sum, static_cast<int>(powers)};
}

// Area over the density at z.
DoubleDouble over_density(double area, double z) {
  const Exponential density = exponential(detail::two_product(z, z) * -0.5);
  return kSqrtTwoPi * std::ldexp(area, -density.exponent) / density.mantissa;
}

// Mills' ratio (1 - Phi(z)) / phi(z), z >= 0. @cite abramowitz_stegun_1964 (26.2.11, 26.2.14)
DoubleDouble mills_ratio(double z) {
  constexpr double kSeriesBelow = 5.0;  // the series cancels above, the fraction is slow below
  constexpr double kNegligible = 1e-34;
  constexpr int kFractionDepth = 200;  // at z = 5 the last step changes less than 1e-32
  if (z < kSeriesBelow) {
    const DoubleDouble square = detail::two_product(z, z);
    DoubleDouble term = z;
    DoubleDouble sum = z;
    for (double odd = 3; term.hi > kNegligible * sum.hi; odd += 2) {
      term = term * square / odd;
      sum = sum + term;
    }
    return over_density(0.5, z) - sum;
  }
  DoubleDouble fraction = z;
  for (int k = kFractionDepth; k > 0; --k) fraction = DoubleDouble(k) / fraction + z;
  return DoubleDouble(1.0) / fraction;
}

// One Newton step from 16 digits gives 31: its error is z/2 times the square of the first.
DoubleDouble quantile(double tail) {
  const double z = approximate_quantile(tail);
  const DoubleDouble correction = mills_ratio(z) - over_density(tail, z);
  return DoubleDouble(z) + correction;
}

void check_inside_unit(const char* name, double value) {
  if (value > 0 && value < 1) return;
  throw DomainError(std::string(name) + " is " + core::to_string(value) +
                    ", expected a number between 0 and 1, both excluded");
}

}  // namespace

double normal_quantile(double upper_tail) {
  check_inside_unit("upper_tail", upper_tail);
  // 1 - upper_tail is exact here (Sterbenz).
  if (upper_tail > 0.5) return -quantile(1 - upper_tail).value();
  return quantile(upper_tail).value();
}

double detail::quick_normal_quantile(double upper_tail) {
  check_inside_unit("upper_tail", upper_tail);
  return upper_tail > 0.5 ? -approximate_quantile(1 - upper_tail)
                          : approximate_quantile(upper_tail);
}

namespace {

// The levels that are asked for, so that a single interval doesn't wait for 30 digits. A test holds
// them to `computed_deviate`.
struct KnownDeviate {
  double alpha;
  DoubleDouble z;
};
constexpr std::array<KnownDeviate, 10> kKnownDeviates{{
    {0.2, {1.2815515655446004, 6.6894174881194689e-17}},
    {0.1, {1.6448536269514726, 5.1943539297385815e-17}},
    {0.05, {1.9599639845400543, -5.9697476671209383e-17}},
    {0.02, {2.3263478740408412, -1.0847324997032678e-16}},
    {0.01, {2.5758293035489008, -7.4466388747457171e-17}},
    {0.005, {2.8070337683438042, -1.3701972255332538e-16}},
    {0.002, {3.0902323061678136, -1.0086380376147022e-16}},
    {0.001, {3.2905267314918949, -1.0884380512168153e-16}},
    {0.0002, {3.7190164854556804, 1.3147456824321193e-16}},
    {0.0001, {3.8905918864130942, -2.1381987833343642e-16}},
}};

}  // namespace

void detail::check_alpha(double alpha) {
  check_inside_unit("alpha", alpha);
  constexpr double kLeast = 1e-300;
  if (alpha >= kLeast) return;
  throw DomainError("alpha is " + core::to_string(alpha) + ", expected at least 1e-300");
}

DoubleDouble detail::computed_deviate(double alpha) {
  check_alpha(alpha);
  return quantile(alpha / 2);
}

DoubleDouble detail::two_sided_deviate(double alpha) {
  for (const KnownDeviate& known : kKnownDeviates) {
    if (known.alpha == alpha) return known.z;
  }
  return computed_deviate(alpha);
}

double deviate(double alpha) { return detail::two_sided_deviate(alpha).value(); }

core::Interval wald_interval(double value, double error, double alpha) {
  const double half = deviate(alpha) * error;
  return core::Interval::closed(value - half, value + half);
}

std::optional<core::Interval> log_wald_interval(double value, double error, double alpha) {
  constexpr double kLargestLog = 300;  // half the width, as a logarithm, that doubles can hold
  const double half = deviate(alpha) * error / value;
  if (!(value > 0) || std::isnan(half)) return std::nullopt;
  if (half > kLargestLog) return core::Interval::at_least(0);
  return core::Interval::closed(value / std::exp(half), value * std::exp(half));
}

}  // namespace pressgauge::stats
