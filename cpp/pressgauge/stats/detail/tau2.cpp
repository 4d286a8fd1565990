// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/tau2.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "pressgauge/stats/detail/roots.hpp"

namespace pressgauge::stats::detail {
namespace {

double degrees(const Studies& studies) { return static_cast<double>(studies.size() - 1); }

double dersimonian_laird(const Studies& studies) {
  const double excess = weighted(studies, 0).q - degrees(studies);
  return std::max(0.0, excess * typical_variance(studies) / degrees(studies));
}

double hedges(const Studies& studies) {
  double variances = 0;
  for (const double v : studies.v) variances += v;
  const double within = variances / static_cast<double>(studies.size());
  return std::max(0.0, plain(studies.y).sum_of_squares / degrees(studies) - within);
}

// tau0 / (v + tau0) are the weights, tau0 the mean square: no iteration, and never below 0.
double sidik_jonkman(const Studies& studies) {
  const double start = plain(studies.y).sum_of_squares / static_cast<double>(studies.size());
  return start == 0 ? 0 : start * weighted(studies, start).q / degrees(studies);
}

// The two likelihoods of tau2, the mean profiled or integrated out.
class Likelihood {
 public:
  Likelihood(const Studies& studies, bool restricted)
      : studies_(studies), restricted_(restricted) {}

  /// Twice the derivative.
  double score(double tau2) const {
    const Weighted sums = weighted(studies_, tau2);
    const double penalty = restricted_ ? sums.sum_of_squares / sums.sum : 0;
    return sums.q_squared - sums.sum + penalty;
  }

  double value(double tau2) const {
    const Weighted sums = weighted(studies_, tau2);
    double logs = restricted_ ? std::log(sums.sum) : 0;
    for (const double v : studies_.v) logs += std::log(v + tau2);
    return -(logs + sums.q) / 2;
  }

  /// Beyond it the score is negative. With z the effects in an orthonormal basis of contrasts in
  /// which the variances are diagonal, s, the restricted score is a sum of
  /// (z² - s - tau2) / (s + tau2)², each negative for tau2 > Σz²; the other one is a sum of
  /// (r² - v - tau2) / (v + tau2)², and no r² is above the squared range, at most 2 Σz².
  double beyond() const { return 2 * plain(studies_.y).sum_of_squares; }

 private:
  const Studies& studies_;
  bool restricted_;
};

// The likelihood can have several peaks: the score is read at every doubling of tau2 + least v, the
// scale on which it bends, each of its falls through 0 is followed to the last digit, and the
// highest peak is taken.
double highest_peak(const Studies& studies, bool restricted) {
  constexpr double kMostSteps = 96;
  const Likelihood likelihood(studies, restricted);
  const double beyond = likelihood.beyond();
  if (beyond == 0) return 0;
  const double least = *std::min_element(studies.v.begin(), studies.v.end());
  const double ratio = std::max(2.0, std::exp(std::log1p(beyond / least) / kMostSteps));
  const auto score = [&](double tau2) { return likelihood.score(tau2); };
  double best = std::numeric_limits<double>::quiet_NaN();
  double height = 0;
  const auto consider = [&](double peak) {
    const double value = likelihood.value(peak);
    if (!std::isnan(best) && !(value > height)) return;
    best = peak;
    height = value;
  };
  Point last{0, score(0)};
  if (last.f <= 0) consider(0);
  for (double next = least * (ratio - 1); last.x < beyond;
       next = ratio * next + least * (ratio - 1)) {
    const Point here{next, score(next)};
    if (last.f > 0 && here.f <= 0) consider(root(score, last.x, here.x, last.f, here.f));
    last = here;
  }
  return best;
}

}  // namespace

// Newton's method on 1 / Q, which is concave in tau2: with z and s as in Likelihood, Q is
// Σ z² / (s + tau2). So each step stays below the solution, and comes much nearer.
double tau2_of_q(const Studies& studies, double target, double start) {
  constexpr int kMostSteps = 100;  // some six are needed
  double tau2 = start;
  for (int k = 0; k < kMostSteps; ++k) {
    const Weighted sums = weighted(studies, tau2);
    if (sums.q <= target) break;
    const double next = tau2 + (sums.q - target) / target * (sums.q / sums.q_squared);
    if (!(next > tau2)) break;
    tau2 = next;
  }
  return tau2;
}

double tau2_of(const Studies& studies, Tau2Estimator estimator) {
  switch (estimator) {
    case Tau2Estimator::fe:
      return 0;
    case Tau2Estimator::dl:
      return dersimonian_laird(studies);
    case Tau2Estimator::he:
      return hedges(studies);
    case Tau2Estimator::sj:
      return sidik_jonkman(studies);
    case Tau2Estimator::ml:
      return highest_peak(studies, false);
    case Tau2Estimator::reml:
      return highest_peak(studies, true);
    case Tau2Estimator::pm:
      break;
  }
  return tau2_of_q(studies, degrees(studies), 0);
}

}  // namespace pressgauge::stats::detail
