// SPDX-License-Identifier: MIT
// One meta-analysis, of studies that are all reported.
#pragma once

#include "pressgauge/stats/detail/studies.hpp"
#include "pressgauge/stats/meta.hpp"

namespace pressgauge::stats::detail {

/// The quantiles that analyses of k studies need. They cost more than the rest of an analysis, and
/// a batch mostly has one k.
class Quantiles {
 public:
  /// @throws DomainError when alpha is not inside (0, 1), or not below 0.5 for one side
  explicit Quantiles(const MetaOptions& options);
  /// For analyses of k >= 1 studies from now on.
  void set_studies(std::size_t k);

  double pooled = 0;      ///< of the mean effect
  double prediction = 0;  ///< of a new study; infinite without degrees of freedom
  double q_low = 0;       ///< chi squared with k - 1 degrees of freedom, alpha / 2 below
  double q_high = 0;      ///< and alpha / 2 above
  double z = 0;

 private:
  MetaOptions options_;
  double one_tail_ = 0;
  std::size_t studies_ = 0;
};

/// All but the weights.
MetaAnalysis analysis_of(const Studies& studies,
                         const MetaOptions& options,
                         const Quantiles& quantiles);

/// What an analysis of no study gives: NaN.
MetaAnalysis no_analysis();

}  // namespace pressgauge::stats::detail
