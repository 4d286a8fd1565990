// SPDX-License-Identifier: MIT
// Counts of events in periods that follow each other.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/stats/detail/rows.hpp"

namespace pressgauge::stats::detail {

/// The reported periods of a series.
struct Observed {
  std::vector<double> total{0};         ///< events in the first k reported periods
  std::vector<std::int64_t> period{0};  ///< the k-th reported period, counted from 1

  std::size_t size() const { return period.size() - 1; }
};

/// @throws DomainError when a value is no count, none is reported, or all together are above 2^53
Observed observed(std::string_view name, const core::VectorRef& values);

/// A Poisson rate with its exact interval. @cite garwood_1936
Row garwood(double events, double exposure, double alpha);

}  // namespace pressgauge::stats::detail
