// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace pressgauge::stats {

/// Which values an interval or a test looks for. As in SciPy, an interval for `greater` has a low
/// end only, and one for `less` a high end only.
enum class Alternative : std::uint8_t { two_sided, less, greater };

/// The alternative of a name: two-sided, less, greater.
/// @throws DomainError when there is none of that name
Alternative alternative_of(std::string_view name);
std::string_view alternative_name(Alternative alternative);

/// What every function that gives intervals is told.
template <class Method>
struct IntervalOptions {
  Method method{};
  /// 1 - confidence. Given rather than the confidence, for 1 - 0.9999 is not 1/10,000 in binary.
  double alpha = 0.05;
  Alternative alternative = Alternative::two_sided;
  /// Threads that share the rows of a column; the result is the same for any number.
  int threads = 1;
};

}  // namespace pressgauge::stats
