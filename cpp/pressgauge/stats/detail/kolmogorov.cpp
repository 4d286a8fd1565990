// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/kolmogorov.hpp"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pressgauge::stats::detail {
namespace {

// P(sqrt(n) D > x) for a large n.
double limit_tail(double x) {
  constexpr double kSmall = 1.18;  // five terms of either series have all digits here
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

Eigen::MatrixXd power(Eigen::MatrixXd base, std::int64_t exponent) {
  Eigen::MatrixXd out = Eigen::MatrixXd::Identity(base.rows(), base.cols());
  for (; exponent > 0; exponent /= 2) {
    if (exponent % 2 == 1) out = (out * base).eval();
    base = (base * base).eval();
  }
  return out;
}

// P(D < distance), by Durbin's matrix. @cite marsaglia_tsang_wang_2003
double exact_rest(double distance, std::int64_t n) {
  const double scaled = distance * static_cast<double>(n);
  const auto k = static_cast<Eigen::Index>(scaled) + 1;
  const Eigen::Index size = 2 * k - 1;
  const double h = static_cast<double>(k) - scaled;
  Eigen::MatrixXd step(size, size);
  for (Eigen::Index i = 0; i < size; ++i) {
    for (Eigen::Index j = 0; j < size; ++j) step(i, j) = i - j + 1 < 0 ? 0 : 1;
  }
  for (Eigen::Index i = 0; i < size; ++i) {
    step(i, 0) -= std::pow(h, static_cast<double>(i + 1));
    step(size - 1, i) -= std::pow(h, static_cast<double>(size - i));
  }
  step(size - 1, 0) += std::pow(std::max(0.0, 2 * h - 1), static_cast<double>(size));
  for (Eigen::Index i = 0; i < size; ++i) {
    for (Eigen::Index j = 0; j <= i; ++j) {
      step(i, j) /= std::tgamma(static_cast<double>(i - j + 2));
    }
  }
  double out = power(step, n)(k - 1, k - 1);
  for (std::int64_t i = 1; i <= n; ++i) out *= static_cast<double>(i) / static_cast<double>(n);
  return out;
}

}  // namespace

double kolmogorov_tail(double distance, std::int64_t n) {
  constexpr std::int64_t kMostExact = 99;
  constexpr double kFar = 16;  // P is below 1e-13: what 1 less the rest doesn't tell
  const double count = static_cast<double>(n);
  if (distance >= 1) return 0;
  if (distance <= 0) return 1;
  if (n <= kMostExact && count * distance * distance < kFar) {
    return std::clamp(1 - exact_rest(distance, n), 0.0, 1.0);
  }
  const double root = std::sqrt(count);
  const double x = distance * root;
  return limit_tail(x + 1 / (6 * root) + (x - 1) / (4 * count));  // Vrbik (2018)
}

}  // namespace pressgauge::stats::detail
