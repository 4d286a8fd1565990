// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pressgauge/figures/quantities.hpp"
#include "pressgauge/figures/signs.hpp"
#include "pressgauge/text/terms.hpp"

namespace pressgauge::figures {

/// A sentence as patterns see it: its words and marks, each number with its noun drawn together
/// into one item.
struct Item {
  text::TokenRange tokens;
  Signs signs = 0;
  text::WordId word = text::kUnknownWord;
  std::optional<std::uint32_t> phrase;  ///< the number's place among the sentence's phrases
  bool is_mark = false;
};

/// A number with the noun that it counts.
struct Phrase {
  Quantity quantity;
  text::TokenRange noun;    ///< the noun with its adjectives and `of …`; may be empty
  std::size_t head = 0;     ///< the token of the noun itself; meaningless without a noun
  bool definite = false;    ///< `two of the victims`: a part of something named
  bool pronominal = false;  ///< `seven of them`
  bool partitive = false;   ///< `54 of the 60 votes`: the noun is the next number's
  bool compound = false;    ///< `ten-storey`: a part of a word
  text::WordId word =
      text::kUnknownWord;  ///< of a single person's noun, for patterns: `a mother of three`
  text::TokenRange tokens() const {
    return {quantity.tokens.first,
            partitive ? quantity.tokens.end : std::max(quantity.tokens.end, noun.end)};
  }
};

/// What crossing an item costs a gap.
struct GapCosts {
  explicit GapCosts(text::Vocabulary& vocabulary);
  text::SetId subordinators, conjunctions, verbs, function_words;
  double of(const Item& item) const;

 private:
  std::vector<double> words_;  ///< by the word's number; what stands first is of all others
  std::vector<double> marks_;
};

/// How far from a number words are sought by their signs: no farther than a pattern may stretch.
inline constexpr std::array<std::size_t, 3> kReaches{4, 12, text::kMostReach};

/// What a number is and what stands around it, at a glance.
struct Glance {
  std::uint16_t wants = 0;  ///< a bit for each of what patterns may want of a number
  /// The signs of the items on either side, up to each of the reaches.
  std::array<Signs, kReaches.size()> left{}, right{};
};

/// A sentence with what rules need to be matched on it.
struct SentenceView {
  const text::Document& document;
  const text::Sentence& sentence;
  std::span<const Item> items;
  std::span<const Phrase> phrases;
  const GapCosts& costs;
  const text::Vocabulary& vocabulary;
  std::span<const Glance> glances;  ///< of the phrases

  const text::Token& token(std::size_t i) const { return document.tokens()[i]; }
  std::string_view form(std::size_t i) const { return document.form(token(i)); }
  bool in(std::size_t i, text::SetId set) const { return vocabulary.in(token(i).word, set); }
  const Phrase& phrase_of(std::size_t item) const { return phrases[*items[item].phrase]; }
  const Glance& glance_of(std::size_t item) const { return glances[*items[item].phrase]; }
};

/// The glances of all phrases, taken once: each index of rules asks for them.
void glances(const SentenceView& view, std::vector<Glance>& out);

/// What a pattern can't do without.
struct Needs {
  Signs left = 0;
  Signs right = 0;
  std::uint16_t want = 0;
  std::uint8_t left_reach = 0;  ///< a place among the reaches
  std::uint8_t right_reach = 0;
  bool may_be_met(const Glance& seen) const {
    const Signs missing = (left & ~seen.left[left_reach]) | (right & ~seen.right[right_reach]);
    return (missing | Signs{(want & seen.wants) == 0}) == 0;
  }
};

constexpr std::size_t kWindow =
    24;  ///< items on either side of a number in which its rules' words are sought

/// Where a pattern's key stands: on which side of the number, and how many items from it.
struct KeyPlace {
  bool before = false;
  std::uint8_t nearest = 1;
  std::uint8_t farthest = 1;
  bool may_be(std::size_t distance) const { return distance >= nearest && distance <= farthest; }
};

/// A pattern around a number: steps before it, what it must be, steps after it.
class AnchoredPattern {
 public:
  /// As text::compile_pattern, with one `#`, and behind it what it must be: `only` (a number
  /// of nothing named), `%`, `%only`, `*`, `year`, `day`, `digits`, `one`, and `:words` for the
  /// noun or `~words` for any word of its phrase.
  /// @throws ParseError
  AnchoredPattern(std::string_view pattern, text::Vocabulary& vocabulary);

  /// Sets of words each of which must stand around the number, beside the key.
  std::vector<text::SetId> asked() const;
  Needs needs(const SignTable& signs) const;
  /// What the reading costs that has its number at item `at`; nothing if the pattern doesn't fit.
  /// The number must be one that the pattern wants, as its needs tell.
  std::optional<double> match(const SentenceView& view, std::size_t at) const;
  /// The word that the cheapest reading takes for the pattern's rarest: what tells the reader why.
  std::optional<text::TokenRange> key_words(const SentenceView& view, std::size_t at) const;
  /// The words one of which must stand in a sentence for the pattern to fit.
  text::SetId key() const { return key_; }
  /// Whether nothing is asked of what follows the number.
  bool ends_at_number() const { return behind().empty(); }
  /// Whether it asks for nothing but the number with its noun and the words right behind it.
  bool is_local() const {
    return before().empty() && (behind().empty() || behind()[0].kind == text::Element::Kind::words);
  }
  /// How many words it asks for.
  int words() const;
  /// Whether it says what the number's noun must be.
  bool names_noun() const { return noun_.has_value(); }
  bool key_is_noun() const { return key_is_noun_; }
  bool has_key() const { return has_key_; }
  const KeyPlace& key_place() const { return key_place_; }

 private:
  enum class Want : std::uint8_t {
    count,
    bare_count,
    percent,
    bare_percent,
    any,
    year,
    day,
    digits,
    one
  };
  friend void glances(const SentenceView& view, std::vector<Glance>& out);
  static std::uint16_t bit(Want want) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(want));
  }
  static std::uint16_t wants_met(const Phrase& phrase, const SentenceView& view);
  static bool counts_nouns(const Quantity& quantity, const SentenceView& view);
  bool fits_noun(const Phrase& phrase, const SentenceView& view) const;
  bool goes_beyond_window() const;
  void choose_key(text::Vocabulary& vocabulary);
  void choose_telling(text::Vocabulary& vocabulary);

  using Steps = std::span<const text::Element>;
  Steps before() const { return Steps(steps_).first(before_count_); }
  Steps behind() const { return Steps(steps_).subspan(before_count_); }
  /// The steps between the number and step `i`.
  Steps nearer_than(std::size_t i) const {
    return i < before_count_ ? before().first(i) : behind().first(i - before_count_);
  }

  // What a trial looks at stands first and together: there are many rules, and trials are scattered
  // over them.
  std::vector<text::Element> steps_;  ///< before the number, the nearest first, then behind it
  std::size_t before_count_ = 0;
  std::optional<text::SetId> noun_;
  bool any_word_ = false;
  Want want_ = Want::count;
  text::SetId key_ = 0;
  bool has_key_ = false;
  bool key_is_noun_ = false;
  KeyPlace key_place_;
  // The step whose word tells a reader why: the rarest that is no function word.
  std::optional<text::SetId> telling_noun_;
  bool telling_before_ = false;
  std::optional<std::size_t> telling_step_;  ///< its place among the steps on its side
};

}  // namespace pressgauge::figures
