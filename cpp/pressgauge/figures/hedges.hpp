// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "pressgauge/figures/figure.hpp"
#include "pressgauge/text/terms.hpp"

namespace pressgauge::figures {

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

/// The hedges and vague words of hedges.tsv, found by their words; a match's value is a place in
/// `all`.
struct HedgeRules {
  /// @throws ParseError
  HedgeRules(const text::Table& table, text::Vocabulary& vocabulary);
  std::vector<Hedge> all;
  text::TermMatcher before, after, instead;
  /// First words of what stands before and instead of a number, and all words of the latter.
  std::vector<text::WordId> before_words, instead_words, instead_later_words;

 private:
  void note_words(const Hedge& hedge, std::string_view pattern, text::Vocabulary& vocabulary);
};

/// The interval that a bound implies where only bound and value are known, as after a correction by
/// hand: by the first hedge of that bound. @throws DomainError for a range or a vague word, which
/// need their own ends.
core::Interval implied_interval(Bound bound, double value, const HedgeRules& rules);

}  // namespace pressgauge::figures
