// SPDX-License-Identifier: MIT
// Scores texts with rules that are loaded once.
#pragma once

#include <string>
#include <utility>

#include "pressgauge/sentiment/sentiment.hpp"

namespace pressgauge::test {

inline sentiment::Sentiment sentiment_of(std::string words, std::string_view lexicon) {
  auto vocabulary = text::default_vocabulary();
  const text::Rules text_rules(vocabulary);
  const sentiment::Rules rules(vocabulary, lexicon);
  return score(text::Document(std::move(words), text_rules, vocabulary), rules, vocabulary);
}

/// The shipped rules with what documents are made by.
struct Shipped {
  text::Vocabulary vocabulary = text::default_vocabulary();
  text::Rules text_rules{vocabulary};
  sentiment::Rules rules{vocabulary};

  text::Document document(std::string words) const {
    return {std::move(words), text_rules, vocabulary};
  }
};

inline const Shipped& shipped() {
  static const Shipped loaded;
  return loaded;
}

inline sentiment::Sentiment sentiment_of(std::string words) {
  const Shipped& by = shipped();
  return score(by.document(std::move(words)), by.rules, by.vocabulary);
}

inline sentiment::Tone tone_of(std::string words) {
  const Shipped& by = shipped();
  return tone(by.document(std::move(words)), by.rules, by.vocabulary);
}

inline const sentiment::Contribution* contribution_of(const sentiment::Sentiment& found,
                                                      std::string_view term) {
  for (const auto& contribution : found.contributions) {
    if (contribution.term == term) return &contribution;
  }
  return nullptr;
}

// It would point into what is gone.
const sentiment::Contribution* contribution_of(sentiment::Sentiment&&, std::string_view) = delete;

}  // namespace pressgauge::test
