// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/core/interval.hpp"

namespace pressgauge::stats {

/// What a user should know of a result; several may hold at once.
enum class Flag : std::uint32_t {
  missing = 1U << 0,         ///< an input is NaN: not reported
  undefined = 1U << 1,       ///< 0/0, or a division by a count that can only be 0
  above_one = 1U << 2,       ///< a share above 1: the reports contradict
  one_sided = 1U << 3,       ///< no upper end: the divisor may be 0
  clipped = 1U << 4,         ///< an end was cut to the range of the quantity
  degenerate = 1U << 5,      ///< a count at the end of its range leaves one point, or no width
  tie = 1U << 6,             ///< decided by lot, or by the order of the input
  no_convergence = 1U << 7,  ///< the best that was found when the steps ran out
  inconsistent = 1U << 8,    ///< no number fits all that was reported
};

constexpr std::uint32_t bit(Flag flag) { return static_cast<std::uint32_t>(flag); }
constexpr bool has(std::uint32_t flags, Flag flag) { return (flags & bit(flag)) != 0; }
/// The names of the bits set, in the order of the enum.
std::vector<std::string> flag_names(std::uint32_t flags);
/// @throws DomainError for a name that is none.
std::uint32_t flags_of(const std::vector<std::string>& names);

/// One quantity: first what the reports allow, then what sampling adds.
struct Estimate {
  std::optional<double> estimate;          ///< nothing when the reports only bound it
  core::Interval identified;               ///< what the reports allow
  std::optional<core::Interval> interval;  ///< with sampling; nothing without a sampling model
  std::optional<double> confidence;        ///< of the interval
  std::string method;
  std::uint32_t flags = 0;
};

/// A column of quantities. NaN where there is no number.
struct Estimates {
  core::Vector estimate;
  core::Vector low;
  core::Vector high;
  core::Flags flags;

  explicit Estimates(Eigen::Index size) : estimate(size), low(size), high(size), flags(size) {}
};

}  // namespace pressgauge::stats
