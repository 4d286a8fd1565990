// SPDX-License-Identifier: MIT
// Tests of columns, row by row, as `rows` for quantities.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>

#include "pressgauge/stats/detail/rows.hpp"
#include "pressgauge/stats/test_results.hpp"

namespace pressgauge::stats::detail {

/// One unit's test.
struct Test {
  double statistic = std::numeric_limits<double>::quiet_NaN();
  double pvalue = std::numeric_limits<double>::quiet_NaN();
  std::uint32_t flags = 0;
};

/// Row by row: `test_of` takes the row's inputs, std::array<double, K>, of which none is NaN.
/// @throws DomainError as `check_columns`
template <std::size_t K, class TestOf>
TestResults test_rows(const std::array<Column, K>& columns,
                      std::span<const PartOf> parts,
                      int threads,
                      const TestOf& test_of) {
  check_columns(columns, parts);
  const Eigen::Index size = columns[0].values.size();
  TestResults out(size);
  for_ranges(size, threads, [&](Eigen::Index begin, Eigen::Index end) {
    for (Eigen::Index i = begin; i < end; ++i) {
      std::array<double, K> inputs;
      bool missing = false;
      for (std::size_t k = 0; k < K; ++k) {
        inputs[k] = columns[k].values[i];
        missing = missing || std::isnan(inputs[k]);
      }
      const Test test = missing ? Test{.flags = bit(Flag::missing)} : test_of(inputs);
      out.statistic[i] = test.statistic;
      out.pvalue[i] = test.pvalue;
      out.flags[i] = test.flags;
    }
  });
  return out;
}

}  // namespace pressgauge::stats::detail
