// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pressgauge/text/inflection.hpp"
#include "pressgauge/text/tables.hpp"
#include "pressgauge/text/tokens.hpp"

namespace pressgauge::text {

using WordId = std::uint32_t;
using SetId = std::uint32_t;

inline constexpr WordId kUnknownWord = 0;

/// Words numbered from 1, found by their form. Asked at every token: open addressing in one block
/// of memory, and words are compared only where their hashes are the same.
class WordTable {
 public:
  WordTable();
  /// The word's number, given to it now where it is new.
  WordId add(std::string_view form);
  WordId find(std::string_view form) const;
  const std::string& word(WordId id) const { return words_[id]; }
  /// How many numbers there are, with that of no word.
  std::size_t size() const { return words_.size(); }

 private:
  /// What stands for a form: a short one's letters themselves, the hash of a longer one.
  struct Key {
    std::uint64_t value = 0;
    std::uint32_t size = 0;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Slot {
    Key key;
    WordId id = kUnknownWord;
  };
  static Key key_of(std::string_view form);
  std::size_t slot_of(const Key& key, std::string_view form) const;
  void grow();

  std::vector<std::string> words_;
  std::vector<Slot> slots_;  ///< a power of two of them, half of them empty at the least
};

/// The words that any rule names, numbered, and the sets of words that rules ask for. Words and
/// sets are added while rules load; afterwards it is only read.
///
/// A set is written as alternatives without blanks: `killed|slain`, `<kill>` (all forms of the
/// verb), `<kill:past>`,
/// `<kill:participle>`, `<kill:ing>`, `<kill:finite>` (kill, kills, killed), `<soldier:plural>`
/// (singular and plural), `@person` (a class).
class Vocabulary {
 public:
  explicit Vocabulary(Inflection inflection) : inflection_(std::move(inflection)) {}

  /// Rows: class, words. Words may be verbs in `<>` and earlier classes; rows of one class add up.
  void add_classes(const Table& classes);
  /// The set written as `alternatives`, made on first use.
  /// @throws ParseError when a class or form is unknown.
  SetId set(std::string_view alternatives);

  WordId find(std::string_view form) const { return words_.find(form); }
  bool in(WordId word, SetId set) const {
    const Members& members = members_[set];
    const std::uint32_t block = word / 64 - members.first_block;
    return block < members.blocks && (bits_[members.start + block] >> (word % 64) & 1U) != 0;
  }
  /// Gives words a trait of their own, which tokens carry: for what is asked of every token.
  /// @throws DomainError when all are given.
  Traits trait(const std::vector<WordId>& words);
  Traits trait(SetId set) { return trait(words_of(set)); }
  Traits traits_of(WordId word) const { return word < traits_.size() ? traits_[word] : 0; }
  /// The set's words in the order of its rule.
  const std::vector<WordId>& words_of(SetId set) const { return sets_[set]; }
  std::size_t size() const { return words_.size(); }
  const std::string& word(WordId id) const { return words_.word(id); }

 private:
  /// A set while it is made: its words in the order in which they are named, each once.
  struct WordSet {
    std::vector<WordId> words;
    std::vector<bool> has;  ///< by the word's number
    void add(WordId word);
  };
  /// Where a set's words stand among `bits_`: the blocks from its first word's to its last's.
  struct Members {
    std::uint32_t start = 0;
    std::uint32_t first_block = 0;
    std::uint32_t blocks = 0;
  };

  void add_alternative(WordSet& set, std::string_view atom);
  void add_forms(WordSet& set, std::string_view lemma);
  Members members(const std::vector<WordId>& words);

  Inflection inflection_;
  WordTable words_;
  std::vector<std::vector<WordId>> sets_;
  std::vector<Members> members_;
  std::vector<std::uint64_t> bits_;
  std::vector<Traits> traits_;  ///< by the word's number
  Traits next_trait_ = kDigits << 1U;
  std::unordered_map<std::string, SetId> set_ids_;
  std::unordered_map<std::string, WordSet> classes_;
};

/// A vocabulary with the irregular verbs and word classes that pressgauge ships.
Vocabulary default_vocabulary();

}  // namespace pressgauge::text
