// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <limits>

namespace pressgauge::stats::detail {

/// Where f, known at both ends, changes its sign: the end of the last bracket, two neighbouring
/// doubles, at which |f| is smaller, or a point with f == 0. Inverse quadratic interpolation where
/// it is safe, else a halving. @cite chandrupatla_1997
/// @returns NaN when f has one sign at both ends, or is NaN somewhere on the way
template <class F>
double root(F&& f, double low, double high, double at_low, double at_high);

template <class F>
double root(F&& f, double low, double high);

struct Maximum {
  double at = 0;
  double value = 0;
};

/// The maximum of a unimodal f between low and high, both finite; ends included. To sqrt(epsilon)
/// of `at`, as far as values of f tell. @cite brent_1973
template <class F>
Maximum maximum(F&& f, double low, double high);

}  // namespace pressgauge::stats::detail
