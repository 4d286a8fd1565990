// SPDX-License-Identifier: MIT
#include "stats/define.hpp"

#include "pressgauge/stats/mover.hpp"
#include "pressgauge/stats/rate.hpp"

namespace pressgauge::bind {
namespace {

using OnIntervals = Estimates (*)(const stats::WithIntervals&, const stats::WithIntervals&);

void define(py::module_ m, const char* name, const char* doc, OnIntervals function) {
  m.def(
      name,
      [function](const VectorRef& estimate_1,
                 const VectorRef& low_1,
                 const VectorRef& high_1,
                 const VectorRef& estimate_2,
                 const VectorRef& low_2,
                 const VectorRef& high_2) {
        return function({estimate_1, low_1, high_1}, {estimate_2, low_2, high_2});
      },
      "estimate_1"_a.noconvert(),
      "low_1"_a.noconvert(),
      "high_1"_a.noconvert(),
      "estimate_2"_a.noconvert(),
      "low_2"_a.noconvert(),
      "high_2"_a.noconvert(),
      Unlocked(),
      doc);
}

}  // namespace

void stats_rates(py::module_ m) {
  define(
      m, "mover_difference", "Difference of quantities with intervals.", stats::mover_difference);
  define(m, "mover_ratio", "Ratio of quantities with intervals.", stats::mover_ratio);
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
