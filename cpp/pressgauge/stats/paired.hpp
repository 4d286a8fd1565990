// SPDX-License-Identifier: MIT
// The same units judged twice: how many passed both times, the first time only, the second only,
// or neither.
#pragma once

#include <cstdint>
#include <string_view>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/count_tests.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/options.hpp"

namespace pressgauge::stats {

/// Intervals of a difference of paired proportions.
/// @cite tango_1998 @cite newcombe_1998_paired (method 10)
enum class PairedMethod : std::uint8_t { tango, newcombe, wald };

/// The method of a name. @throws DomainError when there is none of that name
PairedMethod paired_method(std::string_view name);

/// Share that passed the first time less that of the second, (first_only - second_only) / all.
/// @param both, first_only, second_only, neither (n,) whole numbers >= 0; NaN where missing
/// @return (n,) dimensionless, in [-1, 1]; no units give NaN within [-1, 1] and flag `undefined`
/// @throws DomainError when sizes differ, a value is no count, or alpha is not inside (0, 1)
Estimates paired_diff(const core::VectorRef& both,
                      const core::VectorRef& first_only,
                      const core::VectorRef& second_only,
                      const core::VectorRef& neither,
                      const IntervalOptions<PairedMethod>& options = {});
Estimate paired_diff(const core::Interval& both,
                     const core::Interval& first_only,
                     const core::Interval& second_only,
                     const core::Interval& neither,
                     const IntervalOptions<PairedMethod>& options = {});

/// exact: binomial, twice the smaller tail; midp: half of the observed split left out; asymptotic:
/// chi squared; corrected: chi squared with continuity correction. @cite fagerland_2013
enum class McNemarMethod : std::uint8_t { exact, midp, asymptotic, corrected };
McNemarMethod mcnemar_method(std::string_view name);

struct McNemarOptions {
  McNemarMethod method = McNemarMethod::exact;
  Alternative alternative = Alternative::two_sided;
  int threads = 1;
};

/// Whether as many passed the first time only as the second time only. `greater`: more did the
/// first time. @cite mcnemar_1947
/// @return statistic: first_only, or chi squared (one-sided: its signed root); p 1 and flag
/// `degenerate` where both are 0
/// @throws DomainError when sizes differ or a value is no count
Tests mcnemar(const core::VectorRef& first_only,
              const core::VectorRef& second_only,
              const McNemarOptions& options = {});

}  // namespace pressgauge::stats
