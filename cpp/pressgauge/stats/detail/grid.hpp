// SPDX-License-Identifier: MIT
// One unit whose inputs are reported in bounds, for a quantity or an interval that doesn't move one
// way with each input: it is looked at inside what the reports allow, not only at the corners.
#pragma once

#include "pressgauge/stats/detail/rows.hpp"

namespace pressgauge::stats::detail {

/// Values of all inputs within what is allowed: each whole number of a narrow range, else both ends
/// and numbers between them, closer at the low end. A part is cut to its wholes. An end without
/// bound stands as ∞.
std::vector<std::vector<double>> grid(std::span<const core::Interval> allowed,
                                      std::span<const PartOf> parts);

/// As `unit` of rows.hpp, on `grid` rather than corners.
template <std::size_t K, class RowOf>
Estimate unit_on_grid(const std::array<Bounded, K>& inputs,
                      std::span<const PartOf> parts,
                      const core::Interval& range,
                      std::string_view method,
                      double alpha,
                      const RowOf& row_of) {
  bool missing = false;
  bool exact = true;
  for (const Bounded& input : inputs) {
    missing = missing || std::isnan(input.value.low) || std::isnan(input.value.high);
    exact = exact && input.value.is_exact();
  }
  const auto allowed = completions(inputs, parts);
  const auto points = grid(allowed, parts);
  const double beyond = beyond_all(allowed);
  Estimate out;
  if (missing) {
    out = missing_estimate(range);
  } else {
    std::vector<Row> found;
    for (const auto& point : points) {
      std::array<double, K> values;
      for (std::size_t k = 0; k < K; ++k) values[k] = std::min(point[k], beyond);
      found.push_back(row_of(values));
    }
    out = exact ? exact_estimate(found.front(), range) : union_of(found, points, range);
  }
  set_method(out, method, alpha, !exact);
  return out;
}

}  // namespace pressgauge::stats::detail
