// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/estimate.hpp"

namespace pressgauge::stats {

/// The whole numbers k of nobs that round to a percentage: |100 k / nobs - percent| at most half of
/// its last digit, whichever way halves were rounded. `low` and `high` are the first and the last;
/// where there is none, flag `inconsistent`, the whole numbers around it. @cite brown_heathers_2017
/// @param percent (n,) in [0, 100]; NaN where not reported
/// @param nobs (n,) whole numbers > 0
/// @param decimals of all percentages, 0 to 9
/// @throws DomainError when sizes differ, a value is outside its domain, or a percentage has more
/// decimals than that
Estimates percent_counts(const core::VectorRef& percent, const core::VectorRef& nobs, int decimals);

/// Reports that some number fits, and the numbers that fit them all.
struct ConsistentSubset {
  std::vector<std::size_t> reports;  ///< their places, rising
  core::Interval interval;
};

/// All subsets of reports that agree and that no further report agrees with, the largest first: the
/// maximal cliques of intervals on a line, found in one sweep. Of what is left out of the first, no
/// smaller number of reports could be rejected.
/// @throws DomainError when there is no report
std::vector<ConsistentSubset> consistent_subsets(const std::vector<core::Interval>& reports);

/// What a toll was at the time of each report, if it never falls: at least what was reported
/// before, at most what is reported later. A report that contradicts keeps what it says, and is
/// marked.
struct Timeline {
  std::vector<core::Interval> intervals;
  std::vector<bool> consistent;
};

/// @param reports in the order of their times
/// @throws DomainError when there is none
Timeline toll_timeline(const std::vector<core::Interval>& reports);

}  // namespace pressgauge::stats
