// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/kolmogorov.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pressgauge::stats::detail {

double kolmogorov_tail(double distance, double n) {
  const double root = std::sqrt(n);
  const double x = distance * (root + 0.12 + 0.11 / root);  // Stephens (1970), table 1
  constexpr double kSmall = 1.18;  // both series have all digits after four terms here
  constexpr int kTerms = 5;
  if (x <= 0) return 1;
  double sum = 0;
  if (x < kSmall) {
    const double unit = std::numbers::pi * std::numbers::pi / (8 * x * x);
    for (int k = 0; k < kTerms; ++k) sum += std::exp(-(2 * k + 1) * (2 * k + 1) * unit);
    return 1 - std::sqrt(2 * std::numbers::pi) / x * sum;
  }
  for (int k = kTerms; k >= 1; --k) sum = std::exp(-2 * k * k * x * x) - sum;
  return std::clamp(2 * sum, 0.0, 1.0);
}

}  // namespace pressgauge::stats::detail
