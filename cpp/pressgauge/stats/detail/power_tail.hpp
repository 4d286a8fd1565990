// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

namespace pressgauge::stats::detail {

/// The tail of the zeta distribution of whole numbers from xmin on, at many sizes: one exponential
/// each. By Euler's and Maclaurin's formula, scaled by xmin^alpha so that nothing underflows.
/// @cite dlmf (25.11.28)
class PowerTail {
 public:
  /// @param alpha > 1
  /// @param xmin >= 1, whole
  PowerTail(double alpha, double xmin);

  /// (x / xmin)^-alpha.
  double term(double log_x) const;
  /// The sum of terms from x on. @param term that of x
  double sum_from(double x, double term) const;
  /// P(X >= x).
  double survival(double x) const;
  /// That of xmin.
  double total() const { return total_; }

 private:
  double beyond(double x, double term) const;

  double alpha_;
  double xmin_;
  double log_xmin_;
  double first_;               // from here on the formula holds
  std::vector<double> small_;  // sums from xmin, xmin + 1, … before it
  double total_ = 0;
};

}  // namespace pressgauge::stats::detail
