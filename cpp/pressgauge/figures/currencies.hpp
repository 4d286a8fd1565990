// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pressgauge/text/document.hpp"
#include "pressgauge/text/tables.hpp"
#include "pressgauge/text/terms.hpp"

namespace pressgauge::figures {

/// Codes of currencies by their signs and words (currencies.tsv).
class CurrencyRules {
 public:
  /// @throws ParseError
  CurrencyRules(const text::Table& table, text::Vocabulary& vocabulary);

  struct Found {
    const std::string* code;  ///< owned by the rules
    std::size_t end;          ///< token behind it
  };
  /// `$`, `US$`, `EUR` before a number.
  std::optional<Found> before(std::span<const text::Token> tokens, std::size_t at) const;
  /// `euros`, `US dollars` behind a number of this value.
  std::optional<Found> behind(std::span<const text::Token> tokens,
                              std::size_t at,
                              double value,
                              const text::Vocabulary& vocabulary) const;
  /// Words that may stand before a number: signs, what joins them, codes.
  const std::vector<text::WordId>& first_words() const { return first_words_; }

 private:
  struct Currency {
    std::string code;
    double least = 0;  ///< its word is another one behind smaller numbers: 33 won
  };
  struct Sign {
    text::WordId prefix;  ///< kUnknownWord for a sign alone
    text::WordId sign;
    std::size_t currency;
  };
  std::vector<Currency> currencies_;
  std::vector<Sign> signs_;
  text::TermMatcher words_;
  std::vector<text::WordId> first_words_;
};

}  // namespace pressgauge::figures
