// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "pressgauge/core/arrays.hpp"

namespace pressgauge::stats {

/// What a study of two groups measures, on the scale on which studies are pooled: logarithms of
/// ratios of odds, risks or rates; differences of risks, of their arcsines, or of rates.
enum class Effect : std::uint8_t {
  log_odds_ratio,
  log_risk_ratio,
  risk_difference,
  arcsine_difference,
  log_rate_ratio,
  rate_difference
};

/// @throws DomainError when there is none of that name
Effect effect_of(std::string_view name);

/// Effects with their sampling variances.
struct EffectSizes {
  core::Vector y;
  core::Vector v;
  core::Flags flags;

  explicit EffectSizes(Eigen::Index size) : y(size), v(size), flags(size) {}
};

/// What `meta_analysis` takes, out of counts. @cite viechtbauer_2010
/// @param x1 (n,) events in group 1, whole numbers; NaN where not reported; @param x2 in group 2
/// @param n1 (n,) units of group 1, of which x1 is a part; for rates its exposure, > 0
/// @param correction added to all cells of a table, to both events of rates, where one is 0
/// @return NaN and `undefined` where a group has nobody, or a logarithm no value; `degenerate`
/// where v is 0
/// @throws DomainError when sizes differ, a value is not as above, or the correction is negative
EffectSizes effect_sizes(Effect effect,
                         const core::VectorRef& x1,
                         const core::VectorRef& n1,
                         const core::VectorRef& x2,
                         const core::VectorRef& n2,
                         double correction = 0.5);

}  // namespace pressgauge::stats
