// SPDX-License-Identifier: MIT
#include "stats/define.hpp"

#include "pressgauge/stats/comparison.hpp"

namespace pressgauge::bind {

void stats_comparisons(py::module_ m) {
  QuantityOf<stats::DifferenceMethod, 4>{"proportion_diff",
                                         "Difference of two proportions.",
                                         {"count1", "nobs1", "count2", "nobs2"},
                                         stats::difference_method,
                                         stats::proportion_diff,
                                         stats::proportion_diff}
      .define(m);
  QuantityOf<stats::RiskRatioMethod, 4>{"risk_ratio",
                                        "Ratio of two proportions.",
                                        {"count1", "nobs1", "count2", "nobs2"},
                                        stats::risk_ratio_method,
                                        stats::risk_ratio,
                                        stats::risk_ratio}
      .define(m);
  QuantityOf<stats::OddsRatioMethod, 4>{"odds_ratio",
                                        "Ratio of the odds of two proportions.",
                                        {"count1", "nobs1", "count2", "nobs2"},
                                        stats::odds_ratio_method,
                                        stats::odds_ratio,
                                        stats::odds_ratio}
      .define(m);
}

}  // namespace pressgauge::bind
