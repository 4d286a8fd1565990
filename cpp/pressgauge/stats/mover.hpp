// SPDX-License-Identifier: MIT
#pragma once

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/stats/estimate.hpp"

namespace pressgauge::stats {

/// A column of quantities, each with its interval.
struct WithIntervals {
  core::VectorRef estimate;
  core::VectorRef low;
  core::VectorRef high;
};

/// first - second of independent quantities, from the interval of each: its low end lies
/// √((θ1 - l1)² + (u2 - θ2)²) below. @cite donner_zou_2012
/// @throws DomainError when sizes differ
Estimates mover_difference(const WithIntervals& first, const WithIntervals& second);

/// first / second of independent quantities >= 0: the r where θ1 - r θ2 has 0 as an end of its
/// interval. Where the second may be 0 there is no high end, flag `one_sided`; 0/0 is NaN, flag
/// `undefined`. @cite donner_zou_2012
/// @throws DomainError when sizes differ or a quantity reaches below 0
Estimates mover_ratio(const WithIntervals& first, const WithIntervals& second);

}  // namespace pressgauge::stats
