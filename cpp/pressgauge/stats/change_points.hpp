// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/stats/detail/rows.hpp"
#include "pressgauge/stats/estimate.hpp"

namespace pressgauge::stats {

/// Periods of a series, counted from 1.
using Periods = Eigen::Matrix<std::int64_t, Eigen::Dynamic, 1>;

/// How the best partition is found: both find the same, PELT without looking at all.
enum class PartitionMethod : std::uint8_t { pelt, exact };

/// @throws DomainError when there is none of that name
PartitionMethod partition_method(std::string_view name);

/// What a change point costs: bic, log n; aic, 2.
/// @throws DomainError when there is none of that name
double change_penalty(std::string_view name, Eigen::Index periods);

struct RateChangeOptions {
  PartitionMethod method = PartitionMethod::pelt;
  double penalty = 0;   ///< of each change point, on the scale of -2 log likelihood
  double alpha = 0.05;  ///< of the intervals of the rates
};

struct RateChanges {
  Periods change_points;  ///< the last period of each segment but the last
  Estimates rates;        ///< of each segment, events per period
  double cost = 0;        ///< sum of 2 (S - S log(S / m)) over segments of S events in m periods
  std::uint32_t flags = 0;
};

/// The partition of a series into segments of constant Poisson rate that has the least cost plus
/// penalties: the optimum over all partitions. Costs that rounding can't tell apart are ties: the
/// fewest change points win, then the earliest. @cite jackson_2005 @cite killick_2012
/// @param y (n,) events of each period, whole numbers; NaN where not reported: no exposure
/// @return rates with Garwood's interval @cite garwood_1936
/// @throws DomainError for no count, no period at all, or a penalty that is not finite and >= 0
RateChanges event_rate_change(const core::VectorRef& y, const RateChangeOptions& options);

/// Of each rate, Gamma(shape, rate). @cite raftery_akman_1986
struct GammaPrior {
  double shape = 1;
  double rate = 0.5;
};

struct ChangePosterior {
  core::Vector probability;       ///< (n - 1,) that the rate changed after period 1, 2, …
  std::int64_t change_point = 0;  ///< the most probable
  double mean = 0;                ///< of the last period before the change
  double log_bayes_factor = 0;    ///< of one change against none
  detail::Row before{};           ///< the rate before the most probable change: mean, equal tails
  detail::Row after{};
  std::uint32_t flags = 0;
};

/// One change of a Poisson rate, each period as likely before the data. @cite raftery_akman_1986
/// @param y (n,) as in `event_rate_change`, n >= 2
/// @throws DomainError for no count, fewer than two periods, or a prior that is not positive, from
/// 1e-150 to 1e150
ChangePosterior bayes_changepoint(const core::VectorRef& y, const GammaPrior& prior, double alpha);

}  // namespace pressgauge::stats
