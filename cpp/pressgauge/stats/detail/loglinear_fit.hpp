// SPDX-License-Identifier: MIT
// One hierarchical log-linear model of the counts of capture histories, fitted by Newton's method.
// A model's terms are subsets of the lists, and a term's column is 1 where the history holds it:
// so each sum of the normal equations is one over supersets, and there are few to take.
#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <vector>

#include "pressgauge/stats/detail/lattice.hpp"

namespace pressgauge::stats::detail {

/// How the fit ended.
enum class Ending : std::uint8_t {
  converged,
  flat,         ///< a coefficient has no finite best value, but all that follows from the fit has
  none_unseen,  ///< the best fit leaves nobody unseen
  unbounded,    ///< the data put no end to the count that nobody saw
  unidentified  ///< the data do not tell the model's terms apart
};

struct LoglinearState {
  Eigen::VectorXd terms;       ///< coefficients, of the terms that were kept
  std::vector<double> fitted;  ///< (2^L,) by history; [0] is what nobody saw
  double log_unseen = 0;
  double unseen_variance = 0;  ///< of log_unseen
  double deviance = 0;
  double log_likelihood = 0;  ///< Poisson, of the cells that were kept
  int cells = 0;
  int parameters = 0;
  bool reduced = false;  ///< terms without a count were left out, with their cells
  Ending ending = Ending::converged;
};

/// @param counts (2^L,) by history
/// @param terms masks of all terms, the empty one first
/// @param with_unseen whether counts[0] is a count, as a profile needs it; else it is no cell
/// @param start fitted values to begin at, or nothing
/// A term whose lists together have no count is left out with the cells that hold it: the maximum
/// of the likelihood is there. @cite chan_silverman_vincent_2021
LoglinearState loglinear_fit(const std::vector<double>& counts,
                             const std::vector<Mask>& terms,
                             bool with_unseen,
                             const std::vector<double>* start = nullptr);

}  // namespace pressgauge::stats::detail
