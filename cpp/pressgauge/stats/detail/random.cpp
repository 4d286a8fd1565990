// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/random.hpp"

#include <bit>
#include <cmath>

#include "pressgauge/stats/detail/saddle_point.hpp"

namespace pressgauge::stats::detail {
namespace {

// The output function of splitmix64. @cite steele_2014
std::uint64_t mix(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return x ^ (x >> 31);
}

// log of a gamma variable: that of a tiny shape would underflow.
double log_of_gamma(Random& random, double shape) {
  if (shape >= 1) return std::log(random.gamma(shape));
  return std::log(random.gamma(shape + 1)) + std::log(random.uniform()) / shape;
}

// Below this mean counts are searched from 0 on; above, Hörmann's rejection holds.
constexpr double kRejectionFrom = 10;

double small_poisson(Random& random, double mean) {
  const double limit = std::exp(-mean);
  double count = 0;
  for (double product = random.uniform(); product > limit; product *= random.uniform()) count += 1;
  return count;
}

// Transformed rejection with squeeze, PTRS. @cite hormann_1993_poisson
double large_poisson(Random& random, double mean) {
  const double b = 0.931 + 2.53 * std::sqrt(mean);
  const double a = -0.059 + 0.02483 * b;
  const double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
  const double squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const double u = random.uniform() - 0.5;
    const double v = random.uniform();
    const double left = 0.5 - std::abs(u);
    const double k = std::floor((2 * a / left + b) * u + mean + 0.43);
    if (left >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (left < 0.013 && v > left)) continue;
    const double height = v * inverse_alpha / (a / (left * left) + b);
    if (std::log(height) <= log_poisson(k, mean)) return k;
  }
}

// By inversion, from 0 on. @param p at most 1/2
double small_binomial(Random& random, double n, double p) {
  const double none = std::exp(n * std::log1p(-p));
  for (;;) {
    double left = random.uniform();
    double term = none;
    for (double k = 0; k <= n; k += 1) {
      if (left < term) return k;
      left -= term;
      term *= (n - k) / (k + 1) * (p / (1 - p));
    }
  }
}

// Transformed rejection with squeeze, BTRS. @cite hormann_1993_binomial
double large_binomial(Random& random, double n, double p) {
  const double deviation = std::sqrt(n * p * (1 - p));
  const double b = 1.15 + 2.53 * deviation;
  const double a = -0.0873 + 0.0248 * b + 0.01 * p;
  const double alpha = (2.83 + 5.1 / b) * deviation;
  const double squeeze = 0.92 - 4.2 / b;
  const double at_mode = log_binomial(std::floor((n + 1) * p), n, p, 1 - p);
  for (;;) {
    const double u = random.uniform() - 0.5;
    const double v = random.uniform();
    const double left = 0.5 - std::abs(u);
    const double k = std::floor((2 * a / left + b) * u + n * p + 0.5);
    if (left >= 0.07 && v <= squeeze) return k;
    if (k < 0 || k > n) continue;
    const double height = v * alpha / (a / (left * left) + b);
    if (std::log(height) <= log_binomial(k, n, p, 1 - p) - at_mode) return k;
  }
}

}  // namespace

Random::Random(std::uint64_t seed, std::uint64_t stream) {
  std::uint64_t state = seed ^ mix(stream);  // stream 0 is the plain seed
  for (auto& word : state_) word = mix(state += 0x9e3779b97f4a7c15);
}

std::uint64_t Random::bits() {
  const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
  const std::uint64_t shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

double Random::uniform() { return (static_cast<double>(bits() >> 12) + 0.5) * 0x1p-52; }

std::uint64_t Random::below(std::uint64_t n) {
  // The fewest bits that hold n - 1, until they do: at most two draws on average.
  const int surplus = n > 1 ? std::countl_zero(n - 1) : 63;
  for (;;) {
    const std::uint64_t draw = bits() >> surplus;
    if (draw < n) return draw;
  }
}

// The ratio of uniforms. @cite kinderman_monahan_1977
double Random::normal() {
  constexpr double kWidth = 1.7155277699214135;  // 2 sqrt(2 / e)
  for (;;) {
    const double u = uniform();
    const double x = kWidth * (uniform() - 0.5) / u;
    if (x * x <= -4 * std::log(u)) return x;
  }
}

double Random::exponential() { return -std::log(uniform()); }

double Random::gamma(double shape) {
  if (shape < 1) return gamma(shape + 1) * std::pow(uniform(), 1 / shape);
  const double d = shape - 1.0 / 3;
  const double c = 1 / std::sqrt(9 * d);
  for (;;) {
    const double x = normal();
    const double root = 1 + c * x;
    const double v = root * root * root;
    if (v > 0 && std::log(uniform()) < 0.5 * x * x + d - d * v + d * std::log(v)) return d * v;
  }
}

double Random::beta(double a, double b) {
  const double log_a = log_of_gamma(*this, a);
  return 1 / (1 + std::exp(log_of_gamma(*this, b) - log_a));
}

double Random::poisson(double mean) {
  return mean < kRejectionFrom ? small_poisson(*this, mean) : large_poisson(*this, mean);
}

double Random::binomial(double n, double p) {
  if (p > 0.5) return n - binomial(n, 1 - p);
  return n * p < kRejectionFrom ? small_binomial(*this, n, p) : large_binomial(*this, n, p);
}

}  // namespace pressgauge::stats::detail
