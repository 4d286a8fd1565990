// SPDX-License-Identifier: MIT
// The best partition of a series of counts into segments of constant rate.
#pragma once

#include <cstddef>
#include <vector>

namespace pressgauge::stats::detail {

struct Partition {
  std::vector<std::size_t> ends;  ///< of the segments, the last one included
  bool tie = false;               ///< another partition costs as much
};

/// By dynamic programming over the last change point; with `prune`, without those that can't be
/// the last one any more. @cite jackson_2005 @cite killick_2012
/// @param total (n + 1,) events in the first k periods
Partition best_partition(const std::vector<double>& total, double penalty, bool prune);

}  // namespace pressgauge::stats::detail
