// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pressgauge/sentiment/link.hpp"

namespace pressgauge::sentiment {

/// Fewer rated texts than this say nothing of a curve.
inline constexpr std::size_t kLeastRatings = 10;

struct LinkFitOptions {
  bool through_zero = false;  ///< whether a raw of 0 is scored 0
  /// Scores below and above which a text is labelled; chosen by the ratings where they are not
  /// given.
  std::optional<std::pair<double, double>> thresholds;
  /// A rating beyond this, either way, is one that a reader would call positive or negative; the
  /// thresholds are chosen so that the labels of scores and ratings agree best.
  double plain_rating = 0.1;
};

/// A link fitted to ratings, and how good it is on texts that it was not fitted to.
struct LinkFit {
  Link link;
  std::int64_t n = 0;
  double r = 0;      ///< Pearson's r of ratings and held-out scores
  double error = 0;  ///< mean absolute error of held-out scores
  double macro_f1 =
      0;  ///< of held-out labels against the ratings' own, over the classes that occur
  std::vector<std::string> warnings;
};

/// The link of least squared error between tanh(gain * (raw - offset)) and `ratings`. Two numbers,
/// and not a step for every text as isotonic regression has: with few texts the steps follow the
/// raters' noise, and they say nothing beyond the lowest and the highest text.
///
/// r and error are of five folds: the i-th text is held out in fold i modulo 5.
/// Its time is linear in the number of texts, but for sorting them.
/// @throws DomainError for lengths that differ, fewer than kLeastRatings texts, ratings outside
/// [-1, 1] or NaN, raw that is constant, or ratings that don't rise with it.
LinkFit fit_link(std::span<const double> raw,
                 std::span<const double> ratings,
                 const LinkFitOptions& options = {});

}  // namespace pressgauge::sentiment
