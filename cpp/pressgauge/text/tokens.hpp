// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pressgauge/core/span.hpp"

namespace pressgauge::text {

enum class TokenKind : std::uint8_t {
  word,         ///< letters, with inner apostrophes; dotted abbreviations; `'s`
  number,       ///< digits with their separators: 1,200 · 3.5
  mixed,        ///< digits and letters together: 26th · 3.2bn · G7 · 1980s
  punctuation,  ///< one mark or symbol; `...` and `--` are one token
  link,         ///< web addresses
};

/// What rules ask of many words at once, a bit for each class of words (Vocabulary::trait).
using Traits = std::uint32_t;
/// Digits, alone or with letters.
inline constexpr Traits kDigits = 1;

/// A word, number or mark of the text.
struct Token {
  core::Span span;
  TokenKind kind = TokenKind::word;
  bool capitalised = false;          ///< starts with a capital letter
  bool space_before = true;          ///< white space stands before it
  std::uint8_t newlines_before = 0;  ///< line ends before it, at most 2 counted
  bool all_capitals = false;         ///< two or more letters, all of them capitals
  std::uint32_t word = 0;        ///< its number in the vocabulary, kUnknownWord if no rule names it
  std::uint32_t form_start = 0;  ///< its form in Tokens::forms
  std::uint32_t form_size = 0;
  Traits traits = 0;
};

/// The tokens of a text with their forms: lower case, plain apostrophes, quotes and hyphens, ASCII
/// digits, nothing invisible. Rules are matched on forms.
struct Tokens {
  std::vector<Token> items;
  std::string forms;

  std::string_view form(const Token& token) const {
    return {forms.data() + token.form_start, token.form_size};
  }
};

/// `text` must be valid UTF-8. Linear in its length.
Tokens tokenize(std::string_view text);

}  // namespace pressgauge::text
