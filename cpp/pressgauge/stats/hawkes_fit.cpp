// SPDX-License-Identifier: MIT
#include <Eigen/LU>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/hawkes_likelihood.hpp"
#include "pressgauge/stats/detail/kolmogorov.hpp"
#include "pressgauge/stats/detail/maximum.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/hawkes.hpp"

namespace pressgauge::stats {
namespace {

using detail::HawkesLikelihood;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// The likelihood of a decay with the best mu and branching. At their maximum the expected events
// are those that came, mu * end + branching * excited = n, so that only branching is left, in
// which the likelihood is concave.
class Profile {
 public:
  Profile(const core::VectorRef& times, double end)
      : times_(times), end_(end), density_(times.size()) {}

  double operator()(double log_decay) {
    parameters_.decay = std::exp(log_decay);
    excited_ = detail::excited(times_, end_, parameters_.decay).value;
    set_density();
    set_branching();
    const double n = static_cast<double>(times_.size());
    return (parameters_.mu + parameters_.branching * density_).log().sum() - n;
  }

  /// Of the last decay that was asked for.
  const HawkesParameters& parameters() const { return parameters_; }

 private:
  void set_density() {
    detail::Excitation at(parameters_.decay);
    double last = 0;
    for (Eigen::Index i = 0; i < times_.size(); ++i) {
      at.advance(times_[i] - last);
      last = times_[i];
      density_[i] = at.density();
    }
  }

  // Newton's method in a bracket; the slope falls from that of no branching to minus infinity.
  void set_branching() {
    constexpr int kMostSteps = 100;
    constexpr double kSmallStep = 1e-13;
    const double n = static_cast<double>(times_.size());
    const double per_time = excited_ / end_;
    parameters_.branching = 0;
    parameters_.mu = n / end_;
    if ((density_ - per_time).sum() <= 0) return;
    double low = 0;
    double high = n / excited_;
    double x = 0.5 * std::min(high, 1.0);
    for (int k = 0; k < kMostSteps; ++k) {
      const double mu = (n - x * excited_) / end_;
      slope_ = (density_ - per_time) / (mu + x * density_);
      const double first = slope_.sum();
      (first > 0 ? low : high) = x;
      const double step = first / slope_.square().sum();
      const double next = x + step;
      if (std::abs(step) <= kSmallStep * x) break;
      x = next > low && next < high ? next : 0.5 * (low + high);
    }
    parameters_.branching = x;
    parameters_.mu = (n - x * excited_) / end_;
  }

  const core::VectorRef& times_;
  double end_;
  double excited_ = 0;
  Eigen::ArrayXd density_;
  Eigen::ArrayXd slope_;
  HawkesParameters parameters_;
};

struct Range {
  double low;
  double high;
};

// Decays, as logarithms, from a memory far beyond the whole time to one far below the least gap.
Range searched(const core::VectorRef& times, double end) {
  constexpr double kBeyond = 30;
  double least = end;
  for (Eigen::Index i = 1; i < times.size(); ++i) {
    const double gap = times[i] - times[i - 1];
    if (gap > 0) least = std::min(least, gap);
  }
  return {-std::log(kBeyond) - std::log(end), std::log(kBeyond) - std::log(least)};
}

// Where the likelihood of decays is greatest; `at_end` when that is an end of what was searched.
double best_decay(Profile& profile, const Range& range, bool& at_end) {
  constexpr double kStep = 0.6931471805599453;  // log 2: the profile is smooth on this scale
  const auto steps = static_cast<int>(std::ceil((range.high - range.low) / kStep));
  const double step = (range.high - range.low) / steps;
  int best = 0;
  double most = profile(range.low);
  for (int k = 1; k <= steps; ++k) {
    const double value = profile(range.low + k * step);
    if (!(value > most)) continue;
    most = value;
    best = k;
  }
  const double low = range.low + std::max(best - 1, 0) * step;
  const double high = range.low + std::min(best + 1, steps) * step;
  const detail::Maximum found = detail::maximum(profile, low, high);
  at_end = found.at <= range.low || found.at >= range.high;
  return found.at;
}

bool is_inside(const Eigen::Vector3d& parameters) { return (parameters.array() > 0).all(); }

// Newton's method on the gradient, for the last digits: a maximum of the likelihood itself is only
// known to the square root of its rounding.
HawkesLikelihood polish(const core::VectorRef& times, double end, HawkesParameters& parameters) {
  constexpr int kMostSteps = 20;
  constexpr double kSmallStep = 1e-14;
  HawkesLikelihood at = detail::hawkes_likelihood(times, end, parameters);
  for (int k = 0; k < kMostSteps; ++k) {
    const Eigen::Vector3d here(parameters.mu, parameters.branching, parameters.decay);
    const Eigen::Vector3d step = -at.hessian.partialPivLu().solve(at.gradient);
    const Eigen::Vector3d next = here + step;
    const double size = (step.array() / here.array()).abs().maxCoeff();
    if (!(size > kSmallStep) || !is_inside(next)) break;
    const HawkesParameters moved{next[0], next[1], next[2]};
    const HawkesLikelihood then = detail::hawkes_likelihood(times, end, moved);
    const auto scaled = [](const HawkesLikelihood& l, const Eigen::Vector3d& p) {
      return (l.gradient.array() * p.array()).abs().maxCoeff();
    };
    if (!(scaled(then, next) < scaled(at, here))) break;
    parameters = moved;
    at = then;
  }
  return at;
}

bool has_ties(const core::VectorRef& times) {
  return std::adjacent_find(times.begin(), times.end()) != times.end();
}

// How far the residuals are from Exp(1).
void check_residuals(HawkesFit& fit, const core::VectorRef& times) {
  fit.residuals = detail::hawkes_residuals(times, fit.parameters);
  core::Vector sorted = fit.residuals;
  std::sort(sorted.begin(), sorted.end());
  const double n = static_cast<double>(sorted.size());
  for (Eigen::Index i = 0; i < sorted.size(); ++i) {
    const double share = -std::expm1(-sorted[i]);
    const double below = static_cast<double>(i) / n;
    fit.ks = std::max({fit.ks, share - below, below + 1 / n - share});
  }
  fit.pvalue = detail::kolmogorov_tail(fit.ks, sorted.size());
}

// Nothing excites: a Poisson process, whose decay nothing tells.
void set_poisson(HawkesFit& fit, double n, double end) {
  fit.parameters = {n / end, 0, kNaN};
  fit.covariance.setConstant(kNaN);
  fit.covariance(0, 0) = n / (end * end);
  fit.loglik = n * std::log(n / end) - n;
  fit.flags |= bit(Flag::degenerate);
}

}  // namespace

HawkesFit hawkes_fit(const core::VectorRef& times, double end) {
  detail::check_times(times, end);
  if (times.size() < 2) {
    throw DomainError("times has " + std::to_string(times.size()) +
                      " entries, expected at least 2");
  }
  HawkesFit fit;
  Profile profile(times, end);
  bool at_end = false;
  profile(best_decay(profile, searched(times, end), at_end));
  fit.parameters = profile.parameters();
  if (fit.parameters.branching == 0) {
    set_poisson(fit, static_cast<double>(times.size()), end);
  } else {
    const HawkesLikelihood at = polish(times, end, fit.parameters);
    fit.loglik = at.value;
    fit.covariance = (-at.hessian).inverse();
    const bool maximal = (fit.covariance.diagonal().array() > 0).all();
    if (at_end || !maximal) fit.flags |= bit(Flag::no_convergence);
  }
  if (has_ties(times)) fit.flags |= bit(Flag::tie);
  check_residuals(fit, times);
  return fit;
}

}  // namespace pressgauge::stats
