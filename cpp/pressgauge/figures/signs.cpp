// SPDX-License-Identifier: MIT
#include "pressgauge/figures/signs.hpp"

#include <algorithm>
#include <utility>

#include "pressgauge/core/errors.hpp"

namespace pressgauge::figures {

void SignTable::give(const std::vector<text::WordId>& words) {
  for (const text::WordId word : words) {
    if (word >= words_.size()) words_.resize(word + 1);
    words_[word] |= next_;
  }
  next_ <<= 1U;
}

Signs SignTable::add_key(const std::vector<text::WordId>& words) {
  if (next_ == 0) throw DomainError("an item has no more signs to give");
  const Signs sign = next_;
  give(words);
  return sign;
}

void SignTable::give_rest(const text::Vocabulary& vocabulary) {
  std::vector<std::pair<std::size_t, text::SetId>> most;
  for (const auto& [set, times] : asked_) most.emplace_back(times, set);
  // Of two that are asked for as often the one that was made first, so that runs are alike.
  std::sort(most.begin(), most.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  for (const auto& [times, set] : most) {
    if (next_ == 0) return;
    sets_[set] = next_;
    give(vocabulary.words_of(set));
  }
}

Signs SignTable::of_set(text::SetId set) const {
  const auto found = sets_.find(set);
  return found == sets_.end() ? 0 : found->second;
}

}  // namespace pressgauge::figures
