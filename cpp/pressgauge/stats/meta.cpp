// SPDX-License-Identifier: MIT
#include "pressgauge/stats/meta.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/analysis.hpp"
#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/studies.hpp"
#include "pressgauge/stats/detail/threads.hpp"

namespace pressgauge::stats {
namespace {

using detail::Named;
using detail::Quantiles;
using Numbers = std::span<const double>;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

constexpr std::array<Named<Tau2Estimator>, 7> kEstimators{{
    {"fe", Tau2Estimator::fe},
    {"dl", Tau2Estimator::dl},
    {"he", Tau2Estimator::he},
    {"sj", Tau2Estimator::sj},
    {"ml", Tau2Estimator::ml},
    {"reml", Tau2Estimator::reml},
    {"pm", Tau2Estimator::pm},
}};

// As metafor (upper case, EE, CE) and statsmodels (chi2, iterated) call them.
constexpr std::array<Named<Tau2Estimator>, 12> kOtherEstimators{{
    {"FE", Tau2Estimator::fe},
    {"EE", Tau2Estimator::fe},
    {"CE", Tau2Estimator::fe},
    {"DL", Tau2Estimator::dl},
    {"chi2", Tau2Estimator::dl},
    {"HE", Tau2Estimator::he},
    {"SJ", Tau2Estimator::sj},
    {"ML", Tau2Estimator::ml},
    {"REML", Tau2Estimator::reml},
    {"PM", Tau2Estimator::pm},
    {"iterated", Tau2Estimator::pm},
    {"paule_mandel", Tau2Estimator::pm},
}};

constexpr std::array<Named<PooledInterval>, 3> kIntervals{{
    {"z", PooledInterval::z},
    {"hk", PooledInterval::hk},
    {"hk_adhoc", PooledInterval::hk_adhoc},
}};

constexpr std::array<Named<PooledInterval>, 4> kOtherIntervals{{
    {"normal", PooledInterval::z},
    {"knha", PooledInterval::hk},
    {"hksj", PooledInterval::hk},
    {"adhoc", PooledInterval::hk_adhoc},
}};

constexpr std::array<Named<Prediction>, 2> kPredictions{
    {{"t", Prediction::t}, {"z", Prediction::z}}};

// The studies that are reported, of those that there are.
class Reported {
 public:
  explicit Reported(std::size_t most) : y_(most), v_(most) {}

  void take(Numbers y, Numbers v) {
    size_ = 0;
    for (std::size_t i = 0; i < y.size(); ++i) add(y[i], v[i]);
    missing_ = size_ < y.size();
  }

  std::size_t size() const { return size_; }
  bool missing() const { return missing_; }
  detail::Studies studies() const { return {{y_.data(), size_}, {v_.data(), size_}}; }

 private:
  void add(double y, double v) {
    if (std::isnan(y) || std::isnan(v)) return;
    y_[size_] = y;
    v_[size_] = v;
    ++size_;
  }

  std::vector<double> y_;
  std::vector<double> v_;
  std::size_t size_ = 0;
  bool missing_ = false;
};

MetaAnalysis analysis(const Reported& reported, const MetaOptions& options, Quantiles& quantiles) {
  if (reported.size() == 0) return detail::no_analysis();
  quantiles.set_studies(reported.size());
  MetaAnalysis out = detail::analysis_of(reported.studies(), options, quantiles);
  if (reported.missing()) {
    out.flags |= bit(Flag::missing);
    out.tau2_flags |= bit(Flag::missing);
  }
  return out;
}

// Shares of 1; NaN where a study is left out.
core::Vector weights(Numbers y, Numbers v, double tau2) {
  core::Vector out(static_cast<Eigen::Index>(y.size()));
  double sum = 0;
  for (std::size_t i = 0; i < y.size(); ++i) {
    const double w = std::isnan(y[i]) ? kNaN : 1 / (v[i] + tau2);
    out[static_cast<Eigen::Index>(i)] = w;
    if (!std::isnan(w)) sum += w;
  }
  return out / sum;
}

void put(Estimates& column, Eigen::Index i, const WithEnds& value, std::uint32_t flags) {
  column.estimate[i] = value.estimate;
  column.low[i] = value.low;
  column.high[i] = value.high;
  column.flags[i] = flags;
}

void put(MetaAnalyses& out, Eigen::Index i, const MetaAnalysis& one) {
  put(out.pooled, i, one.pooled, one.flags);
  put(out.prediction, i, one.prediction, one.flags);
  put(out.tau2, i, one.tau2, one.tau2_flags);
  put(out.i2, i, one.i2, one.tau2_flags);
  put(out.h2, i, one.h2, one.tau2_flags);
  put(out.i2_q, i, one.i2_q, one.tau2_flags);
  put(out.h2_q, i, one.h2_q, one.tau2_flags);
  out.standard_error[i] = one.standard_error;
  out.statistic[i] = one.statistic;
  out.pvalue[i] = one.pvalue;
  out.q[i] = one.q;
  out.q_pvalue[i] = one.q_pvalue;
  out.studies[i] = one.studies;
}

Numbers numbers(const core::VectorRef& values) {
  return {values.data(), static_cast<std::size_t>(values.size())};
}

void check(Numbers y, Numbers v) {
  detail::check_studies(y, v);
  for (std::size_t i = 0; i < y.size(); ++i) {
    if (!std::isnan(y[i]) && !std::isnan(v[i])) return;
  }
  throw DomainError("no study is reported: y and v have " + std::to_string(y.size()) +
                    " entries, expected one at least that is not NaN in either");
}

// Analyses number 0 to size - 1, each of the studies that `take` puts into its Reported.
template <class Take>
MetaAnalyses analyses(Eigen::Index size,
                      std::size_t most,
                      const MetaOptions& options,
                      const Take& take) {
  MetaAnalyses out(size);
  const Quantiles quantiles(options);
  detail::for_ranges(size, options.threads, [&](Eigen::Index begin, Eigen::Index end) {
    Reported reported(most);
    Quantiles own = quantiles;
    for (Eigen::Index i = begin; i < end; ++i) {
      take(i, reported);
      put(out, i, analysis(reported, options, own));
    }
  });
  return out;
}

}  // namespace

Tau2Estimator tau2_estimator(std::string_view name) {
  return detail::named<Tau2Estimator>("tau2", name, kEstimators, kOtherEstimators);
}

PooledInterval pooled_interval(std::string_view name) {
  return detail::named<PooledInterval>("ci", name, kIntervals, kOtherIntervals);
}

Prediction prediction(std::string_view name) {
  return detail::named<Prediction>("prediction", name, kPredictions);
}

std::string_view estimator_name(Tau2Estimator estimator) {
  return detail::name_of<Tau2Estimator>(estimator, kEstimators);
}

std::string_view interval_name(PooledInterval interval) {
  return detail::name_of<PooledInterval>(interval, kIntervals);
}

MetaAnalyses::MetaAnalyses(Eigen::Index size)
    : pooled(size),
      prediction(size),
      tau2(size),
      i2(size),
      h2(size),
      i2_q(size),
      h2_q(size),
      standard_error(size),
      statistic(size),
      pvalue(size),
      q(size),
      q_pvalue(size),
      studies(size) {}

MetaAnalysis meta_analysis(const core::VectorRef& y,
                           const core::VectorRef& v,
                           const MetaOptions& options) {
  detail::check_threads(options.threads);
  check(numbers(y), numbers(v));
  Quantiles quantiles(options);
  Reported reported(static_cast<std::size_t>(y.size()));
  reported.take(numbers(y), numbers(v));
  MetaAnalysis out = analysis(reported, options, quantiles);
  out.weights = weights(numbers(y), numbers(v), out.tau2.estimate);
  return out;
}

MetaAnalyses meta_analyses(const core::RowMatrixRef& y,
                           const core::RowMatrixRef& v,
                           const MetaOptions& options) {
  if (y.rows() != v.rows() || y.cols() != v.cols()) {
    throw DomainError("y has " + std::to_string(y.rows()) + " x " + std::to_string(y.cols()) +
                      " entries, v has " + std::to_string(v.rows()) + " x " +
                      std::to_string(v.cols()));
  }
  const core::RowMatrix effects = y;
  const core::RowMatrix variances = v;
  const auto across = static_cast<std::size_t>(y.cols());
  const auto size = static_cast<std::size_t>(y.size());
  detail::check_studies({effects.data(), size}, {variances.data(), size}, across);
  return analyses(y.rows(), across, options, [&](Eigen::Index i, Reported& reported) {
    reported.take({effects.row(i).data(), across}, {variances.row(i).data(), across});
  });
}

MetaAnalyses cumulative_meta(const core::VectorRef& y,
                             const core::VectorRef& v,
                             const MetaOptions& options) {
  check(numbers(y), numbers(v));
  const auto most = static_cast<std::size_t>(y.size());
  return analyses(y.size(), most, options, [&](Eigen::Index i, Reported& reported) {
    const auto known = static_cast<std::size_t>(i + 1);
    reported.take(numbers(y).first(known), numbers(v).first(known));
  });
}

MetaAnalyses leave_one_out(const core::VectorRef& y,
                           const core::VectorRef& v,
                           const MetaOptions& options) {
  check(numbers(y), numbers(v));
  if (y.size() == 1) throw DomainError("y has 1 entry, expected 2 at least: one is left out");
  const auto most = static_cast<std::size_t>(y.size());
  return analyses(y.size(), most, options, [&](Eigen::Index i, Reported& reported) {
    std::vector<double> others_y(y.begin(), y.end());
    std::vector<double> others_v(v.begin(), v.end());
    others_y.erase(others_y.begin() + i);
    others_v.erase(others_v.begin() + i);
    reported.take(others_y, others_v);
  });
}

}  // namespace pressgauge::stats
