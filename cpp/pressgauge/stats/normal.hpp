// SPDX-License-Identifier: MIT
#pragma once

#include "pressgauge/stats/detail/double_double.hpp"

namespace pressgauge::stats {

/// The z with P(Z > z) = upper_tail for a standard normal Z, to the last digit.
/// @param upper_tail area above z, in (0, 1)
/// @throws DomainError when upper_tail is not inside (0, 1)
/// @cite wichura_1988
double normal_quantile(double upper_tail);

namespace detail {

/// The same to about 1e-16 of itself rather than to the last digit, a hundred times as fast: for
/// single calls, of which it would be most of the time.
double quick_normal_quantile(double upper_tail);

/// The z of a two-sided interval, P(|Z| > z) = alpha, to some 30 digits: where a limit is a small
/// difference, the last bit of z would be its third.
/// @throws DomainError when alpha is not inside (0, 1)
DoubleDouble two_sided_deviate(double alpha);
/// The same, computed also for the levels that are known by heart.
DoubleDouble computed_deviate(double alpha);

}  // namespace detail
}  // namespace pressgauge::stats
