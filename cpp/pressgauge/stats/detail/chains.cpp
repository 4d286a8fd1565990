// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/chains.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "pressgauge/stats/normal.hpp"

namespace pressgauge::stats::detail {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr Index kLeastDraws = 4;  // of a chain: two in each half

// Each chain as two: its first half and its last.
MatrixXd split(const MatrixXd& draws) {
  const Index half = draws.rows() / 2;
  MatrixXd out(half, 2 * draws.cols());
  out.leftCols(draws.cols()) = draws.topRows(half);
  out.rightCols(draws.cols()) = draws.bottomRows(half);
  return out;
}

// Normal scores of the ranks over all chains, equal values with their mean rank.
MatrixXd normal_scores(const MatrixXd& draws) {
  constexpr double kBlom = 0.375;  // Blom (1958): (rank - 3/8) / (size + 1/4)
  std::vector<Index> order(static_cast<std::size_t>(draws.size()));
  std::iota(order.begin(), order.end(), Index{0});
  const double* values = draws.data();
  std::sort(order.begin(), order.end(), [values](Index i, Index j) {
    return values[i] < values[j] || (values[i] == values[j] && i < j);
  });
  const double size = static_cast<double>(draws.size());
  MatrixXd out(draws.rows(), draws.cols());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
    const double rank = static_cast<double>(i + 1 + end) / 2;
    const double score = -normal_quantile((rank - kBlom) / (size + 1 - 2 * kBlom));
    for (; i < end; ++i) out.data()[order[i]] = score;
  }
  return out;
}

double variance(const VectorXd& values) {
  const double mean = values.mean();
  return (values.array() - mean).square().sum() / static_cast<double>(values.size() - 1);
}

double plain_r_hat(const MatrixXd& chains) {
  const double n = static_cast<double>(chains.rows());
  double within = 0;
  for (Index k = 0; k < chains.cols(); ++k) within += variance(chains.col(k));
  within /= static_cast<double>(chains.cols());
  const double between = variance(chains.colwise().mean().transpose());
  return within > 0 ? std::sqrt((n - 1) / n + between / within) : kNaN;
}

// Covariance of draws `lag` apart, the mean over chains.
double autocovariance(const MatrixXd& centered, Index lag) {
  const Index rows = centered.rows() - lag;
  double sum = 0;
  for (Index k = 0; k < centered.cols(); ++k) {
    sum += centered.col(k).head(rows).dot(centered.col(k).tail(rows));
  }
  return sum / static_cast<double>(centered.size());
}

// Draws over the autocorrelation time, by Geyer's initial monotone sequence. @cite geyer_1992
double plain_draws(const MatrixXd& chains) {
  const Index rows = chains.rows();
  const double n = static_cast<double>(rows);
  const double size = static_cast<double>(chains.size());
  const MatrixXd centered = chains.rowwise() - chains.colwise().mean();
  const double within = autocovariance(centered, 0) * n / (n - 1);
  const double total = within * (n - 1) / n + variance(chains.colwise().mean().transpose());
  if (!(total > 0)) return kNaN;
  const auto correlation = [&](Index lag) {
    return lag == 0 ? 1 : 1 - (within - autocovariance(centered, lag)) / total;
  };
  double time = -1;
  double pair_before = std::numeric_limits<double>::infinity();
  for (Index lag = 0; lag + 1 < rows; lag += 2) {
    const double even = correlation(lag);
    const double pair = std::min(even + correlation(lag + 1), pair_before);
    if (pair < 0) {
      time += std::max(even, 0.0);
      break;
    }
    time += 2 * pair;
    pair_before = pair;
  }
  // Draws that alternate are worth more than their number, but not any number.
  return size / std::max(time, 1 / std::log10(size));
}

VectorXd sorted(const MatrixXd& draws) {
  VectorXd out = draws.reshaped();
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

double quantile_of_sorted(const VectorXd& values, double share) {
  const double at = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<Index>(std::floor(at));
  const Index above = std::min(below + 1, values.size() - 1);
  return values[below] + (at - std::floor(at)) * (values[above] - values[below]);
}

double r_hat(const MatrixXd& draws) {
  if (draws.rows() < kLeastDraws) return kNaN;
  const MatrixXd chains = split(draws);
  const double median = quantile_of_sorted(sorted(chains), 0.5);
  const MatrixXd folded = (chains.array() - median).abs().matrix();
  return std::max(plain_r_hat(normal_scores(chains)), plain_r_hat(normal_scores(folded)));
}

double bulk_draws(const MatrixXd& draws) {
  return draws.rows() < kLeastDraws ? kNaN : plain_draws(normal_scores(split(draws)));
}

double tail_draws(const MatrixXd& draws) {
  constexpr double kTail = 0.05;
  if (draws.rows() < kLeastDraws) return kNaN;
  const VectorXd all = sorted(draws);
  const auto at = [&](double share) {
    const double limit = quantile_of_sorted(all, share);
    return plain_draws((split(draws).array() <= limit).cast<double>().matrix());
  };
  return std::min(at(kTail), at(1 - kTail));
}

}  // namespace pressgauge::stats::detail
