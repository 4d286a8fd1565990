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

/// Sets the interval of `estimate` and says by which method; one over several completions of the
/// reports is named a union.
void set_interval(Estimate& estimate, double low, double high, const ProportionOptions& options);

/// An estimate from counts of which one is not reported.
Estimate missing(const Estimate& identified, const ProportionOptions& options);

}  // namespace pressgauge::stats::detail
