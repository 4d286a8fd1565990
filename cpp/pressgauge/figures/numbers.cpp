// SPDX-License-Identifier: MIT
#include "pressgauge/figures/numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "pressgauge/figures/detail/number_view.hpp"

namespace pressgauge::figures {
namespace {

using detail::Fraction;
using detail::NumberView;
using detail::Part;
using detail::Reading;

constexpr std::array<std::pair<std::string_view, Part>, 12> kParts{{{"ones", Part::ones},
                                                                    {"tens", Part::tens},
                                                                    {"hundred", Part::hundred},
                                                                    {"scale", Part::scale},
                                                                    {"dozen", Part::dozen},
                                                                    {"dozens", Part::dozens},
                                                                    {"part", Part::part},
                                                                    {"parts", Part::parts},
                                                                    {"nth", Part::nth},
                                                                    {"nths", Part::nths},
                                                                    {"mark", Part::mark},
                                                                    {"unit", Part::unit}}};

Part part_of(const text::Table& table, const text::Row& row) {
  const auto* found = std::find_if(
      kParts.begin(), kParts.end(), [&](const auto& p) { return p.first == row.cells[1]; });
  if (found != kParts.end()) return found->second;
  std::string names;
  for (const auto& [name, part] : kParts) names += (names.empty() ? "" : ", ") + std::string(name);
  table.fail(row, 1, "a part is one of " + names + ", not");
}

class NumberReader {
 public:
  explicit NumberReader(const NumberView& view) : view_(view) {}

  std::optional<Number> at(std::size_t at) const {
    const std::size_t first = at + (is_negative(at) ? 1 : 0);
    auto number = without_sign(first);
    if (number && first > at) {
      number->tokens.first = at;
      number->value = -number->value;
    }
    return number;
  }

 private:
  bool is_negative(std::size_t at) const {
    if (view_.in(at, view_.rules.minus)) return true;
    if (!view_.in(at, view_.rules.hyphen) || !view_.is_joined(at + 1) || !view_.is_digits(at + 1))
      return false;
    if (!view_.is_joined(at) || at == 0) return at == 0 || !view_.is_digits(at - 1);
    return view_.in(at - 1, view_.rules.before_sign);
  }

  std::optional<Number> without_sign(std::size_t at) const {
    if (at >= view_.end) return std::nullopt;
    const auto part = detail::fraction_at(view_, at);
    if (auto scaled = part_of_scale(at, part)) return scaled;
    const auto kind = view_.token(at).kind;
    const bool in_digits = kind == text::TokenKind::number || kind == text::TokenKind::mixed;
    auto whole = in_digits ? detail::digits_at(view_, at) : detail::cardinal_at(view_, at);
    if (whole && !in_digits) {
      if (const auto mixed = mixed_words(at, *whole)) return number(at, *mixed, in_digits);
    }
    if (part) return number(at, *part, in_digits);
    if (!whole) return std::nullopt;
    detail::take_scales(view_, *whole);
    detail::take_mixed(view_, at, *whole);
    detail::take_scales(view_, *whole);
    if (const auto ratio = detail::ratio_after(view_, *whole, in_digits))
      return number(at, *ratio, in_digits);
    return number(at, *whole, in_digits);
  }

  // `six million and two thirds` is no number of thirds, since two of them are less than one.
  std::optional<Reading> mixed_words(std::size_t at, const Reading& whole) const {
    const std::size_t behind = view_.past_hyphen(whole.end);
    const Part next = view_.word(behind).part;
    if (next != Part::part && next != Part::parts) return std::nullopt;
    std::size_t conjunction = whole.end;
    while (conjunction > at && !view_.in(conjunction, view_.rules.conjunction)) --conjunction;
    if (conjunction == at) return std::nullopt;
    auto head = detail::cardinal_at(view_.up_to(conjunction), at);
    if (!head || head->end != conjunction) return std::nullopt;
    detail::take_mixed(view_, at, *head);
    return head->end > whole.end ? head : std::nullopt;
  }

  // `half a million`, `a quarter of a million`, `half a dozen`, `quarter million`
  std::optional<Number> part_of_scale(std::size_t at, std::optional<Fraction> part) const {
    const std::size_t bare = at + (view_.in(at, view_.rules.a) ? 1 : 0);
    const auto word = view_.word(bare);
    if (word.part == Part::part && (word.value == 2 || word.value == 4))
      part = Fraction{bare + 1, 1 / word.value};
    if (!part) return std::nullopt;
    std::size_t i = part->end;
    const bool of = view_.in(i, view_.rules.of);
    if (of) ++i;
    const bool a = view_.in(i, view_.rules.a);
    const auto scale = view_.word(a ? ++i : i);
    const bool small = scale.part == Part::dozen || scale.part == Part::hundred;
    if (of ? !a || scale.part != Part::scale : scale.part != Part::scale && !small)
      return std::nullopt;
    return number(at, Reading{i + 1, part->value * scale.value}, false);
  }

  Number number(std::size_t at, const Reading& reading, bool in_digits) const {
    Number out;
    out.tokens = {at, reading.end};
    out.value = reading.value;
    out.last_digit = reading.last_digit == 0 ? last_digit_unit(out.value) : reading.last_digit;
    out.scale = reading.trailing;
    out.in_digits = in_digits;
    out.overflow = reading.overflow || !std::isfinite(out.value);
    return out;
  }

  Number number(std::size_t at, const Fraction& part, bool in_digits) const {
    // A part is stated to the percent.
    constexpr double kPartUnit = 0.01;
    Number out;
    out.tokens = {at, part.end};
    out.value = part.value;
    out.last_digit = kPartUnit;
    out.in_digits = in_digits;
    out.part = true;
    out.slashed = part.slashed;
    return out;
  }

  const NumberView& view_;
};

}  // namespace

NumberRules::NumberRules(const text::Table& table, text::Vocabulary& vocabulary)
    : a(vocabulary.set("a|an")),
      conjunction(vocabulary.set("and")),
      hyphen(vocabulary.set("-")),
      in(vocabulary.set("in")),
      out(vocabulary.set("out")),
      of(vocabulary.set("of")),
      every(vocabulary.set("every|each")),
      after_half(vocabulary.set("of|the|were|are|said|have|had|its|their|all")),
      minus(vocabulary.set("minus")),
      point(vocabulary.set("point")),
      slash(vocabulary.set("/")),
      power(vocabulary.set("^")),
      over(vocabulary.set("over")),
      group_mark(vocabulary.set("'|,|٬")),
      decimal_mark(vocabulary.set("٫")),
      before_one(vocabulary.set("at|that|this|any|some|each|every|the|no")),
      part_end(vocabulary.set("of|.|;|!|?|)|\"|less|fewer|lower|higher")),
      joiner(vocabulary.set("and|to|or")),
      earlier_part(vocabulary.set("first|second|latter|other|each|every|both|final|closing|opening|"
                                  "upper|lower|top|bottom|back|front|an|hour|year")),
      before_sign(vocabulary.set("(|<|>|=|[|:")),
      percent(vocabulary.set("%|percent|per|percentage|pc")) {
  for (const text::Row& row : table.rows) {
    double value = 0;
    const std::string_view digits = row.cells[2];
    if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc()) {
      table.fail(row, 2, "not a number");
    }
    const Part part = part_of(table, row);
    if (part == Part::unit) {
      units_.emplace_back(row.cells[0], value);
      continue;
    }
    const text::WordId word = vocabulary.words_of(vocabulary.set(row.cells[0]))[0];
    if (word >= words_.size()) words_.resize(word + 1);
    words_[word] = {part, value};
  }
}

std::optional<double> NumberRules::unit(std::string_view letters) const {
  const auto found =
      std::find_if(units_.begin(), units_.end(), [&](const auto& u) { return u.first == letters; });
  return found == units_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Number> number_at(const text::Document& document,
                                std::size_t at,
                                std::size_t end,
                                const NumberRules& rules,
                                const text::Vocabulary& vocabulary) {
  if (at >= end || document.tokens()[at].kind == text::TokenKind::link) return std::nullopt;
  const NumberView view{document, end, rules, vocabulary};
  return NumberReader(view).at(at);
}

}  // namespace pressgauge::figures
