// SPDX-License-Identifier: MIT
// Indices of votes and seats. A row is an election, a column a party; a party with 0 everywhere
// changes nothing, so that elections with fewer parties are filled up with 0.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/estimate.hpp"

namespace pressgauge::stats {

/// An index of each row. NaN where there is no number.
struct Indices {
  core::Vector value;
  core::Flags flags;
};

/// How parties are counted: an effective number of them.
/// @cite laakso_taagepera_1979 (1 / HHI) @cite golosov_2010 @cite molinar_1991
/// @cite laakso_taagepera_1979 (entropy: exp(H)) @cite taagepera_1999 (berger_parker: 1 / largest)
enum class PartiesIndex : std::uint8_t {
  laakso_taagepera,
  golosov,
  molinar,
  entropy,
  berger_parker
};

/// How far shares of seats are from shares of votes.
/// @cite gallagher_1991 (gallagher, sainte_lague, dhondt) @cite loosemore_hanby_1971 @cite rae_1967
/// @cite lijphart_1994 (lijphart: the largest deviation)
enum class DisproportionalityIndex : std::uint8_t {
  gallagher,
  loosemore_hanby,
  rae,
  lijphart,
  sainte_lague,
  dhondt
};

/// The index of a name or of one of its aliases.
/// @throws DomainError when there is none of that name
PartiesIndex parties_index(std::string_view name);
DisproportionalityIndex disproportionality_index(std::string_view name);

/// Effective number of parties, of votes or of seats.
/// @param votes (n, k) numbers >= 0, counts or shares of any scale; NaN where not reported
/// @return (n,) dimensionless, 1 … k; NaN and flag `missing` for a row with NaN, NaN and flag
/// `undefined` for a row of 0
/// @throws DomainError when there is no party, a value is negative or infinite
Indices effective_parties(const core::RowMatrixRef& votes, PartiesIndex index, int threads = 1);

/// Herfindahl-Hirschman index: sum of p², in [1/k, 1]. As `effective_parties`. @cite hirschman_1964
Indices concentration(const core::RowMatrixRef& votes, int threads = 1);

/// What bounded votes of one election allow: concentration, least and most over all votes within
/// the bounds. The least is where votes are as equal as the bounds let them be, the most at a
/// corner.
/// @param votes intervals within [0, ∞); NaN ends where not reported
/// @return identified set, no sampling; flags as `effective_parties`
/// @throws DomainError when there is no party, a bound is negative, or more than 20 are no number
/// @cite manski_2003
Estimate concentration(std::span<const core::Interval> votes);

/// Rae's fractionalization: 1 - sum of p², in [0, 1). As `effective_parties`. @cite rae_1967
Indices fractionalization(const core::RowMatrixRef& votes, int threads = 1);

/// Entropy of the shares: - sum of p log p, in nats. As `effective_parties`. @cite shannon_1948
Indices shannon_entropy(const core::RowMatrixRef& votes, int threads = 1);

/// Disproportionality between votes and seats.
/// @param votes, seats (n, k) numbers >= 0; NaN where not reported
/// @return (n,) percentage points; of sainte_lague and dhondt dimensionless, ∞ and flag `undefined`
/// where a party without votes has seats; NaN as in `effective_parties`
/// @throws DomainError when sizes differ, there is no party, a value is negative or infinite
Indices disproportionality(const core::RowMatrixRef& votes,
                           const core::RowMatrixRef& seats,
                           DisproportionalityIndex index,
                           int threads = 1);

/// Volatility between two elections: half the sum of the changes of the shares.
/// @param earlier, later (n, k) votes of the same parties; 0 for one that didn't stand
/// @return (n,) percentage points, 0 … 100; NaN as in `effective_parties`
/// @throws DomainError as `disproportionality` @cite pedersen_1979
Indices volatility(const core::RowMatrixRef& earlier,
                   const core::RowMatrixRef& later,
                   int threads = 1);

}  // namespace pressgauge::stats
