// SPDX-License-Identifier: MIT
#include "pressgauge/figures/phrases.hpp"

namespace pressgauge::figures {
namespace {

constexpr std::size_t kNounMost = 7;  // words of a noun with its adjectives

class PhraseFinder {
 public:
  PhraseFinder(const text::Document& document,
               const text::TokenRange& range,
               const PhraseRules& rules,
               const text::Vocabulary& vocabulary)
      : document_(document), range_(range), rules_(rules), vocabulary_(vocabulary) {}

  std::vector<Phrase> run(std::vector<Quantity> quantities) {
    std::size_t next = 0;
    for (std::size_t i = range_.first; i < range_.end;) {
      if (next < quantities.size() && quantities[next].tokens.first <= i) {
        limit_ = next + 1 < quantities.size() ? quantities[next + 1].tokens.first : range_.end;
        i = add(phrase(std::move(quantities[next])), i);
        ++next;
        continue;
      }
      limit_ = next < quantities.size() ? quantities[next].tokens.first : range_.end;
      const auto wordless = without_number(i);
      i = wordless ? add(*wordless, i) : i + 1;
    }
    return std::move(out_);
  }

 private:
  const text::Token& token(std::size_t i) const { return document_.tokens()[i]; }
  bool in(std::size_t i, text::SetId set) const {
    return i < limit_ && vocabulary_.in(token(i).word, set);
  }

  std::size_t add(Phrase phrase, std::size_t at) {
    const std::size_t end = phrase.tokens().end;
    out_.push_back(std::move(phrase));
    return std::max(end, at + 1);
  }

  Phrase phrase(Quantity quantity) const {
    Phrase phrase;
    std::size_t i = quantity.tokens.end;
    phrase.quantity = std::move(quantity);
    if (in(i, rules_.hyphen) && !token(i).space_before) ++i;
    if (in(i, rules_.of)) {
      ++i;
      phrase.definite = in(i, rules_.definite) || in(i, rules_.pronoun);
      while (in(i, rules_.definite)) ++i;
    }
    noun(phrase, i);
    return phrase;
  }

  void noun(Phrase& phrase, std::size_t first) const {
    const std::size_t end = noun_end(first);
    if (end == first) return;
    phrase.noun = {first, end};
    phrase.head = end - 1;
    if (in(end, rules_.possessive)) return;
    if (in(end, rules_.of)) phrase.noun.end = complement_end(end);
  }

  std::size_t noun_end(std::size_t first) const {
    std::size_t i = first;
    while (i < limit_ && i - first < kNounMost && continues(i, i > first)) {
      // A hyphen and a possessive join what stands around them: Bosnian-Serb forces, Iraq's
      // soldiers.
      const bool joins =
          in(i + 1, rules_.hyphen) && !token(i + 1).space_before && continues(i + 2, true);
      i += joins ? 2 : 1;
      if (i < limit_ && is_head(i - 1) && !goes_on_after_head(i)) break;
    }
    return i;
  }

  bool continues(std::size_t i, bool inside) const {
    if (i >= limit_ || token(i).kind != text::TokenKind::word) return false;
    if (in(i, rules_.stop) || in(i, rules_.possessive)) return false;
    if (in(i, rules_.person) || in(i, rules_.damageable)) return true;
    const bool verb = in(i, rules_.verbs) || in(i, rules_.news_verb);
    // A participle before a person's noun is an adjective: three missing miners.
    return !verb || token(i).capitalised ||
           (!inside && i + 1 < limit_ && !in(i + 1, rules_.stop) && in(i + 1, rules_.person));
  }

  bool is_head(std::size_t i) const {
    const std::string_view form = document_.form(token(i));
    const bool plural =
        form.size() > 3 && form.ends_with('s') && !form.ends_with("ss") && !form.ends_with("us");
    return in(i, rules_.person) || in(i, rules_.damageable) || (plural && !token(i).capitalised);
  }

  // `police officers`, `women protesters`: another noun of people or a plural may follow.
  bool goes_on_after_head(std::size_t i) const { return continues(i, true) && is_head(i); }

  // members of the NATO mission
  std::size_t complement_end(std::size_t of) const {
    std::size_t i = of + 1;
    while (in(i, rules_.definite) || in(i, rules_.article)) ++i;
    const std::size_t end = noun_end(i);
    return end > i ? end : of;
  }

  std::optional<Phrase> without_number(std::size_t i) const {
    if (in(i, rules_.nobody)) return zero(i, i + 1);
    if (in(i, rules_.no)) {
      if (in(i + 1, rules_.not_zero)) return std::nullopt;
      const bool no_one = i + 1 < limit_ && document_.form(token(i + 1)) == "one";
      const std::size_t hyphen = in(i + 1, rules_.hyphen) ? 1 : 0;
      if (no_one || (hyphen == 1 && i + 2 < limit_ && document_.form(token(i + 2)) == "one")) {
        return zero(i, i + 2 + hyphen);
      }
      auto none = zero(i, i + 1);
      noun(none, i + 1);
      return none.noun.empty() ? std::nullopt : std::optional(none);
    }
    return in(i, rules_.indefinite) ? someone(i) : std::nullopt;
  }

  Phrase zero(std::size_t first, std::size_t end) const {
    Phrase phrase = counted(first, end, 0);
    phrase.quantity.zero = true;
    return phrase;
  }

  // `a policeman`, `a second victim`: one, where the noun is a person.
  std::optional<Phrase> someone(std::size_t i) const {
    Phrase phrase = counted(i, i + 1, 1);
    phrase.quantity.indefinite = true;
    phrase.quantity.additional = in(i + 1, rules_.ordinal);
    noun(phrase, i + 1);
    if (phrase.noun.empty() || !in(phrase.head, rules_.person) || in(phrase.head, rules_.plural))
      return std::nullopt;
    return phrase;
  }

  Phrase counted(std::size_t first, std::size_t end, double value) const {
    Phrase phrase;
    phrase.quantity.tokens = phrase.quantity.number = {first, end};
    phrase.quantity.span = document_.span_of({first, end});
    phrase.quantity.value = value;
    phrase.quantity.interval = core::Interval::exactly(value);
    return phrase;
  }

  const text::Document& document_;
  text::TokenRange range_;
  const PhraseRules& rules_;
  const text::Vocabulary& vocabulary_;
  std::size_t limit_ = 0;  // where the next quantity starts
  std::vector<Phrase> out_;
};

}  // namespace

PhraseRules::PhraseRules(text::Vocabulary& vocabulary, text::SetId verb_forms)
    : of(vocabulary.set("of")),
      definite(vocabulary.set("the|his|her|their|its|our|these|those|my|your")),
      pronoun(vocabulary.set("them|whom|which|us|you")),
      stop(vocabulary.set("@function_word|@adverb")),
      news_verb(vocabulary.set("@news_verb")),
      verbs(verb_forms),
      person(vocabulary.set("@person")),
      damageable(vocabulary.set("@damageable")),
      hyphen(vocabulary.set("-")),
      possessive(vocabulary.set("'s|'")),
      no(vocabulary.set("no")),
      not_zero(vocabulary.set(
          "longer|more|fewer|less|later|matter|doubt|one's|way|sign|plans|plan|comment")),
      nobody(vocabulary.set("nobody")),
      indefinite(vocabulary.set("a|an")),
      ordinal(vocabulary.set("@ordinal")),
      article(vocabulary.set("a|an")),
      plural(vocabulary.set("people|persons|others|men|women|children|police|forces|personnel|crew|"
                            "troops|crewmembers")) {}

std::vector<Phrase> phrases(const text::Document& document,
                            const text::TokenRange& range,
                            std::vector<Quantity> quantities,
                            const PhraseRules& rules,
                            const text::Vocabulary& vocabulary) {
  return PhraseFinder(document, range, rules, vocabulary).run(std::move(quantities));
}

std::vector<Item> items(const text::Document& document,
                        const text::TokenRange& range,
                        const std::vector<Phrase>& phrases) {
  std::vector<Item> out;
  std::size_t next = 0;
  for (std::size_t i = range.first; i < range.end;) {
    Item item;
    if (next < phrases.size() && phrases[next].tokens().first == i) {
      item.tokens = phrases[next].tokens();
      item.phrase = next++;
    } else {
      item.tokens = {i, i + 1};
      item.word = document.tokens()[i].word;
      item.is_mark = document.tokens()[i].kind == text::TokenKind::punctuation;
    }
    i = item.tokens.end;
    out.push_back(item);
  }
  return out;
}

}  // namespace pressgauge::figures
