// SPDX-License-Identifier: MIT
// How well chains of a Markov chain Monte Carlo agree, and what their draws are worth.
#pragma once

#include <Eigen/Core>

namespace pressgauge::stats::detail {

/// Rank-normalised split R-hat, of the values and of their distances from the median, whichever is
/// larger; NaN for fewer than 4 draws a chain, or draws that are all one number.
/// @param draws (samples, chains) @cite vehtari_2021
double r_hat(const Eigen::MatrixXd& draws);

/// Effective draws for the center: of rank-normalised split chains. @cite vehtari_2021
double bulk_draws(const Eigen::MatrixXd& draws);
/// Effective draws for the 5 % and 95 % quantiles, whichever are fewer.
double tail_draws(const Eigen::MatrixXd& draws);

/// The quantile between sorted values, linear: Hyndman and Fan's type 7, R's default.
double quantile_of_sorted(const Eigen::VectorXd& sorted, double share);

}  // namespace pressgauge::stats::detail
