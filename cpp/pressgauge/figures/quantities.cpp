// SPDX-License-Identifier: MIT
#include "pressgauge/figures/quantities.hpp"

#include <algorithm>
#include <span>

namespace pressgauge::figures {
namespace {

using core::Interval;

class QuantityFinder {
 public:
  QuantityFinder(const text::Document& document,
                 const text::TokenRange& range,
                 const QuantityRules& rules,
                 const text::Vocabulary& vocabulary)
      : document_(document),
        tokens_(std::span(document.tokens()).first(range.end)),
        range_(range),
        rules_(rules),
        vocabulary_(vocabulary) {}

  std::vector<Quantity> run() {
    for (std::size_t i = range_.first; i < range_.end;) {
      auto found = at(i);
      if (!found) {
        ++i;
        continue;
      }
      found->span = document_.span_of(found->tokens);
      i = found->tokens.end;
      out_.push_back(std::move(*found));
    }
    return std::move(out_);
  }

 private:
  const text::Token& token(std::size_t i) const { return tokens_[i]; }
  bool in(std::size_t i, text::SetId set) const {
    return i < range_.end && vocabulary_.in(token(i).word, set);
  }
  std::string_view form(std::size_t i) const {
    return i < range_.end ? document_.form(token(i)) : "";
  }

  // Hedge and additional words, then the number: `at least another 12`.
  std::optional<Quantity> at(std::size_t first) const {
    const Hedge* hedge = nullptr;
    bool additional = false;
    std::size_t i = first;
    for (std::size_t before = range_.end; before != i && i < range_.end;) {
      before = i;
      if (const auto match = rules_.hedges.before.match(tokens_, i, vocabulary_);
          match && number_follows(match->end)) {
        hedge = stronger(hedge, &rules_.hedges.all[match->value]);
        i = match->end;
      } else if (in(i, rules_.article) && in(i + 1, rules_.additional_before) &&
                 number_follows(i + 2)) {
        // `a further 200`
        additional = true;
        i += 2;
      } else if (in(i, rules_.additional_before) && number_follows(i + 1)) {
        additional = true;
        ++i;
      }
    }
    if (i >= range_.end) return std::nullopt;
    auto found = bare(i);
    if (!found) return std::nullopt;
    found->tokens.first = first;
    found->additional = found->additional || additional;
    extend(*found, hedge);
    return found;
  }

  // Where two hedges meet, a bound wins over an approximation: `at least some 50`.
  static const Hedge* stronger(const Hedge* old, const Hedge* now) {
    return old && now->bound == Bound::about ? old : now;
  }

  bool number_follows(std::size_t i) const {
    if (i >= range_.end) return false;
    if (rules_.hedges.instead.match(tokens_, i, vocabulary_) || currency_at(i)) return true;
    if (number_at(document_, i, range_.end, rules_.numbers, vocabulary_)) return true;
    if (in(i, rules_.additional_before) || rules_.hedges.before.match(tokens_, i, vocabulary_)) {
      const auto match = rules_.hedges.before.match(tokens_, i, vocabulary_);
      const std::size_t next = match ? match->end : i + 1;
      return next < range_.end &&
             (number_at(document_, next, range_.end, rules_.numbers, vocabulary_).has_value() ||
              rules_.hedges.instead.match(tokens_, next, vocabulary_).has_value() ||
              currency_at(next));
    }
    return false;
  }

  std::optional<Quantity> bare(std::size_t i) const {
    if (const auto vague = rules_.hedges.instead.match(tokens_, i, vocabulary_))
      return vague_word(i, *vague);
    if (in(i, rules_.between)) {
      if (auto range = between(i)) return range;
    }
    if (const auto money = currency_at(i)) {
      auto found = number(money->end);
      if (found) {
        found->tokens.first = i;
        found->unit = money->code;
      }
      return found;
    }
    return number(i);
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

  std::optional<Quantity> number(std::size_t i) const {
    if (i >= range_.end) return std::nullopt;
    const auto read = number_at(document_, i, range_.end, rules_.numbers, vocabulary_);
    if (!read) return std::nullopt;
    Quantity found;
    found.tokens = found.number = read->tokens;
    found.value = read->value;
    found.interval = Interval::exactly(read->value);
    found.plain_digits = token(i).kind == text::TokenKind::number && read->tokens.end == i + 1;
    found.overflow = read->overflow;
    if (read->form == NumberForm::fraction) found.unit = "percent";
    found.last_digit = read->last_digit;
    return found;
  }

  // What stands behind a number: the other end of a range, its unit, a hedge, `more`.
  void extend(Quantity& q, const Hedge* hedge) const {
    if (q.bound == Bound::exact && !hedge && q.value) range_end(q);
    unit(q);
    if (in(q.tokens.end, rules_.additional_after) && !in(q.tokens.end + 1, rules_.to)) {
      q.additional = true;
      ++q.tokens.end;
    }
    if (q.tokens.end < range_.end) {
      if (const auto match = rules_.hedges.after.match(tokens_, q.tokens.end, vocabulary_);
          match && !number_at_end(match->end)) {
        hedge = stronger(hedge, &rules_.hedges.all[match->value]);
        q.tokens.end = match->end;
        unit(q);
      }
    }
    if (hedge && q.value && !q.overflow) {
      q.bound = hedge->bound;
      q.hedge = hedge->id;
      q.interval = hedge->interval(*q.value, q.last_digit);
    }
  }

  // `12 or more 15`: what looks like a hedge behind a number starts the next one.
  bool number_at_end(std::size_t i) const {
    return i < range_.end &&
           number_at(document_, i, range_.end, rules_.numbers, vocabulary_).has_value();
  }

  void range_end(Quantity& q) const {
    std::size_t i = q.tokens.end;
    if (in(i, rules_.percent)) ++i;
    if (!in(i, rules_.range_to)) return;
    const bool hyphen = !in(i, rules_.to);
    if (hyphen && (token(i).space_before != (i + 1 < range_.end && token(i + 1).space_before)))
      return;
    const auto other = number(i + 1);
    if (other && !other->overflow && *other->value > *q.value) as_range(q, *other);
  }

  void as_range(Quantity& q, const Quantity& other) const {
    double low = *q.value;
    // `2-3 million`: the scale word of the second number serves both.
    if (other.number.end - other.number.first > 1 && low < 1000 && *other.value >= 1000 &&
        q.number.end - q.number.first == 1) {
      const double scale = *other.value / *number_value(other.number.first);
      if (scale > 1 && low * scale < *other.value) low *= scale;
    }
    q.bound = Bound::range;
    q.interval = Interval::closed(low, *other.value);
    q.value = std::nullopt;
    q.tokens.end = q.number.end = other.tokens.end;
    q.plain_digits = false;
  }

  std::optional<double> number_value(std::size_t i) const {
    const auto first = number_at(document_, i, i + 1, rules_.numbers, vocabulary_);
    return first ? first->value : 1;
  }

  std::optional<Quantity> between(std::size_t i) const {
    auto low = number(i + 1);
    if (!low || low->overflow) return std::nullopt;
    std::size_t next = low->tokens.end;
    if (in(next, rules_.percent)) ++next;
    if (!in(next, rules_.conjunction)) return std::nullopt;
    const auto high = number(next + 1);
    if (!high || high->overflow || *high->value <= *low->value) return std::nullopt;
    as_range(*low, *high);
    low->tokens.first = i;
    return low;
  }

  void unit(Quantity& q) const {
    const std::size_t i = q.tokens.end;
    if (in(i, rules_.percent)) {
      q.unit = "percent";
      q.tokens.end = i + 1;
    } else if (in(i, rules_.per) &&
               (in(i + 1, rules_.cent) || (form(i + 1) == "-" && in(i + 2, rules_.cent)))) {
      q.unit = "percent";
      q.tokens.end = in(i + 1, rules_.cent) ? i + 2 : i + 3;
    } else if (form(i) == "-" && in(i + 1, rules_.percent)) {
      q.unit = "percent";
      q.tokens.end = i + 2;
    } else if (q.unit.empty()) {
      currency_behind(q, in(i, rules_.us) ? i + 1 : i);
    }
    if (q.is_percent() && in(q.tokens.end, rules_.point)) {
      q.unit = "points";
      ++q.tokens.end;
    }
  }

  // `2 million dollars`, `one million US dollars`
  void currency_behind(Quantity& q, std::size_t word) const {
    if (word >= range_.end || token(word).kind != text::TokenKind::word) return;
    if (const auto code = rules_.currencies.of_word(form(word))) {
      q.unit = *code;
      q.tokens.end = word + 1;
    }
  }

  struct Currency {
    std::string code;
    std::size_t end;
  };

  // $ · US$, before a number.
  std::optional<Currency> currency_at(std::size_t i) const {
    const bool prefixed = in(i, rules_.us) && i + 1 < range_.end && !token(i + 1).space_before;
    const std::size_t sign = prefixed ? i + 1 : i;
    if (sign >= range_.end || token(sign).kind != text::TokenKind::punctuation) return std::nullopt;
    const auto code = rules_.currencies.of_sign(form(sign));
    return code ? std::optional(Currency{*code, sign + 1}) : std::nullopt;
  }

  const text::Document& document_;
  std::span<const text::Token> tokens_;
  text::TokenRange range_;
  const QuantityRules& rules_;
  const text::Vocabulary& vocabulary_;
  std::vector<Quantity> out_;
};

}  // namespace

QuantityRules::QuantityRules(const text::Table& number_table,
                             const text::Table& hedge_table,
                             const text::Table& currency_table,
                             text::Vocabulary& vocabulary)
    : numbers(number_table, vocabulary),
      hedges(hedge_table, vocabulary),
      currencies(currency_table),
      additional_before(vocabulary.set("@additional_before")),
      additional_after(vocabulary.set("@additional_after")),
      percent(vocabulary.set("@percent_word")),
      per(vocabulary.set("per")),
      cent(vocabulary.set("cent")),
      point(vocabulary.set("point|points")),
      to(vocabulary.set("to|or")),
      range_to(vocabulary.set("to|or|-|–|—")),
      between(vocabulary.set("between")),
      conjunction(vocabulary.set("and")),
      hyphen(vocabulary.set("-")),
      of(vocabulary.set("of")),
      us(vocabulary.set("us|a|au|c|ca|nz|hk|s|r")),
      article(vocabulary.set("a|an")) {}

std::vector<Quantity> quantities(const text::Document& document,
                                 const text::TokenRange& range,
                                 const QuantityRules& rules,
                                 const text::Vocabulary& vocabulary) {
  return QuantityFinder(document, range, rules, vocabulary).run();
}

}  // namespace pressgauge::figures
