// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pressgauge/sentiment/detail/tolls.hpp"
#include "pressgauge/sentiment/rules.hpp"
#include "pressgauge/text/document.hpp"

namespace pressgauge::sentiment::detail {

/// What the modifiers before a token do to its weight.
struct Modification {
  double negation = 1;
  double intensity = 1;
  const Modifier* negator = nullptr;      ///< the nearest one
  const Modifier* intensifier = nullptr;  ///< the nearest one

  double factor() const { return negation * intensity; }
};

/// A word or event term of a sentence that carries tone.
struct Term {
  text::TokenRange tokens;
  double weight = 0;
  Modification modification;
  WordWeight::Source source = WordWeight::Source::none;
  const EventRule* event = nullptr;  ///< nothing for a word of the lexicon
  bool within_event = false;         ///< a word of the lexicon that an event term is made of
  bool toll = false;                 ///< counts people who are harmed, and is not taken back
};

/// Finds the terms of a sentence: event terms, longer ones before shorter ones, and words of the
/// lexicon, in event terms, too, where they tell the same in people's own ratings. The caller's
/// words come before event terms of one word, the caller's phrases silence their words.
class TermFinder {
 public:
  TermFinder(const text::Document& document, const Rules& rules, const text::Vocabulary& vocabulary)
      : document_(document),
        rules_(rules),
        vocabulary_(vocabulary),
        tolls_(document, rules, vocabulary) {}

  /// The terms of `sentence`, valid until the next call.
  const std::vector<Term>& terms(const text::TokenRange& sentence);
  /// What modifiers do to each token of `sentence`, valid until the next call.
  const std::vector<Modification>& modifications(const text::TokenRange& sentence) {
    modify(sentence);
    return modifications_;
  }

 private:
  void modify(const text::TokenRange& sentence);
  void act(const Modifier& modifier, std::size_t from, const text::TokenRange& sentence);
  std::size_t add_term(std::size_t at, const text::TokenRange& sentence);
  void add_word(std::size_t at, const text::TokenRange& sentence, bool within_event);

  const text::Document& document_;
  const Rules& rules_;
  const text::Vocabulary& vocabulary_;
  const Tolls tolls_;
  std::vector<Modification> modifications_;  ///< of each token of the sentence
  std::vector<Term> terms_;
};

/// In words: what gave the term its weight and factor.
/// @param origin where the weight of a word or of the caller's phrase is from.
std::string why(const Term& term, const std::string& origin);

}  // namespace pressgauge::sentiment::detail
