// SPDX-License-Identifier: MIT
#pragma once

#include "pressgauge/stats/detail/counts.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/proportion.hpp"

namespace pressgauge::stats::detail {

/// What to do with a part above its whole.
enum class AboveOne : std::uint8_t { refuse, keep };

/// part / whole of each unit, with the interval of a proportion.
Estimates shares(const Counts& part,
                 const Counts& whole,
                 const ProportionOptions& options,
                 AboveOne above_one);

/// part / whole of one unit whose counts may be reported in bounds.
Estimate share(const Count& part,
               const Count& whole,
               const ProportionOptions& options,
               AboveOne above_one);

/// Whether the counts are exact, or in bounds: an interval of bounded counts is named a union.
enum class Reports : std::uint8_t { exact, bounded };

Reports reports_of(const core::Interval& a, const core::Interval& b);

/// Sets the interval of `estimate` and says by which method.
void set_interval(Estimate& estimate,
                  const core::Interval& interval,
                  Reports reports,
                  const ProportionOptions& options);

/// An estimate from counts of which one is not reported.
Estimate missing(const Estimate& identified, const ProportionOptions& options);

}  // namespace pressgauge::stats::detail
