// SPDX-License-Identifier: MIT
// What all quantities of columns share: the checks of their inputs, one row after the other, and
// the same row function for one unit whose inputs are reported in bounds.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/threads.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/options.hpp"

namespace pressgauge::stats::detail {

/// What a number may be: a whole number >= 0; a number > 0; one in [0, 1]; any finite number. NaN
/// is always allowed, and means "not reported".
enum class Domain : std::uint8_t { count, exposure, share, real };

/// A column under the name that the caller knows it by.
struct Column {
  std::string_view name;
  core::VectorRef values;
  Domain domain = Domain::count;
};

/// One input of one unit, reported exactly or in bounds.
struct Bounded {
  std::string_view name;
  core::Interval value;
  Domain domain = Domain::count;
};

/// Which input is a part of which, by their places.
struct PartOf {
  std::size_t part;
  std::size_t whole;
};

/// One unit's result.
struct Row {
  double estimate = std::numeric_limits<double>::quiet_NaN();
  double low = std::numeric_limits<double>::quiet_NaN();
  double high = std::numeric_limits<double>::quiet_NaN();
  std::uint32_t flags = 0;
};

/// @throws DomainError when sizes differ, a value is outside its domain, or a part is above its
/// whole: the message shows the value and where it stands
void check_columns(std::span<const Column> columns, std::span<const PartOf> parts = {});

/// What the inputs of one unit allow: of counts whole numbers, ends closed, parts at most their
/// wholes.
/// @throws DomainError when they allow nothing
std::vector<core::Interval> completions(std::span<const Bounded> inputs,
                                        std::span<const PartOf> parts = {});

/// The values of all inputs at each corner of what they allow. An end without bound stands as ∞.
std::vector<std::vector<double>> corners(std::span<const core::Interval> allowed,
                                         std::span<const PartOf> parts);

/// What stands for ∞ where a function is looked at there: a number beyond all counts of news, where
/// limits are reached to 12 digits, and beyond all that is allowed.
double beyond_all(std::span<const core::Interval> allowed);

/// The level of a two-sided interval whose one end is the one-sided one.
/// @throws DomainError when alpha is not inside (0, 1), or a one-sided interval would hold less
/// than half
double two_sided_alpha(double alpha, Alternative alternative);

/// The row with the end that its alternative doesn't ask for at the end of `range`.
Row for_alternative(const Row& row, Alternative alternative, const core::Interval& range);

/// Row by row: `row_of` takes the row's inputs, std::array<double, K>, of which none is NaN.
template <std::size_t K, class RowOf>
Estimates rows(const std::array<Column, K>& columns,
               std::span<const PartOf> parts,
               int threads,
               const RowOf& row_of) {
  check_columns(columns, parts);
  const Eigen::Index size = columns[0].values.size();
  Estimates out(size);
  for_ranges(size, threads, [&](Eigen::Index begin, Eigen::Index end) {
    for (Eigen::Index i = begin; i < end; ++i) {
      std::array<double, K> inputs;
      bool missing = false;
      for (std::size_t k = 0; k < K; ++k) {
        inputs[k] = columns[k].values[i];
        missing = missing || std::isnan(inputs[k]);
      }
      const Row row = missing ? Row{.flags = bit(Flag::missing)} : row_of(inputs);
      out.estimate[i] = row.estimate;
      out.low[i] = row.low;
      out.high[i] = row.high;
      out.flags[i] = row.flags;
    }
  });
  return out;
}

/// What the rows at all corners say together.
Estimate union_of(std::span<const Row> rows,
                  std::span<const std::vector<double>> corners,
                  const core::Interval& range);
Estimate exact_estimate(const Row& row, const core::Interval& range);
Estimate missing_estimate(const core::Interval& range);
void set_method(Estimate& out, std::string_view method, double alpha, bool bounded);

/// One unit whose inputs may be reported in bounds: the set of estimates at all that they allow,
/// and the union of the intervals there. Right where the quantity and its ends move one way with
/// each input, so that the outermost values are at corners. @cite manski_2003
/// @cite horowitz_manski_2000
/// @param range the values that the quantity can take
template <std::size_t K, class RowOf>
Estimate unit(const std::array<Bounded, K>& inputs,
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
  Estimate out;
  if (missing) {
    out = missing_estimate(range);
  } else {
    const auto at = corners(allowed, parts);
    const double beyond = beyond_all(allowed);
    std::vector<Row> found;
    for (const auto& corner : at) {
      std::array<double, K> values;
      for (std::size_t k = 0; k < K; ++k) values[k] = std::clamp(corner[k], -beyond, beyond);
      found.push_back(row_of(values));
    }
    out = exact ? exact_estimate(found.front(), range) : union_of(found, at, range);
  }
  set_method(out, method, alpha, !exact);
  return out;
}

}  // namespace pressgauge::stats::detail
