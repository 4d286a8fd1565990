// SPDX-License-Identifier: MIT
#include <array>
#include <cmath>

#include "pressgauge/stats/detail/gamma.hpp"

namespace pressgauge::stats::detail {
namespace {

// A function of s with its first two derivatives, by the rules of sum and product.
Zeta operator+(const Zeta& f, const Zeta& g) {
  return {f.value + g.value, f.first + g.first, f.second + g.second};
}

Zeta operator*(const Zeta& f, const Zeta& g) {
  return {f.value * g.value,
          f.first * g.value + f.value * g.first,
          f.second * g.value + 2 * f.first * g.first + f.value * g.second};
}

Zeta operator*(double c, const Zeta& f) { return {c * f.value, c * f.first, c * f.second}; }

// base^(shift - s), given the logarithm of the base.
Zeta power(double base, double logarithm, double exponent) {
  const double value = std::pow(base, exponent);
  return {value, -logarithm * value, logarithm * logarithm * value};
}

bool is_negligible(const Zeta& term, const Zeta& sum) {
  constexpr double kNegligible = 1e-20;
  return term.value <= kNegligible * sum.value && term.second <= kNegligible * sum.second;
}

// B(2k) / (2k)!
constexpr std::array<double, 12> kBernoulli{1.0 / 12,
                                            -1.0 / 720,
                                            1.0 / 30240,
                                            -1.0 / 1209600,
                                            1.0 / 47900160,
                                            -5.284190138687493e-10,
                                            1.3382536530684679e-11,
                                            -3.3896802963225827e-13,
                                            8.586062056277845e-15,
                                            -2.174868698558062e-16,
                                            5.5090028283602295e-18,
                                            -1.3954464685812522e-19};

// What Euler and Maclaurin add to the integral and the half of the first term.
Zeta corrections(double s, double a, double logarithm) {
  Zeta factor = Zeta{s, 1, 0} * power(a, logarithm, -s - 1);
  Zeta sum;
  for (std::size_t k = 0; k < kBernoulli.size(); ++k) {
    sum = sum + kBernoulli[k] * factor;
    const double j = 2 * static_cast<double>(k) + 1;
    factor = Zeta{s + j, 1, 0} * (Zeta{s + j + 1, 1, 0} * factor);
    factor = 1 / (a * a) * factor;
  }
  return sum;
}

}  // namespace

Zeta hurwitz_zeta(double s, double a) {
  constexpr double kFirst = 10;  // with a + n >= kFirst + s twelve corrections leave 1e-17
  Zeta sum;
  for (; a < kFirst + s; a += 1) {
    const Zeta term = power(a, std::log(a), -s);
    sum = sum + term;
    if (is_negligible(term, sum)) return sum;
  }
  const double logarithm = std::log(a);
  const double inverse = 1 / (s - 1);
  const Zeta integral = Zeta{inverse, -inverse * inverse, 2 * inverse * inverse * inverse} *
                        power(a, logarithm, 1 - s);
  return sum + integral + 0.5 * power(a, logarithm, -s) + corrections(s, a, logarithm);
}

}  // namespace pressgauge::stats::detail
