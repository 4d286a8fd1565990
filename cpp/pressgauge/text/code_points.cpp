// SPDX-License-Identifier: MIT
#include "pressgauge/text/code_points.hpp"

#include <algorithm>
#include <string>

#include "pressgauge/core/errors.hpp"

namespace pressgauge::text {
namespace {

constexpr std::size_t kBlock = 64;

bool starts_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

// In bytes, of which a block holds few enough: compilers make a few steps of it.
std::int64_t count(std::string_view block) {
  std::uint8_t starts = 0;
  for (const char c : block)
    starts = static_cast<std::uint8_t>(starts + (starts_code_point(c) ? 1 : 0));
  return starts;
}

}  // namespace

CodePointMap::CodePointMap(std::string_view text) : text_(text) {
  before_block_.reserve(text.size() / kBlock + 1);
  for (std::size_t byte = 0; byte < text.size(); byte += kBlock) {
    before_block_.push_back(size_);
    size_ += count(text.substr(byte, kBlock));
  }
}

std::int64_t CodePointMap::code_point_of(std::int64_t byte) const {
  const auto bytes = static_cast<std::int64_t>(text_.size());
  if (byte >= bytes) return size_;
  if (size_ == bytes) return byte;
  const auto before = static_cast<std::size_t>(byte);
  const std::size_t block = before / kBlock;
  return before_block_[block] + count(text_.substr(block * kBlock, before % kBlock));
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
  std::int64_t byte = (after - before_block_.begin() - 1) * static_cast<std::int64_t>(kBlock);
  std::int64_t seen = *(after - 1);
  while (!starts_code_point(text_[static_cast<std::size_t>(byte)])) ++byte;
  for (; seen < code_point; ++seen) {
    do ++byte;
    while (byte < bytes && !starts_code_point(text_[static_cast<std::size_t>(byte)]));
  }
  return byte;
}

}  // namespace pressgauge::text
