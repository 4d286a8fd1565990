// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "pressgauge/stats/detail/proportion_limits.hpp"
#include "pressgauge/stats/proportion.hpp"

namespace pressgauge::stats::detail {

/// A method by name, with its two ends.
struct Method {
  ProportionMethod method;
  std::string_view name;
  LimitOf low;
  LimitOf high;
};

const Method& method_of(ProportionMethod method);

/// @throws DomainError when the method has no one-sided intervals and one is asked for
void check_alternative(ProportionMethod method, Alternative alternative);

/// The level that the ends of a proportion are computed at.
/// @throws DomainError when alpha is out of range for the alternative, or the method is two-sided
Level level_for(const ProportionOptions& options);

}  // namespace pressgauge::stats::detail
