// SPDX-License-Identifier: MIT
#include "pressgauge/text/code_points.hpp"

#include <algorithm>
#include <string>

#include "pressgauge/core/errors.hpp"

namespace pressgauge::text {
namespace {

constexpr std::int64_t kBlock = 64;

bool starts_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

CodePointMap::CodePointMap(std::string_view text) : text_(text) {
  const auto bytes = static_cast<std::int64_t>(text.size());
  before_block_.reserve(static_cast<std::size_t>(bytes / kBlock + 1));
  for (std::int64_t byte = 0; byte < bytes; ++byte) {
    if (byte % kBlock == 0) before_block_.push_back(size_);
    size_ += starts_code_point(text[static_cast<std::size_t>(byte)]) ? 1 : 0;
  }
}

std::int64_t CodePointMap::code_point_of(std::int64_t byte) const {
  const auto bytes = static_cast<std::int64_t>(text_.size());
  if (byte >= bytes) return size_;
  if (size_ == bytes) return byte;
  const std::int64_t block = byte / kBlock;
  const auto first = text_.begin() + block * kBlock;
  return before_block_[static_cast<std::size_t>(block)] +
         std::count_if(first, text_.begin() + byte, starts_code_point);
}

std::int64_t CodePointMap::byte_of(std::int64_t code_point) const {
  if (code_point < 0 || code_point > size_) {
    throw DomainError("offset " + std::to_string(code_point) + " is not in a text of " +
                      std::to_string(size_) + " characters");
  }
  const auto bytes = static_cast<std::int64_t>(text_.size());
  if (code_point == size_) return bytes;
  if (size_ == bytes) return code_point;
  const auto after = std::upper_bound(before_block_.begin(), before_block_.end(), code_point);
  std::int64_t byte = (after - before_block_.begin() - 1) * kBlock;
  std::int64_t seen = *(after - 1);
  while (!starts_code_point(text_[static_cast<std::size_t>(byte)])) ++byte;
  for (; seen < code_point; ++seen) {
    do ++byte;
    while (byte < bytes && !starts_code_point(text_[static_cast<std::size_t>(byte)]));
  }
  return byte;
}

}  // namespace pressgauge::text
