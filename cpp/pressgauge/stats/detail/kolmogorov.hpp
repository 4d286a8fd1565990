// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace pressgauge::stats::detail {

/// P(D > distance) for Kolmogorov's distance D of n numbers from their distribution: exact to some
/// 1e-14 below 100 numbers, else the limit distribution, corrected, good to 2e-4.
/// @cite marsaglia_tsang_wang_2003 @cite vrbik_2018
double kolmogorov_tail(double distance, std::int64_t n);

}  // namespace pressgauge::stats::detail
