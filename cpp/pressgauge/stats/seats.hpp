// SPDX-License-Identifier: MIT
// Seats for votes. Whole numbers decide, in 128 and 192 bits: no quotient is ever rounded.
#pragma once

#include <cstdint>
#include <string_view>

#include "pressgauge/core/arrays.hpp"

namespace pressgauge::stats {

/// Divisor methods, by their k-th divisor (k = 0, 1, …), and quotas with largest remainders (lr_),
/// by their quota of V votes for n seats. @cite pukelsheim_2017
enum class SeatMethod : std::uint8_t {
  dhondt,                 ///< k + 1
  sainte_lague,           ///< 2k + 1
  modified_sainte_lague,  ///< 1.4, then 2k + 1
  danish,                 ///< 3k + 1
  imperiali_divisor,      ///< k + 2
  adams,                  ///< k: a seat for each party, the largest first
  huntington_hill,        ///< square root of k (k + 1): a seat for each party as adams
  lr_hare,                ///< V / n
  lr_droop,               ///< the whole number above V / (n + 1)
  lr_hagenbach_bischoff,  ///< V / (n + 1)
  lr_imperiali            ///< V / (n + 2)
};

/// The method of a name or of one of its aliases: jefferson, webster, hamilton, hare, droop, ….
/// @throws DomainError when there is none of that name
SeatMethod seat_method(std::string_view name);

/// A share as a decimal prints it, numerator / denominator: 5/100 for 0.05.
struct Threshold {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
};

/// Seats of each row, NaN where the rule gives none.
struct Allocation {
  core::RowMatrix seats;
  /// 1 where a seat hangs on the lot, between the parties of its row that have 1.
  core::RowMatrix tied;
  core::Flags flags;
};

/// Seats of each party.
/// @param votes (n, k) whole numbers, below 2^53; NaN where not reported
/// @param seats (n,) whole numbers, at most 10^9
/// @param threshold parties below this share of all votes get no seat, and their votes don't count
/// @return (n, k) seats; a tie goes to more votes, then to the earlier column, with flag `tie`; NaN
/// with flag `missing`; NaN with flag `undefined` where no party has a vote and seats are to be
/// had; NaN with flag `inconsistent` where the quota gives out more than all seats, or leaves more
/// than one to each party
/// @throws DomainError when sizes differ, a value is no count, or the threshold is not in [0, 1)
Allocation allocate_seats(const core::RowMatrixRef& votes,
                          const core::VectorRef& seats,
                          SeatMethod method,
                          const Threshold& threshold = {},
                          int threads = 1);

}  // namespace pressgauge::stats
