// SPDX-License-Identifier: MIT
// Random numbers that are the same for the same seed on every platform, which <random>'s
// distributions are not.
#pragma once

#include <array>
#include <cstdint>

namespace pressgauge::stats::detail {

/// xoshiro256++, seeded by splitmix64. @cite blackman_vigna_2021
class Random {
 public:
  /// @param stream chains with one seed and different streams are independent
  explicit Random(std::uint64_t seed, std::uint64_t stream = 0);

  std::uint64_t bits();
  /// In (0, 1), both excluded.
  double uniform();
  /// 0 … n - 1 without bias. @param n > 0
  std::uint64_t below(std::uint64_t n);

  double normal();
  double exponential();
  /// @param shape > 0; unit scale @cite marsaglia_tsang_2000
  double gamma(double shape);
  double beta(double a, double b);
  /// Whole numbers as doubles: counts up to 2^53. @cite hormann_1993_poisson
  double poisson(double mean);
  /// @cite hormann_1993_binomial
  double binomial(double n, double p);

 private:
  std::array<std::uint64_t, 4> state_;
};

}  // namespace pressgauge::stats::detail
