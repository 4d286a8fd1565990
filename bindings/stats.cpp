// SPDX-License-Identifier: MIT
#include "stats/define.hpp"

namespace pressgauge::bind {

// One file a family, in bindings/stats. Results first: the functions give them.
void stats(py::module_ m) {
  stats_results(m);
  stats_reports(m);
  stats_proportions(m);
  stats_comparisons(m);
  stats_elections(m);
  stats_forensics(m);
  stats_rates(m);
  stats_count_tests(m);
  stats_exact_tests(m);
  stats_series(m);
  stats_pooling(m);
  stats_capture(m);
}

}  // namespace pressgauge::bind
