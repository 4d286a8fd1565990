// SPDX-License-Identifier: MIT
#include "pressgauge/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>

#include "pressgauge/core/errors.hpp"

namespace pressgauge::text {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t n>
bool in_ranges(const std::array<Range, n>& ranges, char32_t value) {
  const auto after = std::upper_bound(
      ranges.begin(), ranges.end(), value, [](char32_t v, const Range& r) { return v < r.first; });
  return after != ranges.begin() && value <= std::prev(after)->last;
}

// Unicode 15, White_Space without the line ends.
constexpr std::array<Range, 6> kSpaces{{{0xA0, 0xA0},
                                        {0x1680, 0x1680},
                                        {0x2000, 0x200A},
                                        {0x202F, 0x202F},
                                        {0x205F, 0x205F},
                                        {0x3000, 0x3000}}};
// Shown as nothing: soft hyphen, zero-width and direction marks, variation selectors, byte-order
// mark.
constexpr std::array<Range, 8> kIgnorables{{{0xAD, 0xAD},
                                            {0x61C, 0x61C},
                                            {0x200B, 0x200F},
                                            {0x202A, 0x202E},
                                            {0x2060, 0x2064},
                                            {0x2066, 0x206F},
                                            {0xFE00, 0xFE0F},
                                            {0xFEFF, 0xFEFF}}};
// Blocks of punctuation and symbols.
constexpr std::array<Range, 22> kPunctuation{
    {{0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},     {0xD7, 0xD7},
     {0xF7, 0xF7},     {0x2C2, 0x2C5},   {0x37E, 0x37E},   {0x55A, 0x55F},   {0x589, 0x58A},
     {0x5BE, 0x5BE},   {0x60C, 0x60D},   {0x61B, 0x61F},   {0x66A, 0x66C},   {0x6D4, 0x6D4},
     {0x964, 0x965},   {0x2010, 0x2070}, {0x207A, 0x2BFF}, {0x3001, 0x3030}, {0xE000, 0xF8FF},
     {0xFE10, 0xFE6B}, {0xFF01, 0xFF0F}}};
constexpr std::array<Range, 4> kMorePunctuation{
    {{0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}}};
constexpr Range kEmoji{0x1F000, 0x1FAFF};
// The zeros of the decimal digits: Arabic-Indic, extended Arabic-Indic, Devanagari, Bengali,
// full-width.
constexpr std::array<char32_t, 5> kZeros{0x660, 0x6F0, 0x966, 0x9E6, 0xFF10};

bool is_continuation(unsigned char c) { return (c & 0xC0U) == 0x80U; }

// Bytes of the well-formed sequence at `byte`, 0 where there is none: Unicode 15, table 3-7.
std::size_t sequence_size(std::string_view text, std::size_t byte) {
  const auto at = [&](std::size_t i) {
    return byte + i < text.size() ? static_cast<unsigned char>(text[byte + i]) : 0U;
  };
  const unsigned lead = at(0);
  const unsigned second = at(1);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF)
    return is_continuation(static_cast<unsigned char>(second)) ? 2 : 0;
  const auto tail = [&](std::size_t i) {
    return is_continuation(static_cast<unsigned char>(at(i)));
  };
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = lead == 0xED ? 0x9F : 0xBF;
    return second >= low && second <= high && tail(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
    return second >= low && second <= high && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

// Whether the next eight bytes are all ASCII: none has its highest bit set.
bool is_ascii_word(std::string_view text, std::size_t byte) {
  std::uint64_t word = 0;
  if (byte + sizeof word > text.size()) return false;
  std::memcpy(&word, text.data() + byte, sizeof word);
  return (word & 0x8080808080808080U) == 0;
}

}  // namespace

void validate_utf8(std::string_view text) {
  for (std::size_t byte = 0; byte < text.size();) {
    if (is_ascii_word(text, byte)) {
      byte += sizeof(std::uint64_t);
      continue;
    }
    const std::size_t size = sequence_size(text, byte);
    if (size == 0) {
      constexpr std::string_view kHex = "0123456789abcdef";
      const auto bad = static_cast<unsigned char>(text[byte]);
      throw ParseError(std::string("text is not UTF-8: byte 0x") + kHex[bad >> 4U] +
                           kHex[bad & 15U] + " at offset " + std::to_string(byte),
                       static_cast<std::int64_t>(byte));
    }
    byte += size;
  }
}

CodePoint decode_beyond_ascii(std::string_view text, std::size_t byte) {
  const auto at = [&](std::size_t i) {
    return byte + i < text.size() ? static_cast<unsigned char>(text[byte + i]) : 0U;
  };
  const unsigned lead = at(0);
  if (lead < 0xE0) return {(lead & 0x1FU) << 6U | (at(1) & 0x3FU), 2};
  if (lead < 0xF0) return {(lead & 0xFU) << 12U | (at(1) & 0x3FU) << 6U | (at(2) & 0x3FU), 3};
  return {(lead & 0x7U) << 18U | (at(1) & 0x3FU) << 12U | (at(2) & 0x3FU) << 6U | (at(3) & 0x3FU),
          4};
}

char* write_utf8(char* out, char32_t value) {
  const auto put = [&](char32_t byte) { *out++ = static_cast<char>(byte); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0U | value >> 6U);
    put(0x80U | (value & 0x3FU));
  } else if (value < 0x10000) {
    put(0xE0U | value >> 12U);
    put(0x80U | (value >> 6U & 0x3FU));
    put(0x80U | (value & 0x3FU));
  } else {
    put(0xF0U | value >> 18U);
    put(0x80U | (value >> 12U & 0x3FU));
    put(0x80U | (value >> 6U & 0x3FU));
    put(0x80U | (value & 0x3FU));
  }
  return out;
}

CharacterClass classify_beyond_ascii(char32_t value) {
  if (value == 0x85 || value == 0x2028 || value == 0x2029) return CharacterClass::newline;
  if (in_ranges(kSpaces, value)) return CharacterClass::space;
  if (in_ranges(kIgnorables, value)) return CharacterClass::ignorable;
  if (digit_value(value) >= 0) return CharacterClass::digit;
  if (in_ranges(kPunctuation, value) || in_ranges(kMorePunctuation, value)) {
    return CharacterClass::punctuation;
  }
  if (value >= kEmoji.first && value <= kEmoji.last) return CharacterClass::punctuation;
  return CharacterClass::letter;
}

int digit_value(char32_t value) {
  if (value >= '0' && value <= '9') return static_cast<int>(value - '0');
  if (value < 0x80) return -1;
  for (const char32_t zero : kZeros) {
    if (value >= zero && value <= zero + 9) return static_cast<int>(value - zero);
  }
  return -1;
}

char32_t lower(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c < 0xC0) return c;
  if (c <= 0xDE) return c == 0xD7 ? c : c + 32;
  // Latin Extended-A and Additional pair capital and small letters, even and odd, with two runs
  // shifted by one.
  if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x1E00 && c <= 0x1EFF)) {
    return c | 1U;
  }
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c % 2 == 1 ? c + 1 : c;
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0xFF21 && c <= 0xFF3A) return c - 0xFF21 + 'a';
  if (c >= 0xFF41 && c <= 0xFF5A) return c - 0xFF41 + 'a';
  return c;
}

std::string lower(std::string_view text) {
  std::string out(text.size(), '\0');  // no small letter takes more bytes than its capital
  char* end = out.data();
  for (std::size_t byte = 0; byte < text.size();) {
    const CodePoint c = decode(text, byte);
    end = write_utf8(end, lower(c.value));
    byte += static_cast<std::size_t>(c.size);
  }
  out.resize(static_cast<std::size_t>(end - out.data()));
  return out;
}

}  // namespace pressgauge::text
