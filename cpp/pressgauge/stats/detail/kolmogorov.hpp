// SPDX-License-Identifier: MIT
#pragma once

namespace pressgauge::stats::detail {

/// P(D > distance) for Kolmogorov's distance D of n numbers from their distribution: the limit
/// distribution with Stephens' correction for n, good to some 0.002. @cite stephens_1970
double kolmogorov_tail(double distance, double n);

}  // namespace pressgauge::stats::detail
