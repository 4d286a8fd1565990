// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/estimate.hpp"

namespace pressgauge::stats {

/// A mean that several reports of one count were drawn around.
struct CensoredFit {
  Estimate estimate;  ///< the likelihood's largest, and the likelihood ratio interval
  double log_likelihood = 0;
  double spread = 0;  ///< of sources, the standard deviation of log counts; 0 without it
};

/// One Poisson mean behind reports of which each says only that its count was in an interval:
/// the largest of the product of P(count in report). Only lower bounds leave it without a high end,
/// flag `one_sided`. @cite turnbull_1976
/// @param reports of whole numbers
/// @throws DomainError when there is none, a report allows no whole number >= 0, or alpha is not
/// inside (0, 1)
CensoredFit censored_count(const std::vector<core::Interval>& reports, double alpha);

/// Sources that err by a factor: the logarithm of each source's count is normal around that of the
/// toll; a report says which interval it fell in, an exact one that of the whole number. The toll's
/// interval is of the profile likelihood ratio. With less than two reports, or where one spread of
/// 0 explains all, flag `degenerate`. @cite turnbull_1976 @cite higgins_thompson_2002
CensoredFit random_source_count(const std::vector<core::Interval>& reports, double alpha);

}  // namespace pressgauge::stats
