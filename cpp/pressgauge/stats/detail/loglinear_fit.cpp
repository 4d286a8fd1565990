// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/loglinear_fit.hpp"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "pressgauge/stats/detail/gamma.hpp"

namespace pressgauge::stats::detail {
namespace {

constexpr int kMostSteps = 80;
constexpr double kTolerance = 1e-13;  // of a coefficient: the step after is at the last digit
constexpr double kSmallStep = 1e-6;
constexpr double kLargestLog = 35;    // exp(35) is 1.6e15: no count of persons
constexpr double kSmallestLog = -20;  // exp(-20) is 2e-9 persons: nobody
constexpr double kStart = 0.5;        // added to each count, as logarithms of 0 are none

class Fit {
 public:
  Fit(const std::vector<double>& counts, const std::vector<Mask>& terms, bool with_unseen)
      : counts_(counts), used_(counts.size(), true), work_(counts.size()) {
    used_[0] = with_unseen;
    keep_terms(terms);
    const auto size = static_cast<Eigen::Index>(terms_.size());
    gram_.resize(size, size);
    right_.resize(size);
    out_.terms.resize(size);
    out_.fitted.resize(counts.size());
    out_.parameters = static_cast<int>(size);
    out_.cells = static_cast<int>(std::count(used_.begin(), used_.end(), true));
    out_.reduced = terms_.size() < terms.size();
  }

  LoglinearState run(const std::vector<double>* start) {
    begin(start);
    double before = deviance();
    double size_before = std::numeric_limits<double>::infinity();
    for (int k = 0; k < kMostSteps && out_.ending == Ending::converged; ++k) {
      if (!factorize()) break;
      const double size = step();
      before = settle(before);
      if (out_.terms[0] > kLargestLog) out_.ending = Ending::unbounded;
      if (out_.terms[0] < kSmallestLog) out_.ending = Ending::none_unseen;
      // Newton's steps square: one that is no shorter than the last is made of rounding.
      const bool at_rounding = size < kSmallStep && size > size_before / 2;
      if (at_rounding || size <= kTolerance * (1 + out_.terms.cwiseAbs().maxCoeff())) break;
      size_before = size;
      if (k + 1 == kMostSteps) out_.ending = Ending::flat;
    }
    if (out_.ending != Ending::unidentified) finish();
    return std::move(out_);
  }

 private:
  void keep_terms(const std::vector<Mask>& terms) {
    std::vector<double> margins = counts_;
    if (!used_[0]) margins[0] = 0;
    superset_sums(margins);
    for (const Mask term : terms) {
      if (margins[term] > 0) {
        terms_.push_back(term);
        continue;
      }
      for (std::size_t h = 0; h < used_.size(); ++h) {
        if (is_within(term, static_cast<Mask>(h))) used_[h] = false;
      }
    }
  }

  // The first coefficients: weighted least squares on the logarithms of `start`.
  void begin(const std::vector<double>* start) {
    for (std::size_t h = 0; h < counts_.size(); ++h) {
      out_.fitted[h] = !used_[h] ? 0 : start == nullptr ? counts_[h] + kStart : (*start)[h];
    }
    if (!factorize()) return;
    for (std::size_t h = 0; h < counts_.size(); ++h) {
      const double mean = out_.fitted[h];
      work_[h] = used_[h] ? mean * std::log(mean) + counts_[h] - mean : 0;
    }
    superset_sums(work_);
    gather();
    out_.terms = factors_.solve(right_);
    spread();
  }

  void gather() {
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      right_[static_cast<Eigen::Index>(i)] = work_[terms_[i]];
    }
  }

  bool factorize() {
    constexpr double kLeastPivot = 1e-12;  // of a column's own weight
    work_ = out_.fitted;
    superset_sums(work_);
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      for (std::size_t j = 0; j <= i; ++j) {
        gram_(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) =
            work_[terms_[i] | terms_[j]];
      }
    }
    factors_.compute(gram_);
    const Eigen::ArrayXd pivots = factors_.matrixLLT().diagonal().array().square();
    const bool sound = factors_.info() == Eigen::Success &&
                       (pivots > kLeastPivot * gram_.diagonal().array()).all();
    if (!sound) out_.ending = Ending::unidentified;
    return sound;
  }

  double step() {
    for (std::size_t h = 0; h < counts_.size(); ++h) {
      work_[h] = used_[h] ? counts_[h] - out_.fitted[h] : 0;
    }
    superset_sums(work_);
    gather();
    change_ = factors_.solve(right_);
    out_.terms += change_;
    spread();
    return change_.cwiseAbs().maxCoeff();
  }

  // Newton's step may go too far from a poor start: it is halved while the fit gets worse.
  double settle(double before) {
    constexpr int kMostHalvings = 30;
    constexpr double kRounding = 1e-9;
    double now = deviance();
    for (int k = 0; k < kMostHalvings && !(now <= before + kRounding * (1 + before)); ++k) {
      change_ *= 0.5;
      out_.terms -= change_;
      spread();
      now = deviance();
    }
    return now;
  }

  void spread() {
    std::fill(work_.begin(), work_.end(), 0.0);
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      work_[terms_[i]] = out_.terms[static_cast<Eigen::Index>(i)];
    }
    subset_sums(work_);
    for (std::size_t h = 0; h < work_.size(); ++h) {
      out_.fitted[h] = used_[h] ? std::exp(work_[h]) : 0;
    }
  }

  double deviance() const {
    double sum = 0;
    for (std::size_t h = 0; h < counts_.size(); ++h) {
      if (!used_[h]) continue;
      const double difference = counts_[h] - out_.fitted[h];
      if (counts_[h] == 0) {
        sum += out_.fitted[h];
      } else {
        sum -= counts_[h] * std::log1p(-difference / counts_[h]) + difference;
      }
    }
    return 2 * sum;
  }

  void finish() {
    const Ending ending = out_.ending;
    const bool sound = factorize();
    if (ending != Ending::converged) out_.ending = ending;
    right_.setZero();
    right_[0] = 1;
    if (sound) out_.unseen_variance = factors_.solve(right_)[0];
    out_.log_unseen = out_.terms[0];
    out_.deviance = std::max(deviance(), 0.0);
    for (std::size_t h = 0; h < counts_.size(); ++h) {
      if (!used_[h]) continue;
      const double mean = out_.fitted[h];
      const double y = counts_[h];
      out_.log_likelihood += (y == 0 ? 0 : y * std::log(mean)) - mean - log_gamma(y + 1);
    }
    out_.fitted[0] = std::exp(out_.log_unseen);
  }

  const std::vector<double>& counts_;
  std::vector<Mask> terms_;
  std::vector<char> used_;
  std::vector<double> work_;
  Eigen::MatrixXd gram_;
  Eigen::LLT<Eigen::MatrixXd> factors_;
  Eigen::VectorXd right_;
  Eigen::VectorXd change_;
  LoglinearState out_;
};

}  // namespace

LoglinearState loglinear_fit(const std::vector<double>& counts,
                             const std::vector<Mask>& terms,
                             bool with_unseen,
                             const std::vector<double>* start) {
  return Fit(counts, terms, with_unseen).run(start);
}

}  // namespace pressgauge::stats::detail
