// SPDX-License-Identifier: MIT
#include "pressgauge/figures/numbers.hpp"

#include <charconv>
#include <cmath>
#include <string>

namespace pressgauge::figures {
namespace {

double parse_double(std::string_view digits, bool& overflow) {
  std::string plain;
  for (const char c : digits) {
    if (c != ',') plain.push_back(c);
  }
  double value = 0;
  const auto error = std::from_chars(plain.data(), plain.data() + plain.size(), value).ec;
  overflow = overflow || error == std::errc::result_out_of_range || std::isinf(value);
  return value;
}

NumberRules::Part part_of(const text::Table& table, const text::Row& row) {
  using enum NumberRules::Part;
  const std::string_view name = row.cells[1];
  if (name == "ones") return ones;
  if (name == "tens") return tens;
  if (name == "hundred") return hundred;
  if (name == "scale") return scale;
  if (name == "dozen") return dozen;
  if (name == "part") return part;
  if (name == "unit") return unit;
  table.fail(row, 1, "a part is ones, tens, hundred, scale, dozen, part or unit, not");
}

// Reads number words one by one: `group` is what stands below the next scale word, `total` what is
// above it.
class NumberReader {
 public:
  NumberReader(const text::Document& document,
               std::size_t at,
               std::size_t end,
               const NumberRules& rules,
               const text::Vocabulary& vocabulary)
      : document_(document),
        end_(end),
        rules_(rules),
        vocabulary_(vocabulary),
        at_(at),
        first_(at) {}

  std::optional<Number> run() {
    if (token(at_).kind == text::TokenKind::number) {
      digits();
    } else if (token(at_).kind == text::TokenKind::mixed) {
      if (!digits_with_unit()) return std::nullopt;
    } else {
      words();
    }
    if (last_ == first_) return std::nullopt;
    number_.tokens = {first_, last_};
    number_.value = total_ + group_;
    number_.overflow = number_.overflow || std::isinf(number_.value);
    if (number_.last_digit == 0) number_.last_digit = last_digit_unit(number_.value);
    return number_;
  }

 private:
  using Part = NumberRules::Part;

  const text::Token& token(std::size_t i) const { return document_.tokens()[i]; }
  bool in(std::size_t i, text::SetId set) const {
    return i < end_ && vocabulary_.in(token(i).word, set);
  }
  const NumberRules::Word* word(std::size_t i) const {
    return i < end_ && token(i).kind == text::TokenKind::word ? rules_.find(token(i).word)
                                                              : nullptr;
  }

  void digits() {
    group_ = parse_double(document_.form(token(at_)), number_.overflow);
    last_ = ++at_;
    const double unit = last_digit_unit(group_);
    scales(unit);
  }

  // `2.5 million`, `2.5-million`, `3 hundred thousand`.
  void scales(double unit) {
    while (true) {
      const std::size_t next = in(at_, rules_.hyphen) && !token(at_).space_before ? at_ + 1 : at_;
      const auto* found = word(next);
      if (!found || (found->part != Part::scale && found->part != Part::hundred &&
                     found->part != Part::dozen))
        break;
      group_ *= found->value;
      unit *= found->value;
      last_ = at_ = next + 1;
    }
    number_.last_digit = unit;
  }

  bool digits_with_unit() {
    const std::string_view form = document_.form(token(at_));
    std::size_t split = 0;
    while (split < form.size() && (std::isdigit(static_cast<unsigned char>(form[split])) != 0 ||
                                   form[split] == '.' || form[split] == ',')) {
      ++split;
    }
    const auto unit = rules_.unit(form.substr(split));
    if (split == 0 || !unit) return false;
    const double stated = parse_double(form.substr(0, split), number_.overflow);
    group_ = stated * *unit;
    number_.last_digit = last_digit_unit(stated) * *unit;
    last_ = ++at_;
    return true;
  }

  void words() {
    number_.form = NumberForm::words;
    number_.last_digit = 0;
    if (in(at_, rules_.a)) {
      // `a hundred`, `a dozen`, `a million`; and `a half`, `a third`, which are parts.
      const auto* next = word(at_ + 1);
      if (!next || next->part == Part::ones || next->part == Part::tens || next->part == Part::part)
        return;
      group_ = 1;
      ++at_;
    }
    while (const auto* found = word(at_)) {
      if (!takes(*found)) break;
      last_ = ++at_;
      step_over_joint();
    }
  }

  // After `hundred` and `thousand` comes `and`, between tens and ones a hyphen; both only where a
  // number goes on.
  void step_over_joint() {
    const bool hyphen = in(at_, rules_.hyphen) && !token(at_).space_before;
    const bool conjunction =
        in(at_, rules_.conjunction) && (previous_ == Part::hundred || previous_ == Part::scale);
    const auto* next = word(at_ + 1);
    if ((!hyphen && !conjunction) || !next ||
        (next->part != Part::ones && next->part != Part::tens &&
         !(hyphen && next->part != Part::part))) {
      return;
    }
    if (fits(*next)) ++at_;
  }

  bool fits(const NumberRules::Word& next) const {
    switch (next.part) {
      case Part::ones:
        return !started_ || (previous_ == Part::tens && next.value > 0 && next.value < 10) ||
               previous_ == Part::hundred || previous_ == Part::scale;
      case Part::tens:
        return !started_ || previous_ == Part::hundred || previous_ == Part::scale;
      case Part::hundred:
        return group_ > 0 && group_ < 100 && previous_ != Part::hundred;
      case Part::scale:
        return group_ > 0 && next.value < smallest_scale_;
      case Part::dozen:
        return group_ > 0 && group_ < 100;
      default:
        return false;
    }
  }

  bool takes(const NumberRules::Word& next) {
    if (!fits(next)) return false;
    if (next.part == Part::ones || next.part == Part::tens) {
      group_ += next.value;
    } else if (next.part == Part::scale) {
      total_ += group_ * next.value;
      group_ = 0;
      smallest_scale_ = next.value;
    } else {
      group_ *= next.value;
    }
    previous_ = next.part;
    started_ = true;
    return true;
  }

  const text::Document& document_;
  std::size_t end_;
  const NumberRules& rules_;
  const text::Vocabulary& vocabulary_;
  std::size_t at_;
  std::size_t first_;
  std::size_t last_ = first_;
  Number number_;
  double group_ = 0;
  double total_ = 0;
  double smallest_scale_ = HUGE_VAL;
  bool started_ = false;
  Part previous_ = Part::unit;
};

// half, a third, two thirds, one in five, nine out of ten: parts of a whole, in percent.
class FractionReader {
 public:
  FractionReader(const text::Document& document,
                 std::size_t end,
                 const NumberRules& rules,
                 const text::Vocabulary& vocabulary)
      : document_(document), end_(end), rules_(rules), vocabulary_(vocabulary) {}

  std::optional<Number> at(std::size_t first, const std::optional<Number>& count) const {
    if (const auto part = part_at(first); part && part->value == 50) return half(first);
    if (in(first, rules_.a)) {
      // `a third of`; `a third term` is an ordinal.
      const auto part = part_at(first + 1);
      return part && in(first + 2, rules_.of) ? fraction(first, first + 2, part->value)
                                              : std::nullopt;
    }
    if (!count || count->value <= 0) return std::nullopt;
    const std::size_t next = count->tokens.end;
    const std::size_t behind = in(next, rules_.hyphen) ? next + 1 : next;
    if (const auto part = part_at(behind); part && count->value < 10) {
      return fraction(first, behind + 1, count->value * part->value);
    }
    return ratio(first, *count);
  }

 private:
  const text::Token& token(std::size_t i) const { return document_.tokens()[i]; }
  bool in(std::size_t i, text::SetId set) const {
    return i < end_ && vocabulary_.in(token(i).word, set);
  }
  const NumberRules::Word* part_at(std::size_t i) const {
    const auto* word = i < end_ ? rules_.find(token(i).word) : nullptr;
    return word && word->part == NumberRules::Part::part ? word : nullptr;
  }

  // `half a million` is 500,000; any other half is 50 percent.
  std::optional<Number> half(std::size_t first) const {
    if (!in(first + 1, rules_.a)) {
      return in(first + 1, rules_.of_half) ? fraction(first, first + 1, 50) : std::nullopt;
    }
    auto number = NumberReader(document_, first + 1, end_, rules_, vocabulary_).run();
    if (!number) return std::nullopt;
    number->tokens.first = first;
    number->value /= 2;
    number->last_digit = last_digit_unit(number->value);
    return number;
  }

  std::optional<Number> ratio(std::size_t first, const Number& count) const {
    std::size_t i = count.tokens.end;
    const bool out_of = in(i, rules_.out) && in(i + 1, rules_.of);
    if (!out_of && !in(i, rules_.in)) return std::nullopt;
    i += out_of ? 2 : 1;
    if (in(i, rules_.every)) ++i;
    if (i >= end_) return std::nullopt;
    const auto whole = NumberReader(document_, i, end_, rules_, vocabulary_).run();
    // `one in 2003` is a year and `12 in 30 cities` no share: the whole is a small round or spelled
    // number.
    constexpr double kMostWhole = 10000;
    if (!whole || whole->value <= count.value || whole->value > kMostWhole || count.value >= 100 ||
        (!out_of && whole->form == NumberForm::digits && whole->value != 10 &&
         whole->value != 100 && whole->value != 1000)) {
      return std::nullopt;
    }
    return fraction(first, whole->tokens.end, 100 * count.value / whole->value);
  }

  std::optional<Number> fraction(std::size_t first, std::size_t end, double percent) const {
    Number number;
    number.tokens = {first, end};
    number.form = NumberForm::fraction;
    number.value = percent;
    number.last_digit = 1;
    return number;
  }

  const text::Document& document_;
  std::size_t end_;
  const NumberRules& rules_;
  const text::Vocabulary& vocabulary_;
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
      of_half(vocabulary.set("of|the|were|are|said|have|had")) {
  for (const text::Row& row : table.rows) {
    double value = 0;
    const std::string_view digits = row.cells[2];
    if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc()) {
      table.fail(row, 2, "not a number");
    }
    const Part part = part_of(table, row);
    if (part == Part::unit) {
      units_[std::string(row.cells[0])] = value;
    } else {
      words_[vocabulary.words_of(vocabulary.set(row.cells[0]))[0]] = {part, value};
    }
  }
}

const NumberRules::Word* NumberRules::find(text::WordId word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? nullptr : &found->second;
}

std::optional<double> NumberRules::unit(std::string_view letters) const {
  const auto found = units_.find(std::string(letters));
  return found == units_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Number> number_at(const text::Document& document,
                                std::size_t at,
                                std::size_t end,
                                const NumberRules& rules,
                                const text::Vocabulary& vocabulary) {
  const text::Token& token = document.tokens()[at];
  if (token.kind == text::TokenKind::punctuation || token.kind == text::TokenKind::link)
    return std::nullopt;
  if (token.kind == text::TokenKind::word && token.word == text::kUnknownWord) return std::nullopt;
  const auto number = NumberReader(document, at, end, rules, vocabulary).run();
  const auto fraction = FractionReader(document, end, rules, vocabulary).at(at, number);
  return fraction ? fraction : number;
}

double last_digit_unit(double value) {
  if (value == 0 || !std::isfinite(value)) return 1;
  // The shortest digits that read back the same, without their trailing zeros: 12e2 for 1200.
  char digits[40];
  const auto end =
      std::to_chars(digits, digits + sizeof digits, std::abs(value), std::chars_format::scientific)
          .ptr;
  const std::string_view all(digits, static_cast<std::size_t>(end - digits));
  const std::size_t e = all.find('e');
  const std::size_t point = all.find('.');
  int exponent = 0;
  const char* power = all.data() + e + 1;
  std::from_chars(*power == '+' ? power + 1 : power, end, exponent);
  const int decimals =
      point == std::string_view::npos || point > e ? 0 : static_cast<int>(e - point - 1);
  return std::pow(10.0, exponent - decimals);
}

}  // namespace pressgauge::figures
