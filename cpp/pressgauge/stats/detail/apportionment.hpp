// SPDX-License-Identifier: MIT
// One election's seats.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pressgauge/stats/seats.hpp"

namespace pressgauge::stats::detail {

/// The parties that take part, all with votes; what their places are is the caller's.
struct Apportionment {
  std::vector<std::uint64_t> seats;
  std::vector<bool> tied;
  bool possible = true;  ///< whether the rule gives out the seats
};

/// Highest quotients. @param votes > 0, at most 2^53
Apportionment highest_quotients(std::span<const std::uint64_t> votes,
                                std::uint64_t seats,
                                SeatMethod method);
/// A seat for each whole quota, the rest to the largest remainders. @param seats > 0
Apportionment largest_remainders(std::span<const std::uint64_t> votes,
                                 std::uint64_t seats,
                                 SeatMethod method);

}  // namespace pressgauge::stats::detail
