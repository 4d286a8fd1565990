// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace pressgauge::stats::detail {

/// A half-width in percent as a fraction, below 1/2.
struct Window {
  std::int64_t width;
  std::int64_t of;
};

/// The whole percent j with 100 part / whole in [j - w, j + w), or -1. @param whole > 0
int whole_percent(std::int64_t part, std::int64_t whole, const Window& window);

/// The chance that X of n, X ~ Binomial(n, part / n), is at a whole percent.
double chance_of_whole_percent(std::int64_t part, std::int64_t n, const Window& window);

}  // namespace pressgauge::stats::detail
