// SPDX-License-Identifier: MIT
// Two samples compared: count1 of nobs1 and count2 of nobs2.
#pragma once

#include <cstdint>
#include <string_view>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/options.hpp"

namespace pressgauge::stats {

/// Intervals of a difference of two proportions.
/// @cite agresti_caffo_2000 @cite newcombe_1998_difference (methods 10 and 11) @cite mee_1984
/// @cite miettinen_nurminen_1985
enum class DifferenceMethod : std::uint8_t {
  miettinen_nurminen,
  mee,
  newcombe,
  newcombe_cc,
  agresti_caffo,
  wald
};

/// Intervals of a ratio of two proportions.
/// @cite katz_1978 @cite walter_1975 @cite koopman_1984 @cite miettinen_nurminen_1985
enum class RiskRatioMethod : std::uint8_t { miettinen_nurminen, koopman, katz_log, walter };

/// Intervals of an odds ratio.
/// @cite woolf_1955 @cite gart_1966 @cite cornfield_1956 (score and conditional_exact)
/// @cite miettinen_nurminen_1985 @cite fay_2010 (conditional_blaker) @cite blaker_2000
enum class OddsRatioMethod : std::uint8_t {
  conditional_exact,
  conditional_midp,
  conditional_blaker,
  score,
  miettinen_nurminen,
  gart,
  woolf
};

/// The method of a name or of one of its aliases in other libraries.
/// @throws DomainError when there is none of that name
DifferenceMethod difference_method(std::string_view name);
RiskRatioMethod risk_ratio_method(std::string_view name);
OddsRatioMethod odds_ratio_method(std::string_view name);

/// Difference of two proportions of each unit, count1 / nobs1 - count2 / nobs2.
/// @param count1, nobs1, count2, nobs2 (n,) whole numbers, count at most nobs; NaN where missing
/// @return (n,) dimensionless, in [-1, 1]; a sample of none gives NaN within [-1, 1] and flag
/// `undefined`
/// @throws DomainError when sizes differ, a value is no count, a count is above its nobs, or alpha
/// is not inside (0, 1)
Estimates proportion_diff(const core::VectorRef& count1,
                          const core::VectorRef& nobs1,
                          const core::VectorRef& count2,
                          const core::VectorRef& nobs2,
                          const IntervalOptions<DifferenceMethod>& options = {});
Estimate proportion_diff(const core::Interval& count1,
                         const core::Interval& nobs1,
                         const core::Interval& count2,
                         const core::Interval& nobs2,
                         const IntervalOptions<DifferenceMethod>& options = {});

/// Ratio of two proportions of each unit. As `proportion_diff`, in [0, ∞]; 0/0 gives NaN and flag
/// `undefined`, and the interval that its method has there.
Estimates risk_ratio(const core::VectorRef& count1,
                     const core::VectorRef& nobs1,
                     const core::VectorRef& count2,
                     const core::VectorRef& nobs2,
                     const IntervalOptions<RiskRatioMethod>& options = {});
Estimate risk_ratio(const core::Interval& count1,
                    const core::Interval& nobs1,
                    const core::Interval& count2,
                    const core::Interval& nobs2,
                    const IntervalOptions<RiskRatioMethod>& options = {});

/// Odds ratio of each unit. As `risk_ratio`. The estimate is the sample's; with a conditional
/// method the likeliest one given all margins, with gart the one with 1/2 added to each cell.
Estimates odds_ratio(const core::VectorRef& count1,
                     const core::VectorRef& nobs1,
                     const core::VectorRef& count2,
                     const core::VectorRef& nobs2,
                     const IntervalOptions<OddsRatioMethod>& options = {});
Estimate odds_ratio(const core::Interval& count1,
                    const core::Interval& nobs1,
                    const core::Interval& count2,
                    const core::Interval& nobs2,
                    const IntervalOptions<OddsRatioMethod>& options = {});

}  // namespace pressgauge::stats
