// SPDX-License-Identifier: MIT
// Where scores become labels: chosen so that they agree with the labels of ratings.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "pressgauge/sentiment/link.hpp"

namespace pressgauge::sentiment::detail {

inline constexpr int kHundredths = 100;  // thresholds are chosen among hundredths

struct Rated {
  double raw;
  double rating;
};
using Ratings = std::vector<Rated>;

inline Label label_of_rating(double rating, double plain) {
  if (rating < -plain) return Label::negative;
  return rating > plain ? Label::positive : Label::neutral;
}

// How many texts of each rated label got which label.
struct Confusion {
  std::array<std::array<double, 3>, 3> counts{};  // [rated][given]

  double& at(Label rated, Label given) {
    return counts[static_cast<std::size_t>(rated)][static_cast<std::size_t>(given)];
  }
  // The mean over rated labels that occur of F1 = 2 hits / (rated + given).
  double macro_f1() const {
    double sum = 0;
    int classes = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      double rated = 0;
      double given = 0;
      for (std::size_t j = 0; j < 3; ++j) {
        rated += counts[i][j];
        given += counts[j][i];
      }
      if (rated == 0) continue;
      ++classes;
      sum += 2 * counts[i][i] / (rated + given);
    }
    return classes == 0 ? 0 : sum / classes;
  }
};

// For each rated label, how many scores are below (above) each hundredth, so that every pair of
// thresholds is judged at once.
class ThresholdSearch {
 public:
  ThresholdSearch(const Ratings& all, const Link& link, double plain) : plain_(plain) {
    for (const Rated& each : all) {
      const auto rated = static_cast<std::size_t>(label_of_rating(each.rating, plain));
      const double score = link.score(each.raw);
      ++rated_[rated];
      for (int i = 0; i <= kHundredths; ++i) {
        below_[rated][static_cast<std::size_t>(i)] += score < -hundredth(i) ? 1 : 0;
        above_[rated][static_cast<std::size_t>(i)] += score > hundredth(i) ? 1 : 0;
      }
    }
  }

  // A class that no rating is of can't place its threshold: it stays where ratings have it.
  std::pair<double, double> best() const {
    const bool lower = rated_[0] > 0 && has_contrast(0);
    const bool upper = rated_[2] > 0 && has_contrast(2);
    double most = -1;
    double nearest = 0;
    std::pair<double, double> chosen{-plain_, plain_};
    for (int i = 0; i <= kHundredths; ++i) {
      for (int j = 0; j <= kHundredths; ++j) {
        const double low = lower ? hundredth(i) : plain_;
        const double high = upper ? hundredth(j) : plain_;
        const double value = macro_f1(low, high);
        const double away = std::abs(low - plain_) + std::abs(high - plain_);
        if (value > most || (value == most && away < nearest)) {
          most = value;
          nearest = away;
          chosen = {-low, high};
        }
        if (!upper) break;
      }
      if (!lower) break;
    }
    return chosen;
  }

 private:
  static double hundredth(int i) { return static_cast<double>(i) / kHundredths; }
  bool has_contrast(std::size_t label) const {
    return rated_[0] + rated_[1] + rated_[2] > rated_[label];
  }
  double macro_f1(double low, double high) const {
    const auto i = static_cast<std::size_t>(std::lround(low * kHundredths));
    const auto j = static_cast<std::size_t>(std::lround(high * kHundredths));
    Confusion confusion;
    for (std::size_t rated = 0; rated < 3; ++rated) {
      const double below = below_[rated][i];
      const double above = above_[rated][j];
      confusion.counts[rated] = {below, rated_[rated] - below - above, above};
    }
    return confusion.macro_f1();
  }

  using Counts = std::array<double, kHundredths + 1>;
  double plain_;
  std::array<double, 3> rated_{};
  std::array<Counts, 3> below_{};
  std::array<Counts, 3> above_{};
};

}  // namespace pressgauge::sentiment::detail
