// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/toward.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/sentiment/detail/balance.hpp"
#include "pressgauge/sentiment/detail/terms.hpp"

namespace pressgauge::sentiment {
namespace {

constexpr double kHalving = 10;       // tokens; HALVING in training/toward_features.py
constexpr double kLengthPower = 0.3;  // LENGTH_POWER there
constexpr std::size_t kWindow = 60;   // tokens to either side; WINDOW there

// How likely each label is.
struct Odds {
  double negative = 0;
  double neutral = 0;
  double positive = 0;

  static Odds of(double tone, double strength) {
    // The largest exponent is taken out: nothing overflows.
    const double most = std::max(0.0, strength + std::abs(tone));
    const double negative = std::exp(strength - tone - most);
    const double neutral = std::exp(-most);
    const double positive = std::exp(strength + tone - most);
    const double all = negative + neutral + positive;
    return {negative / all, neutral / all, positive / all};
  }
  void add(const Odds& other) {
    negative += other.negative;
    neutral += other.neutral;
    positive += other.positive;
  }
  Label likeliest() const {
    if (negative > neutral && negative > positive) return Label::negative;
    return positive > neutral && positive > negative ? Label::positive : Label::neutral;
  }
};

class Reader {
 public:
  Reader(const text::Document& document, const TowardRules& rules)
      : document_(document), rules_(rules), modifications_(document.tokens().size()) {
    detail::TermFinder finder(document, rules.rules, rules.vocabulary);
    roots_.reserve(document.sentences().size());
    for (const text::Sentence& sentence : document.sentences()) {
      std::ranges::copy(
          finder.modifications(sentence.tokens),
          modifications_.begin() + static_cast<std::ptrdiff_t>(sentence.tokens.first));
      roots_.push_back(root_of(sentence.tokens));
    }
  }

  TargetTone read(const text::Actor& actor) {
    out_ = {actor.name, actor.aliases, 0, Label::neutral, 0, 0, {}};
    odds_ = {};
    for (const text::ActorMention& mention : actor.mentions) read(mention);
    const auto mentions = static_cast<double>(actor.mentions.size());
    out_.mentions = static_cast<std::int64_t>(actor.mentions.size());
    for (Contribution& each : out_.contributions) {
      each.factor /= mentions;
      out_.raw += each.weight * each.factor;
    }
    if (mentions > 0) out_.score = (odds_.positive - odds_.negative) / mentions;
    out_.label = odds_.likeliest();
    return std::move(out_);
  }

 private:
  double root_of(const text::TokenRange& sentence) const {
    std::int64_t words = 0;
    for (std::size_t i = sentence.first; i < sentence.end; ++i) {
      words += document_.tokens()[i].kind == text::TokenKind::word ? 1 : 0;
    }
    return std::pow(static_cast<double>(std::max(detail::kLeastWords, words)), kLengthPower);
  }

  void read(const text::ActorMention& mention) {
    const text::TokenRange& sentence = document_.sentences()[mention.sentence].tokens;
    root_ = roots_[mention.sentence];
    tone_ = rules_.weights.always().before;
    strength_ = rules_.weights.always().strength;
    const auto [first, end] = mention.tokens;
    for (std::size_t i = std::max(sentence.first, first - std::min(first, kWindow)); i < first;
         ++i) {
      add(i, first - i, true);
    }
    for (std::size_t i = end; i < std::min(sentence.end, end + kWindow); ++i) {
      add(i, i - end + 1, false);
    }
    odds_.add(Odds::of(tone_, strength_));
  }

  void add(std::size_t at, std::size_t distance, bool before) {
    const text::Token& token = document_.tokens()[at];
    if (token.kind != text::TokenKind::word) return;
    const std::string_view form = document_.form(token);
    const TowardWeight near = rules_.weights.near(form, distance, before);
    strength_ += near.strength;
    if (near.before != 0)
      contribute(at, near.before, 1, before ? "close before the target" : "close behind it");
    const WordWeight own = rules_.rules.word(token.word);
    const bool is_own = own.source == WordWeight::Source::own;
    const TowardWeight weight = is_own ? own_weight(own.weight) : rules_.weights.word(form);
    const double tone = before ? weight.before : weight.behind;
    if (tone == 0 && weight.strength == 0) return;
    const double nearness = 1 / ((1 + static_cast<double>(distance) / kHalving) * root_);
    strength_ += weight.strength * nearness;
    if (tone == 0) return;
    const detail::Modification& modification = modifications_[at];
    std::string why = is_own ? "your lexicon" : before ? "before the target" : "behind the target";
    if (modification.negator) why += "; " + modification.negator->id;
    if (modification.intensifier) why += "; " + modification.intensifier->id;
    contribute(at, tone, nearness * modification.factor(), std::move(why));
  }

  TowardWeight own_weight(double weight) const {
    const TowardWeight& own = rules_.weights.own();
    return {own.before * weight, own.behind * weight, own.strength * std::abs(weight)};
  }

  void contribute(std::size_t at, double weight, double factor, std::string why) {
    tone_ += weight * factor;
    const text::Token& token = document_.tokens()[at];
    out_.contributions.push_back(
        {token.span, std::string(document_.form(token)), weight, factor, std::move(why)});
  }

  const text::Document& document_;
  const TowardRules& rules_;
  std::vector<detail::Modification> modifications_;  ///< of each token
  std::vector<double> roots_;                        ///< of each sentence's length
  double root_ = 1;
  double tone_ = 0;
  double strength_ = 0;
  Odds odds_;
  TargetTone out_;
};

text::ActorMention mention_at(const text::Document& document, const core::Span& span) {
  const auto& tokens = document.tokens();
  const auto first = std::partition_point(tokens.begin(), tokens.end(), [&](const auto& token) {
    return token.span.end_byte <= span.start_byte;
  });
  const auto end = std::partition_point(first, tokens.end(), [&](const auto& token) {
    return token.span.start_byte < span.end_byte;
  });
  const text::TokenRange range{static_cast<std::size_t>(first - tokens.begin()),
                               static_cast<std::size_t>(end - tokens.begin())};
  const auto& sentences = document.sentences();
  const auto sentence = std::ranges::partition_point(
      sentences, [&](const auto& each) { return each.tokens.end <= range.first; });
  if (range.empty() || sentence == sentences.end() || sentence->tokens.first > range.first) {
    throw DomainError("no word of a sentence stands at bytes " + std::to_string(span.start_byte) +
                      " to " + std::to_string(span.end_byte));
  }
  return {span, range, static_cast<std::size_t>(sentence - sentences.begin()), false};
}

}  // namespace

std::vector<TargetTone> toward(const text::Document& document,
                               const std::vector<text::Actor>& actors,
                               const TowardRules& rules) {
  Reader reader(document, rules);
  std::vector<TargetTone> out;
  out.reserve(actors.size());
  for (const text::Actor& actor : actors) out.push_back(reader.read(actor));
  return out;
}

TargetTone toward(const text::Document& document,
                  const std::string& name,
                  const std::vector<core::Span>& spans,
                  const TowardRules& rules) {
  if (spans.empty()) throw DomainError("'" + name + "' is mentioned nowhere");
  text::Actor actor{name, {name}, false, {}};
  for (const core::Span& span : spans) actor.mentions.push_back(mention_at(document, span));
  return Reader(document, rules).read(actor);
}

}  // namespace pressgauge::sentiment
