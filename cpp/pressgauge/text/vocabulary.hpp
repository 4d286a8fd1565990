// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pressgauge/text/inflection.hpp"
#include "pressgauge/text/tables.hpp"

namespace pressgauge::text {

using WordId = std::uint32_t;
using SetId = std::uint32_t;

inline constexpr WordId kUnknownWord = 0;

/// The words that any rule names, numbered, and the sets of words that rules ask for. Words and
/// sets are added while rules load; afterwards it is only read.
///
/// A set is written as alternatives without blanks: `killed|slain`, `<kill>` (all forms of the
/// verb), `<kill:past>`,
/// `<kill:participle>`, `<kill:ing>`, `<kill:finite>` (kill, kills, killed), `<soldier:plural>`
/// (singular and plural), `@person` (a class).
class Vocabulary {
 public:
  explicit Vocabulary(Inflection inflection) : inflection_(std::move(inflection)), words_(1) {}

  /// Rows: class, words. Words may be verbs in `<>` and earlier classes; rows of one class add up.
  void add_classes(const Table& classes);
  /// The set written as `alternatives`, made on first use.
  /// @throws ParseError when a class or form is unknown.
  SetId set(std::string_view alternatives);

  WordId find(std::string_view form) const;
  bool in(WordId word, SetId set) const { return word != kUnknownWord && sets_[set].has(word); }
  const std::vector<WordId>& words_of(SetId set) const { return sets_[set].words; }
  std::size_t size() const { return words_.size(); }
  const std::string& word(WordId id) const { return words_[id]; }

 private:
  struct WordSet {
    std::vector<WordId> words;
    std::vector<std::uint64_t> bits;
    bool has(WordId word) const {
      const std::size_t block = word / 64;
      return block < bits.size() && (bits[block] >> (word % 64) & 1U) != 0;
    }
    void add(WordId word);
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };

  WordId intern(std::string_view form);
  void add_alternative(WordSet& set, std::string_view atom);
  void add_forms(WordSet& set, std::string_view lemma);

  Inflection inflection_;
  std::vector<std::string> words_;
  std::unordered_map<std::string, WordId, Hash, std::equal_to<>> ids_;
  std::vector<WordSet> sets_;
  std::unordered_map<std::string, SetId> set_ids_;
  std::unordered_map<std::string, SetId> classes_;
};

/// A vocabulary with the irregular verbs and word classes that pressgauge ships.
Vocabulary default_vocabulary();

}  // namespace pressgauge::text
