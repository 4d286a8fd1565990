// SPDX-License-Identifier: MIT
#include <cmath>

#include "pressgauge/figures/detail/number_view.hpp"

namespace pressgauge::figures::detail {
namespace {

// Reads number words one by one: `group` is what stands below the next scale word, `total` what is
// above it.
class CardinalReader {
 public:
  CardinalReader(const NumberView& view, std::size_t at) : view_(view), at_(at) {}

  std::optional<Reading> run() {
    const std::size_t first = at_;
    if (view_.in(at_, view_.rules.a)) {
      // `a hundred`, `a dozen`, `a million`
      const Part next = view_.word(at_ + 1).part;
      if (next != Part::hundred && next != Part::scale && next != Part::dozen) return std::nullopt;
      group_ = 1;
      ++at_;
    }
    std::size_t last = first;
    for (auto word = view_.word(at_); word.part != Part::none && fits(word);
         word = view_.word(at_)) {
      take(word);
      last = ++at_;
      at_ = past_joint(at_);
    }
    if (last == first) return std::nullopt;
    Reading out;
    out.end = last;
    out.value = total_ + group_;
    out.scale = previous_ == Part::scale || previous_ == Part::dozen ? last_scale_ : 1;
    out.trailing = trailing_;
    out.overflow = std::isinf(out.value);
    decimals(out, first);
    return out;
  }

 private:
  // After `hundred` and `thousand` comes `and`, between the others a hyphen; both only where a
  // number goes on.
  std::size_t past_joint(std::size_t i) const {
    std::size_t next = view_.past_hyphen(i);
    const bool above = previous_ == Part::hundred || previous_ == Part::scale;
    bool conjunction = false;
    if (above && view_.in(next, view_.rules.conjunction)) {
      next = view_.past_hyphen(next + 1);
      conjunction = true;
    }
    const auto word = view_.word(next);
    const bool below = word.part == Part::ones || word.part == Part::tens;
    return word.part != Part::none && fits(word) && (below || !conjunction) ? next : i;
  }

  bool fits(const NumberRules::Word& next) const {
    const bool above = previous_ == Part::hundred || previous_ == Part::scale;
    switch (next.part) {
      case Part::ones:
        return !started_ || above || (previous_ == Part::tens && next.value > 0 && next.value < 10);
      case Part::tens:
        return !started_ || above;
      case Part::hundred:
        return group_ > 0 && group_ < 100 && previous_ != Part::hundred;
      case Part::scale:
        return group_ > 0 && next.value < smallest_scale_;
      case Part::dozen:
      case Part::dozens:
        return group_ > 0 && previous_ != Part::dozen;
      default:
        return false;
    }
  }

  void take(const NumberRules::Word& next) {
    const bool adds = next.part == Part::ones || next.part == Part::tens;
    trailing_ = adds ? 1 : trailing_ * next.value;
    if (adds) {
      group_ += next.value;
    } else if (next.part == Part::scale) {
      total_ += group_ * next.value;
      group_ = 0;
      smallest_scale_ = next.value;
    } else if (next.part == Part::hundred) {
      group_ *= next.value;
    } else {
      // `three hundred and two dozen` is 324.
      const double count = std::fmod(group_, 100) == 0 ? group_ : std::fmod(group_, 100);
      group_ += count * (next.value - 1);
    }
    last_scale_ = next.value;
    previous_ = next.part == Part::dozens ? Part::dozen : next.part;
    started_ = true;
  }

  // `three point five`, `nought point eleven`; `at one point three men` holds no such number.
  void decimals(Reading& number, std::size_t first) const {
    const std::size_t point = number.end;
    if (!view_.in(point, view_.rules.point) || view_.word(point + 1).part == Part::none) return;
    if (number.value == 1 && first > 0 &&
        view_.vocabulary.in(view_.token(first - 1).word, view_.rules.before_one))
      return;
    double unit = 0.1;
    double value = number.value;
    std::size_t i = point + 1;
    if (const auto word = view_.word(i); word.value >= 10) {
      const auto rest = CardinalReader(view_, i).run();
      if (!rest || rest->value >= 100) return;
      value += rest->value / 100;
      i = rest->end;
    } else {
      for (; view_.word(i).part == Part::ones && view_.word(i).value < 10; ++i, unit /= 10) {
        value += view_.word(i).value * unit;
      }
    }
    if (i == point + 1) return;
    // Without the dust of adding tenths.
    constexpr double kDigits = 1e12;
    number.value = std::round(value * kDigits) / kDigits;
    number.end = i;
    number.scale = number.trailing = 1;
  }

  const NumberView& view_;
  std::size_t at_;
  double group_ = 0;
  double total_ = 0;
  double smallest_scale_ = HUGE_VAL;
  double last_scale_ = 1;
  double trailing_ = 1;
  bool started_ = false;
  Part previous_ = Part::none;
};

}  // namespace

std::optional<Reading> cardinal_at(const NumberView& view, std::size_t at) {
  return CardinalReader(view, at).run();
}

void take_scales(const NumberView& view, Reading& number) {
  if (number.last_digit == 0) number.last_digit = last_digit_unit(number.value);
  while (true) {
    const std::size_t next = view.past_hyphen(number.end);
    const auto word = view.word(next);
    if (word.part != Part::scale && word.part != Part::hundred && word.part != Part::dozen) return;
    number.value *= word.value;
    number.last_digit *= word.value;
    number.trailing *= word.value;
    number.scale = word.part == Part::hundred ? 1 : word.value;
    number.overflow = number.overflow || std::isinf(number.value);
    number.end = next + 1;
  }
}

}  // namespace pressgauge::figures::detail
