// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace pressgauge::text {

/// What the tokenizer needs to know of a code point. Everything not listed as something else is a
/// letter: the scripts of the world outnumber its punctuation.
enum class CharacterClass : std::uint8_t { letter, digit, space, newline, ignorable, punctuation };

/// Nearly all of news is ASCII: what is asked of every character is answered by a table for it.
inline constexpr char32_t kAsciiEnd = 0x80;

struct CodePoint {
  char32_t value = 0;
  int size = 1;  ///< bytes of UTF-8
};

/// @throws ParseError at the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7).
void validate_utf8(std::string_view text);

/// The code point of more than one byte at a byte of a valid text.
CodePoint decode_beyond_ascii(std::string_view text, std::size_t byte);
/// The code point at a byte of a valid text.
inline CodePoint decode(std::string_view text, std::size_t byte) {
  const auto lead = static_cast<unsigned char>(text[byte]);
  return lead < kAsciiEnd ? CodePoint{lead, 1} : decode_beyond_ascii(text, byte);
}
/// Writes a code point and returns the place behind it.
char* write_utf8(char* out, char32_t value);

constexpr CharacterClass classify_ascii(char32_t c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return CharacterClass::letter;
  if (c >= '0' && c <= '9') return CharacterClass::digit;
  if (c == '\n' || c == '\r' || c == '\f' || c == '\v') return CharacterClass::newline;
  return c <= ' ' || c == 0x7F ? CharacterClass::space : CharacterClass::punctuation;
}
inline constexpr std::array<CharacterClass, kAsciiEnd> kAsciiClasses = [] {
  std::array<CharacterClass, kAsciiEnd> classes{};
  for (char32_t c = 0; c < kAsciiEnd; ++c) classes[c] = classify_ascii(c);
  return classes;
}();
CharacterClass classify_beyond_ascii(char32_t value);
inline CharacterClass classify(char32_t value) {
  return value < kAsciiEnd ? kAsciiClasses[value] : classify_beyond_ascii(value);
}
/// 0–9 for a decimal digit of the scripts that news is found in, -1 for others.
int digit_value(char32_t value);
/// Simple lower case of Latin, Greek and Cyrillic; full-width Latin becomes ASCII.
char32_t lower(char32_t value);
/// The small letter of an ASCII letter, 0 for any other byte.
inline constexpr std::array<char, 256> kSmallLetters = [] {
  std::array<char, 256> letters{};
  for (char c = 'a'; c <= 'z'; ++c) {
    letters[static_cast<unsigned char>(c)] = c;
    letters[static_cast<unsigned char>(c - 'a' + 'A')] = c;
  }
  return letters;
}();
std::string lower(std::string_view text);

}  // namespace pressgauge::text
