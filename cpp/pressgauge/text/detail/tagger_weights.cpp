// SPDX-License-Identifier: MIT
#include "pressgauge/text/detail/tagger_weights.hpp"

#include <algorithm>
#include <bit>

namespace pressgauge::text::detail {

void HashIndex::reserve(std::size_t count) {
  slots_.assign(std::bit_ceil(2 * count + 1), {});
  mask_ = slots_.size() - 1;
}

bool HashIndex::add(std::uint64_t key, std::uint32_t value) {
  for (std::uint64_t at = place(key);; at = (at + 1) & mask_) {
    if (slots_[at].value == 0) {
      slots_[at] = {key, value};
      return true;
    }
    if (slots_[at].key == key) return false;
  }
}

// An ending is shorter than its word.
RowId TaggerWeights::longest_suffix(std::string_view form) const {
  for (std::size_t size = std::min(kLongestSuffix, form.size() - 1); size > 0; --size) {
    const std::uint64_t key = packed(form.substr(form.size() - size));
    if (const RowId found = key ? suffixes_.find(key) : 0) return found;
  }
  return 0;
}

RowId TaggerWeights::prefix(std::string_view form) const {
  const std::uint64_t key = form.size() > kAffix ? packed(form.substr(0, kAffix)) : 0;
  return key ? prefixes_.find(key) : 0;
}

RowId TaggerWeights::next_suffix(std::string_view form) const {
  const std::uint64_t key = form.size() > kAffix ? packed(form.substr(form.size() - kAffix)) : 0;
  return key ? next_suffixes_.find(key) : 0;
}

WordRows TaggerWeights::unknown(std::string_view form) const {
  WordRows rows;
  if (form.empty()) return rows;
  rows.is = longest_suffix(form);
  rows.is_prefix = prefix(form);
  rows.next = next_suffix(form);
  return rows;
}

WordRows TaggerWeights::word(const Token& token, std::string_view form) const {
  switch (token.kind) {
    case TokenKind::number:
      return words_[number_];
    case TokenKind::link:
      return words_[link_];
    case TokenKind::mixed: {
      WordRows rows = words_[mixed_];
      const WordRows own = unknown(form);
      rows.is = own.is;
      rows.is_prefix = own.is_prefix;
      return rows;
    }
    case TokenKind::punctuation: {
      const std::uint32_t found = index_.find(hash_of(form));
      return words_[found ? found : mark_];
    }
    case TokenKind::word:
      break;
  }
  const std::uint32_t found = index_.find(hash_of(form));
  return found ? words_[found] : unknown(form);
}

}  // namespace pressgauge::text::detail
