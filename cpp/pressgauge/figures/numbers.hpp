// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <unordered_map>

#include "pressgauge/text/document.hpp"
#include "pressgauge/text/tables.hpp"

namespace pressgauge::figures {

/// How a number is written.
enum class NumberForm : std::uint8_t { digits, words, fraction };

/// A number as it stands in the text: digits, words, or both (2.5 million).
struct Number {
  text::TokenRange tokens;
  NumberForm form = NumberForm::digits;
  double value = 0;       ///< a fraction in percent
  double last_digit = 1;  ///< unit of the last significant digit: 100 for 1,200
  bool overflow = false;  ///< beyond what a double holds
};

/// What the words of numbers are worth (numbers.tsv).
class NumberRules {
 public:
  NumberRules(const text::Table& table, text::Vocabulary& vocabulary);

  enum class Part : std::uint8_t { ones, tens, hundred, scale, dozen, part, unit };
  struct Word {
    Part part;
    double value;
  };
  const Word* find(text::WordId word) const;
  /// What letters behind digits multiply them by: bn, m, k.
  std::optional<double> unit(std::string_view letters) const;
  text::SetId a, conjunction, hyphen, in, out, of, every, of_half;

 private:
  std::unordered_map<text::WordId, Word> words_;
  std::unordered_map<std::string, double> units_;
};

/// The number that starts at token `at`, the longest reading; nothing if there is none.
std::optional<Number> number_at(const text::Document& document,
                                std::size_t at,
                                std::size_t end,
                                const NumberRules& rules,
                                const text::Vocabulary& vocabulary);

/// Unit of the last significant digit: 100 for 1200, 0.1 for 3.5.
double last_digit_unit(double value);

}  // namespace pressgauge::figures
