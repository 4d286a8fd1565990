// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/options.hpp"

namespace pressgauge::stats {

/// Intervals of a binomial proportion.
/// @cite wilson_1927 @cite newcombe_1998 (wilson_cc) @cite brown_cai_dasgupta_2001 (wald)
/// @cite agresti_coull_1998 @cite anscombe_1948 (arcsine) @cite clopper_pearson_1934
/// @cite brown_cai_dasgupta_2001 (jeffreys, plain equal tails of Beta(x + 1/2, n - x + 1/2);
/// jeffreys_bcd, with 0 at x = 0 and 1 at x = n; logit, the likelihood ratio)
/// @cite vollset_1993 (midp) @cite blaker_2000
enum class ProportionMethod : std::uint8_t {
  wilson,
  wilson_cc,
  wald,
  agresti_coull,
  arcsine,
  clopper_pearson,
  jeffreys,
  jeffreys_bcd,
  logit,
  midp,
  blaker,
  likelihood
};

/// The method of a name or of one of its aliases in other libraries: score, ac, beta, exact.
/// @throws DomainError when there is none of that name
ProportionMethod proportion_method(std::string_view name);
std::string_view method_name(ProportionMethod method);

using ProportionOptions = IntervalOptions<ProportionMethod>;

/// Share of each unit: count / nobs.
/// @param count (n,) successes, whole numbers in [0, nobs]; NaN where not reported
/// @param nobs (n,) trials
/// @return (n,) dimensionless; NaN and flag `missing` for NaN, NaN and flag `undefined` for 0/0
/// @throws DomainError when sizes differ, a value is no count, a count is above its nobs, or alpha
/// is not inside (0, 1)
Estimates proportion(const core::VectorRef& count,
                     const core::VectorRef& nobs,
                     const ProportionOptions& options = {});
/// One unit whose counts may be reported in bounds: the identified set, and the union of the
/// intervals of all counts that the reports allow. @cite manski_2003 @cite horowitz_manski_2000
Estimate proportion(const core::Interval& count,
                    const core::Interval& nobs,
                    const ProportionOptions& options = {});

/// Turnout of each unit: ballots cast over registered voters. As `proportion`, but a turnout above
/// 1 is kept, with flag `above_one` and no interval. @cite idea_voter_turnout
Estimates turnout(const core::VectorRef& ballots,
                  const core::VectorRef& registered,
                  const ProportionOptions& options = {});
Estimate turnout(const core::Interval& ballots,
                 const core::Interval& registered,
                 const ProportionOptions& options = {});

}  // namespace pressgauge::stats
