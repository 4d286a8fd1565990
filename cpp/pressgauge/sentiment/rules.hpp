// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pressgauge/sentiment/lexicon.hpp"
#include "pressgauge/text/terms.hpp"
#include "pressgauge/text/vocabulary.hpp"

namespace pressgauge::sentiment {

/// A word of the lexicon.
struct WordWeight {
  enum class Source : std::uint8_t {
    none,       ///< the word carries no tone
    learned,    ///< only learned from ratings: it may tell the topic and not an opinion
    evaluates,  ///< rated by people out of context: it praises or blames by itself
    own,        ///< of the caller's lexicon
  };
  double weight = 0;
  Source source = Source::none;
  std::uint16_t origin = 0;  ///< number of what Rules::origin names
};

/// A row of events.tsv, or a phrase of the caller's lexicon.
struct EventRule {
  std::string id;
  double weight = 0;   ///< from -1, many killed, to 1, a war ends; of a phrase in [-4, 4]
  std::string reason;  ///< of a phrase, where its weight is from
  bool own = false;    ///< a phrase, which is no event
  bool toll = false;   ///< a number beside it counts people who are harmed
};

/// A row of modifiers.tsv.
struct Modifier {
  std::string id;
  bool negates = false;
  double factor = 1;
  std::size_t reach = 0;  ///< tokens behind it that it acts on
};

/// Words by which it is known that harm is told in passing.
struct PassingWords {
  text::SetId relatives;     ///< that, which, who
  text::SetId which;         ///< the one that prepositions stand before
  text::SetId prepositions;  ///< in, during: before `which`, its clause has a subject of its own
  text::SetId leaving;       ///< left: `that left 12 dead` tells of the dead
  text::SetId around_verbs;  ///< had, reportedly: may stand between pronoun and verb
  text::SetId perfect;       ///< has, have
  text::SetId wars;          ///< what lasts: `the war has killed 20,000` is no news
  text::SetId hyphen;        ///< `war-torn` is no war
};

/// What tone is read by: the lexicon, event words and modifiers. Immutable once made.
class Rules {
 public:
  /// Names its words to `vocabulary`, with which documents must be made afterwards.
  explicit Rules(text::Vocabulary& vocabulary);
  /// @param user_lexicon rows as lexicon_entries reads them, which come before the shipped ones,
  /// and before event terms of one word; phrases come before event terms that are no longer. A
  /// weight of 0 silences.
  /// @param with_shipped whether there are words and event terms besides: those that are shipped.
  /// @throws ParseError as lexicon_entries.
  Rules(text::Vocabulary& vocabulary, std::string_view user_lexicon, bool with_shipped = true);

  WordWeight word(text::WordId word) const {
    return word < words_.size() ? words_[word] : WordWeight{};
  }
  /// Whether a term may start at the token. Most tokens need no more than this.
  bool may_carry(const text::Token& token) const {
    return (token.traits & weighted_) != 0 || event_matcher_.may_start(token);
  }
  /// Where the weight of a word is from; empty where nothing is known.
  const std::string& origin(text::WordId word) const { return origins_[this->word(word).origin]; }
  const std::vector<EventRule>& events() const { return events_; }
  const text::TermMatcher& event_matcher() const { return event_matcher_; }
  const std::vector<Modifier>& modifiers() const { return modifiers_; }
  const text::TermMatcher& modifier_matcher() const { return modifier_matcher_; }
  text::SetId clause_marks() const { return clause_marks_; }
  text::SetId sentence_marks() const { return sentence_marks_; }
  text::SetId count_words() const { return count_words_; }
  const PassingWords& passing_words() const { return passing_words_; }
  text::SetId pronouns() const { return pronouns_; }
  text::SetId determiners() const { return determiners_; }

 private:
  void add_own(std::string_view user_lexicon, text::Vocabulary& vocabulary);
  void add_phrase(const LexiconEntry& entry, text::Vocabulary& vocabulary);
  void add_words(const std::vector<LexiconEntry>& words, bool own, text::Vocabulary& vocabulary);
  void mark_words(text::Vocabulary& vocabulary);
  std::uint16_t origin_number(const std::string& origin);
  void add_events(text::Vocabulary& vocabulary);
  void add_modifiers(text::Vocabulary& vocabulary);

  std::vector<WordWeight> words_;  ///< by word id
  text::Traits weighted_ = 0;      ///< of the words that have a weight
  std::vector<std::string> origins_{""};
  std::vector<EventRule> events_;
  text::TermMatcher event_matcher_;
  std::vector<Modifier> modifiers_;
  text::TermMatcher modifier_matcher_;
  text::SetId clause_marks_;    ///< marks that end the reach of a modifier
  text::SetId sentence_marks_;  ///< marks that end a statement
  text::SetId count_words_;     ///< two, dozens
  PassingWords passing_words_;
  text::SetId pronouns_;     ///< he, they: speakers without a name
  text::SetId determiners_;  ///< the, a: no part of a name
};

}  // namespace pressgauge::sentiment
