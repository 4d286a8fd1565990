// SPDX-License-Identifier: MIT
// What the targets of statistics share.
#pragma once

#include "bytes.hpp"
#include "fuzz.hpp"

#include <cmath>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/stats/count_tests.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/options.hpp"

namespace pressgauge::fuzz {

// Sums and quotients are rounded: an end may lie so far on the wrong side of its estimate.
inline constexpr double kRounding = 1e-9;

inline core::Vector column(Bytes& bytes, Eigen::Index size) {
  core::Vector out(size);
  for (double& each : out) each = bytes.number();
  return out;
}

inline core::RowMatrix table(Bytes& bytes, Eigen::Index rows, Eigen::Index columns) {
  core::RowMatrix out(rows, columns);
  for (Eigen::Index i = 0; i < out.size(); ++i) out.data()[i] = bytes.number();
  return out;
}

inline std::vector<core::Interval> intervals(Bytes& bytes, std::size_t size) {
  std::vector<core::Interval> out;
  for (std::size_t i = 0; i < size; ++i) out.push_back(bytes.interval());
  return out;
}

inline double level(Bytes& bytes) {
  const auto kind = bytes.take<std::uint8_t>();
  constexpr std::array<double, 6> kLevels{0.05, 0.01, 0.1, 0.5, 0.999, 1e-8};
  return kind < 240 ? kLevels[kind % kLevels.size()] : bytes.take<double>();
}

inline stats::Alternative alternative(Bytes& bytes) {
  return static_cast<stats::Alternative>(bytes.below(3));
}

inline bool any_missing(const core::Vector& values) { return values.array().isNaN().any(); }

/// An end on the wrong side of an estimate, beyond rounding.
inline bool beyond(double low, double high) {
  return low > high + kRounding * (std::abs(low) + std::abs(high)) && low - high > 1e-290;
}

/// Fails with the numbers.
[[noreturn]] inline void broken(const std::string& what, const core::Vector& numbers) {
  std::string all;
  for (const double each : numbers) all += " " + core::to_string(each);
  throw Broken(what + ":" + all);
}

inline void check_row(
    double estimate, double low, double high, std::uint32_t flags, const std::string& what) {
  const core::Vector row{{estimate, low, high, static_cast<double>(flags)}};
  if (flags == 0 && any_missing(row)) broken(what + ", no number and no flag", row);
  if (beyond(low, high)) broken(what + ", the ends are crossed", row);
  if (beyond(low, estimate) || beyond(estimate, high)) broken(what + ", out of its interval", row);
}

/// @param holds whether the interval holds the estimate
inline void check_estimates(const stats::Estimates& found,
                            const std::string& what,
                            bool holds = true) {
  for (Eigen::Index i = 0; i < found.estimate.size(); ++i) {
    const double low = found.low[i];
    check_row(holds ? found.estimate[i] : low, low, found.high[i], found.flags[i], what);
  }
}

inline void check_estimate(const stats::Estimate& found, const std::string& what) {
  const core::Interval& set = found.identified;
  const double estimate = found.estimate.value_or(set.low);
  const auto ends = found.interval.value_or(set);
  const core::Vector all{
      {estimate, set.low, set.high, ends.low, ends.high, static_cast<double>(found.flags)}};
  if (!(set.low <= set.high)) broken(what + ", no identified set", all);
  if (std::isnan(estimate) && found.flags == 0) broken(what + ", no number and no flag", all);
  if (beyond(set.low, estimate) || beyond(estimate, set.high)) {
    broken(what + ", outside of what the reports allow", all);
  }
  if (beyond(ends.low, ends.high)) broken(what + ", the ends are crossed", all);
}

inline void check_tests(const stats::Tests& found, const std::string& what) {
  for (Eigen::Index i = 0; i < found.pvalue.size(); ++i) {
    const double p = found.pvalue[i];
    expect((p >= 0 && p <= 1) || (std::isnan(p) && found.flags[i] != 0), what + ": no p-value");
  }
}

}  // namespace pressgauge::fuzz
