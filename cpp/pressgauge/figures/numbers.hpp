// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pressgauge/text/document.hpp"
#include "pressgauge/text/tables.hpp"

namespace pressgauge::figures {

/// A number as it stands in the text: digits, words, or both (2.5 million).
struct Number {
  text::TokenRange tokens;
  double value = 0;
  double last_digit = 1;  ///< unit of the last significant digit: 100 for 1,200
  double scale = 1;  ///< of the words it ends in: 1e6 for `three million`, 100 for `two hundred`
  bool in_digits = false;  ///< starts with digits
  bool part = false;       ///< a part of a whole: half, a third, one in five
  bool slashed = false;    ///< a part written as 3/4, as dates and scores are too
  bool overflow = false;   ///< beyond what a double holds
};

/// What the words of numbers are worth (numbers.tsv).
class NumberRules {
 public:
  NumberRules(const text::Table& table, text::Vocabulary& vocabulary);

  enum class Part : std::uint8_t {
    none,
    ones,
    tens,
    hundred,
    scale,
    dozen,
    dozens,
    part,
    parts,
    nth,
    nths,
    mark,
    unit
  };
  struct Word {
    Part part = Part::none;
    double value = 0;
  };
  /// Part::none for a word that makes no number.
  Word find(text::WordId word) const { return word < words_.size() ? words_[word] : Word{}; }
  /// What letters behind digits multiply them by: bn, m, k.
  std::optional<double> unit(std::string_view letters) const;

  text::SetId a, conjunction, hyphen, in, out, of, every, after_half, minus, point, slash, power,
      over, group_mark, decimal_mark, before_one, part_end, joiner, earlier_part, before_sign,
      percent;

 private:
  std::vector<Word> words_;  // by WordId
  std::vector<std::pair<std::string, double>> units_;
};

/// The number that starts at token `at`, the longest reading; nothing if there is none.
std::optional<Number> number_at(const text::Document& document,
                                std::size_t at,
                                std::size_t end,
                                const NumberRules& rules,
                                const text::Vocabulary& vocabulary);

/// Digits with the letters behind them: 3.2bn, 42km. `1e6` has no letters.
struct GluedNumber {
  double value = 0;
  std::string_view letters;
  bool overflow = false;
};

/// Nothing for a form that doesn't start with digits (G7), or is a date or address (12.05.2020).
std::optional<GluedNumber> number_with_letters(std::string_view form);

/// Unit of the last significant digit: 100 for 1200, 0.1 for 3.5.
double last_digit_unit(double value);

}  // namespace pressgauge::figures
