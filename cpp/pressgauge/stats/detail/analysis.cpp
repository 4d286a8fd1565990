// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/analysis.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/gamma.hpp"
#include "pressgauge/stats/detail/normal_tail.hpp"
#include "pressgauge/stats/detail/rows.hpp"
#include "pressgauge/stats/detail/student.hpp"
#include "pressgauge/stats/detail/tau2.hpp"
#include "pressgauge/stats/normal.hpp"

namespace pressgauge::stats::detail {
namespace {

using core::kInfinity;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double df_of(const Studies& studies) { return static_cast<double>(studies.size()) - 1; }

double standard_error(const Weighted& sums, double df, PooledInterval interval) {
  const double normal = 1 / std::sqrt(sums.sum);
  if (interval == PooledInterval::z || df == 0) return normal;
  const double scaled = std::sqrt(sums.q / df) * normal;
  return interval == PooledInterval::hk ? scaled : std::max(scaled, normal);
}

double tail(double statistic, double df, PooledInterval interval) {
  return interval == PooledInterval::z ? normal_tail(statistic) : student_tail(statistic, df);
}

double pvalue(double statistic, double df, const MetaOptions& options) {
  if (df == 0 && options.interval != PooledInterval::z) return 1;
  switch (options.alternative) {
    case Alternative::less:
      return tail(-statistic, df, options.interval);
    case Alternative::greater:
      return tail(statistic, df, options.interval);
    case Alternative::two_sided:
      break;
  }
  return std::min(1.0, 2 * tail(std::abs(statistic), df, options.interval));
}

WithEnds around(double centre, double half_width) {
  if (std::isinf(half_width)) return {centre, -kInfinity, kInfinity};
  return {centre, centre - half_width, centre + half_width};
}

void set_pooled(MetaAnalysis& out,
                const Weighted& sums,
                double df,
                const MetaOptions& options,
                const Quantiles& quantiles) {
  out.standard_error = standard_error(sums, df, options.interval);
  out.statistic = sums.mean == 0 ? 0 : sums.mean / out.standard_error;
  out.pvalue = pvalue(out.statistic, df, options);
  out.pooled = around(sums.mean, quantiles.pooled * out.standard_error);
  if (options.alternative == Alternative::greater) out.pooled.high = kInfinity;
  if (options.alternative == Alternative::less) out.pooled.low = -kInfinity;
  if (out.standard_error == 0 || df == 0) out.flags |= bit(Flag::degenerate);
  if (std::isinf(out.pooled.low) || std::isinf(out.pooled.high)) {
    out.flags |= bit(Flag::one_sided);
  }
}

void set_tau2(MetaAnalysis& out, const Studies& studies, const Quantiles& quantiles) {
  out.tau2.low = tau2_of_q(studies, quantiles.q_high);
  out.tau2.high = tau2_of_q(studies, quantiles.q_low, out.tau2.low);
  // Effects more alike than sampling allows: no tau2 has such a Q, and 0 comes nearest.
  if (out.tau2.high == 0) out.tau2_flags |= bit(Flag::degenerate);
}

double share_between(double tau2, double typical) { return tau2 / (tau2 + typical); }

void set_shares(MetaAnalysis& out, double typical) {
  out.i2 = {share_between(out.tau2.estimate, typical),
            share_between(out.tau2.low, typical),
            share_between(out.tau2.high, typical)};
  out.h2 = {
      1 + out.tau2.estimate / typical, 1 + out.tau2.low / typical, 1 + out.tau2.high / typical};
}

double share_of_h2(double h2) { return 1 - 1 / h2; }

// Of log H, as the approximations of Q's distribution give it. @cite higgins_thompson_2002
// (appendix A2)
double log_h_error(double q, double df) {
  const double k = df + 1;
  if (q > k) return (std::log(q) - std::log(df)) / (2 * (std::sqrt(2 * q) - std::sqrt(2 * k - 3)));
  if (k <= 2) return kInfinity;
  return std::sqrt(1 / (2 * (k - 2)) * (1 - 1 / (3 * (k - 2) * (k - 2))));
}

void set_shares_of_q(MetaAnalysis& out, double df, double z) {
  const double log_h2 = std::log(out.q / df);
  const double half_width = 2 * z * log_h_error(out.q, df);
  const auto at_least_one = [](double log_value) { return std::max(1.0, std::exp(log_value)); };
  out.h2_q = {std::max(1.0, out.q / df), 1, kInfinity};
  if (std::isfinite(half_width)) {
    out.h2_q.low = at_least_one(log_h2 - half_width);
    out.h2_q.high = at_least_one(log_h2 + half_width);
  }
  out.i2_q = {
      share_of_h2(out.h2_q.estimate), share_of_h2(out.h2_q.low), share_of_h2(out.h2_q.high)};
}

// One study tells nothing of the variance between studies.
void set_unknown(MetaAnalysis& out) {
  out.tau2 = {0, 0, kInfinity};
  out.q_pvalue = 1;
  out.i2 = out.i2_q = {0, 0, 1};
  out.h2 = out.h2_q = {1, 1, kInfinity};
  out.tau2_flags = bit(Flag::degenerate);
}

void set_heterogeneity(MetaAnalysis& out,
                       const Studies& studies,
                       Tau2Estimator estimator,
                       const Quantiles& quantiles) {
  const double df = df_of(studies);
  if (df == 0) return set_unknown(out);
  out.q = weighted(studies, 0).q;
  out.q_pvalue = chi_squared_tail(out.q, df);
  out.tau2.estimate = tau2_of(studies, estimator);
  set_tau2(out, studies, quantiles);
  set_shares(out, typical_variance(studies));
  set_shares_of_q(out, df, quantiles.z);
}

}  // namespace

Quantiles::Quantiles(const MetaOptions& options)
    : options_(options), one_tail_(two_sided_alpha(options.alpha, options.alternative) / 2) {
  z = quick_normal_quantile(options.alpha / 2);
}

void Quantiles::set_studies(std::size_t k) {
  if (k == studies_) return;
  studies_ = k;
  const double df = static_cast<double>(k) - 1;
  const double half = options_.alpha / 2;
  const bool normal = options_.interval == PooledInterval::z;
  pooled = kInfinity;
  if (normal) pooled = quick_normal_quantile(one_tail_);
  if (!normal && df > 0) pooled = student_quantile(one_tail_, df);
  prediction = kInfinity;
  if (options_.prediction == Prediction::z) prediction = z;
  if (options_.prediction == Prediction::t && df > 1) prediction = student_quantile(half, df - 1);
  if (df == 0) return;
  // A gamma quantile takes the lower tail as it is: 1 - alpha / 2 would lose its digits.
  q_low = 2 * gamma_quantile(df / 2, Tail::lower, std::log(half));
  q_high = 2 * gamma_quantile(df / 2, Tail::upper, std::log(half));
}

MetaAnalysis analysis_of(const Studies& studies,
                         const MetaOptions& options,
                         const Quantiles& quantiles) {
  MetaAnalysis out;
  out.studies = static_cast<double>(studies.size());
  set_heterogeneity(out, studies, options.tau2, quantiles);
  const Weighted sums = weighted(studies, out.tau2.estimate);
  set_pooled(out, sums, df_of(studies), options, quantiles);
  out.prediction =
      around(sums.mean, quantiles.prediction * std::sqrt(out.tau2.estimate + 1 / sums.sum));
  return out;
}

MetaAnalysis no_analysis() {
  constexpr WithEnds kNone{kNaN, kNaN, kNaN};
  MetaAnalysis out;
  out.pooled = out.prediction = out.tau2 = out.i2 = out.h2 = out.i2_q = out.h2_q = kNone;
  out.standard_error = out.statistic = out.pvalue = out.q = out.q_pvalue = kNaN;
  out.flags = out.tau2_flags = bit(Flag::missing);
  return out;
}

}  // namespace pressgauge::stats::detail
