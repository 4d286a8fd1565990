// SPDX-License-Identifier: MIT
// Fisher's noncentral hypergeometric distribution: the successes of the first of two samples when
// all margins of the table are given. @cite fisher_1935 @cite cornfield_1956
#pragma once

#include <vector>

#include "pressgauge/stats/detail/tail.hpp"

namespace pressgauge::stats::detail {

/// n1 trials of the first sample, n2 of the second, and the successes of both together.
struct Margins {
  double n1;
  double n2;
  double successes;

  double least() const { return successes > n2 ? successes - n2 : 0; }
  double most() const { return successes < n1 ? successes : n1; }
  /// P(X = x + 1) / P(X = x) with odds ratio 1.
  double rise(double x) const {
    return (n1 - x) / (x + 1) * ((successes - x) / (n2 - successes + x + 1));
  }
};

/// Sums over the distribution, by the distance from x, in units of which P(X = x) is `at`.
struct Side {
  double sum = 0;     ///< of P(X = k)
  double first = 0;   ///< of |k - x| P(X = k)
  double second = 0;  ///< of (k - x)² P(X = k)
};

struct Sides {
  double at = 1;
  Side below;  ///< k < x
  Side above;  ///< k > x
  double total() const { return below.sum + at + above.sum; }
};

/// @param x in least … most
Sides sides(const Margins& margins, double x, double odds_ratio);

/// log P(X <= x) or log P(X >= x), with only `share_of_x` of P(X = x) counted, and its derivative
/// by the log of the odds ratio.
struct LogTail {
  double value;
  double slope;
};
LogTail log_tail(
    const Margins& margins, double x, double odds_ratio, Tail tail, double share_of_x = 1);

/// All probabilities that a double can tell from 0, over that of the mode.
struct Likelihoods {
  double first = 0;  ///< the k of the first value
  std::vector<double> values;
  double total = 0;

  /// Over the mode's; 0 outside.
  double at(double x) const;
  /// P(X <= x) (lower) or P(X >= x) (upper), summed from the far end.
  double tail(double x, Tail tail) const;
};

Likelihoods likelihoods(const Margins& margins, double odds_ratio = 1);

}  // namespace pressgauge::stats::detail
