// SPDX-License-Identifier: MIT
#include "stats/define.hpp"

namespace pressgauge::bind {

// One file a family, in bindings/stats. Results first: the functions give them.
void stats(py::module_ m) {
  stats_results(m);
  stats_reports(m);
  stats_proportions(m);
  stats_capture(m);
}

}  // namespace pressgauge::bind
