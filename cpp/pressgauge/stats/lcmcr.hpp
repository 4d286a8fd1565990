// SPDX-License-Identifier: MIT
// Persons that no list holds, by a Bayesian mixture of classes that differ in how likely each list
// is to see them.
#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <functional>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/options.hpp"

namespace pressgauge::stats {

struct LatentClassOptions {
  int classes = 10;        ///< at most so many: the process is cut off there
  double a = 0.25;         ///< shape of the gamma prior of the process's concentration
  double b = 0.25;         ///< its rate
  int burnin = 10000;      ///< sweeps of each chain before the first draw
  int samples = 2000;      ///< draws kept of each chain
  int thin = 100;          ///< sweeps from draw to draw
  std::uint64_t seed = 1;  ///< chain k takes stream k of it
  int chains = 4;
  int threads = 1;  ///< that share the chains; the draws are the same for any number
  double alpha = 0.05;
  Alternative alternative = Alternative::two_sided;
};

struct LatentClassPosterior {
  Estimate population;    ///< median, and equal-tailed quantiles
  double mean = 0;        ///< posterior mean of all persons
  double r_hat = 0;       ///< NaN where all draws are one number
  double bulk_draws = 0;  ///< independent draws that the center of the distribution is worth
  double tail_draws = 0;  ///< and its tails
  Eigen::MatrixXd draws;  ///< (samples, chains) all persons
};

/// Told the share that is done, between blocks of sweeps and on the caller's thread. What it throws
/// ends the run.
using Progress = std::function<void(double)>;

/// All persons under the latent class model: classes from a Dirichlet process, each class with an
/// own chance for each list, uniform a priori, and p(N) in proportion to 1 / N.
/// @param counts (2^L,) persons by history, list j at bit j; counts[0] is not looked at
/// @return flag `no_convergence` where r_hat is above 1.01 or fewer than 100 draws a chain remain
/// @throws DomainError when counts are none, or an option is outside its range
/// @cite manrique_vallier_2016 @cite ishwaran_james_2001 @cite vehtari_2021
LatentClassPosterior lcmcr(const core::VectorRef& counts,
                           const LatentClassOptions& options = {},
                           const Progress& progress = {});

}  // namespace pressgauge::stats
