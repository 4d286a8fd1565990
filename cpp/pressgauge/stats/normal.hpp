// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/double_double.hpp"

namespace pressgauge::stats {

/// The z with P(Z > z) = upper_tail for a standard normal Z, to the last digit.
/// @param upper_tail area above z, in (0, 1)
/// @throws DomainError when upper_tail is not inside (0, 1)
/// @cite wichura_1988
double normal_quantile(double upper_tail);

/// The z with P(|Z| > z) = alpha.
/// @throws DomainError when alpha is not inside (0, 1)
double deviate(double alpha);

/// The interval value ± z error of an estimate that is about normal.
core::Interval wald_interval(double value, double error, double alpha);
/// That of a positive estimate whose logarithm is about normal, value exp(± z error / value): all
/// positive numbers where it is wider than doubles are; nothing where value or error is no number.
std::optional<core::Interval> log_wald_interval(double value, double error, double alpha);

namespace detail {

/// @throws DomainError when alpha is not inside (0, 1), or below 1e-300: half of it is to be a
/// number
void check_alpha(double alpha);

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
