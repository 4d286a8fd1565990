// SPDX-License-Identifier: MIT
#include "pressgauge/figures/detail/amounts.hpp"

#include <cmath>

namespace pressgauge::figures {
namespace detail {

using core::Interval;
using text::TokenKind;

// 555-0123-99, 2020-05-01, 2004-05: digits that name something.
std::optional<Quantity> Amounts::string_of_digits(std::size_t i) const {
  if (!has_digits(i)) return std::nullopt;
  std::size_t parts = 1;
  std::size_t last = i;
  while (in(last + 1, rules_.string_joint) && is_joined(last + 1) && is_joined(last + 2) &&
         has_digits(last + 2)) {
    last += 2;
    ++parts;
  }
  const bool padded = parts == 2 && in(i + 1, rules_.dash) &&
                      document_.form(token(last))[0] == '0' && token(last).form_size > 1 &&
                      document_.form(token(last))[1] != '.';
  if (parts < 3 && !padded) return std::nullopt;
  Quantity found;
  found.tokens = found.number = {i, last + 1};
  found.identifier = true;
  found.interval = Interval::exactly(0);
  return found;
}

// A number with the sign of its currency.
std::optional<Quantity> Amounts::operand(std::size_t i) const {
  if (i >= range_.end) return std::nullopt;
  if (rules_.starts(token(i).word).currency) {
    if (const auto money = rules_.currencies.before(tokens_, i)) {
      auto found = number(money->end);
      if (found) {
        found->tokens.first = i;
        found->unit = *money->code;
        return found;
      }
    }
  }
  return number(i);
}

std::optional<Quantity> Amounts::number(std::size_t i) const {
  if (i >= range_.end) return std::nullopt;
  const auto read = number_at(document_, i, range_.end, rules_.numbers, vocabulary_);
  if (!read) return token(i).kind == TokenKind::mixed ? measured(i) : std::nullopt;
  Quantity found;
  found.tokens = found.number = read->tokens;
  found.value = read->value;
  found.interval = Interval::exactly(read->value);
  found.plain_digits = token(i).kind == TokenKind::number && read->tokens.end == i + 1;
  found.overflow = read->overflow;
  found.part = read->part;
  found.slashed = read->slashed;
  found.last_digit = read->last_digit;
  found.scale = read->scale;
  return found;
}

// 42km
std::optional<Quantity> Amounts::measured(std::size_t i) const {
  const auto glued = number_with_letters(document_.form(token(i)));
  if (!glued || glued->letters.empty()) return std::nullopt;
  const std::string* unit = rules_.units.of_letters(glued->letters, vocabulary_);
  if (!unit) return std::nullopt;
  Quantity found;
  found.tokens = found.number = {i, i + 1};
  found.value = glued->value;
  found.interval = Interval::exactly(glued->value);
  found.overflow = glued->overflow;
  found.last_digit = last_digit_unit(glued->value);
  found.measure = *unit;
  return found;
}

void Amounts::unit(Quantity& q) const {
  if (percent(q, q.tokens.end)) return;
  // `half a percent`, `a quarter of one percent`
  if (q.part) {
    const std::size_t i = q.tokens.end + (in(q.tokens.end, rules_.of) ? 1 : 0);
    if ((in(i, rules_.article) || in(i, rules_.one)) && percent(q, i + 1)) return;
  }
  if (!q.unit.empty()) return;
  const double value = q.value ? *q.value : q.interval.high;
  if (const auto money = rules_.currencies.behind(tokens_, q.tokens.end, value, vocabulary_)) {
    // `500 pounds of explosives`
    if (in(money->end, rules_.of) && in(q.tokens.end, rules_.pound)) return;
    q.unit = *money->code;
    q.tokens.end = money->end;
  }
}

// %, percent, per cent, 3.5-percent, percentage points
bool Amounts::percent(Quantity& q, std::size_t i) const {
  if (in(i, rules_.hyphen) && is_joined(i)) ++i;
  if (in(i, rules_.percent) || in(i, rules_.percentage)) {
    ++i;
  } else if (in(i, rules_.per) && in(i + 1, rules_.cent)) {
    i += 2;
  } else if (in(i, rules_.per) && in(i + 1, rules_.hyphen) && in(i + 2, rules_.cent)) {
    i += 3;
  } else {
    return false;
  }
  const std::size_t point = i + (in(i, rules_.hyphen) ? 1 : 0);
  const bool points = in(point, rules_.point);
  q.unit = points ? "points" : "percent";
  q.tokens.end = points ? point + 1 : i;
  q.part = false;
  return true;
}

}  // namespace detail

void to_percent(Quantity& q) {
  if (!q.part) return;
  // Without the dust of a multiplication in binary: 7 percent, not 7.000000000000001.
  constexpr double kDigits = 1e10;
  const auto percent = [](double share) { return std::round(100 * share * kDigits) / kDigits; };
  if (q.value) q.value = percent(*q.value);
  q.interval.low = percent(q.interval.low);
  q.interval.high = percent(q.interval.high);
  q.last_digit *= 100;
  q.unit = "percent";
  q.part = false;
}

}  // namespace pressgauge::figures
