// SPDX-License-Identifier: MIT
// Exact tests of whether two samples have the same proportion: count1 of nobs1, count2 of nobs2.
#pragma once

#include <cstdint>
#include <string_view>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/stats/count_tests.hpp"
#include "pressgauge/stats/options.hpp"

namespace pressgauge::stats {

/// Which tables are as extreme as the observed one, two-sided: those no likelier; twice the smaller
/// tail; or the smaller tail and what of the other is no greater. With midp half of the observed
/// table is left out. @cite fay_2010 @cite blaker_2000 @cite lancaster_1961
enum class FisherMethod : std::uint8_t { minlike, central, blaker, midp_minlike, midp_central };

/// @throws DomainError when there is none of that name
FisherMethod fisher_method(std::string_view name);

struct FisherOptions {
  FisherMethod method = FisherMethod::minlike;
  Alternative alternative = Alternative::two_sided;
  int threads = 1;
};

/// Fisher's test, all margins given. `greater`: the first proportion is the greater one.
/// @param count1, nobs1, count2, nobs2 (n,) whole numbers, count at most nobs; NaN where missing
/// @return statistic: the sample's odds ratio; p 1 (midp_minlike 1/2) and flag `degenerate` where
/// the margins leave one table only
/// @throws DomainError when sizes differ, a value is no count, a count is above its nobs, or both
/// samples together are above 1e12 @cite fisher_1935
Tests fisher_exact(const core::VectorRef& count1,
                   const core::VectorRef& nobs1,
                   const core::VectorRef& count2,
                   const core::VectorRef& nobs2,
                   const FisherOptions& options = {});

struct UnconditionalOptions {
  Alternative alternative = Alternative::two_sided;
  int threads = 1;
};

/// Barnard's test, sample sizes given: the greatest probability, over all common proportions, of a
/// pooled z as extreme as the observed one.
/// @return statistic: the pooled z, 0 where both samples are all or nothing
/// @throws DomainError as `fisher_exact`, the limit being 1e6 @cite barnard_1945
/// @cite suissa_shuster_1985
Tests barnard_exact(const core::VectorRef& count1,
                    const core::VectorRef& nobs1,
                    const core::VectorRef& count2,
                    const core::VectorRef& nobs2,
                    const UnconditionalOptions& options = {});

/// Boschloo's test: as Barnard's, extreme being a one-sided Fisher p no greater than the observed
/// one. Two-sided: twice the smaller one-sided p.
/// @return statistic: that Fisher p
/// @throws DomainError as `barnard_exact` @cite boschloo_1970
Tests boschloo_exact(const core::VectorRef& count1,
                     const core::VectorRef& nobs1,
                     const core::VectorRef& count2,
                     const core::VectorRef& nobs2,
                     const UnconditionalOptions& options = {});

}  // namespace pressgauge::stats
