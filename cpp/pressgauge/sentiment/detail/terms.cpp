// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/detail/terms.hpp"

#include <algorithm>
#include <span>

namespace pressgauge::sentiment::detail {

const std::vector<Term>& TermFinder::terms(const text::TokenRange& sentence) {
  terms_.clear();
  modify(sentence);
  for (std::size_t i = sentence.first; i < sentence.end;) i = add_term(i, sentence);
  return terms_;
}

void TermFinder::modify(const text::TokenRange& sentence) {
  modifications_.assign(sentence.end - sentence.first, {});
  const auto tokens = std::span(document_.tokens()).first(sentence.end);
  for (std::size_t i = sentence.first; i < sentence.end;) {
    const auto match = rules_.modifier_matcher().match(tokens, i, vocabulary_);
    if (match) act(rules_.modifiers()[match->value], match->end, sentence);
    i = match ? match->end : i + 1;
  }
}

void TermFinder::act(const Modifier& modifier, std::size_t from, const text::TokenRange& sentence) {
  const std::size_t end = std::min(from + modifier.reach, sentence.end);
  for (std::size_t i = from; i < end; ++i) {
    if (vocabulary_.in(document_.tokens()[i].word, rules_.clause_marks())) return;
    Modification& modification = modifications_[i - sentence.first];
    if (modifier.negates) {
      modification.negation = modifier.factor;
      modification.negator = modifier.factor == 1 ? nullptr : &modifier;
    } else {
      modification.intensity *= modifier.factor;
      modification.intensifier = &modifier;
    }
  }
}

std::size_t TermFinder::add_term(std::size_t at, const text::TokenRange& sentence) {
  const text::WordId id = document_.tokens()[at].word;
  if (id == text::kUnknownWord) return at + 1;
  const WordWeight word = rules_.word(id);
  const Modification& modification = modifications_[at - sentence.first];
  const auto tokens = std::span(document_.tokens()).first(sentence.end);
  const auto match = rules_.event_matcher().match(tokens, at, vocabulary_);
  const bool own = word.source == WordWeight::Source::own;
  if (match && !(own && match->end == at + 1)) {
    const EventRule& event = rules_.events()[match->value];
    terms_.push_back(
        {{at, match->end}, event.weight, modification, WordWeight::Source::none, &event});
    return match->end;
  }
  if (word.weight != 0) {
    terms_.push_back({{at, at + 1}, word.weight, modification, word.source, nullptr});
  }
  return at + 1;
}

std::string why(const Term& term) {
  using enum WordWeight::Source;
  std::string out = term.event           ? "event " + term.event->id + ": " + term.event->reason
                    : term.source == own ? "your lexicon"
                                         : "lexicon";
  if (term.modification.negator) out += "; " + term.modification.negator->id;
  if (term.modification.intensifier) out += "; " + term.modification.intensifier->id;
  return out;
}

}  // namespace pressgauge::sentiment::detail
