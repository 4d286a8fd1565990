// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "pressgauge/figures/figure.hpp"
#include "pressgauge/stats/estimate.hpp"

namespace pressgauge::articles {

/// An estimate that follows from the counts of an article.
struct Statistic {
  std::string name;
  stats::Estimate estimate;
  std::vector<std::int64_t> inputs;  ///< ids of the counts it is computed from
  std::string note;                  ///< in words, what it says
};

/// Fills each count's interval from its mentions, and says whether they agree.
void reconcile(std::vector<figures::Count>& counts, const std::vector<figures::Figure>& figures);

/// Turnout; ratios and shares between the two largest groups of a kind; killed per injured. What
/// the reports allow only: reported counts are no sample, so there are no confidence intervals.
std::vector<Statistic> statistics(const std::vector<figures::Count>& counts);

}  // namespace pressgauge::articles
