// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pressgauge/figures/figure.hpp"
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

/// One line of hedges.tsv.
struct Hedge {
  enum class Where : std::uint8_t { before, after, instead };
  /// An end of the interval: a number, or v with as many widths.
  struct End {
    bool of_value = false;
    double number = 0;  ///< the end itself, or how many widths from v
  };
  std::string id;
  Where where = Where::before;
  Bound bound = Bound::exact;
  End low, high;
  bool low_open = false;
  bool high_open = false;
  double units = 0;
  double share = 0;

  core::Interval interval(double value, double last_digit) const;
};

class QuantityRules {
 public:
  /// Tables numbers.tsv, hedges.tsv. @throws ParseError
  QuantityRules(const text::Table& numbers,
                const text::Table& hedges,
                text::Vocabulary& vocabulary);

  NumberRules numbers;
  std::vector<Hedge> hedges;
  text::TermMatcher before, after, instead;
  text::SetId additional_before, additional_after, percent, per, cent, point, currency_word, to,
      range_to, between, conjunction, hyphen, of, us, article;
};

/// The interval that a bound implies where only bound and value are known, as after a correction by
/// hand: by the first hedge of that bound. @throws DomainError for a range or a vague word, which
/// need their own ends.
core::Interval implied_interval(Bound bound, double value, const QuantityRules& rules);

/// The quantities that a sentence holds, in order, without overlap.
std::vector<Quantity> quantities(const text::Document& document,
                                 const text::TokenRange& range,
                                 const QuantityRules& rules,
                                 const text::Vocabulary& vocabulary);

}  // namespace pressgauge::figures
