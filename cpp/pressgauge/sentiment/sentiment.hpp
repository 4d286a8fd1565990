// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pressgauge/core/span.hpp"
#include "pressgauge/sentiment/calibration.hpp"
#include "pressgauge/sentiment/rules.hpp"
#include "pressgauge/text/document.hpp"

namespace pressgauge::sentiment {

enum class Label : std::uint8_t { negative, neutral, positive };
std::string to_string(Label label);
std::vector<std::string> label_names();
/// @throws DomainError for a name that is none.
Label label_of(const std::string& name);

/// What a word or event term adds to Sentiment::raw: weight * factor.
struct Contribution {
  core::Span span;
  std::string term;      ///< the words as rules see them, lower case
  double weight = 0;     ///< of lexicon.tsv, of events.tsv, or of the caller's lexicon
  double factor = 0;     ///< modifiers, and what length and tone of sentence and article divide by
  std::string why;       ///< the lexicon or event rule, and the modifiers that acted
  double negation = 1;   ///< part of factor
  double intensity = 1;  ///< part of factor
};

/// The tone of one sentence, before calibration.
struct SentenceTone {
  std::size_t sentence = 0;  ///< its number among the document's sentences
  core::Span span;
  double raw = 0;        ///< all of its words: sum of weights over the root of their number
  double narration = 0;  ///< the evaluative words outside speech
  double quotation = 0;  ///< the words inside speech
};

/// The tone of what a named speaker says.
struct SpeakerTone {
  std::string speaker;  ///< the longest form of the name
  double score = 0;     ///< in [-1, 1], as Sentiment::quotation
  std::int64_t words = 0;
};

/// A part of the text that is not scored.
struct Exclusion {
  core::Span span;
  std::string reason;
};

/// The tone of an article in numbers.
struct Tone {
  double score = 0;  ///< in [-1, 1]; what a reader would call the tone of the article
  double raw = 0;    ///< before calibration, in (-1, 1): the sum of weight * factor
  Label label = Label::neutral;
  double narration = 0;             ///< in [-1, 1]; the reporter's own evaluative words
  std::optional<double> quotation;  ///< in [-1, 1]; quoted and reported speech, if there is any
  double events = 0;                ///< in [-1, 1]; how good or bad the events are
};

/// The tone of an article, and what it is made of.
struct Sentiment : Tone {
  std::vector<SentenceTone> sentences;
  std::vector<Contribution> contributions;  ///< in the order of the text
  std::vector<SpeakerTone> speakers;        ///< in the order of their first words
  std::vector<Exclusion> excluded;
};

/// The sentiment of the article in `document`; linear in its length.
/// @param vocabulary the one that `rules` and `document` were made with.
/// @return all zero and neutral for a text without words.
Sentiment score(const text::Document& document,
                const Rules& rules,
                const text::Vocabulary& vocabulary,
                const Calibration& calibration = {});

/// The numbers of `score` alone, to the last bit, in about half of its time: most of it goes into
/// words that say why.
Tone tone(const text::Document& document,
          const Rules& rules,
          const text::Vocabulary& vocabulary,
          const Calibration& calibration = {});

}  // namespace pressgauge::sentiment
