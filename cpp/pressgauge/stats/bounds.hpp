// SPDX-License-Identifier: MIT
#pragma once

#include "pressgauge/core/interval.hpp"

namespace pressgauge::stats {

/// What is estimated of a quantity that is only bounded: its two bounds, each with its error.
struct EstimatedBounds {
  double lower = 0;
  double upper = 0;
  double se_lower = 0;
  double se_upper = 0;
};

/// An interval for the quantity, not for its bounds: shorter than theirs, since it lies at one of
/// them only.
struct BoundsInterval {
  double critical_lower = 0;  ///< standard errors that the interval goes below the lower bound
  double critical_upper = 0;
  core::Interval interval;
};

/// c with Phi(c + (upper - lower) / max(se)) - Phi(-c) = 1 - alpha, on both sides.
/// @cite imbens_manski_2004 (equation 7)
/// @throws DomainError when upper < lower, an error is negative or no number, or alpha is not
/// inside (0, 1)
BoundsInterval imbens_manski(const EstimatedBounds& bounds, double alpha);

/// The shortest interval that covers either bound with 1 - alpha where one sample is behind both,
/// so that they err together. @cite stoye_2009 (section 3, correlation 1)
/// @throws DomainError as imbens_manski, and for an alpha above 0.5, for then the ends may cross
BoundsInterval stoye(const EstimatedBounds& bounds, double alpha);

}  // namespace pressgauge::stats
