// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <string>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/change_points.hpp"
#include "pressgauge/stats/detail/gamma.hpp"
#include "pressgauge/stats/detail/saddle_point.hpp"
#include "pressgauge/stats/detail/series.hpp"
#include "pressgauge/stats/normal.hpp"

namespace pressgauge::stats {
namespace {

using detail::deviance;
using detail::stirling_error;

constexpr double kLogTwoPi = 1.8378770664093453;

void check_prior(const GammaPrior& prior) {
  // Their products and quotients stay within doubles.
  constexpr double kMost = 1e150;
  const auto is_fit = [](double value) { return value >= 1 / kMost && value <= kMost; };
  if (is_fit(prior.shape) && is_fit(prior.rate)) return;
  throw DomainError("prior is (" + core::to_string(prior.shape) + ", " +
                    core::to_string(prior.rate) +
                    "), expected a shape > 0 and a rate > 0, from 1e-150 to 1e150");
}

// The marginal likelihood of two rates over that of one. Each is Gamma(A) / B^A with A = shape +
// events and B = rate + periods; by Stirling's formula that is a deviance from the common rate and
// small terms, so that nothing cancels where the counts are large.
class LogBayesFactor {
 public:
  LogBayesFactor(const GammaPrior& prior, double events, double periods)
      : prior_(prior), shape_(prior.shape + events), common_(shape_ / (prior.rate + periods)) {
    constant_ = 0.5 * std::log(shape_) + 0.5 * kLogTwoPi - stirling_error(shape_) +
                prior.shape * std::log(common_ * prior.rate) - common_ * prior.rate -
                detail::log_gamma(prior.shape);
  }

  double operator()(double events,
                    double periods,
                    double later_events,
                    double later_periods) const {
    return part(events, periods) + part(later_events, later_periods) + constant_;
  }

 private:
  double part(double events, double periods) const {
    const double a = prior_.shape + events;
    return deviance(a, (prior_.rate + periods) * common_) - 0.5 * std::log(a) + stirling_error(a);
  }

  GammaPrior prior_;
  double shape_;
  double common_;
  double constant_ = 0;
};

// The posterior of a rate: mean and equal tails.
detail::Row posterior_rate(const GammaPrior& prior, double events, double periods, double alpha) {
  const double shape = prior.shape + events;
  const double rate = prior.rate + periods;
  const double log_tail = std::log(0.5 * alpha);
  return {.estimate = shape / rate,
          .low = detail::gamma_quantile(shape, detail::Tail::lower, log_tail) / rate,
          .high = detail::gamma_quantile(shape, detail::Tail::upper, log_tail) / rate};
}

// From logarithms of weights to probabilities; returns the logarithm of the mean weight.
double normalise(core::Vector& log_weight) {
  const double most = log_weight.maxCoeff();
  double sum = 0;
  for (double& each : log_weight) {
    each = std::exp(each - most);
    sum += each;
  }
  log_weight /= sum;
  return most + std::log(sum / static_cast<double>(log_weight.size()));
}

bool has_tie(const core::Vector& probability, Eigen::Index best) {
  constexpr double kRounding = 1e-12;
  const double least = probability[best] * (1 - kRounding);
  return std::count_if(probability.begin(), probability.end(), [least](double each) {
           return each >= least;
         }) > 1;
}

}  // namespace

ChangePosterior bayes_changepoint(const core::VectorRef& y, const GammaPrior& prior, double alpha) {
  check_prior(prior);
  detail::check_alpha(alpha);
  const detail::Observed series = detail::observed("y", y);
  if (y.size() < 2) {
    throw DomainError("y has " + std::to_string(y.size()) + " entries, expected at least 2");
  }
  const double events = series.total.back();
  const auto periods = static_cast<double>(series.size());
  const LogBayesFactor log_bayes_factor(prior, events, periods);
  ChangePosterior out{.probability = core::Vector(y.size() - 1)};
  // Each position: the reported periods up to it, and the others.
  std::vector<std::size_t> before(static_cast<std::size_t>(y.size()) - 1);
  std::size_t seen = 0;
  for (Eigen::Index i = 0; i + 1 < y.size(); ++i) {
    if (!std::isnan(y[i])) ++seen;
    before[static_cast<std::size_t>(i)] = seen;
    const double sum = series.total[seen];
    const auto m = static_cast<double>(seen);
    out.probability[i] = log_bayes_factor(sum, m, events - sum, periods - m);
  }
  out.log_bayes_factor = normalise(out.probability);
  // The most probable, and the rates beside it.
  Eigen::Index best = 0;
  out.probability.maxCoeff(&best);
  out.change_point = best + 1;
  for (Eigen::Index i = 0; i < out.probability.size(); ++i) {
    out.mean += static_cast<double>(i + 1) * out.probability[i];
  }
  const std::size_t at = before[static_cast<std::size_t>(best)];
  const auto m = static_cast<double>(at);
  out.before = posterior_rate(prior, series.total[at], m, alpha);
  out.after = posterior_rate(prior, events - series.total[at], periods - m, alpha);
  if (has_tie(out.probability, best)) out.flags |= bit(Flag::tie);
  if (series.size() < static_cast<std::size_t>(y.size())) out.flags |= bit(Flag::missing);
  return out;
}

}  // namespace pressgauge::stats
