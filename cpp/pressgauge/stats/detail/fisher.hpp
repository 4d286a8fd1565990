// SPDX-License-Identifier: MIT
#pragma once

#include "pressgauge/stats/detail/comparison_limits.hpp"
#include "pressgauge/stats/exact_test.hpp"

namespace pressgauge::stats::detail {

/// Fisher's p of one table, by whichever tables count as extreme.
double fisher_pvalue(const TwoSamples& samples, FisherMethod method, Alternative alternative);

/// Whether no other table has the same margins.
bool is_only_table(const TwoSamples& samples);

}  // namespace pressgauge::stats::detail
