// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "pressgauge/sentiment/detail/word_index.hpp"

namespace pressgauge::sentiment::detail {

/// Words that single rules of VADER look for.
enum class VaderRole : std::uint32_t {
  at = 1U << 0U,
  but = 1U << 1U,
  doubt = 1U << 2U,
  kind = 1U << 3U,
  least = 1U << 4U,
  never = 1U << 5U,
  no = 1U << 6U,
  nor = 1U << 7U,
  of = 1U << 8U,
  or_ = 1U << 9U,
  so = 1U << 10U,
  this_ = 1U << 11U,
  very = 1U << 12U,
  without = 1U << 13U,
};

/// What VADER knows of a word in small letters.
struct VaderWord {
  std::optional<double> valence;  ///< of the lexicon
  std::optional<double> boost;    ///< of data/vader.tsv
  bool negates = false;
  std::uint32_t roles = 0;   ///< bits of VaderRole
  std::uint32_t phrase = 0;  ///< id of a word of booster phrases and idioms, 0 for all others

  bool is(VaderRole role) const { return (roles & static_cast<std::uint32_t>(role)) != 0; }
};

/// The words of a VADER lexicon and of data/vader.tsv. Immutable once made.
class VaderWords {
 public:
  static constexpr std::size_t kMostPhraseWords = 3;
  /// Phrase ids of the words of a phrase, in their order; 0 behind a shorter one.
  using Phrase = std::array<std::uint32_t, kMostPhraseWords>;

  /// @throws ParseError when a line of the lexicon isn't a word, a tab and a finite number.
  explicit VaderWords(std::string_view lexicon);

  /// A word in small letters, with its WordHash; one without any property where it isn't known.
  const VaderWord& find(std::string_view word, std::uint64_t hash) const {
    const VaderWord* const found = words_.find(word, hash);
    return found ? *found : kUnknown;
  }
  std::optional<double> idiom(const Phrase& phrase) const { return value_of(idioms_, phrase); }
  std::optional<double> boost(const Phrase& phrase) const { return value_of(boosters_, phrase); }

 private:
  struct Valued {
    Phrase phrase;
    double value;
  };
  static std::optional<double> value_of(const std::vector<Valued>& phrases, const Phrase& phrase);

  void add_lexicon(std::string_view content);
  void add_rules();
  void add_roles();
  Phrase phrase_of(const std::vector<std::string_view>& words);

  static constexpr VaderWord kUnknown{};

  WordIndex<VaderWord> words_;
  std::vector<Valued> idioms_;
  std::vector<Valued> boosters_;
  std::uint32_t phrase_words_ = 0;
};

/// A line `key<tab>value` of VADER's files.
struct VaderLine {
  std::string_view key;
  std::string_view value;
  int number = 0;  ///< from 1
};

/// The lines of one of VADER's files as vaderSentiment reads them: white space around a line and
/// what follows a second tab don't count. Empty lines are passed over.
/// @throws ParseError that names `name` and the line.
std::vector<VaderLine> vader_lines(std::string_view name, std::string_view content);

}  // namespace pressgauge::sentiment::detail
