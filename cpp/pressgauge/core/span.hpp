// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace pressgauge::core {

/// A piece of a text: half-open, in bytes of its UTF-8.
struct Span {
  std::int64_t start_byte = 0;
  std::int64_t end_byte = 0;

  std::int64_t size() const { return end_byte - start_byte; }
  bool empty() const { return end_byte <= start_byte; }
  bool contains(const Span& other) const {
    return start_byte <= other.start_byte && other.end_byte <= end_byte;
  }

  std::string_view of(std::string_view text) const {
    return text.substr(static_cast<std::size_t>(start_byte), static_cast<std::size_t>(size()));
  }
  friend auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace pressgauge::core
