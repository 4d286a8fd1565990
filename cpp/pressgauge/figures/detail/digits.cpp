// SPDX-License-Identifier: MIT
#include <charconv>
#include <cmath>
#include <string>

#include "pressgauge/figures/detail/number_view.hpp"

namespace pressgauge::figures::detail {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

double parse(std::string_view digits, bool& overflow) {
  // Only numbers with separators need a copy without them.
  std::string plain;
  if (digits.find(',') != std::string_view::npos) {
    for (const char c : digits) {
      if (c != ',') plain.push_back(c);
    }
    digits = plain;
  }
  double value = 0;
  const auto error = std::from_chars(digits.data(), digits.data() + digits.size(), value).ec;
  overflow = overflow || error == std::errc::result_out_of_range || std::isinf(value);
  return value;
}

class DigitReader {
 public:
  DigitReader(const NumberView& view, std::size_t at) : view_(view), at_(at) {}

  std::optional<Reading> run() {
    if (view_.is(at_, text::TokenKind::mixed)) {
      const auto glued = number_with_letters(view_.form(at_));
      if (!glued || !with_letters(*glued)) return std::nullopt;
      return out_;
    }
    if (!view_.is_digits(at_)) return std::nullopt;
    out_.end = at_ + 1;
    if (!grouped()) out_.value = parse(view_.form(at_), out_.overflow);
    power(out_.value, 1);
    out_.last_digit = last_digit_unit(out_.value);
    return out_;
  }

 private:
  bool with_letters(const GluedNumber& glued) {
    out_.end = at_ + 1;
    out_.value = glued.value;
    out_.overflow = glued.overflow;
    if (glued.letters.empty()) {
      out_.last_digit = last_digit_unit(out_.value);
      return true;
    }
    if (glued.letters == "x10") {
      out_.value = 10;
      return power(10, glued.value);
    }
    const auto unit = view_.rules.unit(glued.letters);
    if (!unit) return false;
    out_.value *= *unit;
    out_.trailing = *unit;
    out_.last_digit = last_digit_unit(glued.value) * *unit;
    return true;
  }

  // 1.1^23 · 6.23x10^-4
  bool power(double base, double factor) {
    std::size_t i = out_.end;
    if (!view_.in(i, view_.rules.power) || !view_.is_joined(i)) return false;
    const bool negative = view_.in(++i, view_.rules.hyphen);
    if (negative) ++i;
    if (!view_.is_digits(i) || !view_.is_joined(i)) return false;
    const double exponent = parse(view_.form(i), out_.overflow);
    const double size = std::pow(base, exponent);
    out_.value = negative ? factor / size : factor * size;
    out_.overflow = out_.overflow || !std::isfinite(out_.value);
    out_.end = i + 1;
    return true;
  }

  // How a group of three digits is joined to the one before.
  enum class Joint : std::uint8_t { none, mark, bound_space, plain_space };

  // Groups that the tokenizer leaves apart: 1 200 with a space that doesn't break, 1'200, 1٬200,
  // and with plain spaces from two groups on, for `On May 12 300 people died` holds two numbers.
  bool grouped() {
    const std::string_view first = view_.form(at_);
    const bool commas = first.find(',') < first.size();
    if (std::min(first.find(','), first.size()) > 3 || first[0] == '0') return decimals(first);
    std::string digits(first);
    std::size_t end = at_ + 1;
    std::size_t groups = 0;
    bool plain = false;
    while (digits.find('.') == std::string::npos) {
      const Joint joint = joint_at(end);
      if (joint == Joint::none || (commas && joint != Joint::mark)) break;
      plain = plain || joint == Joint::plain_space;
      end += joint == Joint::mark ? 1 : 0;
      digits += view_.form(end++);
      ++groups;
    }
    if (groups == 0 || (plain && groups < 2)) return decimals(first);
    out_.end = end;
    if (!decimals(digits)) out_.value = parse(digits, out_.overflow);
    return true;
  }

  // The Arabic decimal separator is a mark of its own.
  bool decimals(std::string_view whole) {
    const std::size_t mark = out_.end;
    if (!view_.in(mark, view_.rules.decimal_mark) || !view_.is_joined(mark) ||
        !view_.is_joined(mark + 1) || !view_.is_digits(mark + 1))
      return false;
    out_.value = parse(std::string(whole) + "." + std::string(view_.form(mark + 1)), out_.overflow);
    out_.end = mark + 2;
    return true;
  }

  Joint joint_at(std::size_t i) const {
    if (view_.in(i, view_.rules.group_mark)) {
      const bool joined = view_.is_joined(i) && view_.is_joined(i + 1) && is_group(i + 1);
      return joined ? Joint::mark : Joint::none;
    }
    if (!is_group(i)) return Joint::none;
    const auto start = view_.token(i - 1).span.end_byte;
    const std::string_view space = view_.document.words({start, view_.token(i).span.start_byte});
    if (space == " ") return Joint::plain_space;
    // No-break, thin and narrow no-break spaces.
    const bool bound = space == "\u00A0" || space == "\u2009" || space == "\u202F";
    return bound ? Joint::bound_space : Joint::none;
  }

  // Three digits, the last group maybe with decimals.
  bool is_group(std::size_t i) const {
    if (!view_.is_digits(i)) return false;
    const std::string_view form = view_.form(i);
    return form.size() >= 3 && is_digit(form[0]) && is_digit(form[1]) && is_digit(form[2]) &&
           (form.size() == 3 || form[3] == '.');
  }

  const NumberView& view_;
  std::size_t at_;
  Reading out_;
};

}  // namespace

std::optional<Reading> digits_at(const NumberView& view, std::size_t at) {
  return DigitReader(view, at).run();
}

}  // namespace pressgauge::figures::detail

namespace pressgauge::figures {

std::optional<GluedNumber> number_with_letters(std::string_view form) {
  std::size_t split = 0;
  while (split < form.size() &&
         (detail::is_digit(form[split]) || form[split] == '.' || form[split] == ',')) {
    ++split;
  }
  if (split == 0) return std::nullopt;
  GluedNumber out;
  // 1e10: letters that belong to the number.
  const auto [end, error] = std::from_chars(form.data(), form.data() + form.size(), out.value);
  if (end == form.data() + form.size() && split < form.size()) {
    out.overflow = error == std::errc::result_out_of_range;
    return out;
  }
  const std::string_view digits = form.substr(0, split);
  // 12.05.2020: a date or an address.
  if (digits.find('.') != digits.rfind('.')) return std::nullopt;
  out.value = detail::parse(digits, out.overflow);
  out.letters = form.substr(split);
  return out.letters.empty() ? std::nullopt : std::optional(out);
}

double last_digit_unit(double value) {
  if (value == 0 || !std::isfinite(value)) return 1;
  constexpr double kExact = 9e15;  // whole numbers below are held exactly
  if (value == std::floor(value) && std::abs(value) < kExact) {
    auto whole = static_cast<std::int64_t>(std::abs(value));
    double unit = 1;
    for (; whole % 10 == 0; whole /= 10) unit *= 10;
    return unit;
  }
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
