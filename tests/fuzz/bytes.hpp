// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"

namespace pressgauge::fuzz {

/// Reads values out of bytes. Where they have run out, all is zero.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : left_(bytes) {}

  bool empty() const { return left_.empty(); }
  std::string_view rest() const { return left_; }

  template <class T>
  T take() {
    T value{};
    const std::size_t size = std::min(sizeof value, left_.size());
    std::memcpy(&value, left_.data(), size);
    left_.remove_prefix(size);
    return value;
  }
  bool flag() { return (take<std::uint8_t>() & 1U) != 0; }
  /// In [0, below).
  std::size_t below(std::size_t below) { return take<std::uint8_t>() % below; }
  template <class T, std::size_t n>
  const T& one_of(const std::array<T, n>& values) {
    return values[below(n)];
  }
  std::string text(std::size_t most) {
    const std::size_t size = std::min(below(most + 1), left_.size());
    const std::string out(left_.substr(0, size));
    left_.remove_prefix(size);
    return out;
  }

  /// A small count, now and then any double.
  double number() {
    const auto kind = take<std::uint8_t>();
    if (kind < 160) return kind % 40;
    if (kind < 200) return take<std::uint16_t>();
    if (kind < 230) return take<std::int16_t>() / 256.0;
    if (kind < 250) return take<double>();
    constexpr std::array<double, 6> kOdd{std::numeric_limits<double>::quiet_NaN(),
                                         core::kInfinity,
                                         -core::kInfinity,
                                         9007199254740992.0,
                                         1e-300,
                                         -0.0};
    return kOdd[kind % kOdd.size()];
  }
  /// What a report says. Whoever makes an interval has it checked: those that hold nothing are left
  /// out here.
  core::Interval interval() {
    try {
      const core::Interval any = core::checked(any_interval());
      // What is beyond all numbers is a result, never a report.
      return std::isinf(any.low) && any.is_exact() ? core::Interval::exactly(0) : any;
    } catch (const DomainError&) {
      return core::Interval::exactly(0);
    }
  }

 private:
  core::Interval any_interval() {
    const auto kind = take<std::uint8_t>();
    const double low = number();
    if (kind < 100) return core::Interval::exactly(low);
    if (kind < 140) return core::Interval::at_least(low);
    if (kind < 160) return {low, core::kInfinity, true, true};
    return {low, low + number(), (kind & 1U) != 0, (kind & 2U) != 0};
  }

  std::string_view left_;
};

/// The parts of `text` between `mark`s, empty ones too.
inline std::vector<std::string> parts_of(std::string_view text, char mark) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    if (c == mark) {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return out;
}

}  // namespace pressgauge::fuzz
