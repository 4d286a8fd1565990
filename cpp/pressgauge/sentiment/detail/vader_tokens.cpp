// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/detail/vader_tokens.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <utility>

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

// Bytes of the white space at `byte`, 0 if there is none.
std::size_t space_size(std::string_view text, std::size_t byte) {
  const text::CodePoint c = text::decode(text, byte);
  return text::is_space(c.value) ? static_cast<std::size_t>(c.size) : 0;
}

bool continues_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Reads a text in one pass: while a word is passed over it is hashed and its letters made small,
// for what takes time are the ends of loops, which no processor can foretell.
class Reader {
 public:
  Reader(std::string_view text, const VaderWords& words, const text::CaseTable& letters)
      : text_(text), words_(words), letters_(letters), small_(text.size(), '\0') {
    tokens_.reserve(text.size() / kBytesPerToken + 1);
  }

  std::vector<VaderToken> tokens() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const Byte& byte = byte_of(text_[i]);
      small_[i] = byte.small;
      if ((byte.bits & (kBlank | kBeyondAscii)) != 0) {
        // The bytes that continue a code point are no white space of their own.
        const bool may_part = !continues_code_point(text_[i]);
        const std::size_t size = may_part ? space_size(text_, i) : 0;
        if (size != 0) {
          end_token(i);
          start_ = i + size;
          i = start_ - 1;
          continue;
        }
      }
      bits_ |= byte.bits;
      hash_.add(byte.small);
    }
    end_token(text_.size());
    return std::move(tokens_);
  }

 private:
  void end_token(std::size_t end) {
    if (start_ < end) tokens_.push_back(token(text_.substr(start_, end - start_)));
    bits_ = 0;
    hash_ = {};
  }
  VaderToken token(std::string_view word) {
    const bool has_marks = is_mark(word.front()) || is_mark(word.back());
    if ((bits_ & kBeyondAscii) != 0) return unicode_token(without_marks(word));
    if (!has_marks) return ascii_token(word, hash_.value());
    word = without_marks(word);
    return ascii_token(word, WordHash::of(small(word)));
  }
  VaderToken ascii_token(std::string_view word, std::uint64_t hash) const {
    const bool is_upper = (bits_ & (kSmall | kCapital)) == kCapital;
    return made(words_.find(small(word), hash), small(word), is_upper);
  }
  VaderToken unicode_token(std::string_view word) {
    letters_.lower(word, unicode_small_);
    const VaderWord& known = words_.find(unicode_small_, WordHash::of(unicode_small_));
    return made(known, unicode_small_, letters_.is_upper(word));
  }
  VaderToken made(const VaderWord& word, std::string_view small, bool is_upper) const {
    const bool has_not =
        (bits_ & kApostrophe) != 0 && small.find(kNegatedVerb) != std::string_view::npos;
    return {&word, is_upper, word.negates || has_not};
  }
  std::string_view small(std::string_view word) const {
    return {small_.data() + (word.data() - text_.data()), word.size()};
  }

  std::string_view text_;
  const VaderWords& words_;
  const text::CaseTable& letters_;
  std::string small_;  // the text in small ASCII letters
  std::string unicode_small_;
  std::vector<VaderToken> tokens_;
  // Of the token that is being passed over:
  std::size_t start_ = 0;
  unsigned bits_ = 0;
  WordHash hash_;
};

}  // namespace

std::vector<VaderToken> vader_tokens(std::string_view text,
                                     const VaderWords& words,
                                     const text::CaseTable& letters) {
  return Reader(text, words, letters).tokens();
}

}  // namespace pressgauge::sentiment::detail
