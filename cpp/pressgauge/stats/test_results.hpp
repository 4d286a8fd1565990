// SPDX-License-Identifier: MIT
#pragma once

#include "pressgauge/core/arrays.hpp"

namespace pressgauge::stats {

/// A column of tests. NaN and flag `missing` where an input was.
struct TestResults {
  core::Vector statistic;
  core::Vector pvalue;
  core::Flags flags;

  explicit TestResults(Eigen::Index size) : statistic(size), pvalue(size), flags(size) {}
};

}  // namespace pressgauge::stats
