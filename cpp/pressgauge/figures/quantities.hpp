// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pressgauge/figures/currencies.hpp"
#include "pressgauge/figures/figure.hpp"
#include "pressgauge/figures/hedges.hpp"
#include "pressgauge/figures/numbers.hpp"

namespace pressgauge::figures {

/// A number with its hedge and unit, whatever it counts.
struct Quantity {
  text::TokenRange tokens;  ///< with hedge and unit
  text::TokenRange number;  ///< the bare number
  core::Span span;          ///< of `tokens`
  Bound bound = Bound::exact;
  std::optional<double> value;
  core::Interval interval;
  std::string unit;       ///< percent, points, a currency, or empty
  std::string hedge;      ///< the rule of its hedge
  double last_digit = 1;  ///< unit of the number's last significant digit
  bool plain_digits = false;
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
                text::Vocabulary& vocabulary);

  NumberRules numbers;
  HedgeRules hedges;
  CurrencyRules currencies;
  text::SetId additional_before, additional_after, percent, per, cent, point, to, range_to, between,
      conjunction, hyphen, of, us, article;
};

/// The quantities that a sentence holds, in order, without overlap.
std::vector<Quantity> quantities(const text::Document& document,
                                 const text::TokenRange& range,
                                 const QuantityRules& rules,
                                 const text::Vocabulary& vocabulary);

}  // namespace pressgauge::figures
