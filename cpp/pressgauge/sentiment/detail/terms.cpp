// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/detail/terms.hpp"

#include <algorithm>
#include <span>

namespace pressgauge::sentiment::detail {
const std::vector<Term>& TermFinder::terms(const text::TokenRange& sentence) {
  terms_.clear();
  modify(sentence);
  for (std::size_t i = sentence.first; i < sentence.end;) {
    i = rules_.may_carry(document_.tokens()[i]) ? add_term(i, sentence) : i + 1;
  }
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
  const WordWeight word = rules_.word(document_.tokens()[at].word);
  const Modification& modification = modifications_[at - sentence.first];
  const auto tokens = std::span(document_.tokens()).first(sentence.end);
  const auto match = rules_.event_matcher().match(tokens, at, vocabulary_);
  const bool own = word.source == WordWeight::Source::own;
  if (match && !(own && match->end == at + 1)) {
    const EventRule& event = rules_.events()[match->value];
    Term term{{at, match->end}, event.weight, modification, WordWeight::Source::none, &event};
    term.toll = tolls_.is_toll(term, sentence);
    terms_.push_back(term);
    for (std::size_t i = at; i < match->end && !event.own; ++i) add_word(i, sentence, true);
    return match->end;
  }
  add_word(at, sentence, false);
  return at + 1;
}

void TermFinder::add_word(std::size_t at, const text::TokenRange& sentence, bool within_event) {
  const WordWeight word = rules_.word(document_.tokens()[at].word);
  if (word.weight == 0) return;
  Term term{{at, at + 1}, word.weight, modifications_[at - sentence.first], word.source};
  term.within_event = within_event;
  terms_.push_back(term);
}

std::string why(const Term& term, const std::string& origin) {
  const bool event = term.event && !term.event->own;
  const bool own = term.event || term.source == WordWeight::Source::own;
  std::string out = event ? "event " + term.event->id : own ? "your lexicon" : "lexicon";
  const std::string& named = event ? term.event->reason : origin;
  if (!named.empty()) out += ": " + named;
  if (term.modification.negator) out += "; " + term.modification.negator->id;
  if (term.modification.intensifier) out += "; " + term.modification.intensifier->id;
  return out;
}

}  // namespace pressgauge::sentiment::detail
