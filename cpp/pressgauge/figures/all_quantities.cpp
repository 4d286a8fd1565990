// SPDX-License-Identifier: MIT
#include <span>
#include <utility>

#include "pressgauge/figures/quantities.hpp"

namespace pressgauge::figures {
namespace {

// `the one who`, `no one`
bool is_pronoun(const text::Document& document,
                const Quantity& q,
                const QuantityRules& rules,
                const text::Vocabulary& vocabulary) {
  const auto& tokens = document.tokens();
  const std::size_t i = q.tokens.first;
  return q.tokens.end == i + 1 && i > 0 && vocabulary.in(tokens[i].word, rules.one) &&
         vocabulary.in(tokens[i - 1].word, rules.before_one);
}

void name_measure(const text::Document& document,
                  std::size_t limit,
                  const QuantityRules& rules,
                  const text::Vocabulary& vocabulary,
                  Quantity& q) {
  if (!q.measure.empty()) q.unit = q.measure;
  if (!q.unit.empty()) return;
  const auto tokens = std::span(document.tokens()).first(limit);
  std::size_t i = q.tokens.end;
  if (i < limit && vocabulary.in(tokens[i].word, rules.hyphen) && !tokens[i].space_before) ++i;
  const auto found = rules.units.at(tokens, i, vocabulary);
  if (!found) return;
  q.unit = *found->unit;
  q.tokens.end = found->end;
  q.span = document.span_of(q.tokens);
}

}  // namespace

std::vector<Quantity> all_quantities(const text::Document& document,
                                     const QuantityRules& rules,
                                     const text::Vocabulary& vocabulary) {
  std::vector<Quantity> out;
  for (const text::Sentence& sentence : document.sentences()) {
    auto found = quantities(document, sentence.tokens, rules, vocabulary);
    for (std::size_t i = 0; i < found.size(); ++i) {
      const std::size_t limit =
          i + 1 < found.size() ? found[i + 1].tokens.first : sentence.tokens.end;
      // What no double holds has no value to give.
      if (found[i].overflow || found[i].identifier ||
          is_pronoun(document, found[i], rules, vocabulary)) {
        continue;
      }
      name_measure(document, limit, rules, vocabulary, found[i]);
      out.push_back(std::move(found[i]));
    }
  }
  return out;
}

}  // namespace pressgauge::figures
