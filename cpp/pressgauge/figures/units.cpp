// SPDX-License-Identifier: MIT
#include "pressgauge/figures/units.hpp"

#include <array>

#include "pressgauge/core/errors.hpp"

namespace pressgauge::figures {

UnitRules::UnitRules(const text::Table& table, text::Vocabulary& vocabulary) {
  for (const text::Row& row : table.rows) {
    try {
      matcher_.add(row.cells[0], static_cast<std::uint32_t>(units_.size()), vocabulary);
    } catch (const ParseError& error) {
      table.fail(row, 0, error.what());
    }
    units_.emplace_back(row.cells[1]);
  }
}

std::optional<UnitRules::Found> UnitRules::at(std::span<const text::Token> tokens,
                                              std::size_t at,
                                              const text::Vocabulary& vocabulary) const {
  if (at >= tokens.size() || tokens[at].word == text::kUnknownWord) return std::nullopt;
  const auto match = matcher_.match(tokens, at, vocabulary);
  return match ? std::optional(Found{&units_[match->value], match->end}) : std::nullopt;
}

const std::string* UnitRules::of_letters(std::string_view letters,
                                         const text::Vocabulary& vocabulary) const {
  // One letter names too much else: the 1980s, a 5G network.
  if (letters.size() < 2) return nullptr;
  std::array<text::Token, 1> token;
  token[0].word = vocabulary.find(letters);
  const auto found = at(token, 0, vocabulary);
  return found ? found->unit : nullptr;
}

}  // namespace pressgauge::figures
