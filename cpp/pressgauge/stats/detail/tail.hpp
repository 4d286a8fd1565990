// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace pressgauge::stats::detail {

enum class Tail : std::uint8_t { lower, upper };

constexpr Tail other(Tail tail) { return tail == Tail::lower ? Tail::upper : Tail::lower; }

/// A tail of at most a half, and the z >= 0 beyond which a standard normal variable has it.
struct NormalTail {
  double log_value;
  double z;
};

}  // namespace pressgauge::stats::detail
