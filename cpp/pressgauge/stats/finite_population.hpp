// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/options.hpp"

namespace pressgauge::stats {

/// Intervals of a share when nobs of a population were drawn without return: of the successes in
/// it, those that a tail of alpha / 2 doesn't refuse. @cite buonaccorsi_1987 @cite wright_1991
/// wilson_fpc: Wilson's interval with z² (N - n) / (N - 1).
enum class FinitePopulationMethod : std::uint8_t {
  wilson_fpc,
  hypergeometric_exact,
  hypergeometric_midp
};
FinitePopulationMethod finite_population_method(std::string_view name);
std::string_view method_name(FinitePopulationMethod method);

/// The share of a population, from nobs of it.
/// @param count, nobs, population (n,) whole numbers, count <= nobs <= population
/// @return (n,) in [0, 1]; the exact methods give whole numbers of the population over its size
/// @throws DomainError when sizes differ, a value is no count or above its whole
Estimates finite_population(const core::VectorRef& count,
                            const core::VectorRef& nobs,
                            const core::VectorRef& population,
                            const IntervalOptions<FinitePopulationMethod>& options = {});
Estimate finite_population(const core::Interval& count,
                           const core::Interval& nobs,
                           const core::Interval& population,
                           const IntervalOptions<FinitePopulationMethod>& options = {});

}  // namespace pressgauge::stats
