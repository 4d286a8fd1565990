// SPDX-License-Identifier: MIT
#pragma once

#include <Eigen/Core>

#include <cstdint>

#include "pressgauge/core/arrays.hpp"

namespace pressgauge::stats {

/// Events that excite others: at time t the rate is mu + the sum over earlier events t_j of
/// branching * decay * exp(-decay (t - t_j)). Events of one time don't excite each other.
/// @cite hawkes_1971
struct HawkesParameters {
  double mu = 0;         ///< events per unit of time that nothing excites, > 0
  double branching = 0;  ///< events that one event excites directly, on average, >= 0
  double decay = 0;      ///< per unit of time, > 0
};

/// Log likelihood of events in [0, end], given that nothing came before, in one pass.
/// @param times (n,) sorted, in [0, end]
/// @throws DomainError for times or parameters outside their range @cite ozaki_1979
double hawkes_loglik(const core::VectorRef& times, double end, const HawkesParameters& parameters);

/// Its gradient in mu, branching and decay. As `hawkes_loglik`.
Eigen::Vector3d hawkes_score(const core::VectorRef& times,
                             double end,
                             const HawkesParameters& parameters);

struct HawkesFit {
  HawkesParameters parameters;
  Eigen::Matrix3d covariance;  ///< of mu, branching, decay: the inverse observed information
  double loglik = 0;
  core::Vector residuals;  ///< (n,) expected events between events: Exp(1) if the model holds
  double ks = 0;           ///< Kolmogorov's distance of the residuals from Exp(1)
  double pvalue = 1;
  std::uint32_t flags = 0;
};

/// The parameters of greatest likelihood. For each decay the others have one maximum; decays are
/// searched over all scales that the events have, so that no start is needed. @cite ozaki_1979
/// @return with branching 0 (flag `degenerate`) decay is NaN; flag `no_convergence` where the best
/// decay is at the end of what was searched; flag `tie` for events of one time
/// @throws DomainError as `hawkes_loglik`, and for less than two events
HawkesFit hawkes_fit(const core::VectorRef& times, double end);

/// Times of events in [0, end], exactly: the next event is the first of two, of which one is
/// excited. The same for the same seed. @cite dassios_zhao_2013
/// @throws DomainError for parameters outside their range, branching not below 1, or more than
/// 1e8 events on average
core::Vector hawkes_simulate(const HawkesParameters& parameters, double end, std::uint64_t seed);

}  // namespace pressgauge::stats
