// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>
#include <string_view>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/options.hpp"

namespace pressgauge::stats {

/// Estimators of tau2, the variance between studies: none (one effect common to all),
/// DerSimonian-Laird, Hedges, Sidik-Jonkman, maximum and restricted maximum likelihood,
/// Paule-Mandel. @cite dersimonian_laird_1986 @cite hedges_1983 @cite sidik_jonkman_2005
/// @cite viechtbauer_2005 @cite paule_mandel_1982
enum class Tau2Estimator : std::uint8_t { fe, dl, he, sj, ml, reml, pm };

/// Intervals of the pooled effect: normal; Hartung-Knapp with Student's t; the same, never with a
/// smaller standard error than the normal one. @cite hartung_knapp_2001 @cite knapp_hartung_2003
enum class PooledInterval : std::uint8_t { z, hk, hk_adhoc };

/// Quantile of the prediction interval: Student's t with k - 2 degrees of freedom, or normal.
/// @cite higgins_thompson_spiegelhalter_2009
enum class Prediction : std::uint8_t { t, z };

/// The value of a name, or of one that other libraries use.
/// @throws DomainError when there is none of that name
Tau2Estimator tau2_estimator(std::string_view name);
PooledInterval pooled_interval(std::string_view name);
Prediction prediction(std::string_view name);
std::string_view estimator_name(Tau2Estimator estimator);
std::string_view interval_name(PooledInterval interval);

struct MetaOptions {
  Tau2Estimator tau2 = Tau2Estimator::reml;
  PooledInterval interval = PooledInterval::hk;
  Prediction prediction = Prediction::t;
  double alpha = 0.05;                               ///< 1 - confidence, of all intervals
  Alternative alternative = Alternative::two_sided;  ///< of the pooled effect
  int threads = 1;                                   ///< that share the analyses
};

/// A number with the ends of its interval.
struct WithEnds {
  double estimate = 0;
  double low = 0;
  double high = 0;

  core::Interval identified() const { return core::Interval::exactly(estimate); }
  core::Interval interval() const { return {low, high, std::isinf(low), std::isinf(high)}; }
};

/// One meta-analysis.
struct MetaAnalysis {
  WithEnds pooled;            ///< the mean effect
  double standard_error = 0;  ///< of the mean effect, as its interval takes it
  double statistic = 0;       ///< mean effect over its standard error
  double pvalue = 0;          ///< that there is none
  WithEnds prediction;        ///< of the true effect of a new study
  WithEnds tau2;              ///< with the Q-profile interval
  double q = 0;               ///< Cochran's
  double q_pvalue = 0;
  WithEnds i2;    ///< share of tau2 in the variance of a typical study
  WithEnds h2;    ///< 1 / (1 - i2)
  WithEnds i2_q;  ///< the same from Q alone, with the test-based interval
  WithEnds h2_q;
  double studies = 0;  ///< that were reported
  core::Vector weights;
  std::uint32_t flags = 0;
  std::uint32_t tau2_flags = 0;
};

/// The numbers of many meta-analyses, as columns.
struct MetaAnalyses {
  Estimates pooled, prediction, tau2, i2, h2, i2_q, h2_q;
  core::Vector standard_error, statistic, pvalue, q, q_pvalue, studies;

  explicit MetaAnalyses(Eigen::Index size);
};

/// Effects of several studies pooled. Effects or variances that are NaN are left out, flag
/// `missing`. @cite viechtbauer_2007 (tau2) @cite higgins_thompson_2002 (i2, h2)
/// @param y (k,) effects, up to 1e50 either way; @param v (k,) their sampling variances, > 0, from
/// 1e-50 to 1e50
/// @return of one study tau2 is 0, flag `degenerate`, and Hartung-Knapp's interval has no ends
/// @throws DomainError when sizes differ, no study is reported, a value is not as above, or alpha
/// is not inside (0, 1)
MetaAnalysis meta_analysis(const core::VectorRef& y,
                           const core::VectorRef& v,
                           const MetaOptions& options = {});
/// Each row of y and v is a meta-analysis; where no study of it is reported, all is NaN.
/// @param y (n, k) @param v (n, k)
MetaAnalyses meta_analyses(const core::RowMatrixRef& y,
                           const core::RowMatrixRef& v,
                           const MetaOptions& options = {});
/// The first study, the first two, … : as they came to be known. @cite lau_1992
MetaAnalyses cumulative_meta(const core::VectorRef& y,
                             const core::VectorRef& v,
                             const MetaOptions& options = {});
/// All studies but the i-th. @cite viechtbauer_cheung_2010
/// @throws DomainError as above, and when there is one study only
MetaAnalyses leave_one_out(const core::VectorRef& y,
                           const core::VectorRef& v,
                           const MetaOptions& options = {});

}  // namespace pressgauge::stats
