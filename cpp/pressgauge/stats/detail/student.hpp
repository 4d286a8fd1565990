// SPDX-License-Identifier: MIT
#pragma once

namespace pressgauge::stats::detail {

/// P(T > t), T ~ Student's t. @param df any real number > 0; infinity is the normal distribution
double student_tail(double t, double df);

/// The t with P(T > t) = upper_tail. @param upper_tail in [0, 1]
double student_quantile(double upper_tail, double df);

}  // namespace pressgauge::stats::detail
