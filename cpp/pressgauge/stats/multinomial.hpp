// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/stats/estimate.hpp"

namespace pressgauge::stats {

/// Intervals that hold all shares of a whole at once. @cite goodman_1965 @cite sison_glaz_1995
enum class MultinomialMethod : std::uint8_t { goodman, sison_glaz };

/// @throws DomainError when there is none of that name
MultinomialMethod multinomial_method(std::string_view name);

/// The share of each of k kinds.
/// @param counts (k,) whole numbers >= 0, k >= 2
/// @return (k,) in [0, 1]; NaN and `missing` for all where one count is NaN, `undefined` where all
/// are 0, `clipped` where an end was cut to [0, 1]
/// @throws DomainError when a value is no count, k < 2, alpha is not inside (0, 1), or the counts
/// add up to more than 1e12 for sison_glaz
Estimates multinomial(const core::VectorRef& counts,
                      MultinomialMethod method = MultinomialMethod::goodman,
                      double alpha = 0.05);

}  // namespace pressgauge::stats
