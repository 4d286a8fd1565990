// SPDX-License-Identifier: MIT
#include "pressgauge/figures/quantities.hpp"

#include <algorithm>

#include "pressgauge/figures/detail/amounts.hpp"

namespace pressgauge::figures {
namespace {

using core::Interval;
using detail::Amounts;
using text::TokenKind;

constexpr std::size_t kFewQuantities = 4;  // most sentences with a number hold no more
constexpr std::size_t kMostHedge = 8;      // words before a number that may bound it
constexpr std::size_t kChangeWords = 6;    // words before `from` among which a change is told

class QuantityFinder : Amounts {
 public:
  QuantityFinder(const text::Document& document,
                 const text::TokenRange& range,
                 const QuantityRules& rules,
                 const text::Vocabulary& vocabulary)
      : Amounts(document, range, rules, vocabulary), free_from_(range.first) {}

  std::vector<Quantity> run() {
    for (std::size_t i = range_.first; i < range_.end;) {
      auto found = may_start(i) ? at(i) : std::nullopt;
      if (!found) {
        ++i;
        continue;
      }
      found->span = document_.span_of(found->tokens);
      i = free_from_ = found->tokens.end;
      if (out_.empty()) out_.reserve(kFewQuantities);
      out_.push_back(std::move(*found));
      if (out_.size() > 1) share_unit(out_[out_.size() - 2], out_.back());
    }
    return std::move(out_);
  }

 private:
  // `51 to 48 percent`, `rose from 40 to 45 percent`: the unit serves both.
  void share_unit(Quantity& first, const Quantity& second) const {
    const std::size_t joint = first.tokens.end;
    if (joint + 1 != second.tokens.first || !in(joint, rules_.pair_joint)) return;
    const bool percent = second.is_percent() || second.unit == "points";
    if (percent && first.value && first.unit.empty() && !first.part) first.unit = second.unit;
  }

  // Whether a number, without its hedge, may start here: answered from the token alone for nearly
  // all.
  bool may_start(std::size_t i) const {
    const text::Token& t = token(i);
    if (t.kind == TokenKind::number || t.kind == TokenKind::mixed) return true;
    if (t.word == text::kUnknownWord || t.kind == TokenKind::link) return false;
    const auto starts = rules_.starts(t.word);
    if (starts.article) {
      if (i + 1 >= range_.end) return false;
      const text::Token& next = token(i + 1);
      return rules_.starts(next.word).behind_article ||
             (starts.currency && next.kind == TokenKind::punctuation && !next.space_before);
    }
    return starts.number || starts.instead || starts.currency;
  }

  std::optional<Quantity> at(std::size_t i) const {
    if (auto string = string_of_digits(i)) return string;
    auto found = bare(i);
    if (!found) return std::nullopt;
    const Hedges before = hedges_before(i);
    found->tokens.first = before.first;
    found->additional = before.additional;
    extend(*found, before.hedge);
    other_bound(*found);
    return found;
  }

  struct Hedges {
    std::size_t first;
    const Hedge* hedge = nullptr;
    bool additional = false;
  };

  // Hedge and additional words before a number: `at least another 12`.
  Hedges hedges_before(std::size_t number) const {
    const std::size_t least =
        std::max(free_from_, number > kMostHedge ? number - kMostHedge : std::size_t{0});
    for (std::size_t i = least; i < number; ++i) {
      if (!rules_.starts(token(i).word).hedge) continue;
      if (const auto found = hedges_from(i, number)) return *found;
    }
    return {number};
  }

  std::optional<Hedges> hedges_from(std::size_t first, std::size_t number) const {
    Hedges out{first};
    for (std::size_t i = first; i < number;) {
      const auto match = rules_.hedges.before.match(tokens_, i, vocabulary_);
      if (match && match->end <= number) {
        out.hedge = stronger(out.hedge, &rules_.hedges.all[match->value]);
        i = match->end;
        continue;
      }
      // `a further 200`
      const std::size_t word = i + (in(i, rules_.article) ? 1 : 0);
      if (word >= number || !in(word, rules_.additional_before)) return std::nullopt;
      out.additional = true;
      i = word + 1;
    }
    return out;
  }

  // Where two hedges meet, a bound wins over an approximation: `at least some 50`.
  static const Hedge* stronger(const Hedge* old, const Hedge* now) {
    return old && now->bound == Bound::about ? old : now;
  }

  std::optional<Quantity> bare(std::size_t i) const {
    if (const auto starts = rules_.starts(token(i).word); starts.instead) {
      if (const auto vague = rules_.hedges.instead.match(tokens_, i, vocabulary_))
        return vague_word(i, *vague);
    }
    if (in(i, rules_.between)) return between(i);
    return operand(i);
  }

  std::optional<Quantity> vague_word(std::size_t i, const text::TermMatcher::Match& match) const {
    const Hedge& hedge = rules_.hedges.all[match.value];
    Quantity found;
    // `dozens of people`: `of` belongs to the noun.
    const std::size_t end = in(match.end - 1, rules_.of) ? match.end - 1 : match.end;
    found.tokens = found.number = {i, end};
    found.bound = hedge.bound;
    found.hedge = hedge.id;
    found.interval = hedge.interval(0, 1);
    if (hedge.bound != Bound::vague) found.value = hedge.low.number;
    return found;
  }

  // What stands behind a number: the other end of a range, its unit, a hedge, `more`.
  void extend(Quantity& q, const Hedge* hedge) const {
    Quantity bare = q;
    unit(q);
    if (q.bound == Bound::exact && !hedge && q.value && range_end(bare, q)) unit(q);
    if (in(q.tokens.end, rules_.additional_after) && !in(q.tokens.end + 1, rules_.to)) {
      q.additional = true;
      ++q.tokens.end;
    }
    if (q.tokens.end < range_.end) {
      if (const auto match = rules_.hedges.after.match(tokens_, q.tokens.end, vocabulary_);
          match && !goes_on(match->end)) {
        hedge = stronger(hedge, &rules_.hedges.all[match->value]);
        q.tokens.end = match->end;
        unit(q);
      }
    }
    bound(q, hedge);
  }

  static void bound(Quantity& q, const Hedge* hedge) {
    if (!hedge || !q.value || q.overflow) return;
    q.bound = hedge->bound;
    q.hedge = hedge->id;
    q.interval = hedge->interval(*q.value, q.last_digit);
  }

  // `12 or more 15`, `5,000 or less than 6,000`: what looks like a hedge behind a number starts the
  // next one.
  bool goes_on(std::size_t i) const {
    return in(i, rules_.than) ||
           (i < range_.end && may_start(i) &&
            number_at(document_, i, range_.end, rules_.numbers, vocabulary_).has_value());
  }

  // `20 to 30`, `20-30%`, `$5 to $10`, `two or three million`. What rose from 14 to 31 is no range.
  // Makes a range of `low`, which is `bare` with its unit; whether there is one.
  bool range_end(const Quantity& bare, Quantity& low) const {
    const std::size_t i = low.tokens.end;
    if (!in(i, rules_.range_to)) return false;
    const bool dash = in(i, rules_.dash);
    const bool spaced = !is_joined(i);
    if (dash && (spaced == is_joined(i + 1) || is_chained(bare.tokens.first))) return false;
    // A long dash, or a dash between words, starts a new thought.
    if (dash && spaced && !(in(i, rules_.hyphen) && has_digits(i - 1) && has_digits(i + 1)))
      return false;
    if (!dash && is_change(bare.tokens.first)) return false;
    const auto high = operand(i + 1);
    if (!high || (dash && is_chained(high->tokens.end + 1)) || !same_unit(bare, low, *high))
      return false;
    as_range(low, *high);
    return low.bound == Bound::range;
  }

  // `three-nought-four`: strung together by hyphens.
  bool is_chained(std::size_t i) const {
    return i > range_.first + 1 && in(i - 1, rules_.dash) && is_joined(i) && is_joined(i - 1) &&
           i < range_.end && (has_digits(i - 2) || rules_.starts(token(i - 2).word).number) &&
           (has_digits(i) || rules_.starts(token(i).word).number);
  }

  bool is_change(std::size_t first) const {
    if (first == range_.first || !in(first - 1, rules_.from)) return false;
    const std::size_t least =
        std::max(range_.first, first > kChangeWords ? first - kChangeWords : std::size_t{0});
    for (std::size_t i = least; i + 1 < first; ++i) {
      if (in(i, rules_.change)) return true;
    }
    return false;
  }

  // A unit behind the lower number must stand behind the higher one too; a sign before it may serve
  // both.
  bool same_unit(const Quantity& bare, const Quantity& low, const Quantity& high) const {
    if (bare.part != high.part) return false;
    if (low.tokens.end == bare.tokens.end) return high.unit.empty() || high.unit == low.unit;
    Quantity with_unit = high;
    unit(with_unit);
    return with_unit.unit == low.unit;
  }

  static void as_range(Quantity& q, const Quantity& other) {
    if (q.overflow || other.overflow || !q.value || !other.value) return;
    double low = *q.value;
    const double high = *other.value;
    // `2-3 million`: the scale word of the second number serves both.
    if (other.scale > 1 && q.scale == 1 && low < high / other.scale) low *= other.scale;
    if (low >= high) return;
    q.bound = Bound::range;
    q.interval = Interval::closed(low, high);
    q.value = std::nullopt;
    q.last_digit = std::min(q.last_digit, other.last_digit);
    q.tokens.end = q.number.end = other.tokens.end;
    q.plain_digits = false;
  }

  std::optional<Quantity> between(std::size_t i) const {
    auto bare = operand(i + 1);
    if (!bare) return std::nullopt;
    Quantity low = *bare;
    unit(low);
    if (!in(low.tokens.end, rules_.conjunction)) return std::nullopt;
    const auto high = operand(low.tokens.end + 1);
    if (!high || !same_unit(*bare, low, *high)) return std::nullopt;
    as_range(low, *high);
    if (low.bound != Bound::range) return std::nullopt;
    low.tokens.first = i;
    return low;
  }

  // `more than 3 but less than 8`: two bounds that hold between them a range.
  void other_bound(Quantity& q) const {
    if (!q.value || q.overflow || q.part || !(is_lower(q.bound) || is_upper(q.bound))) return;
    std::size_t i = q.tokens.end;
    if (in(i, rules_.comma)) ++i;
    if (!in(i, rules_.conjunction) && !in(i, rules_.contrast)) return;
    if (++i >= range_.end) return;
    const auto match = rules_.hedges.before.match(tokens_, i, vocabulary_);
    if (!match) return;
    auto other = operand(match->end);
    if (!other || other->overflow || other->part) return;
    bound(*other, &rules_.hedges.all[match->value]);
    unit(*other);
    const bool upper = is_lower(q.bound) && is_upper(other->bound);
    if (!upper && !(is_upper(q.bound) && is_lower(other->bound))) return;
    const Interval& low = upper ? q.interval : other->interval;
    const Interval& high = upper ? other->interval : q.interval;
    if (low.low >= high.high || !(q.unit.empty() || q.unit == other->unit)) return;
    q.interval = {low.low, high.high, low.low_open, high.high_open};
    q.bound = Bound::range;
    q.value = std::nullopt;
    q.unit = other->unit;
    q.tokens.end = other->tokens.end;
    q.plain_digits = false;
  }

  static bool is_lower(Bound b) { return b == Bound::at_least || b == Bound::more_than; }
  static bool is_upper(Bound b) { return b == Bound::at_most || b == Bound::less_than; }

  std::size_t free_from_;  // what stands before belongs to the quantity found last
  std::vector<Quantity> out_;
};

}  // namespace

std::vector<Quantity> quantities(const text::Document& document,
                                 const text::TokenRange& range,
                                 const QuantityRules& rules,
                                 const text::Vocabulary& vocabulary) {
  return QuantityFinder(document, range, rules, vocabulary).run();
}

}  // namespace pressgauge::figures
