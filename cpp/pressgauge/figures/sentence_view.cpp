// SPDX-License-Identifier: MIT
#include "pressgauge/figures/sentence_view.hpp"

#include <algorithm>

namespace pressgauge::figures {
namespace {

constexpr std::size_t kLongestAside = 30;

// May and March are months where they have a capital inside a sentence.
bool is_month_name(const text::Document& document, std::size_t at, std::size_t first) {
  const text::Token& token = document.tokens()[at];
  if (!token.capitalised || token.all_capitals || at == first) return false;
  const std::string_view form = document.form(token);
  return form == "may" || form == "march";
}

// The token after the bracket that closes the one at `at`, if no number stands before it; else
// `at`.
std::size_t bracket_end(const text::Document& document,
                        std::size_t at,
                        std::size_t end,
                        std::size_t number) {
  const auto form = [&](std::size_t i) { return document.form(document.tokens()[i]); };
  if (form(at) != "(") return at;
  const std::size_t most = std::min({end, number, at + kLongestAside});
  for (std::size_t i = at + 1; i < most; ++i) {
    if (form(i) == ")") return i + 1;
  }
  return at;
}

// The items of a sentence, in place of those that `out` held.
void fill(const text::Document& document,
          const text::TokenRange& range,
          const std::vector<Phrase>& phrases,
          const SignTable& signs,
          std::vector<Item>& out) {
  out.clear();
  out.reserve(range.end - range.first);
  const std::vector<text::Token>& tokens = document.tokens();
  std::size_t next = 0;
  std::size_t number = phrases.empty() ? range.end : phrases[0].tokens().first;
  for (std::size_t i = range.first; i < range.end;) {
    Item& item = out.emplace_back();
    const text::Token& token = tokens[i];
    if (i == number && next < phrases.size()) {
      item.tokens = phrases[next].tokens();
      item.word = phrases[next].word;
      item.signs = phrases[next].quantity.is_percent() ? kNumberSign | kPercentSign : kNumberSign;
      item.phrase = static_cast<std::uint32_t>(next++);
      number = next < phrases.size() ? phrases[next].tokens().first : range.end;
    } else if (token.kind == text::TokenKind::punctuation) {
      // An aside in brackets, without a number, stands in nobody's way.
      const std::size_t end = bracket_end(document, i, range.end, number);
      item.tokens = {i, std::max(end, i + 1)};
      item.word = token.word;
      item.is_mark = true;
    } else {
      item.tokens = {i, i + 1};
      item.word = is_month_name(document, i, range.first) ? text::kUnknownWord : token.word;
      if (token.capitalised && token.kind == text::TokenKind::word) item.signs = kNameSign;
    }
    item.signs |= signs.of(item.word);
    i = item.tokens.end;
  }
}

}  // namespace

SentenceView view_of(const text::Document& document,
                     const text::Sentence& sentence,
                     const std::vector<Phrase>& phrases,
                     const SignTable& signs,
                     const GapCosts& costs,
                     const text::Vocabulary& vocabulary,
                     Seen& seen) {
  fill(document, sentence.tokens, phrases, signs, seen.items);
  SentenceView view{document, sentence, seen.items, phrases, costs, vocabulary, {}};
  glances(view, seen.glances);
  view.glances = seen.glances;
  return view;
}

}  // namespace pressgauge::figures
