// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <unordered_map>

#include "pressgauge/core/interval.hpp"

namespace pressgauge::figures::detail {

/// How many counts of one key are compared: repeated mentions stand near each other, and the work
/// stays linear.
inline constexpr std::size_t kMostCompared = 8;

/// The places of the counts that a key was last given, the last one first.
class RecentCounts {
 public:
  void add(std::size_t count) { places_[added_++ % kMostCompared] = count; }
  std::size_t size() const { return std::min(added_, kMostCompared); }
  std::size_t back(std::size_t k) const { return places_[(added_ - 1 - k) % kMostCompared]; }

 private:
  std::array<std::size_t, kMostCompared> places_;  // those behind size() are not set
  std::size_t added_ = 0;
};

/// Mentions of one quantity have the kind and the number in common.
struct NumberKey {
  std::string_view kind;
  core::Interval interval;

  // By the bits of the ends: 0 and -0 are printed as two numbers.
  std::array<std::uint64_t, 3> ends() const {
    return {std::bit_cast<std::uint64_t>(interval.low),
            std::bit_cast<std::uint64_t>(interval.high),
            std::uint64_t{interval.low_open} << 1U | std::uint64_t{interval.high_open}};
  }
  friend bool operator==(const NumberKey& a, const NumberKey& b) {
    return a.ends() == b.ends() && a.kind == b.kind;
  }
};

/// Or the kind and the noun.
struct NounKey {
  std::string_view kind;
  std::string_view noun;
  friend bool operator==(const NounKey&, const NounKey&) = default;
};

struct KeyHash {
  static constexpr std::size_t kPrime = 0x9E3779B1U;
  static std::size_t mixed(std::size_t a, std::size_t b) { return (a ^ (a >> 29U)) * kPrime + b; }
  static std::size_t of(std::string_view text) { return std::hash<std::string_view>()(text); }

  std::size_t operator()(const NumberKey& key) const {
    std::size_t hash = of(key.kind);
    for (const std::uint64_t part : key.ends())
      hash = mixed(hash, std::hash<std::uint64_t>()(part));
    return hash;
  }
  std::size_t operator()(const NounKey& key) const { return mixed(of(key.kind), of(key.noun)); }
};

template <class Key>
using CountsBy = std::unordered_map<Key, RecentCounts, KeyHash>;

}  // namespace pressgauge::figures::detail
