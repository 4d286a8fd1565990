// SPDX-License-Identifier: MIT
#pragma once

#include "pressgauge/core/arrays.hpp"

namespace pressgauge::stats {

/// A column of tests. NaN where there is no number.
struct Tests {
  core::Vector statistic;
  core::Vector pvalue;
  core::Flags flags;
};

}  // namespace pressgauge::stats
