// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/detail/vader_valence.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>

namespace pressgauge::sentiment::detail {
namespace {

// vaderSentiment 3.3.2; the first two measured by Hutto & Gilbert (2014).
constexpr double kCapitals = 0.733;  // C_INCR: what all capitals add
constexpr double kNegation = -0.74;  // N_SCALAR
constexpr double kNeverSo = 1.25;    // never so, never this: no denial
constexpr double kBeforeBut = 0.5;
constexpr double kBehindBut = 1.5;
constexpr std::size_t kReach = 3;  // words before a word that act on it
// What is left of a booster by its distance, the nearest first.
constexpr double kBoosterLeft[kReach] = {1, 0.95, 0.9};

// The least place of each value, as it changes: the least on top of each heap.
using Places = std::unordered_map<double, std::vector<std::size_t>>;

void add_place(Places& places, double value, std::size_t place) {
  std::vector<std::size_t>& heap = places[value];
  heap.push_back(place);
  std::push_heap(heap.begin(), heap.end(), std::greater<>());
}

std::size_t take_first(Places& places, double value) {
  std::vector<std::size_t>& heap = places[value];
  std::pop_heap(heap.begin(), heap.end(), std::greater<>());
  const std::size_t first = heap.back();
  heap.pop_back();
  return first;
}

}  // namespace

VaderValence::VaderValence(const VaderWords& words, std::span<const VaderToken> tokens)
    : words_(words), tokens_(tokens) {
  const auto capitals = std::count_if(
      tokens.begin(), tokens.end(), [](const VaderToken& token) { return token.is_upper; });
  capitals_stand_out_ = capitals > 0 && static_cast<std::size_t>(capitals) < tokens.size();
}

std::vector<double> VaderValence::all() const {
  std::vector<double> valences(tokens_.size());
  for (std::size_t token = 0; token < tokens_.size(); ++token) valences[token] = of(token);
  return valences;
}

double VaderValence::of(std::size_t token) const {
  if (!in_lexicon(token) || tokens_[token].word->boost) return 0;
  const bool has_next = token + 1 < tokens_.size();
  if (is(token, VaderRole::kind) && has_next && is(token + 1, VaderRole::of)) return 0;
  double valence = rated(token);
  for (std::size_t back = 1; back <= kReach && back <= token; ++back) {
    if (in_lexicon(token - back)) continue;
    valence += boost(token - back, valence) * kBoosterLeft[back - 1];
    valence = negated(valence, token, back);
    if (back == kReach) valence = with_idioms(valence, token);
  }
  return with_least(valence, token);
}

// The rating of the word, with what `no` and capitals do to it.
double VaderValence::rated(std::size_t token) const {
  double valence = *tokens_[token].word->valence;
  const bool before_word = token + 1 < tokens_.size() && in_lexicon(token + 1);
  if (is(token, VaderRole::no) && before_word) valence = 0;
  if (no_before(token)) valence = *tokens_[token].word->valence * kNegation;
  if (tokens_[token].is_upper && capitals_stand_out_) {
    valence += valence > 0 ? kCapitals : -kCapitals;
  }
  return valence;
}

bool VaderValence::no_before(std::size_t token) const {
  using enum VaderRole;
  if (token > 0 && is(token - 1, no)) return true;
  if (token > 1 && is(token - 2, no)) return true;
  return token > 2 && is(token - 3, no) && (is(token - 1, or_) || is(token - 1, nor));
}

double VaderValence::boost(std::size_t booster, double valence) const {
  const VaderToken& token = tokens_[booster];
  if (!token.word->boost) return 0;
  double boost = *token.word->boost;
  if (valence < 0) boost = -boost;
  if (token.is_upper && capitals_stand_out_) boost += valence > 0 ? kCapitals : -kCapitals;
  return boost;
}

double VaderValence::negated(double valence, std::size_t token, std::size_t back) const {
  using enum VaderRole;
  const std::size_t negator = token - back;
  bool affirmed = false;  // never so good
  bool doubted = false;   // without a doubt good
  if (back == 2) {
    affirmed = is(negator, never) && is_so_or_this(token - 1);
    doubted = is(negator, without) && is(token - 1, doubt);
  } else if (back == 3) {
    // vaderSentiment's `and` binds before its `or`: so or this right before is enough.
    affirmed = (is(negator, never) && is_so_or_this(token - 2)) || is_so_or_this(token - 1);
    doubted = is(negator, without) && (is(token - 2, doubt) || is(token - 1, doubt));
  }
  if (affirmed) return valence * kNeverSo;
  if (doubted) return valence;
  return tokens_[negator].negates ? valence * kNegation : valence;
}

// Whether two words of phrases stand side by side, three words before the token to two behind it.
bool VaderValence::may_have_phrase(std::size_t token) const {
  const std::size_t end = std::min(token + kReach, tokens_.size());
  bool was_one = false;
  for (std::size_t i = token - kReach; i < end; ++i) {
    const bool is_one = tokens_[i].word->phrase != 0;
    if (was_one && is_one) return true;
    was_one = is_one;
  }
  return false;
}

double VaderValence::with_idioms(double valence, std::size_t token) const {
  if (!may_have_phrase(token)) return valence;
  struct Place {
    std::size_t back;  // the first word of the phrase stands so many words before the token
    std::size_t words;
  };
  constexpr Place kIdioms[] = {{1, 2}, {2, 3}, {2, 2}, {3, 3}, {3, 2}};
  for (const Place& place : kIdioms) {
    if (const auto value = idiom(token - place.back, place.words)) {
      valence = *value;
      break;
    }
  }
  valence = idiom(token, 2).value_or(valence);
  valence = idiom(token, 3).value_or(valence);
  constexpr Place kBoosters[] = {{3, 3}, {3, 2}, {2, 2}};
  for (const Place& place : kBoosters) {
    const auto found = phrase(token - place.back, place.words);
    if (found) valence += words_.boost(*found).value_or(0);
  }
  return valence;
}

double VaderValence::with_least(double valence, std::size_t token) const {
  using enum VaderRole;
  if (token == 0 || in_lexicon(token - 1) || !is(token - 1, least)) return valence;
  const bool is_other = token > 1 && (is(token - 2, at) || is(token - 2, very));
  return is_other ? valence : valence * kNegation;
}

std::optional<VaderWords::Phrase> VaderValence::phrase(std::size_t first, std::size_t words) const {
  if (first + words > tokens_.size()) return std::nullopt;
  VaderWords::Phrase phrase{};
  for (std::size_t i = 0; i < words; ++i) {
    phrase[i] = tokens_[first + i].word->phrase;
    if (phrase[i] == 0) return std::nullopt;
  }
  return phrase;
}

std::optional<double> VaderValence::idiom(std::size_t first, std::size_t words) const {
  const auto found = phrase(first, words);
  return found ? words_.idiom(*found) : std::nullopt;
}

void weigh_contrast(std::span<const VaderToken> tokens, std::vector<double>& valences) {
  const auto found = std::find_if(tokens.begin(), tokens.end(), [](const VaderToken& token) {
    return token.word->is(VaderRole::but);
  });
  if (found == tokens.end()) return;
  const auto but = static_cast<std::size_t>(found - tokens.begin());
  Places places;
  for (std::size_t i = 0; i < valences.size(); ++i) {
    if (valences[i] != 0) add_place(places, valences[i], i);
  }
  // Zeros stay zero, whichever of them is the first. The heaps make this linear but for a
  // logarithm, where a search for the first equal value would be quadratic.
  for (std::size_t i = 0; i < valences.size(); ++i) {
    const double value = valences[i];
    if (value == 0) continue;
    const std::size_t first = take_first(places, value);
    if (first != but) valences[first] = value * (first < but ? kBeforeBut : kBehindBut);
    if (valences[first] != 0) add_place(places, valences[first], first);
  }
}

}  // namespace pressgauge::sentiment::detail
