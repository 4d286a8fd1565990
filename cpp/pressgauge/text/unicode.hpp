// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pressgauge::text {

/// What the tokenizer needs to know of a code point. Everything not listed as something else is a
/// letter: the scripts of the world outnumber its punctuation.
enum class CharacterClass : std::uint8_t { letter, digit, space, newline, ignorable, punctuation };

struct CodePoint {
  char32_t value = 0;
  int size = 1;  ///< bytes of UTF-8
};

/// @throws ParseError at the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7).
void validate_utf8(std::string_view text);

/// The code point at a byte of a valid text.
CodePoint decode(std::string_view text, std::size_t byte);
/// The code point that ends before a byte; {0, 0} at the start.
CodePoint decode_before(std::string_view text, std::size_t byte);
void append_utf8(std::string& out, char32_t value);

CharacterClass classify(char32_t value);
/// 0–9 for a decimal digit of the scripts that news is found in, -1 for others.
int digit_value(char32_t value);
/// Simple lower case of Latin, Greek and Cyrillic; full-width Latin becomes ASCII.
char32_t lower(char32_t value);
bool is_upper(char32_t value);
std::string lower(std::string_view text);

}  // namespace pressgauge::text
