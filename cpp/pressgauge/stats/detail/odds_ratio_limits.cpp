// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/comparison_limits.hpp"
#include "pressgauge/stats/detail/fitted_cells.hpp"
#include "pressgauge/stats/detail/score_limit.hpp"

namespace pressgauge::stats::detail {
namespace {

using core::kInfinity;

// Observed less expected successes of the first sample, from the cell that keeps most digits.
double observed_less_expected(const TwoSamples& s, const FittedCells& cells) {
  const std::array<std::array<double, 3>, 4> all{{{s.x1, cells.success1, 1},
                                                  {s.n1 - s.x1, cells.failure1, -1},
                                                  {s.x2, cells.success2, -1},
                                                  {s.n2 - s.x2, cells.failure2, 1}}};
  const auto& least = *std::min_element(
      all.begin(), all.end(), [](const auto& a, const auto& b) { return a[1] < b[1]; });
  return least[2] * (least[0] - least[1]);
}

double score_low(const TwoSamples& s, double z_squared, const Level& level) {
  if (s.x1 == 0 || s.x2 == s.n2) return 0;
  const auto excess = [&](double ratio) {
    const FittedCells cells = fitted_cells(s.n1, s.n2, s.successes(), ratio);
    return observed_less_expected(s, cells) - std::sqrt(z_squared / cells.information());
  };
  return low_limit_of_ratio(excess, gart(s, level).low, sample_odds_ratio(s));
}

Ends score(const TwoSamples& s, double factor, const Level& level) {
  const double z_squared = factor * level.z_squared.value();
  return {score_low(s, z_squared, level), 1 / score_low(s.swapped(), z_squared, level)};
}

}  // namespace

double sample_odds_ratio(const TwoSamples& s) {
  const double above_first = s.x1 * (s.n2 - s.x2);
  const double below_first = s.x2 * (s.n1 - s.x1);
  if (below_first == 0) {
    return above_first == 0 ? std::numeric_limits<double>::quiet_NaN() : kInfinity;
  }
  return (two_product(s.x1, s.n2 - s.x2) / two_product(s.x2, s.n1 - s.x1)).value();
}

double adjusted_odds_ratio(const TwoSamples& s) {
  return sample_odds_ratio({s.x1 + 0.5, s.n1 + 1, s.x2 + 0.5, s.n2 + 1});
}

Ends woolf(const TwoSamples& s, const Level& level) {
  const double y1 = s.n1 - s.x1;
  const double y2 = s.n2 - s.x2;
  if (s.x1 == 0 || s.x2 == 0 || y1 == 0 || y2 == 0) return {0, kInfinity, false, true};
  const double variance = 1 / s.x1 + 1 / y1 + 1 / s.x2 + 1 / y2;
  const double factor = std::exp(level.z.value() * std::sqrt(variance));
  return {sample_odds_ratio(s) / factor, sample_odds_ratio(s) * factor};
}

Ends gart(const TwoSamples& s, const Level& level) {
  return woolf({s.x1 + 0.5, s.n1 + 1, s.x2 + 0.5, s.n2 + 1}, level);
}

Ends score_odds(const TwoSamples& s, const Level& level) { return score(s, 1, level); }

Ends miettinen_nurminen_odds(const TwoSamples& s, const Level& level) {
  return score(s, s.total() / (s.total() - 1), level);
}

}  // namespace pressgauge::stats::detail
