// SPDX-License-Identifier: MIT
#include "pressgauge/stats/bounds.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/normal_tail.hpp"
#include "pressgauge/stats/detail/proportion_limits.hpp"
#include "pressgauge/stats/detail/roots.hpp"
#include "pressgauge/stats/normal.hpp"

namespace pressgauge::stats {
namespace {

void check(const EstimatedBounds& bounds) {
  if (!(bounds.lower <= bounds.upper) || std::isinf(bounds.upper - bounds.lower)) {
    throw DomainError("upper_bound is " + core::to_string(bounds.upper) +
                      ", expected a finite number of at least lower_bound, which is " +
                      core::to_string(bounds.lower));
  }
  for (const double error : {bounds.se_lower, bounds.se_upper}) {
    if (error >= 0 && std::isfinite(error)) continue;
    throw DomainError("a standard error is " + core::to_string(error) +
                      ", expected a finite number >= 0");
  }
}

// A width in standard errors; of no error at all, any width is beyond reach.
double in_errors(double width, double error) {
  if (width == 0) return 0;
  return error == 0 ? core::kInfinity : width / error;
}

BoundsInterval interval_of(const EstimatedBounds& bounds, double lower, double upper) {
  return {lower,
          upper,
          core::Interval::closed(bounds.lower - lower * bounds.se_lower,
                                 bounds.upper + upper * bounds.se_upper)};
}

// The c with P(Z > c) + P(Z > c + gap) = alpha.
double critical_value(double gap, double alpha) {
  const auto excess = [&](double c) {
    return detail::normal_tail(c) + detail::normal_tail(c + gap) - alpha;
  };
  // One tail alone, and two of the same size: between them, but for a rounding.
  constexpr double kRoom = 1e-9;
  const double low = normal_quantile(alpha) - kRoom;
  const double high = detail::level(alpha).z.value() + kRoom;
  return detail::root(excess, low, high);
}

// The smallest c with P(-other <= Z <= c + gap) >= 1 - alpha; other is above the quantile of alpha.
double least_critical(double other, double gap, double alpha) {
  const double left = alpha - detail::normal_tail(other);
  return normal_quantile(left) - gap;
}

}  // namespace

BoundsInterval imbens_manski(const EstimatedBounds& bounds, double alpha) {
  check(bounds);
  detail::level(alpha);  // refuses an alpha outside (0, 1)
  const double width = bounds.upper - bounds.lower;
  const double c =
      critical_value(in_errors(width, std::max(bounds.se_lower, bounds.se_upper)), alpha);
  return interval_of(bounds, c, c);
}

BoundsInterval stoye(const EstimatedBounds& bounds, double alpha) {
  check(bounds);
  if (alpha > 0.5) {
    throw DomainError("alpha is " + core::to_string(alpha) +
                      ", expected at most 0.5: below half, the shortest interval may be none");
  }
  const double z = detail::level(alpha).z.value();
  const double width = bounds.upper - bounds.lower;
  const double gap_lower = in_errors(width, bounds.se_lower);
  const double gap_upper = in_errors(width, bounds.se_upper);
  // The upper critical value that a lower one leaves: coverage at the lower bound, and at the
  // upper.
  const auto upper_of = [&](double lower) {
    const double at_lower = least_critical(lower, gap_upper, alpha);
    const double at_upper = least_critical(lower + gap_lower, 0, alpha);
    return std::max(at_lower, at_upper);
  };
  const auto length = [&](double lower) {
    return -(bounds.se_lower * lower + bounds.se_upper * upper_of(lower));
  };
  // Below the quantile of alpha nothing covers; far above, only the other side's grows less.
  constexpr double kRoom = 1e-9;
  constexpr double kFar = 4;
  const double lower = detail::maximum(length, normal_quantile(alpha) + kRoom, z + kFar).at;
  return interval_of(bounds, lower, upper_of(lower));
}

}  // namespace pressgauge::stats
