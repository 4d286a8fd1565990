// SPDX-License-Identifier: MIT
#include "pressgauge/figures/patterns.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/figures/detail/ways.hpp"
#include "pressgauge/text/unicode.hpp"

namespace pressgauge::figures {
namespace {

// Gaps cost what stands in them: a new clause is the dearest, a coordinated number the cheapest.
constexpr double kWordCost = 1;
constexpr double kConjunctionCost = 0.5;
constexpr double kNumberCost = 1.5;
constexpr double kCommaCost = 1.5;
constexpr double kClauseCost = 5;
constexpr double kBracketCost = 2;
constexpr double kVerbCost = 4;

// Where the key may stand, given the steps between it and the number.
KeyPlace place_of_key(std::span<const text::Element> between, bool before) {
  std::size_t nearest = 1;
  std::size_t farthest = 1;
  for (const text::Element& element : between) {
    const bool gap = element.kind == text::Element::Kind::gap;
    nearest += gap || element.optional ? 0 : 1;
    farthest += gap ? static_cast<std::size_t>(element.most) : 1;
  }
  return {before, static_cast<std::uint8_t>(nearest), static_cast<std::uint8_t>(farthest)};
}

// How many words of news are met together as often as one function word or mark.
constexpr std::size_t kCommonWord = 50;

bool is_mark(std::string_view form) {
  return !form.empty() &&
         text::classify(text::decode(form, 0).value) == text::CharacterClass::punctuation;
}

}  // namespace

GapCosts::GapCosts(text::Vocabulary& vocabulary)
    : subordinators(vocabulary.set("@subordinator")),
      conjunctions(vocabulary.set("@conjunction")),
      verbs(vocabulary.set("@news_verb|@speech")),
      function_words(vocabulary.set("@function_word|@possessive_mark|@month")) {
  const auto cost_all = [&](text::SetId set, std::vector<double>& costs, double cost) {
    for (const text::WordId word : vocabulary.words_of(set)) {
      if (word >= costs.size()) costs.resize(word + 1, costs.front());
      costs[word] = cost;
    }
  };
  marks_.push_back(kClauseCost);
  cost_all(vocabulary.set(","), marks_, kCommaCost);
  cost_all(vocabulary.set("(|)|-|\""), marks_, kBracketCost);
  words_.push_back(kWordCost);
  // Of two classes that hold a word the dearer one counts.
  cost_all(conjunctions, words_, kConjunctionCost);
  cost_all(verbs, words_, kVerbCost);
  cost_all(subordinators, words_, kClauseCost);
}

double GapCosts::of(const Item& item) const {
  if (item.phrase) return kNumberCost;
  const std::vector<double>& costs = item.is_mark ? marks_ : words_;
  return costs[item.word < costs.size() ? item.word : text::kUnknownWord];
}

AnchoredPattern::AnchoredPattern(std::string_view pattern, text::Vocabulary& vocabulary) {
  std::string before;
  std::string after;
  std::string_view anchor;
  for (const std::string_view step : text::split(pattern, ' ')) {
    if (step.starts_with('#') && !step.starts_with("##")) {
      if (!anchor.empty())
        throw ParseError("a pattern has one #: '" + std::string(pattern) + "'", 0);
      anchor = step;
    } else {
      (anchor.empty() ? before : after) += std::string(step) + " ";
    }
  }
  if (anchor.empty()) throw ParseError("a pattern needs a #: '" + std::string(pattern) + "'", 0);
  const std::size_t colon = std::min(anchor.find_first_of(":~"), anchor.size());
  const std::string_view want = anchor.substr(1, colon - 1);
  if (colon < anchor.size()) {
    noun_ = vocabulary.set(anchor.substr(colon + 1));
    any_word_ = anchor[colon] == '~';
  }
  if (want == "%") {
    want_ = Want::percent;
  } else if (want == "only") {
    want_ = Want::bare_count;
  } else if (want == "%only") {
    want_ = Want::bare_percent;
  } else if (want == "*") {
    want_ = Want::any;
  } else if (want == "year") {
    want_ = Want::year;
  } else if (want == "day") {
    want_ = Want::day;
  } else if (want == "digits") {
    want_ = Want::digits;
  } else if (want == "one") {
    want_ = Want::one;
  } else if (!want.empty()) {
    throw ParseError("behind # may stand only, %, %only, *, year, day, digits, one: '" +
                         std::string(anchor) + "'",
                     0);
  }
  steps_ = text::compile_pattern(before, vocabulary);
  std::reverse(steps_.begin(), steps_.end());
  before_count_ = steps_.size();
  const auto behind_it = text::compile_pattern(after, vocabulary);
  steps_.insert(steps_.end(), behind_it.begin(), behind_it.end());
  choose_key(vocabulary);
  choose_telling(vocabulary);
}

int AnchoredPattern::words() const {
  int count = noun_ ? 1 : 0;
  for (const text::Element& element : steps_) {
    count += element.kind == text::Element::Kind::words && !element.optional ? 1 : 0;
  }
  return count;
}

// Whether a word that the pattern asks for may stand where the words of indexes are not sought.
bool AnchoredPattern::goes_beyond_window() const {
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const text::Element& element = steps_[i];
    if (element.kind == text::Element::Kind::words && !element.optional &&
        place_of_key(nearer_than(i), true).farthest > kWindow)
      return true;
  }
  return false;
}

// The rarest words that the pattern can't do without: the fewest, and no common ones among them. A
// pattern that goes beyond the window is found by the fewest words alone, so that what it reads
// doesn't hang on which words are common.
void AnchoredPattern::choose_key(text::Vocabulary& vocabulary) {
  const text::SetId function_words = vocabulary.set("@function_word");
  const std::size_t common = goes_beyond_window() ? 1 : kCommonWord;
  const auto frequency = [&](text::SetId set) {
    std::size_t sum = 0;
    for (const text::WordId word : vocabulary.words_of(set)) {
      sum += vocabulary.in(word, function_words) || is_mark(vocabulary.word(word)) ? common : 1;
    }
    return sum;
  };
  std::size_t least = std::numeric_limits<std::size_t>::max();
  const auto rarer = [&](text::SetId set) {
    const std::size_t now = frequency(set);
    if (now >= least) return false;
    least = now;
    key_ = set;
    return has_key_ = true;
  };
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const text::Element& element = steps_[i];
    if (element.kind != text::Element::Kind::words || element.optional || !rarer(element.set))
      continue;
    key_place_ = place_of_key(nearer_than(i), i < before_count_);
  }
  if (noun_) key_is_noun_ = rarer(*noun_);
}

// `killed or wounded`: not `or`, though it is the rarest.
void AnchoredPattern::choose_telling(text::Vocabulary& vocabulary) {
  const text::SetId function_words = vocabulary.set("@function_word");
  std::size_t fewest = std::numeric_limits<std::size_t>::max();
  const auto tells = [&](text::SetId set) {
    const auto& words = vocabulary.words_of(set);
    if (words.empty() || words.size() >= fewest || vocabulary.in(words.front(), function_words))
      return false;
    fewest = words.size();
    return true;
  };
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const text::Element& element = steps_[i];
    if (element.kind != text::Element::Kind::words || element.optional || !tells(element.set))
      continue;
    telling_before_ = i < before_count_;
    telling_step_ = nearer_than(i).size();
  }
  if (noun_ && tells(*noun_)) {
    telling_noun_ = noun_;
    telling_step_.reset();
  }
}

// `1004 adults` are no year; `the 2018 elections` are of one.
bool AnchoredPattern::counts_nouns(const Quantity& q, const SentenceView& view) {
  if (q.tokens.first != q.number.first) return true;
  const std::size_t next = q.tokens.end;
  if (next >= view.sentence.tokens.end) return false;
  const text::Token& after = view.token(next);
  const bool noun = after.kind == text::TokenKind::word && !after.capitalised &&
                    !view.in(next, view.costs.function_words);
  const std::size_t first = q.tokens.first;
  return noun &&
         (first == view.sentence.tokens.first || !view.in(first - 1, view.costs.function_words));
}

bool AnchoredPattern::fits_noun(const Phrase& phrase, const SentenceView& view) const {
  if (!noun_) return true;
  if (phrase.noun.empty()) return false;
  const std::size_t first = any_word_ ? phrase.noun.first : phrase.head;
  for (std::size_t i = first; i <= phrase.head; ++i) {
    if (view.in(i, *noun_)) return true;
  }
  return false;
}

std::uint16_t AnchoredPattern::wants_met(const Phrase& phrase, const SentenceView& view) {
  const Quantity& q = phrase.quantity;
  std::uint16_t met = bit(Want::any);
  const auto note = [&](bool is, Want want) {
    if (is) met = static_cast<std::uint16_t>(met | bit(want));
  };
  const bool bare = phrase.noun.empty();
  note(q.unit.empty(), Want::count);
  note(q.unit.empty() && bare, Want::bare_count);
  note(q.is_percent(), Want::percent);
  note(q.is_percent() && bare, Want::bare_percent);
  note(!q.plain_digits && q.value == 1 && !q.indefinite, Want::one);
  if (!q.plain_digits) return met;
  note(q.bound == Bound::exact && !q.additional, Want::digits);
  const bool whole = q.value && *q.value == std::trunc(*q.value);
  note(whole && *q.value >= 1 && *q.value <= 31, Want::day);
  note(whole && *q.value >= 1000 && *q.value <= 2199 && q.number.end - q.number.first == 1 &&
           view.form(q.number.first).size() == 4 && !counts_nouns(q, view),
       Want::year);
  return met;
}

std::optional<double> AnchoredPattern::match(const SentenceView& view, std::size_t at) const {
  if (!fits_noun(view.phrase_of(at), view)) return std::nullopt;
  const detail::Side left{view, at, true};
  const detail::Side right{view, at, false};
  if (!detail::leads_through(before(), left) || !detail::leads_through(behind(), right))
    return std::nullopt;
  return detail::cheapest_way(before(), left) + detail::cheapest_way(behind(), right);
}

std::optional<text::TokenRange> AnchoredPattern::key_words(const SentenceView& view,
                                                           std::size_t at) const {
  if (telling_noun_) {
    const Phrase& phrase = view.phrase_of(at);
    for (std::size_t i = phrase.head + 1; i-- > phrase.noun.first;) {
      if (view.in(i, *telling_noun_)) return text::TokenRange{i, i + 1};
    }
    return std::nullopt;
  }
  if (!telling_step_) return std::nullopt;
  const auto item = telling_before_
                        ? detail::item_of_step(before(), *telling_step_, {view, at, true})
                        : detail::item_of_step(behind(), *telling_step_, {view, at, false});
  return item ? std::optional(view.items[*item].tokens) : std::nullopt;
}

}  // namespace pressgauge::figures
