// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pressgauge/text/tables.hpp"
#include "pressgauge/text/terms.hpp"

namespace pressgauge::figures {

/// Units of what is measured (units.tsv). Figures leave such numbers alone; `quantities` names
/// them.
class UnitRules {
 public:
  /// @throws ParseError
  UnitRules(const text::Table& table, text::Vocabulary& vocabulary);

  struct Found {
    const std::string* unit;  ///< owned by the rules
    std::size_t end;          ///< token behind it
  };
  /// The unit that starts at a token: `km`, `square metres`.
  std::optional<Found> at(std::span<const text::Token> tokens,
                          std::size_t at,
                          const text::Vocabulary& vocabulary) const;
  /// The unit of letters right behind digits: `km` of 42km.
  const std::string* of_letters(std::string_view letters, const text::Vocabulary& vocabulary) const;

 private:
  std::vector<std::string> units_;
  text::TermMatcher matcher_;
};

}  // namespace pressgauge::figures
