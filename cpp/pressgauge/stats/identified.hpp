// SPDX-License-Identifier: MIT
// What reported bounds allow, before any sampling. Each quantity is monotone in each count, so the
// ends of the set are its values at the ends of the counts. @cite manski_2003 @cite moore_1966
#pragma once

#include <vector>

#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/estimate.hpp"

namespace pressgauge::stats {

/// A number as reported: an estimate only when it is exact.
Estimate identified(const core::Interval& value);

/// a / b. A divisor that reaches 0 leaves no upper end (flag `one_sided`); one that can only be 0
/// gives [0, ∞) and flag `undefined`.
/// @throws DomainError when an interval reaches below 0
Estimate identified_ratio(const core::Interval& a, const core::Interval& b);

/// part / (part + rest), in [0, 1].
/// @throws DomainError when an interval reaches below 0
Estimate identified_share(const core::Interval& part, const core::Interval& rest);

/// part / whole where part <= whole: cut to [0, 1] with flag `clipped`. Where the reports say
/// otherwise it is kept as it is, with flag `above_one`.
/// @throws DomainError when an interval reaches below 0
Estimate identified_quotient(const core::Interval& part, const core::Interval& whole);

/// Several mentions of one number.
struct Reconciled {
  core::Interval interval;  ///< what all mentions share; else the hull
  bool agree;               ///< whether they share a number
};

/// @throws DomainError when there is no mention
Reconciled reconcile(const std::vector<core::Interval>& mentions);

}  // namespace pressgauge::stats
