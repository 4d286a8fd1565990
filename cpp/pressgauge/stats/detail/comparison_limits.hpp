// SPDX-License-Identifier: MIT
// The two ends of each interval that compares two binomial proportions, x1 of n1 and x2 of n2, with
// n1, n2 > 0. Zero cells have intervals too: an end without information is that of the range.
#pragma once

#include "pressgauge/stats/detail/proportion_limits.hpp"

namespace pressgauge::stats::detail {

struct TwoSamples {
  double x1;
  double n1;
  double x2;
  double n2;

  TwoSamples swapped() const { return {x2, n2, x1, n1}; }
  /// Failures counted in place of successes.
  TwoSamples mirrored() const { return {n1 - x1, n1, n2 - x2, n2}; }
  double successes() const { return x1 + x2; }
  double total() const { return n1 + n2; }
};

struct Ends {
  double low;
  double high;
  bool clipped = false;   ///< an end was cut to the range
  bool no_width = false;  ///< the formula has no width, or no value, with these cells
};

using EndsOf = Ends (*)(const TwoSamples& samples, const Level& level);

/// p1 - p2 without cancellation.
double difference(const TwoSamples& samples);
/// p1 / p2; NaN for 0/0.
double risk_ratio(const TwoSamples& samples);
/// Odds of the first over those of the second; NaN for 0/0.
double sample_odds_ratio(const TwoSamples& samples);
/// The same with 1/2 added to each cell. @cite gart_1966
double adjusted_odds_ratio(const TwoSamples& samples);

// Differences.
Ends wald_difference(const TwoSamples& samples, const Level& level);
Ends agresti_caffo(const TwoSamples& samples, const Level& level);
Ends newcombe(const TwoSamples& samples, const Level& level);
Ends newcombe_cc(const TwoSamples& samples, const Level& level);
Ends mee(const TwoSamples& samples, const Level& level);
Ends miettinen_nurminen_difference(const TwoSamples& samples, const Level& level);

// Ratios of proportions.
Ends katz_log(const TwoSamples& samples, const Level& level);
Ends walter(const TwoSamples& samples, const Level& level);
Ends koopman(const TwoSamples& samples, const Level& level);
Ends miettinen_nurminen_ratio(const TwoSamples& samples, const Level& level);

// Odds ratios.
Ends woolf(const TwoSamples& samples, const Level& level);
Ends gart(const TwoSamples& samples, const Level& level);
Ends score_odds(const TwoSamples& samples, const Level& level);
Ends miettinen_nurminen_odds(const TwoSamples& samples, const Level& level);
Ends conditional_exact(const TwoSamples& samples, const Level& level);
Ends conditional_midp(const TwoSamples& samples, const Level& level);
Ends conditional_blaker(const TwoSamples& samples, const Level& level);

/// The odds ratio that is likeliest given all margins; NaN where they leave one table only.
double conditional_odds_ratio(const TwoSamples& samples);

}  // namespace pressgauge::stats::detail
