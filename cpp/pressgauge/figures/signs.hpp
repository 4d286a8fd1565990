// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "pressgauge/text/vocabulary.hpp"

namespace pressgauge::figures {

/// What patterns often ask of an item, a bit each. Most patterns that are tried on a number lack a
/// word that they can't do without: one AND tells so, and they need not be walked.
using Signs = std::uint64_t;

inline constexpr Signs kNumberSign = 1;
inline constexpr Signs kPercentSign = 2;
inline constexpr Signs kNameSign = 4;  ///< a word with a capital letter

/// Gives signs to words: first to the keys of indexes, then to the sets that most patterns ask for.
/// What gets none is left to the patterns themselves.
class SignTable {
 public:
  /// A sign for all words that an index has patterns under. @throws DomainError when all are given.
  Signs add_key(const std::vector<text::WordId>& words);
  /// Notes that a pattern can't do without one of the set's words.
  void ask(text::SetId set) { ++asked_[set]; }
  /// Gives the signs that are left.
  void give_rest(const text::Vocabulary& vocabulary);

  Signs of_set(text::SetId set) const;
  Signs of(text::WordId word) const { return word < words_.size() ? words_[word] : 0; }

 private:
  void give(const std::vector<text::WordId>& words);

  Signs next_ = kNameSign << 1U;
  std::map<text::SetId, std::size_t> asked_;  ///< how many patterns ask for a set
  std::map<text::SetId, Signs> sets_;
  std::vector<Signs> words_;
};

}  // namespace pressgauge::figures
