// SPDX-License-Identifier: MIT
#include <array>
#include <cmath>

#include "pressgauge/figures/detail/number_view.hpp"

namespace pressgauge::figures::detail {
namespace {

constexpr std::size_t kMostWords = 24;  // of a number before its parts

bool is_part(Part part) { return part == Part::part || part == Part::parts; }
bool is_nth(Part part) { return is_part(part) || part == Part::nth || part == Part::nths; }
bool is_plural(Part part) { return part == Part::parts || part == Part::nths; }
bool makes_number(Part part) { return part >= Part::ones && part <= Part::dozen; }

// `two thirds`, `five-eighths`, `three twenty-firsts`: a number of parts.
class PartReader {
 public:
  PartReader(const NumberView& view, std::size_t at) : view_(view), at_(at) {}

  std::optional<Fraction> run() const {
    const auto part = find_part();
    if (!part) return std::nullopt;
    const auto word = view_.word(*part);
    for (std::size_t s = at_ + 1; s < *part; ++s) {
      if (!makes_number(view_.word(s - 1).part) || !makes_number(view_.word(s).part)) continue;
      if (const auto found = split(s, *part)) return found;
    }
    if (!is_part(word.part)) return std::nullopt;
    return whole(*part, word);
  }

 private:
  // The first word that names parts, where only number words stand before it.
  std::optional<std::size_t> find_part() const {
    std::size_t i = at_ + (view_.in(at_, view_.rules.a) ? 1 : 0);
    if (!makes_number(view_.word(i).part)) return std::nullopt;
    for (std::size_t steps = 0; steps < kMostWords; ++steps) {
      const Part part = view_.word(i).part;
      if (is_nth(part)) return i;
      if (!makes_number(part)) return std::nullopt;
      ++i;
      if (view_.in(i, view_.rules.hyphen) || view_.in(i, view_.rules.conjunction)) ++i;
    }
    return std::nullopt;
  }

  // `three | twenty firsts`: the number of parts ends before `s`, how many make one is the rest.
  std::optional<Fraction> split(std::size_t s, std::size_t part) const {
    const auto word = view_.word(part);
    const auto count = cardinal_at(view_.up_to(s), at_);
    const auto tens = cardinal_at(view_.up_to(part), s);
    if (!count || count->end != s || !tens || count->value <= 0) return std::nullopt;
    if (tens->end != part && view_.past_hyphen(tens->end) != part) return std::nullopt;
    const bool fits =
        word.value < 10 ? std::fmod(tens->value, 10) == 0 : std::fmod(tens->value, 100) == 0;
    if (!fits || word.value >= 100) return std::nullopt;
    if (!is_plural(word.part) && !(count->value == 1 && view_.ends_part(part + 1)))
      return std::nullopt;
    return Fraction{part + 1, count->value / (tens->value + word.value)};
  }

  std::optional<Fraction> whole(std::size_t part, const NumberRules::Word& word) const {
    const std::size_t stop = view_.in(part - 1, view_.rules.hyphen) ? part - 1 : part;
    const auto count = cardinal_at(view_.up_to(stop), at_);
    if (!count || count->end != stop || count->value <= 0) return std::nullopt;
    // `one third` and `one-third`, but no `one third party`.
    const bool single =
        count->value == 1 && (stop < part || view_.ends_part(part + 1) || word.value == 2);
    if (!is_plural(word.part) && !single) return std::nullopt;
    return Fraction{part + 1, count->value / word.value};
  }

  const NumberView& view_;
  std::size_t at_;
};

// 3/4, with usual parts only: 9/11 and 24/7 are none.
std::optional<Fraction> slash_at(const NumberView& view, std::size_t at) {
  constexpr std::array<double, 11> kParts{2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100};
  if (!view.is_digits(at) || !view.in(at + 1, view.rules.slash) || !view.is_digits(at + 2) ||
      !view.is_joined(at + 1) || !view.is_joined(at + 2))
    return std::nullopt;
  if (view.form(at).size() > 2 || view.form(at + 2).size() > 3) return std::nullopt;
  const auto count = digits_at(view.up_to(at + 1), at);
  const auto whole = digits_at(view.up_to(at + 3), at + 2);
  if (!count || !whole || count->value < 1 || count->value >= whole->value) return std::nullopt;
  bool usual = false;
  for (const double part : kParts) usual = usual || part == whole->value;
  if (!usual || view.in(at + 3, view.rules.slash)) return std::nullopt;
  return Fraction{at + 3, count->value / whole->value, true};
}

// 3 quarters, 2 thirds
std::optional<Fraction> digits_of_parts(const NumberView& view, std::size_t at) {
  const auto word = view.word(view.past_hyphen(at + 1));
  if (!is_part(word.part)) return std::nullopt;
  const auto count = digits_at(view.up_to(at + 1), at);
  if (!count || count->value < 1 || count->value >= 10) return std::nullopt;
  if (!is_plural(word.part) && count->value != 1) return std::nullopt;
  return Fraction{view.past_hyphen(at + 1) + 1, count->value / word.value};
}

// `half of them`, `half the voters`; the second half of a game is no part.
bool is_half(const NumberView& view, std::size_t at) {
  const auto word = view.word(at);
  if (word.part != Part::part || word.value != 2) return false;
  if (at > 0 && view.vocabulary.in(view.token(at - 1).word, view.rules.earlier_part)) return false;
  return view.in(at + 1, view.rules.after_half) ||
         (view.in(at + 1, view.rules.a) && view.in(at + 2, view.rules.percent));
}

std::optional<Reading> whole_at(const NumberView& view, std::size_t i) {
  // one out of every thousand
  const auto word = view.word(i);
  if (word.part == Part::hundred || word.part == Part::scale) return Reading{i + 1, word.value};
  return view.is_digits(i) ? digits_at(view, i) : cardinal_at(view, i);
}

}  // namespace

std::optional<Fraction> fraction_at(const NumberView& view, std::size_t at) {
  if (at >= view.end) return std::nullopt;
  if (view.is_digits(at)) {
    const auto slashed = slash_at(view, at);
    return slashed ? slashed : digits_of_parts(view, at);
  }
  const auto word = view.word(at);
  if (word.part == Part::mark) return Fraction{at + 1, word.value};
  if (is_half(view, at)) return Fraction{at + 1, 0.5};
  if (view.in(at, view.rules.a)) {
    // `a third of`, `a quarter to a third`; a third term is an ordinal.
    const auto part = view.word(at + 1);
    const bool joined = view.in(at + 2, view.rules.joiner) && view.in(at + 3, view.rules.a) &&
                        is_part(view.word(at + 4).part);
    if (part.part == Part::part) {
      return joined || view.ends_part(at + 2) ? std::optional(Fraction{at + 2, 1 / part.value})
                                              : std::nullopt;
    }
  }
  return PartReader(view, at).run();
}

std::optional<Fraction> ratio_after(const NumberView& view, const Reading& count, bool in_digits) {
  std::size_t i = count.end;
  const bool out_of = view.in(i, view.rules.out) && view.in(i + 1, view.rules.of);
  const bool over = count.value == 1 && view.in(i, view.rules.over);
  if (!out_of && !over && !view.in(i, view.rules.in)) return std::nullopt;
  i += out_of ? 2 : 1;
  if (view.in(i, view.rules.every)) ++i;
  if (i >= view.end) return std::nullopt;
  const bool digits = view.is_digits(i);
  const auto whole = whole_at(view, i);
  // `one in 2003` is a year and `12 in 30 cities` no share: the whole is a small round or spelled
  // number.
  constexpr double kMostWhole = 10000;
  if (!whole || whole->value <= count.value || whole->value > kMostWhole || count.value >= 100 ||
      count.value < 1)
    return std::nullopt;
  const bool round = whole->value == 10 || whole->value == 100 || whole->value == 1000;
  if (over && !view.ends_part(whole->end)) return std::nullopt;
  if (!out_of && !over && digits && !round && !(count.value == 1 && in_digits && whole->value < 10))
    return std::nullopt;
  return Fraction{whole->end, count.value / whole->value};
}

void take_mixed(const NumberView& view, std::size_t at, Reading& number) {
  std::optional<Fraction> part;
  const bool digits = view.is_digits(at) && number.scale == 1;
  if (digits && (view.is_digits(number.end) || view.word(number.end).part == Part::mark)) {
    part = fraction_at(view, number.end);
    if (part && !part->slashed && view.is_digits(number.end)) part.reset();
  } else {
    const std::size_t joint = view.past_hyphen(number.end);
    if (!view.in(joint, view.rules.conjunction)) return;
    const std::size_t next = view.past_hyphen(joint + 1);
    const std::size_t named = view.past_hyphen(next + 1);
    const auto word = view.word(named);
    if (view.in(next, view.rules.a) && word.part == Part::part) {
      // `two and a half`, `two and a third million`; in `two and a third person` a third one comes
      // in.
      const std::size_t behind = named + 1;
      if (word.value == 2 || word.value == 4 || view.ends_part(behind) ||
          view.word(behind).part == Part::scale || view.in(behind, view.rules.percent))
        part = Fraction{behind, 1 / word.value};
    } else if (next > joint + 1 && view.word(next).part == Part::part &&
               view.word(next).value == 2) {
      part = Fraction{next + 1, 0.5};  // two-and-half
    } else if (!view.is_digits(next)) {
      part = fraction_at(view, next);
    }
    // `killed 12 and two thirds of the crew`
    if (part && view.in(part->end, view.rules.of)) part.reset();
  }
  if (!part || part->value >= 1 || number.value != std::floor(number.value)) return;
  number.value += part->value * number.scale;
  number.end = part->end;
  number.scale = 1;
  number.last_digit = 0;
}

}  // namespace pressgauge::figures::detail
