// SPDX-License-Identifier: MIT
// A model of ballot stuffing, and its fit to the fingerprint of an election. @cite klimek_2012
#pragma once

#include <cstdint>

#include "pressgauge/core/arrays.hpp"

namespace pressgauge::stats {

/// Honest units have a turnout t and a winner's share s, both normal, cut to [0, 1]. In some, a
/// part x of those who stayed at home is added for the winner, and x^exponent of the others' votes
/// goes over: the winner then has t s + x (1 - t) + x^exponent (1 - s) t of the registered voters.
struct KlimekModel {
  double incremental = 0;  ///< share of units with x = |N(0, width)|
  double extreme = 0;      ///< share of units with x = 1 - |N(0, 0.075)|
  double exponent = 1;     ///< large: few votes are taken away, most are added
  double width = 0.2;
  double turnout = 0.5;
  double turnout_sd = 0.1;
  double share = 0.5;
  double share_sd = 0.1;
};

struct KlimekOptions {
  std::int64_t bins = 25;       ///< of the fingerprint that is compared, each way
  std::int64_t draws = 20'000;  ///< units simulated for a comparison, at least
  std::uint64_t seed = 0;
};

struct KlimekFit {
  KlimekModel model;
  double distance = 0;         ///< squared Hellinger distance of the fingerprints, in [0, 1]
  double distance_honest = 0;  ///< of the best model without fraud
  double n = 0;
  double left_out = 0;
  std::uint32_t flags = 0;  ///< degenerate: honest, for fraud comes no nearer than by chance
};

/// The model whose simulated fingerprint is nearest to that of the data, found by a search from a
/// grid of starts with the same random numbers throughout: the same seed gives the same fit.
/// @param ballots, registered, winner (n,) whole numbers; units with NaN, without voters or without
/// ballots are left out
/// @throws DomainError as `fingerprint`, and for fewer than 50 units or an option out of range
KlimekFit klimek_fit(const core::VectorRef& ballots,
                     const core::VectorRef& registered,
                     const core::VectorRef& winner,
                     const KlimekOptions& options = {});

/// Counts of units as the model makes them.
struct KlimekUnits {
  core::Vector ballots;
  core::Vector winner;
};

/// @param registered (n,) whole numbers
/// @throws DomainError when a value is no count, or the model isn't one
KlimekUnits klimek_simulate(const core::VectorRef& registered,
                            const KlimekModel& model,
                            std::uint64_t seed = 0);

}  // namespace pressgauge::stats
