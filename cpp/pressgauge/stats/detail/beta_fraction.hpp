// SPDX-License-Identifier: MIT
#pragma once

namespace pressgauge::stats::detail {

/// a - (a + b) v, from the one of v and w = 1 - v that is known more exactly.
double distance_to_mean(double a, double b, double v, double w);

/// P(V < v) over v^a w^b / B(a, b), for V ~ Beta(a, b) and v up to the mean.
/// @param largest_exact the absolute error doesn't matter below some 1e-17 of it
double beta_fraction(double a, double b, double v, double w, double largest_exact = 0);

}  // namespace pressgauge::stats::detail
