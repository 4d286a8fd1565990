// SPDX-License-Identifier: MIT
#include "stats/define.hpp"

#include "pressgauge/stats/finite_population.hpp"
#include "pressgauge/stats/proportion.hpp"
#include "pressgauge/stats/ratio.hpp"

namespace pressgauge::bind {

using Two = QuantityOf<stats::ProportionMethod, 2>;

void stats_proportions(py::module_ m) {
  const auto method = &stats::proportion_method;
  Two{"proportion",
      "Share of each unit: count / nobs.",
      {"count", "nobs"},
      method,
      stats::proportion,
      stats::proportion}
      .define(m);
  Two{"turnout",
      "Turnout of each unit: ballots / registered.",
      {"ballots", "registered"},
      method,
      stats::turnout,
      stats::turnout}
      .define(m);
  Two{"count_ratio",
      "Ratio of two counts: a / b.",
      {"a", "b"},
      method,
      stats::count_ratio,
      stats::count_ratio}
      .define(m);
  Two{"injury_ratio",
      "Injured of one side per injured of the other.",
      {"side_a", "side_b"},
      method,
      stats::injury_ratio,
      stats::injury_ratio}
      .define(m);
  Two{"killed_wounded_ratio",
      "Killed per wounded.",
      {"killed", "wounded"},
      method,
      stats::killed_wounded_ratio,
      stats::killed_wounded_ratio}
      .define(m);
  Two{"case_fatality",
      "Share of the killed among the casualties.",
      {"killed", "wounded"},
      method,
      stats::case_fatality,
      stats::case_fatality}
      .define(m);
  QuantityOf<stats::FinitePopulationMethod, 3>{"finite_population",
                                               "Share of a population, from a part of it.",
                                               {"count", "nobs", "population"},
                                               &stats::finite_population_method,
                                               stats::finite_population,
                                               stats::finite_population}
      .define(m);
}

}  // namespace pressgauge::bind
