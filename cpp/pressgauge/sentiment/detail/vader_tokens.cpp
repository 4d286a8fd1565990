// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/detail/vader_tokens.hpp"

#include <array>
#include <cstdint>
#include <string>

#include "pressgauge/text/unicode.hpp"

namespace pressgauge::sentiment::detail {
namespace {

constexpr std::size_t kShortWord = 2;  // a word that short keeps its marks: it may be an emoticon
constexpr std::size_t kMostBytes = 4;  // of a code point
constexpr std::string_view kNegatedVerb = "n't";
constexpr std::size_t kBytesPerToken = 5;  // of news, about

// What a byte is, as bits: a word's are gathered while it is hashed.
constexpr std::uint8_t kSmall = 1;
constexpr std::uint8_t kCapital = 2;
constexpr std::uint8_t kApostrophe = 4;
constexpr std::uint8_t kMark = 8;  // Python's string.punctuation
constexpr std::uint8_t kBlank = 16;
constexpr std::uint8_t kBeyondAscii = 32;

struct Byte {
  std::uint8_t bits = 0;
  char small = 0;  // its small letter
};
constexpr std::array<Byte, 256> kBytes = [] {
  std::array<Byte, 256> bytes{};
  for (std::size_t b = 0; b < bytes.size(); ++b) {
    bytes[b].small = static_cast<char>(static_cast<unsigned char>(b));
    if (b >= text::kAsciiEnd) {
      bytes[b].bits = kBeyondAscii;
    } else if (b >= 'A' && b <= 'Z') {
      bytes[b] = {kCapital, static_cast<char>(b - 'A' + 'a')};
    } else if (b >= 'a' && b <= 'z') {
      bytes[b].bits = kSmall;
    } else if (text::kAsciiClasses[b] == text::CharacterClass::punctuation) {
      bytes[b].bits = b == '\'' ? kMark | kApostrophe : kMark;
    } else if (text::is_ascii_space(static_cast<char32_t>(b))) {
      bytes[b].bits = kBlank;
    }
  }
  return bytes;
}();

const Byte& byte_of(char c) { return kBytes[static_cast<unsigned char>(c)]; }
bool is_mark(char c) { return (byte_of(c).bits & kMark) != 0; }

bool is_short(std::string_view word) {
  if (word.size() > kShortWord * kMostBytes) return false;
  std::size_t count = 0;
  for (std::size_t byte = 0; byte < word.size() && count <= kShortWord; ++count) {
    byte += static_cast<std::size_t>(text::decode(word, byte).size);
  }
  return count <= kShortWord;
}

std::string_view without_marks(std::string_view token) {
  std::string_view word = token;
  while (!word.empty() && is_mark(word.front())) word.remove_prefix(1);
  while (!word.empty() && is_mark(word.back())) word.remove_suffix(1);
  return is_short(word) ? token : word;
}

class Reader {
 public:
  Reader(const VaderWords& words, const text::CaseTable& letters)
      : words_(words), letters_(letters) {}

  VaderToken token(std::string_view word) {
    if (small_.size() < word.size()) small_.resize(word.size());
    WordHash hash;
    unsigned bits = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
      const Byte& byte = byte_of(word[i]);
      bits |= byte.bits;
      small_[i] = byte.small;
      hash.add(byte.small);
    }
    if ((bits & kBeyondAscii) != 0) return unicode_token(word);
    const std::string_view small(small_.data(), word.size());
    const bool is_upper = (bits & (kSmall | kCapital)) == kCapital;
    return made(words_.find(small, hash.value()), small, is_upper, (bits & kApostrophe) != 0);
  }

 private:
  VaderToken unicode_token(std::string_view word) {
    letters_.lower(word, unicode_small_);
    const VaderWord& known = words_.find(unicode_small_, WordHash::of(unicode_small_));
    return made(known, unicode_small_, letters_.is_upper(word), true);
  }
  static VaderToken made(const VaderWord& word,
                         std::string_view small,
                         bool is_upper,
                         bool may_have_apostrophe) {
    const bool has_not = may_have_apostrophe && small.find(kNegatedVerb) != std::string_view::npos;
    return {&word, is_upper, word.negates || has_not};
  }

  const VaderWords& words_;
  const text::CaseTable& letters_;
  std::string small_;
  std::string unicode_small_;
};

// Bytes of the white space at `byte`, 0 if there is none.
std::size_t space_size(std::string_view text, std::size_t byte) {
  const std::uint8_t bits = byte_of(text[byte]).bits;
  if ((bits & kBlank) != 0) return 1;
  if ((bits & kBeyondAscii) == 0) return 0;
  const text::CodePoint c = text::decode(text, byte);
  return text::is_space(c.value) ? static_cast<std::size_t>(c.size) : 0;
}

}  // namespace

std::vector<VaderToken> vader_tokens(std::string_view text,
                                     const VaderWords& words,
                                     const text::CaseTable& letters) {
  std::vector<VaderToken> tokens;
  tokens.reserve(text.size() / kBytesPerToken + 1);
  Reader reader(words, letters);
  const auto take = [&](std::size_t start, std::size_t end) {
    if (start < end) tokens.push_back(reader.token(without_marks(text.substr(start, end - start))));
  };
  std::size_t start = 0;
  for (std::size_t byte = 0; byte < text.size(); ++byte) {
    if ((byte_of(text[byte]).bits & (kBlank | kBeyondAscii)) == 0) continue;
    // The bytes that continue a code point are no white space of their own.
    if ((static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U) continue;
    const std::size_t size = space_size(text, byte);
    if (size == 0) continue;
    take(start, byte);
    start = byte + size;
    byte = start - 1;
  }
  take(start, text.size());
  return tokens;
}

}  // namespace pressgauge::sentiment::detail
