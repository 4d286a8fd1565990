// SPDX-License-Identifier: MIT
// Studies of one quantity, and their weighted sums: what every estimator of the variance between
// studies is made of.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace pressgauge::stats::detail {

/// Effects with their sampling variances > 0; at least one, none NaN.
struct Studies {
  std::span<const double> y;
  std::span<const double> v;

  std::size_t size() const { return y.size(); }
};

/// Sums with the weights w = 1 / (v + tau2), and r = y - mean.
struct Weighted {
  double sum = 0;             ///< of w
  double sum_of_squares = 0;  ///< of w²
  double mean = 0;            ///< of y
  double q = 0;               ///< sum of w r²
  double q_squared = 0;       ///< sum of w² r²
};

Weighted weighted(const Studies& studies, double tau2);

/// The mean of y without weights, and the sum of squares about it.
struct Plain {
  double mean = 0;
  double sum_of_squares = 0;
};

Plain plain(std::span<const double> y);

/// The sampling variance of a typical study: what I² sets tau2 against.
/// @cite higgins_thompson_2002 (equation 9)
double typical_variance(const Studies& studies);

/// @throws DomainError when sizes differ, an effect is infinite, or a variance is not > 0: of
/// (rows, studies) tables read row by row, NaN allowed. @param across studies in a row, 0 where
/// there is one row only
void check_studies(std::span<const double> y, std::span<const double> v, std::size_t across = 0);

}  // namespace pressgauge::stats::detail
