// SPDX-License-Identifier: MIT
// The 2 x 2 table with given margins and odds ratio. Each cell is a root of the same quadratic with
// rows and columns exchanged, whose discriminant is a sum of positive terms: nothing cancels.
#pragma once

#include <cmath>

namespace pressgauge::stats::detail {

struct FittedCells {
  double success1;
  double failure1;
  double success2;
  double failure2;

  /// 1 over the variance of the successes of the first sample.
  double information() const { return 1 / success1 + 1 / failure1 + 1 / success2 + 1 / failure2; }
};

/// @param successes of both samples together
inline FittedCells fitted_cells(double n1, double n2, double successes, double odds_ratio) {
  const double failures = n1 + n2 - successes;
  const double r = odds_ratio;
  const double a = r * (n1 - successes);
  const double b = n2 - successes;
  const double middle = n1 * n2 + (n1 + n2) * successes - successes * successes;
  const double spread = std::sqrt(a * a + 2 * r * middle + b * b);
  // The root 2 twice_product / (sum + spread), or without cancellation where sum < 0.
  const auto cell = [&](double sum, double twice_product, double lead) {
    return sum > 0 ? twice_product / (sum + spread) : (spread - sum) / (2 * lead);
  };
  return {cell(r * (n1 + successes) + b, 2 * r * n1 * successes, 1 - r),
          cell(n1 + failures + r * (successes - n1), 2 * n1 * failures, r - 1),
          cell(n2 + successes + a, 2 * n2 * successes, r - 1),
          cell(r * (n2 + failures) + successes - n2, 2 * r * n2 * failures, 1 - r)};
}

}  // namespace pressgauge::stats::detail
