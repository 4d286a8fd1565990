// SPDX-License-Identifier: MIT
// Rows shared out to threads: each gets one range, so that the result is the same for any number.
#pragma once

#include <Eigen/Core>

#include <algorithm>
#include <thread>
#include <vector>

namespace pressgauge::stats::detail {

/// @throws DomainError when there is less than one thread
void check_threads(int threads);

/// Rows of a few microseconds: below, a thread costs more than it saves.
constexpr Eigen::Index kLeastRows = 256;

/// Calls on_range(begin, end) for ranges that cover [0, size), of at least `least` rows each.
/// `on_range` doesn't throw.
template <class OnRange>
void for_ranges(Eigen::Index size,
                int threads,
                const OnRange& on_range,
                Eigen::Index least = kLeastRows) {
  check_threads(threads);
  const Eigen::Index ranges =
      std::clamp<Eigen::Index>(size / least, 1, static_cast<Eigen::Index>(threads));
  std::vector<std::jthread> others;
  for (Eigen::Index k = 1; k < ranges; ++k) {
    others.emplace_back(
        [&on_range, k, size, ranges] { on_range(size * k / ranges, size * (k + 1) / ranges); });
  }
  on_range(Eigen::Index{0}, size / ranges);
}

}  // namespace pressgauge::stats::detail
