// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/gamma.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "pressgauge/stats/detail/log_quantile.hpp"
#include "pressgauge/stats/detail/normal_tail.hpp"
#include "pressgauge/stats/detail/saddle_point.hpp"
#include "pressgauge/stats/detail/temme.hpp"

namespace pressgauge::stats::detail {
namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// The smaller of both tails; the other is 1 less it.
struct SmallTail {
  Tail tail;
  double log_value;
  double hazard;  // the density of log x over it
};

// log of x^a e^-x / Gamma(a + 1).
double log_kernel(double shape, double x) {
  if (shape >= 1) return log_poisson(shape, x);
  return shape * std::log(x) - x - log_gamma_beyond_one(shape);
}

// P(G < x) over the kernel. @cite dlmf (8.11.4)
double lower_series(double shape, double x) {
  double sum = 1;
  double term = 1;
  for (double k = 1; term > kEpsilon / 8 * sum; k += 1) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum;
}

// P(G > x) over the kernel, for x >= shape: DLMF 8.9.2 in Steed's form, whose steps are sums, so
// that rounding errors do not pile up as they would in a product.
double upper_fraction(double shape, double x) {
  double divisor = x - shape + 1;
  double d = 1 / divisor;
  double step = d;
  double sum = d;
  for (double k = 1; std::abs(step) > kEpsilon / 8 * sum; k += 1) {
    divisor += 2;
    d = 1 / (divisor + k * (shape - k) * d);
    step *= divisor * d - 1;
    sum += step;
  }
  return shape * sum;
}

// P(G > x) for a shape and an x below 1, where it may be a small part of 1. The first term is
// 1 - x^a / Gamma(a + 1), the second what is left of the alternating series. @cite dlmf (8.7.1)
double small_upper(double shape, double x) {
  const double exponent = shape * std::log(x) - log_gamma_beyond_one(shape);
  double sum = 0;
  double power = 1;
  for (double k = 1; k == 1 || std::abs(power) > kEpsilon / 8 * sum; k += 1) {
    power *= -x / k;
    sum -= power / (shape + k);
  }
  return -std::expm1(exponent) + shape * std::exp(exponent) * sum;
}

SmallTail small_tail(double shape, double x) {
  constexpr double kHalf = -0.6931471805599453;
  if (x == 0) return {Tail::lower, -kInfinity, shape};
  if (std::isinf(x)) return {Tail::upper, -kInfinity, x};
  if (near_mean(shape, x)) {
    const TemmeTail tail = temme_tail(shape, x);
    return {x < shape ? Tail::lower : Tail::upper, tail.log_value, tail.hazard};
  }
  const double kernel = log_kernel(shape, x);
  if (x >= shape && x >= 1) {
    const double share = upper_fraction(shape, x);
    return {Tail::upper, kernel + std::log(share), shape / share};
  }
  const double share = lower_series(shape, x);
  const double lower = kernel + std::log(share);
  if (lower < kHalf || shape >= 1) return {Tail::lower, lower, shape / share};
  const double upper = small_upper(shape, x);
  return {Tail::upper, std::log(upper), shape * std::exp(kernel) / upper};
}

double log_tail(double shape, double x, Tail tail) {
  const SmallTail small = small_tail(shape, x);
  return tail == small.tail ? small.log_value : log_of_rest(small.log_value);
}

LogTail tail_in_log(double shape, double x, Tail tail) {
  const SmallTail small = small_tail(shape, x);
  const double slope = tail == Tail::lower ? shape - x : x - shape;
  if (tail == small.tail) return {small.log_value, small.hazard, slope, -x};
  const double rest = log_of_rest(small.log_value);
  return {rest, small.hazard * std::exp(small.log_value - rest), slope, -x};
}

LogDensity density_in_log(double shape, double x, Tail tail) {
  return {.half_square = deviance(shape, x),
          .slope = tail == Tail::lower ? shape - x : x - shape,
          .curvature = -x,
          .at_mode = std::sqrt(shape),
          .log_scale = -stirling_error(shape)};
}

// Wilson & Hilferty's: the cube root of a gamma variable is nearly normal.
double cube_root_guess(double shape, Tail tail, double z) {
  const double deviate = tail == Tail::upper ? z : -z;
  const double root = 1 - 1 / (9 * shape) + deviate / (3 * std::sqrt(shape));
  return shape * root * root * root;
}

// The first term of the lower tail alone, x^a / Gamma(a + 1): a bound from below.
double power_guess(double shape, double log_lower) {
  return std::exp((log_lower + log_gamma_beyond_one(shape)) / shape);
}

double corrected(double shape, Tail tail, double z, double guess) {
  const double step = normal_step(density_in_log(shape, guess, tail), z);
  return grown(guess, tail == Tail::lower ? step : -step);
}

double start(double shape, Tail tail, const NormalTail& of) {
  constexpr double kNearlyNormal = 8;  // from there on the cube root is above 0.1
  if (shape >= kNearlyNormal) {
    const double cube = cube_root_guess(shape, tail, of.z);
    if (cube > 0.1 * shape) return corrected(shape, tail, of.z, cube);
  }
  const double log_lower = tail == Tail::lower ? of.log_value : log_of_rest(of.log_value);
  const double power = power_guess(shape, log_lower);
  if (power < 0.1 * (shape + 1)) return power;
  const double cube = cube_root_guess(shape, tail, of.z);
  if (shape >= 1 && cube > 0) return corrected(shape, tail, of.z, cube);
  return tail == Tail::lower ? std::min(power, shape + 1) : std::max(0.5 * shape, -of.log_value);
}

}  // namespace

double log_gamma_lower(double shape, double x) { return log_tail(shape, x, Tail::lower); }

double log_gamma_upper(double shape, double x) { return log_tail(shape, x, Tail::upper); }

double gamma_quantile(double shape, Tail tail, const NormalTail& of) {
  const double guess = start(shape, tail, of);
  if (guess < std::numeric_limits<double>::min()) return guess;
  const auto at = [&](double x) { return tail_in_log(shape, x, tail); };
  return log_quantile(at, tail, of.log_value, guess);
}

double gamma_quantile(double shape, Tail tail, double log_tail) {
  if (log_tail == 0) return tail == Tail::lower ? kInfinity : 0;
  if (std::isinf(log_tail)) return tail == Tail::lower ? 0 : kInfinity;
  // The smaller tail tells more: near 1 a log tail has hardly a slope.
  const double rest = log_of_rest(log_tail);
  const bool smaller = log_tail <= rest;
  const double small = smaller ? log_tail : rest;
  return gamma_quantile(shape, smaller ? tail : other(tail), {small, rough_normal_quantile(small)});
}

double chi_squared_tail(double x, double df) {
  return x <= 0 ? 1 : std::exp(log_gamma_upper(df / 2, x / 2));
}

double chi_squared_quantile(double upper_tail, double df) {
  // log1p keeps what is left of an upper tail near 1.
  return 2 * (upper_tail <= 0.5 ? gamma_quantile(df / 2, Tail::upper, std::log(upper_tail))
                                : gamma_quantile(df / 2, Tail::lower, std::log1p(-upper_tail)));
}

double log_poisson_tail(double x, double mean, Tail tail) {
  if (tail == Tail::lower) return x < 0 ? -kInfinity : log_gamma_upper(x + 1, mean);
  return x <= 0 ? 0 : log_gamma_lower(x, mean);
}

}  // namespace pressgauge::stats::detail
