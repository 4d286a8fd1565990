// SPDX-License-Identifier: MIT
// Whole numbers of more than 64 bits, for comparisons that no rounding may decide.
#pragma once

#include <cstdint>

namespace pressgauge::stats::detail {

__extension__ using Product = unsigned __int128;  // GCC and Clang
/// With a sign: a sum of products of two counts.
__extension__ using SignedProduct = __int128;

constexpr Product product(std::uint64_t a, std::uint64_t b) { return static_cast<Product>(a) * b; }

/// 192 bits: a Product times 64 bits.
struct WideProduct {
  Product high;  ///< of 2^64
  std::uint64_t low;

  friend constexpr bool operator==(const WideProduct&, const WideProduct&) = default;
  friend constexpr bool operator<(const WideProduct& a, const WideProduct& b) {
    return a.high != b.high ? a.high < b.high : a.low < b.low;
  }
};

constexpr WideProduct product(Product a, std::uint64_t b) {
  const Product low = static_cast<Product>(static_cast<std::uint64_t>(a)) * b;
  const Product high = (a >> 64U) * b + (low >> 64U);
  return {high, static_cast<std::uint64_t>(low)};
}

}  // namespace pressgauge::stats::detail
