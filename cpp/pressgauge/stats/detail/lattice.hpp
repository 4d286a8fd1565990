// SPDX-License-Identifier: MIT
// The subsets of L lists as bit masks, list j at bit j: sums over all subsets or all supersets of
// each in L 2^(L-1) additions. @cite yates_1937
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pressgauge::stats::detail {

using Mask = std::uint32_t;

constexpr bool is_within(Mask part, Mask whole) { return (part & ~whole) == 0; }

/// values[s] becomes the sum over all h that hold s.
inline void superset_sums(std::span<double> values) {
  for (std::size_t step = 1; step < values.size(); step *= 2) {
    for (std::size_t s = 0; s < values.size(); ++s) {
      if ((s & step) == 0) values[s] += values[s | step];
    }
  }
}

/// values[h] becomes the sum over all s within h.
inline void subset_sums(std::span<double> values) {
  for (std::size_t step = 1; step < values.size(); step *= 2) {
    for (std::size_t h = 0; h < values.size(); ++h) {
      if ((h & step) != 0) values[h] += values[h ^ step];
    }
  }
}

}  // namespace pressgauge::stats::detail
