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

}  // namespace pressgauge::stats::detail
