// SPDX-License-Identifier: MIT
#include "stats/define.hpp"

#include "pressgauge/stats/rate.hpp"

namespace pressgauge::bind {

void stats_rates(py::module_ m) {
  QuantityOf<stats::RateMethod, 2>{"rate",
                                   "Events per unit of exposure.",
                                   {"count", "exposure"},
                                   &stats::rate_method,
                                   stats::rate,
                                   stats::rate}
      .define(m);
  QuantityOf<stats::RateRatioMethod, 4>{"rate_ratio",
                                        "Ratio of two rates.",
                                        {"x1", "t1", "x2", "t2"},
                                        &stats::rate_ratio_method,
                                        stats::rate_ratio,
                                        stats::rate_ratio}
      .define(m);
  QuantityOf<stats::RateDiffMethod, 4>{"rate_diff",
                                       "Difference of two rates.",
                                       {"x1", "t1", "x2", "t2"},
                                       &stats::rate_diff_method,
                                       stats::rate_diff,
                                       stats::rate_diff}
      .define(m);
}

}  // namespace pressgauge::bind
