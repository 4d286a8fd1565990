// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/stats/detail/lattice.hpp"

namespace pressgauge::stats::detail {

/// How many were seen on which lists, checked.
struct Overlaps {
  int lists = 0;
  std::vector<double> counts;  ///< (2^L,) by history; [0] is 0
  double observed = 0;
  bool missing = false;  ///< a count is NaN
};

/// @throws DomainError when the size is no power of 2 of 4 and more, a count is no whole number
/// >= 0, or nobody was seen
Overlaps overlaps_of(const core::VectorRef& counts);
/// The lists of so many counts. @throws DomainError as `overlaps_of`
int lists_of(Eigen::Index counts);
/// A history as users write it, list 0 first: 0110.
std::string history_name(Mask history, int lists);

/// All terms of a model: the empty one, each list, the interactions and all within them, by size.
/// @throws DomainError for a set that is not of two and fewer than all lists
std::vector<Mask> hierarchical_terms(const std::vector<Mask>& interactions, int lists);

}  // namespace pressgauge::stats::detail
