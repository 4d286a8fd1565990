// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstring>
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
  WordId find(std::string_view form) const { return slots_[slot_of(key_of(form), form)].id; }
  const std::string& word(WordId id) const { return words_[id]; }
  /// How many numbers there are, with that of no word.
  std::size_t size() const { return words_.size(); }

 private:
  static constexpr std::size_t kShort = 8;  ///< letters that a key holds themselves
  // Mixes by multiplication as xxHash does, with the first of its primes.
  static constexpr std::uint64_t kPrime = 0x9E3779B185EBCA87U;

  /// What stands for a form: a short one's letters themselves, the hash of a longer one.
  struct Key {
    std::uint64_t value = 0;
    std::uint32_t size = 0;
  };
  struct Slot {
    std::uint64_t value = 0;
    std::uint32_t size = 0;
    WordId id = kUnknownWord;
  };
  static std::uint64_t load(const char* from, std::size_t bytes) {
    std::uint64_t value = 0;
    std::memcpy(&value, from, bytes);
    return value;
  }
  // Up to eight bytes as one number, by loads of fixed sizes that may overlap.
  static std::uint64_t packed(const char* from, std::size_t bytes) {
    if (bytes >= 4) return load(from, 4) | load(from + bytes - 4, 4) << 32U;
    const auto at = [&](std::size_t i) {
      return std::uint64_t{static_cast<unsigned char>(from[i])};
    };
    return bytes == 0 ? 0 : at(0) | at(bytes / 2) << 8U | at(bytes - 1) << 16U;
  }
  static std::uint64_t hash_of(std::string_view form);
  static Key key_of(std::string_view form) {
    const bool is_short = form.size() <= kShort;
    return {is_short ? packed(form.data(), form.size()) : hash_of(form),
            static_cast<std::uint32_t>(form.size())};
  }
  // The slot that holds the word, or the empty one where it belongs.
  std::size_t slot_of(const Key& key, std::string_view form) const {
    std::size_t at = ((key.value ^ key.size) * kPrime >> 32U) & (slots_.size() - 1);
    for (; slots_[at].id != kUnknownWord; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].value != key.value || slots_[at].size != key.size) continue;
      if (key.size <= kShort || words_[slots_[at].id] == form) break;
    }
    return at;
  }
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
