// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/options.hpp"

namespace pressgauge::stats {

/// What is held common to all strata: odds ratio, risk ratio, risk difference.
enum class Measure : std::uint8_t { odds_ratio, risk_ratio, risk_difference };

/// Variances of the pooled measure. Robins-Breslow-Greenland is for odds ratios,
/// Greenland-Robins for risk ratios and differences, Sato for differences.
/// @cite robins_breslow_greenland_1986 @cite greenland_robins_1985 @cite sato_1989
enum class PooledVariance : std::uint8_t { robins_breslow_greenland, greenland_robins, sato };

/// @throws DomainError when there is none of that name, or it has no such variance
Measure measure_of(std::string_view name);
PooledVariance pooled_variance(std::string_view name);
/// The variance that a measure has by default.
PooledVariance default_variance(Measure measure);
std::string_view variance_name(PooledVariance variance);

struct StratifiedOptions {
  Measure measure = Measure::odds_ratio;
  PooledVariance variance = PooledVariance::robins_breslow_greenland;
  double alpha = 0.05;
  Alternative alternative = Alternative::two_sided;
  int threads = 1;
};

/// Pooled measures, with the standard error of each: of its logarithm for ratios.
struct Stratified {
  Estimates pooled;
  core::Vector standard_error;

  explicit Stratified(Eigen::Index size) : pooled(size), standard_error(size) {}
};

/// Chi-squared tests. NaN and a flag where there is nothing to test.
struct ChiSquaredTests {
  core::Vector statistic, df, pvalue;
  core::Flags flags;

  explicit ChiSquaredTests(Eigen::Index size)
      : statistic(size), df(size), pvalue(size), flags(size) {}
};

/// Mantel-Haenszel pooling of tables of two groups. A stratum with a group of nobody tells nothing,
/// and one with a cell that is NaN is left out, flag `missing`.
/// @cite mantel_haenszel_1959 @cite greenland_robins_1985
/// @param cells (n strata, 4) rows a, b, c, d: with and without the event in group 1, then in
/// group 2; whole numbers >= 0. The strata of each of the n analyses stand together
/// @return of n analyses; NaN within the whole range and `undefined` for 0/0; 0 or ∞ without
/// interval, `degenerate`, where one side of the ratio is 0
/// @throws DomainError when a cell is no count, there are not four columns, or the measure has no
/// such variance
Stratified mantel_haenszel(const core::RowMatrixRef& cells,
                           Eigen::Index strata,
                           const StratifiedOptions& options = {});

/// One analysis whose cells may be reported in bounds: the identified set and the union of the
/// intervals, over the corners of what the reports allow. Odds ratios are outermost there; risk
/// ratios and differences, whose weights the cells move too, can be a little further out between.
/// @cite manski_2003 @cite horowitz_manski_2000
/// @param cells (4 strata) a, b, c, d of each stratum
/// @throws DomainError as above, and when more than twelve cells are in bounds
Estimate mantel_haenszel(std::span<const core::Interval> cells,
                         const StratifiedOptions& options = {});

/// Cochran-Mantel-Haenszel test that there is no association within strata.
/// @cite mantel_haenszel_1959
/// @param corrected for continuity: 1/2 off the difference
ChiSquaredTests cmh_test(const core::RowMatrixRef& cells,
                         Eigen::Index strata,
                         bool corrected,
                         Alternative alternative = Alternative::two_sided,
                         int threads = 1);

/// Breslow-Day test that all strata have one odds ratio, that of Mantel-Haenszel.
/// @cite breslow_day_1980 @cite tarone_1985
/// @param tarone corrected for the odds ratio not being the conditional one
/// @return NaN and `undefined` where less than two strata have no margin of 0, or the common odds
/// ratio is 0, ∞ or 0/0
ChiSquaredTests breslow_day(const core::RowMatrixRef& cells,
                            Eigen::Index strata,
                            bool tarone,
                            int threads = 1);

}  // namespace pressgauge::stats
