// SPDX-License-Identifier: MIT
#pragma once

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/proportion.hpp"

namespace pressgauge::stats {

/// Ratio of two counts of each unit, a / b. Given the total a + b, a is binomial; an interval
/// (l, h) of its share becomes (l / (1 - l), h / (1 - h)). With method wilson this is the score
/// interval. @cite przyborowski_wilenski_1940
/// @param a (n,) whole numbers >= 0; NaN where not reported
/// @param b (n,) as a
/// @return (n,) dimensionless, in [0, ∞]; with b = 0 the high end is ∞ (flag `one_sided`); NaN
/// within [0, ∞] and flag `undefined` for 0/0
/// @throws DomainError when sizes differ, a value is no count, or alpha is not inside (0, 1)
Estimates count_ratio(const core::VectorRef& a,
                      const core::VectorRef& b,
                      const ProportionOptions& options = {});
/// One unit whose counts may be reported in bounds: the identified set, and the union of the
/// intervals of all counts that the reports allow. @cite manski_2003 @cite horowitz_manski_2000
Estimate count_ratio(const core::Interval& a,
                     const core::Interval& b,
                     const ProportionOptions& options = {});

/// Injured of one side per injured of the other. As `count_ratio`.
Estimates injury_ratio(const core::VectorRef& side_a,
                       const core::VectorRef& side_b,
                       const ProportionOptions& options = {});
Estimate injury_ratio(const core::Interval& side_a,
                      const core::Interval& side_b,
                      const ProportionOptions& options = {});

/// Killed per wounded. As `count_ratio`. @cite coupland_meddings_1999
Estimates killed_wounded_ratio(const core::VectorRef& killed,
                               const core::VectorRef& wounded,
                               const ProportionOptions& options = {});
Estimate killed_wounded_ratio(const core::Interval& killed,
                              const core::Interval& wounded,
                              const ProportionOptions& options = {});

/// Share of the killed among the casualties, killed / (killed + wounded), with the interval of a
/// proportion.
/// @return (n,) dimensionless, in [0, 1]; NaN and flag `undefined` for 0/0
/// @throws DomainError as `count_ratio`
Estimates case_fatality(const core::VectorRef& killed,
                        const core::VectorRef& wounded,
                        const ProportionOptions& options = {});
Estimate case_fatality(const core::Interval& killed,
                       const core::Interval& wounded,
                       const ProportionOptions& options = {});

}  // namespace pressgauge::stats
