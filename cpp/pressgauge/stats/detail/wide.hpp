// SPDX-License-Identifier: MIT
// Whole numbers of more than 64 bits, for comparisons that no rounding may decide.
#pragma once

#include <cstdint>

namespace pressgauge::stats::detail {

__extension__ using Wide = unsigned __int128;  // GCC and Clang

constexpr Wide product(std::uint64_t a, std::uint64_t b) { return static_cast<Wide>(a) * b; }

/// 192 bits: a Wide times 64 bits.
struct Wider {
  Wide high;  ///< of 2^64
  std::uint64_t low;

  friend constexpr bool operator==(const Wider&, const Wider&) = default;
  friend constexpr bool operator<(const Wider& a, const Wider& b) {
    return a.high != b.high ? a.high < b.high : a.low < b.low;
  }
};

constexpr Wider product(Wide a, std::uint64_t b) {
  const Wide low = static_cast<Wide>(static_cast<std::uint64_t>(a)) * b;
  const Wide high = (a >> 64U) * b + (low >> 64U);
  return {high, static_cast<std::uint64_t>(low)};
}

}  // namespace pressgauge::stats::detail
