// SPDX-License-Identifier: MIT
// Sizes in order, and power laws fitted to those from one of them on.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/stats/power_law.hpp"

namespace pressgauge::stats::detail {

/// The different sizes, ascending.
struct Sizes {
  std::vector<double> value;
  std::vector<double> log;
  std::vector<double> from;      ///< number of sizes >= value, and 0 at the end
  std::vector<double> log_from;  ///< sum of their logarithms, and 0 at the end

  std::size_t size() const { return value.size(); }
};

/// @param x without NaN; sorted in place
Sizes sizes_of(std::vector<double>& x);

/// The reported sizes in order.
/// @throws DomainError for a size outside its domain
std::vector<double> reported_sizes(const core::VectorRef& x, bool discrete);

/// The law fitted to the sizes from place `start` on, given that it begins at xmin <= that size.
/// @param limit a fit farther than this from the data isn't asked for: its distance may be wrong
PowerLawFit fit_from(const Sizes& sizes,
                     std::size_t start,
                     double xmin,
                     bool discrete,
                     double limit = std::numeric_limits<double>::infinity());

/// With xmin, or the best of all.
/// @throws DomainError as `power_law_fit`
PowerLawFit fit_sizes(const Sizes& sizes, const PowerLawOptions& options);

/// As `fit_sizes`, of a sample that may have no law: one without two sizes, or none from xmin on,
/// has distance 0 and NaN for the rest.
PowerLawFit fit_sample(std::vector<double>& x, const PowerLawOptions& options);

}  // namespace pressgauge::stats::detail
