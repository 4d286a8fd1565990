// SPDX-License-Identifier: MIT
#include "pressgauge/figures/phrases.hpp"

#include <algorithm>

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
    out_.reserve(quantities.size());
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
    if (in(i, rules_.hyphen) && !token(i).space_before && i + 1 < range_.end &&
        token(i + 1).kind == text::TokenKind::word) {
      // `15-member council` counts its members; a `ten-storey` building counts nothing.
      phrase.compound = !in(i + 1, rules_.counted_compound);
      return noun_after_hyphen(std::move(phrase), i + 1);
    }
    if (in(i, rules_.out) && in(i + 1, rules_.of)) ++i;
    // `a majority (56.5%) of the votes`
    if (phrase.quantity.is_percent() && in(i, rules_.closing) && in(i + 1, rules_.of)) ++i;
    if (in(i, rules_.of) || (phrase.quantity.is_percent() && in(i, rules_.the))) {
      i += in(i, rules_.of) ? 1 : 0;
      phrase.definite = in(i, rules_.definite) || in(i, rules_.pronoun);
      phrase.pronominal = in(i, rules_.pronoun);
      while (in(i, rules_.definite) || in(i, rules_.pronoun)) ++i;
      if (reaches_next_number(i)) {
        phrase.definite = phrase.partitive = true;
        return phrase;
      }
    }
    noun(phrase, i);
    // `half of those surveyed`
    if (phrase.noun.empty() && phrase.definite && in(i - 1, rules_.those)) {
      const bool more = i < limit_ && token(i).kind == text::TokenKind::word && !in(i, rules_.stop);
      phrase.noun = {i - 1, more ? i + 1 : i};
      phrase.head = phrase.noun.end - 1;
    }
    // `one of the wounded`
    if (phrase.noun.empty() && phrase.definite && in(i, rules_.victim_adjective)) {
      phrase.noun = {i, i + 1};
      phrase.head = i;
    }
    return phrase;
  }

  Phrase noun_after_hyphen(Phrase phrase, std::size_t first) const {
    // `a 20,000-strong force`
    if (in(first, rules_.strong)) {
      const std::size_t end = noun_end(first + 1, true);
      if (end > first + 1) {
        phrase.noun = {first + 1, end};
        phrase.head = end - 1;
        return phrase;
      }
    }
    phrase.noun = {first, std::min(first + 1, limit_)};
    phrase.head = first;
    if (phrase.noun.empty()) phrase.compound = true;
    return phrase;
  }

  // `54 of the required 60 votes`, `39 of South Carolina's 54 delegates`: the noun stands behind
  // the next number.
  bool reaches_next_number(std::size_t i) const {
    if (limit_ == range_.end) return false;
    std::size_t steps = 0;
    while (i < limit_ && steps < kNounMost && token(i).kind == text::TokenKind::word &&
           (!in(i, rules_.stop) || in(i, rules_.possessive) || in(i, rules_.definite)) &&
           !in(i, rules_.news_verb) && !document_.form(token(i)).ends_with("ing")) {
      ++i;
      ++steps;
    }
    return i == limit_;
  }

  void noun(Phrase& phrase, std::size_t first) const {
    first = past_age(first);
    const bool single =
        phrase.quantity.value == 1 || !phrase.quantity.unit.empty() || phrase.quantity.indefinite;
    std::size_t start = first;
    std::size_t end = noun_end(first, single);
    // `of the country's population`: what the possessive leads to.
    while (end > start && in(end, rules_.possessive)) {
      const std::size_t next = noun_end(end + 1, true);
      if (next == end + 1) break;
      start = end + 1;
      end = next;
    }
    if (end == first) return;
    phrase.noun = {first, end};
    phrase.head = end - 1;
    if (in(end, rules_.of)) {
      phrase.noun.end = complement_end(end);
    } else {
      phrase.noun.end = coordination_end(end);
      // `votes cast`
      if (in(end - 1, rules_.ballot) && in(end, rules_.cast)) phrase.noun.end = end + 1;
    }
  }

  // `policemen and soldiers`, `passengers and crew`: two nouns that one number counts.
  std::size_t coordination_end(std::size_t end) const {
    if (!in(end, rules_.conjunction) || !is_plural(end - 1)) return end;
    const std::size_t second = noun_end(end + 1, false);
    if (second == end + 1 || !in(second - 1, rules_.person) || !in(end - 1, rules_.person))
      return end;
    const bool goes_on =
        second < limit_ && token(second).kind == text::TokenKind::word && in(second, rules_.speech);
    return goes_on ? end : second;
  }

  // `a 34-year-old man`: the age counts nothing.
  std::size_t past_age(std::size_t i) const {
    const bool age = i + 4 < limit_ && in(i + 1, rules_.hyphen) && in(i + 2, rules_.year) &&
                     in(i + 3, rules_.hyphen);
    return age ? i + 5 : i;
  }

  // The words of a noun with its adjectives. What is counted in the plural ends in one.
  std::size_t noun_end(std::size_t first, bool single) const {
    std::size_t i = first;
    std::size_t end = first;
    while (i < limit_ && i - first < kNounMost && continues(i, first)) {
      // A hyphen joins what stands around it: Bosnian-Serb forces.
      const bool joins = in(i + 1, rules_.hyphen) && !token(i + 1).space_before &&
                         i + 2 < range_.end && !token(i + 2).space_before &&
                         token(i + 2).kind != text::TokenKind::punctuation;
      if (joins) {
        i += 2;
        continue;
      }
      if (single || is_plural(i) || token(i).capitalised) end = i + 1;
      const bool head = is_plural(i) || (single && in(i, rules_.person));
      ++i;
      // `one Indian officer`, `two police officers`: the noun goes on.
      const bool named =
          i < limit_ && is_noun_like(i) && (token(i - 1).capitalised || in(i, rules_.thing));
      const auto goes_on = [&](std::size_t k) {
        return k < limit_ && continues(k, first) && (is_plural(k) || in(k, rules_.person));
      };
      // `police liaison officers`
      const bool far = i + 1 < limit_ && continues(i, first) && is_noun_like(i) && goes_on(i + 1) &&
                       in(i + 1, rules_.person);
      if (head && !(goes_on(i) || far || (named && continues(i, first)))) break;
    }
    return end;
  }

  bool continues(std::size_t i, std::size_t first) const {
    if (i >= limit_ || token(i).kind != text::TokenKind::word) return false;
    // `first-preference votes`
    const bool joined = in(i + 1, rules_.hyphen) && !token(i + 1).space_before;
    const bool stops = in(i, rules_.stop) && !joined && !token(i).all_capitals;
    if (stops || in(i, rules_.possessive) || in(i, rules_.calendar)) return false;
    if (in(i, rules_.person) || in(i, rules_.damageable) || token(i).capitalised) return true;
    // `5 million dollars last year`
    if (in(i, rules_.last) && in(i + 1, rules_.year)) return false;
    // A participle before a noun is an adjective: three missing miners, 11,187 recorded accidents.
    if (is_participle(i)) return i == first && i + 1 < limit_ && is_noun_like(i + 1);
    // all 21 remaining seats
    if (i == first && document_.form(token(i)).ends_with("ing") && i + 1 < limit_ &&
        is_noun_like(i + 1) && is_plural(i + 1))
      return true;
    // A verb's third person looks like a plural: 400 votes, two attacks.
    if (in(i, rules_.verbs) || in(i, rules_.news_verb))
      return is_plural(i) || in(i, rules_.singular_noun);
    return true;
  }

  bool is_participle(std::size_t i) const {
    const std::string_view form = document_.form(token(i));
    return in(i, rules_.verbs) ? !is_plural(i) : form.size() > 4 && form.ends_with("ed");
  }

  bool is_noun_like(std::size_t i) const {
    return token(i).kind == text::TokenKind::word && !in(i, rules_.stop) &&
           !in(i, rules_.calendar) &&
           (in(i, rules_.person) || is_plural(i) ||
            !(in(i, rules_.verbs) || in(i, rules_.news_verb)));
  }

  bool is_plural(std::size_t i) const {
    const std::string_view form = document_.form(token(i));
    const bool s =
        form.size() > 3 && form.ends_with('s') && !form.ends_with("ss") && !form.ends_with("us");
    if (form.size() > 4 && form.ends_with("men")) return true;
    return in(i, rules_.plural) || (s && !token(i).capitalised) || (s && in(i, rules_.person));
  }

  // members of the NATO mission
  std::size_t complement_end(std::size_t of) const {
    std::size_t i = of + 1;
    while (in(i, rules_.definite) || in(i, rules_.article)) ++i;
    const std::size_t end = noun_end(i, true);
    return end > i ? end : of;
  }

  std::optional<Phrase> without_number(std::size_t i) const {
    if ((token(i).traits & rules_.wordless) == 0 || i >= limit_) return std::nullopt;
    // `none were hurt`, but not `found none.`
    const bool ends = i + 1 >= range_.end || token(i + 1).kind == text::TokenKind::punctuation;
    if (in(i, rules_.nobody) && !ends) return zero(i, i + 1);
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
    return in(i, rules_.indefinite) || in(i, rules_.another) ? someone(i) : std::nullopt;
  }

  Phrase zero(std::size_t first, std::size_t end) const {
    Phrase phrase = counted(first, end, 0);
    phrase.quantity.zero = true;
    return phrase;
  }

  // `Alan Kurdi, a child who drowned`: whoever is named counts nothing.
  bool is_apposition(std::size_t i, std::size_t end) const {
    const bool ends = end >= range_.end || token(end).kind == text::TokenKind::punctuation ||
                      in(end, rules_.relative);
    // `One of the wounded, a guard, was …`
    const bool aside = end + 1 < range_.end && document_.form(token(end)) == "," &&
                       (in(end + 1, rules_.auxiliary) || in(end + 1, rules_.news_verb));
    if (aside && i > range_.first && document_.form(token(i - 1)) == ",") return true;
    if (!ends || i < range_.first + 2 || document_.form(token(i - 1)) != ",") return false;
    const text::Token& name = token(i - 2);
    return name.kind == text::TokenKind::word && name.capitalised && !in(i - 2, rules_.calendar);
  }

  // `a policeman`, `a second victim`: one, where the noun is a person.
  std::optional<Phrase> someone(std::size_t i) const {
    Phrase phrase = counted(i, i + 1, 1);
    phrase.quantity.indefinite = true;
    phrase.quantity.additional = in(i, rules_.another) || in(i + 1, rules_.ordinal);
    noun(phrase, i + 1);
    if (const std::size_t end = past_age(i + 1); phrase.noun.empty() && end > i + 1) {
      // `an 18-year-old was killed`
      phrase.noun = {i + 1, end};
      phrase.head = end - 1;
      return phrase;
    }
    if (phrase.noun.empty() || !in(phrase.head, rules_.person) || in(phrase.head, rules_.plural))
      return std::nullopt;
    if (is_apposition(i, phrase.noun.end)) return std::nullopt;
    if (!in(phrase.head, rules_.verbs)) phrase.word = token(phrase.head).word;
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

std::vector<Phrase> phrases(const text::Document& document,
                            const text::TokenRange& range,
                            std::vector<Quantity> quantities,
                            const PhraseRules& rules,
                            const text::Vocabulary& vocabulary) {
  auto out = PhraseFinder(document, range, rules, vocabulary).run(std::move(quantities));
  for (std::size_t i = out.size(); i > 1; --i) {
    if (!out[i - 2].partitive) continue;
    out[i - 2].noun = out[i - 1].noun;
    out[i - 2].head = out[i - 1].head;
  }
  return out;
}

}  // namespace pressgauge::figures
