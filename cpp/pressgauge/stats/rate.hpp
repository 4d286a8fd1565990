// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/options.hpp"

namespace pressgauge::stats {

/// Intervals of a Poisson rate. @cite garwood_1936 @cite breslow_day_1987 (byar)
/// @cite barker_2002 (score, wald, likelihood) @cite cohen_yang_1994 (midp) @cite brown_et_al_2003
/// (jeffreys) @cite anscombe_1948
enum class RateMethod : std::uint8_t {
  garwood,
  midp,
  score,
  wald,
  byar,
  jeffreys,
  likelihood,
  anscombe
};
RateMethod rate_method(std::string_view name);
std::string_view method_name(RateMethod method);

/// Events per unit of exposure.
/// @param count (n,) whole numbers >= 0; NaN where not reported
/// @param exposure (n,) time, people, or both, > 0
/// @return (n,) [1 / unit of exposure]
/// @throws DomainError when sizes differ, a value is outside its domain, or alpha is
Estimates rate(const core::VectorRef& count,
               const core::VectorRef& exposure,
               const IntervalOptions<RateMethod>& options = {});
Estimate rate(const core::Interval& count,
              const core::Interval& exposure,
              const IntervalOptions<RateMethod>& options = {});

/// Intervals of the ratio of two rates: given x1 + x2, x1 is binomial.
/// @cite przyborowski_wilenski_1940 @cite gu_et_al_2008 (log_wald)
enum class RateRatioMethod : std::uint8_t {
  score,
  exact,
  midp,
  blaker,
  likelihood,
  jeffreys,
  log_wald
};
RateRatioMethod rate_ratio_method(std::string_view name);
std::string_view method_name(RateRatioMethod method);

/// (x1 / t1) / (x2 / t2). As `rate`; with x2 = 0 there is no high end, flag `one_sided`; 0/0 is NaN
/// within [0, ∞], flag `undefined`.
Estimates rate_ratio(const core::VectorRef& x1,
                     const core::VectorRef& t1,
                     const core::VectorRef& x2,
                     const core::VectorRef& t2,
                     const IntervalOptions<RateRatioMethod>& options = {});
Estimate rate_ratio(const core::Interval& x1,
                    const core::Interval& t1,
                    const core::Interval& x2,
                    const core::Interval& t2,
                    const IntervalOptions<RateRatioMethod>& options = {});

/// Intervals of the difference of two rates. @cite miettinen_nurminen_1985 (score)
/// @cite li_et_al_2011 (mover_score)
enum class RateDiffMethod : std::uint8_t { score, wald, mover_score };
RateDiffMethod rate_diff_method(std::string_view name);
std::string_view method_name(RateDiffMethod method);

/// x1 / t1 - x2 / t2. As `rate`.
Estimates rate_diff(const core::VectorRef& x1,
                    const core::VectorRef& t1,
                    const core::VectorRef& x2,
                    const core::VectorRef& t2,
                    const IntervalOptions<RateDiffMethod>& options = {});
Estimate rate_diff(const core::Interval& x1,
                   const core::Interval& t1,
                   const core::Interval& x2,
                   const core::Interval& t2,
                   const IntervalOptions<RateDiffMethod>& options = {});

}  // namespace pressgauge::stats
