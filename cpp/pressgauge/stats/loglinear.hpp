// SPDX-License-Identifier: MIT
// Multiple systems estimation: log-linear models of how often persons were seen on which lists.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/capture.hpp"
#include "pressgauge/stats/estimate.hpp"

namespace pressgauge::stats {

/// A set of lists, list j at bit j.
using Lists = std::uint32_t;
/// Which lists a model lets depend on each other: sets of two and more.
using Interactions = std::vector<Lists>;

/// What models are ranked by.
enum class Criterion : std::uint8_t { aic, bic };
Criterion criterion_of(std::string_view name);

/// One fitted model.
struct LoglinearModel {
  Estimate population;        ///< all persons, seen or not
  double unseen = 0;          ///< those that nobody saw
  double standard_error = 0;  ///< of either
  double deviance = 0;
  double degrees_of_freedom = 0;
  double aic = 0;             ///< -2 log Poisson likelihood + 2 parameters
  double bic = 0;             ///< the same with parameters * log(persons seen)
  Interactions interactions;  ///< all, those that others imply too
};

/// Fitted models, a row each.
struct LoglinearModels {
  std::vector<Interactions> interactions;
  Estimates population;
  core::Vector unseen;
  core::Vector standard_error;
  core::Vector deviance;
  core::Vector degrees_of_freedom;
  core::Vector aic;
  core::Vector bic;

  explicit LoglinearModels(Eigen::Index size);
};

/// Fits one hierarchical model by maximum likelihood: n0 = exp(intercept), N = seen + n0, standard
/// error sqrt(n0 + n0² var(intercept)). @cite fienberg_1972 @cite cormack_1989
/// @param counts (2^L,) persons by history, list j at bit j; counts[0] is not looked at
/// @param interactions sets of lists; those within them are added
/// @throws DomainError when a count is no whole number >= 0, nobody was seen, or a set is not of
/// two and fewer than all lists
LoglinearModel loglinear_mse(const core::VectorRef& counts,
                             const Interactions& interactions,
                             const PopulationOptions& options = {});

/// All hierarchical models of L lists in which each list has its term, but the one of all
/// interactions: 1 of 2 lists, 8 of 3, 113 of 4, 6893 of 5.
/// @throws DomainError for fewer than 2 or more than 5 lists
std::vector<Interactions> hierarchical_models(int lists);

/// Fits them all. As `loglinear_mse`.
LoglinearModels mse_all_models(const core::VectorRef& counts,
                               const PopulationOptions& options = {});

/// All persons by the multinomial likelihood, the other parameters at their best for each number,
/// with the interval of the likelihood ratio. @cite cormack_1992 @cite rivest_baillargeon_2007
/// @throws DomainError as `loglinear_mse`
Estimate mse_profile(const core::VectorRef& counts,
                     const Interactions& interactions,
                     double alpha = 0.05,
                     Alternative alternative = Alternative::two_sided);

/// The average over all models with weights exp(-criterion / 2), and the interval between the
/// quantiles of the mixture of their log-normal distributions.
/// @cite buckland_burnham_augustin_1997 @cite madigan_york_1997
Estimate mse_model_average(const core::VectorRef& counts,
                           Criterion criterion = Criterion::bic,
                           double alpha = 0.05,
                           Alternative alternative = Alternative::two_sided);

/// What all models say whose criterion is at most `within` above the least: identified is the hull
/// of their estimates, interval that of their intervals. Counts may be reported in bounds: then it
/// is the hull over all corners of the bounds.
/// @throws DomainError also when more than 12 counts are in bounds, or one has no upper end
Estimate mse_model_range(const std::vector<core::Interval>& counts,
                         Criterion criterion = Criterion::aic,
                         double within = 2,
                         const PopulationOptions& options = {});

/// The sum of populations that were estimated apart, their errors independent.
/// @param observed, unseen, standard_error (n,) of each stratum, numbers >= 0
/// @throws DomainError when sizes differ or a value is negative
Estimate population_total(const core::VectorRef& observed,
                          const core::VectorRef& unseen,
                          const core::VectorRef& standard_error,
                          const PopulationOptions& options = {});

}  // namespace pressgauge::stats
