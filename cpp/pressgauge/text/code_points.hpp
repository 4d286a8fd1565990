// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pressgauge::text {

/// Converts between bytes of UTF-8 and code points, the offsets that the public sees. The only
/// converter. O(1) either way, one count kept for every 64 bytes.
class CodePointMap {
 public:
  CodePointMap() = default;
  /// `text` must outlive the map.
  explicit CodePointMap(std::string_view text);

  std::int64_t code_point_of(std::int64_t byte) const;
  /// @throws DomainError when `code_point` is not in [0, size()].
  std::int64_t byte_of(std::int64_t code_point) const;
  std::int64_t size() const { return size_; }

 private:
  std::string_view text_;
  std::int64_t size_ = 0;
  std::vector<std::int64_t> before_block_;  ///< code points before each block
};

}  // namespace pressgauge::text
