// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "pressgauge/figures/currencies.hpp"
#include "pressgauge/figures/figure.hpp"
#include "pressgauge/figures/hedges.hpp"
#include "pressgauge/figures/numbers.hpp"
#include "pressgauge/figures/units.hpp"

namespace pressgauge::figures {

/// A number with its hedge and unit, whatever it counts. Its strings are the rules': quantities are
/// copied at every step, and nothing is allocated for them.
struct Quantity {
  text::TokenRange tokens;  ///< with hedge and unit
  text::TokenRange number;  ///< the bare number
  core::Span span;          ///< of `tokens`
  Bound bound = Bound::exact;
  std::optional<double> value;
  core::Interval interval;
  std::string_view unit;     ///< percent, points, a currency, or empty
  std::string_view measure;  ///< the unit of letters right behind digits: 42km
  std::string_view hedge;    ///< the rule of its hedge
  double last_digit = 1;     ///< unit of the number's last significant digit
  double scale = 1;          ///< of the words that the number ends in: 1e6 for `three million`
  bool plain_digits = false;
  bool part = false;        ///< a part of a whole: a third, one in five
  bool slashed = false;     ///< a part written as 3/4
  bool identifier = false;  ///< digits strung together: 555-0123-99, 2020-05-01
  bool zero = false;        ///< `no one`, `no`
  bool indefinite = false;  ///< `a` policeman
  bool additional = false;
  bool overflow = false;
  bool is_percent() const { return unit == "percent"; }
};

class QuantityRules {
 public:
  /// @throws ParseError
  QuantityRules(const text::Table& numbers,
                const text::Table& hedges,
                const text::Table& currencies,
                const text::Table& units,
                text::Vocabulary& vocabulary);

  NumberRules numbers;
  HedgeRules hedges;
  CurrencyRules currencies;
  UnitRules units;
  text::SetId additional_before, additional_after, percent, percentage, per, cent, point, to,
      range_to, pair_joint, from, change, between, conjunction, contrast, comma, hyphen, dash, of,
      than, article, one, before_one, string_joint, pound;

  /// What a sentence with a number holds: a word of one, or digits.
  text::Traits numeral = text::kDigits;

  /// What a word may begin. Most words begin nothing, and are passed over by this alone.
  struct Starts {
    bool number : 1 = false;
    bool article : 1 = false;         ///< a, an
    bool behind_article : 1 = false;  ///< dozen, few, half: what makes `a` begin a quantity
    bool instead : 1 = false;         ///< several, hundreds
    bool currency : 1 = false;
    bool hedge : 1 = false;
  };
  Starts starts(text::WordId word) const {
    return word < starts_.size() ? starts_[word] : Starts{};
  }

 private:
  std::vector<Starts> starts_;  // by WordId
};

/// The quantities that a sentence holds, in order, without overlap.
std::vector<Quantity> quantities(const text::Document& document,
                                 const text::TokenRange& range,
                                 const QuantityRules& rules,
                                 const text::Vocabulary& vocabulary);

/// Every quantity of a text, of whatever kind, with the units of what is measured: for those who
/// want numbers with bound and unit only. Strings of digits that name something, numbers beyond
/// 1e308 and `one` as a pronoun are none.
std::vector<Quantity> all_quantities(const text::Document& document,
                                     const QuantityRules& rules,
                                     const text::Vocabulary& vocabulary);

/// States a part of a whole as figures do: `a third` is 33.33 percent.
void to_percent(Quantity& quantity);

}  // namespace pressgauge::figures
