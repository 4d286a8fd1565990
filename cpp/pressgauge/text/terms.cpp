// SPDX-License-Identifier: MIT
#include "pressgauge/text/terms.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <string>

#include "pressgauge/core/errors.hpp"

namespace pressgauge::text {
namespace {

constexpr std::size_t kLongestName = 5;

Element compile_step(std::string_view step, Vocabulary& vocabulary) {
  Element element;
  if (step == "#") {
    element.kind = Element::Kind::anchor;
  } else if (step == "##" || step == "##%") {
    element.kind = Element::Kind::number;
    element.percent = step == "##%";
  } else if (step == "NAME") {
    element.kind = Element::Kind::name;
  } else if (step.size() > 3 && step.starts_with("...")) {
    element.kind = Element::Kind::gap;
    const auto [end, error] =
        std::from_chars(step.data() + 3, step.data() + step.size(), element.most);
    if (error != std::errc() || end != step.data() + step.size()) {
      throw ParseError("a gap is written ...n, not '" + std::string(step) + "'", 0);
    }
  } else {
    element.optional = step.size() > 1 && step.ends_with('?');
    element.set = vocabulary.set(element.optional ? step.substr(0, step.size() - 1) : step);
  }
  return element;
}

std::size_t name_end(std::span<const Token> tokens, std::size_t at) {
  std::size_t end = at;
  while (end < tokens.size() && end < at + kLongestName && tokens[end].capitalised &&
         tokens[end].kind == TokenKind::word) {
    ++end;
  }
  return end;
}

// The places that one step leads to from a place.
std::uint64_t after_step(const Element& element,
                         std::span<const Token> tokens,
                         std::size_t at,
                         int passed,
                         const Vocabulary& vocabulary) {
  const std::uint64_t place = std::uint64_t{1} << passed;
  const std::size_t i = at + static_cast<std::size_t>(passed);
  // As many places in a row, from this one on.
  const auto row = [&](std::size_t count) { return ((std::uint64_t{1} << count) - 1) << passed; };
  if (element.kind == Element::Kind::gap) {
    return row(std::min(static_cast<std::size_t>(element.most), tokens.size() - i) + 1);
  }
  if (element.kind == Element::Kind::name) return row(name_end(tokens, i) - i) << 1U;
  const bool fits = i < tokens.size() && vocabulary.in(tokens[i].word, element.set);
  return (element.optional ? place : 0) | (fits ? place << 1U : 0);
}

}  // namespace

std::vector<Element> compile_pattern(std::string_view pattern, Vocabulary& vocabulary) {
  std::vector<Element> elements;
  std::size_t reach = 0;
  for (const std::string_view step : split(pattern, ' ')) {
    const Element element = compile_step(step, vocabulary);
    reach += element.kind == Element::Kind::gap    ? static_cast<std::size_t>(element.most)
             : element.kind == Element::Kind::name ? kLongestName
                                                   : 1;
    elements.push_back(element);
  }
  if (reach >= kMostReach) {
    throw ParseError("a pattern may stretch over " + std::to_string(kMostReach - 1) +
                         " words, not " + std::to_string(reach) + ": '" + std::string(pattern) +
                         "'",
                     0);
  }
  return elements;
}

// Keeps the set of places that the pattern may have reached, a bit for each number of tokens
// passed: no recursion, elements x gap steps a match.
std::optional<std::size_t> match_elements(std::span<const Element> elements,
                                          std::span<const Token> tokens,
                                          std::size_t at,
                                          const Vocabulary& vocabulary) {
  std::uint64_t here = 1;
  for (const Element& element : elements) {
    std::uint64_t next = 0;
    for (std::uint64_t rest = here; rest != 0; rest &= rest - 1) {
      next |= after_step(element, tokens, at, std::countr_zero(rest), vocabulary);
    }
    if (next == 0) return std::nullopt;
    here = next;
  }
  return at + static_cast<std::size_t>(std::bit_width(here) - 1);
}

void TermMatcher::add(std::string_view pattern, std::uint32_t value, Vocabulary& vocabulary) {
  Term term{compile_pattern(pattern, vocabulary), value};
  // A term that may start with a word is two terms: with it and without it.
  while (!term.elements.empty() && term.elements[0].optional) {
    Term with = term;
    with.elements[0].optional = false;
    index(std::move(with), vocabulary);
    term.elements.erase(term.elements.begin());
  }
  if (term.elements.empty() || term.elements[0].kind == Element::Kind::gap) {
    throw ParseError("a term must start with a word: '" + std::string(pattern) + "'", 0);
  }
  index(std::move(term), vocabulary);
}

void TermMatcher::index(Term term, const Vocabulary& vocabulary) {
  const auto number = static_cast<std::uint32_t>(terms_.size());
  if (term.elements[0].kind == Element::Kind::name) {
    by_name_.push_back(number);
  } else {
    for (const WordId word : vocabulary.words_of(term.elements[0].set)) {
      if (word >= starts_.size()) {
        starts_.resize(word + 1);
        list_of_word_.resize(word + 1);
      }
      if (!starts_[word]) {
        by_first_word_.emplace_back();
        list_of_word_[word] = static_cast<std::uint32_t>(by_first_word_.size());
        starts_[word] = true;
      }
      by_first_word_[list_of_word_[word] - 1].push_back(number);
    }
  }
  terms_.push_back(std::move(term));
}

std::optional<TermMatcher::Match> TermMatcher::longest(std::span<const Token> tokens,
                                                       std::size_t at,
                                                       const Vocabulary& vocabulary) const {
  std::optional<Match> best;
  // Where a word led to the term, its first step is taken.
  const auto try_term = [&](std::uint32_t index, std::size_t taken) {
    const auto rest = std::span(terms_[index].elements).subspan(taken);
    const auto end = match_elements(rest, tokens, at + taken, vocabulary);
    if (end && (!best || *end > best->end)) best = Match{terms_[index].value, *end};
  };
  const WordId word = tokens[at].word;
  if (word < starts_.size() && starts_[word]) {
    for (const std::uint32_t index : by_first_word_[list_of_word_[word] - 1]) try_term(index, 1);
  }
  if (tokens[at].capitalised) {
    for (const std::uint32_t index : by_name_) try_term(index, 0);
  }
  return best;
}

}  // namespace pressgauge::text
