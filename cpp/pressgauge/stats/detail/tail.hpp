// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace pressgauge::stats::detail {

enum class Tail : std::uint8_t { lower, upper };

constexpr Tail other(Tail tail) { return tail == Tail::lower ? Tail::upper : Tail::lower; }

}  // namespace pressgauge::stats::detail
