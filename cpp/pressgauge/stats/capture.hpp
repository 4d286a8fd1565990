// SPDX-License-Identifier: MIT
// How many there are, from how often the same were seen: two lists, or the frequencies of capture.
#pragma once

#include <cstdint>
#include <string_view>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/options.hpp"

namespace pressgauge::stats {

/// How an interval of a number of persons is made from its standard error: of the number, or of the
/// logarithm of those that nobody saw. @cite chao_1987
enum class PopulationMethod : std::uint8_t { lognormal, normal };

PopulationMethod population_method(std::string_view name);
std::string_view population_method_name(PopulationMethod method);

/// Lower bounds of a number of persons from those seen once and twice.
enum class ChaoMethod : std::uint8_t { chao1984, chao1987_t, bias_corrected };

ChaoMethod chao_method(std::string_view name);
std::string_view chao_method_name(ChaoMethod method);

using PopulationOptions = IntervalOptions<PopulationMethod>;
using ChaoOptions = IntervalOptions<ChaoMethod>;

/// All persons, n1 n2 / m. @cite seber_1982
/// @param n1 (n,) persons on the first list, whole numbers >= 0; NaN where not reported
/// @param n2 (n,) persons on the second
/// @param m (n,) persons on both, at most n1 and n2
/// @return (n,) persons; with m = 0 ∞, flag `one_sided`; NaN and `undefined` where a list is empty
/// @throws DomainError when sizes differ, a value is no count, m is above a list, or alpha is not
/// inside (0, 1)
Estimates lincoln_petersen(const core::VectorRef& n1,
                           const core::VectorRef& n2,
                           const core::VectorRef& m,
                           const PopulationOptions& options = {});
Estimate lincoln_petersen(const core::Interval& n1,
                          const core::Interval& n2,
                          const core::Interval& m,
                          const PopulationOptions& options = {});

/// All persons, (n1 + 1)(n2 + 1) / (m + 1) - 1: finite, and of less bias. As `lincoln_petersen`.
/// @cite chapman_1951 @cite seber_1970
Estimates chapman(const core::VectorRef& n1,
                  const core::VectorRef& n2,
                  const core::VectorRef& m,
                  const PopulationOptions& options = {});
Estimate chapman(const core::Interval& n1,
                 const core::Interval& n2,
                 const core::Interval& m,
                 const PopulationOptions& options = {});

/// At least so many persons, whatever their chances of being seen: observed + f1² / (2 f2).
/// @param f1 (n,) persons seen once; @param f2 (n,) seen twice; @param observed (n,) seen at all
/// @param lists (n,) lists; only chao1987_t uses them
/// @return (n,) persons, with the log-normal interval
/// @throws DomainError as `lincoln_petersen`; when f1 + f2 is above observed, or lists is below 2
/// @cite chao_1984 @cite chao_1987 @cite chao_1989
Estimates chao(const core::VectorRef& f1,
               const core::VectorRef& f2,
               const core::VectorRef& observed,
               const core::VectorRef& lists,
               const ChaoOptions& options = {});
Estimate chao(const core::Interval& f1,
              const core::Interval& f2,
              const core::Interval& observed,
              const core::Interval& lists,
              const ChaoOptions& options = {});

}  // namespace pressgauge::stats
