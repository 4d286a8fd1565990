// SPDX-License-Identifier: MIT
// What the tests of polling stations share.
#pragma once

#include <span>

#include "pressgauge/stats/detail/rows.hpp"
#include "pressgauge/stats/options.hpp"

namespace pressgauge::stats::detail {

/// @throws DomainError as `check_columns`, and when a count is above 2^53
void check_stations(std::span<const Column> columns, std::span<const PartOf> parts = {});

/// P-value of a standard normal deviate.
double normal_pvalue(double z, Alternative alternative);

}  // namespace pressgauge::stats::detail
