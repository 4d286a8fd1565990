// SPDX-License-Identifier: MIT
#include "pressgauge/text/tokens.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "pressgauge/text/unicode.hpp"

namespace pressgauge::text {
namespace {

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2BC; }

// Marks that are written in several ways, in the one that rules use.
char32_t plain_mark(char32_t c) {
  if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB || c == 0xFF02)
    return '"';
  if (is_apostrophe(c)) return '\'';
  if (c == 0x2010 || c == 0x2011 || c == 0x2212 || c == 0xFF0D) return '-';
  if (c == 0xFF05 || c == 0x66A) return '%';
  if (c == 0xFF0C || c == 0x60C) return ',';
  return c;
}

bool is_capital(char32_t c) { return c < kAsciiEnd ? c >= 'A' && c <= 'Z' : lower(c) != c; }
// Marks and blanks of ASCII that no word goes on behind. A full stop may stand in one (U.S.), and a
// colon in an address.
constexpr std::array<bool, 256> kEndsWord = [] {
  std::array<bool, 256> ends{};
  for (char32_t c = 0; c < kAsciiEnd; ++c) {
    const CharacterClass kind = classify_ascii(c);
    ends[c] = kind != CharacterClass::letter && kind != CharacterClass::digit && c != '\'' &&
              c != '.' && c != ':';
  }
  return ends;
}();

bool is_ascii_digit(unsigned char c) { return c >= '0' && c <= '9'; }

constexpr std::uint64_t kEachByte = 0x0101010101010101U;
constexpr std::uint64_t kHighBits = 0x80U * kEachByte;

// The ASCII letters at the start of eight bytes of text, all looked at at once; the first byte is
// the lowest one.
struct LeadingLetters {
  std::uint64_t small;     // the bytes, letters among them small
  std::size_t count;       // of letters before the first byte that is none
  std::uint64_t capitals;  // the high bit of each byte of the leading letters that is a capital

  explicit LeadingLetters(std::uint64_t bytes) : small(bytes | 0x20U * kEachByte) {
    // No sum of seven bits carries into the next byte.
    const std::uint64_t seven = small & ~kHighBits;
    const std::uint64_t from_a = seven + (0x80U - 'a') * kEachByte;
    const std::uint64_t past_z = seven + (0x80U - 'z' - 1U) * kEachByte;
    const std::uint64_t letters = from_a & ~past_z & ~bytes & kHighBits;
    const std::uint64_t others = letters ^ kHighBits;
    count = static_cast<std::size_t>(std::countr_zero(others)) / 8;
    // What is below the lowest other byte's bit: all of them where there is none.
    capitals = letters & ~(bytes << 2U) & (others ^ (others - 1U));
  }
  bool starts_capital() const { return (capitals & 0x80U) != 0; }
  // The product's highest byte is the sum of all bytes: processors that count bits are not all.
  int capital_count() const { return static_cast<int>((capitals >> 7U) * kEachByte >> 56U); }
};

// Bytes are read in the order of the text, which is that of a number's on nearly all machines.
constexpr bool kReadsWords = std::endian::native == std::endian::little;

class Tokenizer {
 public:
  // No form is longer than its word: one block holds them all.
  explicit Tokenizer(std::string_view text) : text_(text) {
    out_.items.reserve(text.size() / 4);
    out_.forms.resize(text.size());
    form_ = out_.forms.data();
  }

  Tokens run() && {
    while (byte_ < text_.size()) {
      if (text_[byte_] == ' ') {
        space_ = true;
        ++byte_;
      } else {
        step();
      }
    }
    out_.forms.resize(forms_size());
    return std::move(out_);
  }

 private:
  char32_t peek(std::size_t byte) const {
    return byte < text_.size() ? decode(text_, byte).value : 0;
  }
  CharacterClass class_at(std::size_t byte) const {
    return byte < text_.size() ? classify(decode(text_, byte).value) : CharacterClass::space;
  }
  std::size_t after(std::size_t byte) const {
    return byte < text_.size() ? byte + static_cast<std::size_t>(decode(text_, byte).size) : byte;
  }
  bool letter_at(std::size_t byte) const { return class_at(byte) == CharacterClass::letter; }
  bool digit_at(std::size_t byte) const { return class_at(byte) == CharacterClass::digit; }
  unsigned char byte_at(std::size_t byte) const {
    return byte < text_.size() ? static_cast<unsigned char>(text_[byte]) : 0;
  }
  std::size_t forms_size() const { return static_cast<std::size_t>(form_ - out_.forms.data()); }

  void step() {
    switch (class_at(byte_)) {
      case CharacterClass::newline:
        // CR LF is one line end.
        if (!(peek(byte_) == '\r' && peek(byte_ + 1) == '\n')) {
          newlines_ = static_cast<std::uint8_t>(std::min(newlines_ + 1, 2));
        }
        [[fallthrough]];
      case CharacterClass::space:
        space_ = true;
        byte_ = after(byte_);
        return;
      case CharacterClass::ignorable:
        byte_ = after(byte_);
        return;
      case CharacterClass::letter:
        if (kReadsWords && plain_word()) return;
        return at_link() ? link() : word();
      case CharacterClass::digit:
        return number();
      case CharacterClass::punctuation:
        if (peek(byte_) == '.' && digit_at(byte_ + 1)) return number();
        return mark();
    }
  }

  void open(TokenKind kind) {
    Token& token = out_.items.emplace_back();
    token.kind = kind;
    token.span.start_byte = static_cast<std::int64_t>(byte_);
    token.capitalised = kind != TokenKind::punctuation && is_capital(peek(byte_));
    token.space_before = space_ || out_.items.size() == 1;
    token.newlines_before = newlines_;
    token.form_start = static_cast<std::uint32_t>(forms_size());
    space_ = false;
    newlines_ = 0;
    letters_ = 0;
    capitals_ = 0;
  }

  void close() {
    Token& token = out_.items.back();
    token.span.end_byte = static_cast<std::int64_t>(byte_);
    token.form_size = static_cast<std::uint32_t>(forms_size()) - token.form_start;
    token.all_capitals = letters_ > 1 && letters_ == capitals_;
  }

  std::uint64_t eight_bytes(std::size_t byte) const {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text_.data() + byte, sizeof bytes);
    return bytes;
  }
  bool has_eight_bytes(std::size_t byte) const {
    return text_.size() - byte >= sizeof(std::uint64_t);
  }

  // Most tokens are up to seven letters of ASCII with a mark or a blank behind them that no word
  // goes on behind: nothing more is asked of them.
  bool plain_word() {
    if (!has_eight_bytes(byte_)) return false;
    const LeadingLetters letters(eight_bytes(byte_));
    const std::size_t count = letters.count;
    if (count == 0 || count == sizeof(std::uint64_t)) return false;
    const unsigned char next = byte_at(byte_ + count);
    if (!kEndsWord[next] && !(next == '.' && count > 1 && !at_link())) return false;
    Token& token = out_.items.emplace_back();
    token.span = {static_cast<std::int64_t>(byte_), static_cast<std::int64_t>(byte_ + count)};
    token.capitalised = letters.starts_capital();
    token.space_before = space_ || out_.items.size() == 1;
    token.newlines_before = newlines_;
    token.all_capitals = count > 1 && static_cast<std::size_t>(letters.capital_count()) == count;
    token.form_start = static_cast<std::uint32_t>(forms_size());
    token.form_size = static_cast<std::uint32_t>(count);
    // No form is longer than its word: there is room for eight bytes where eight were read.
    std::memcpy(form_, &letters.small, sizeof letters.small);
    form_ += count;
    byte_ += count;
    space_ = false;
    newlines_ = 0;
    return true;
  }

  // Moves over one code point and writes it to the form, as rules see it.
  void take() {
    const auto lead = static_cast<unsigned char>(text_[byte_]);
    if (lead >= kAsciiEnd) return take_beyond_ascii();
    const char small = kSmallLetters[lead];
    *form_++ = small != 0 ? small : static_cast<char>(lead);
    letters_ += small != 0 ? 1 : 0;
    capitals_ += lead >= 'A' && lead <= 'Z' ? 1 : 0;
    ++byte_;
  }

  void take_beyond_ascii() {
    const CodePoint c = decode(text_, byte_);
    byte_ += static_cast<std::size_t>(c.size);
    const CharacterClass kind = classify(c.value);
    if (kind == CharacterClass::ignorable) return;
    const int digit = digit_value(c.value);
    letters_ += kind == CharacterClass::letter ? 1 : 0;
    capitals_ += is_capital(c.value) ? 1 : 0;
    form_ = write_utf8(form_,
                       digit >= 0                       ? static_cast<char32_t>('0' + digit)
                       : kind == CharacterClass::letter ? lower(c.value)
                                                        : plain_mark(c.value));
  }

  // A run of ASCII letters, of which nearly all words are made. What is written might be any of our
  // members for all that a compiler knows: they are left alone until the end.
  void take_ascii_letters() {
    const char* const first = text_.data() + byte_;
    const char* const end = text_.data() + text_.size();
    const char* at = first;
    char* form = form_;
    int capitals = 0;
    while (kReadsWords && end - at >= static_cast<std::ptrdiff_t>(sizeof(std::uint64_t))) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, at, sizeof bytes);
      const LeadingLetters letters(bytes);
      std::memcpy(form, &letters.small, sizeof letters.small);
      at += letters.count;
      form += letters.count;
      capitals += letters.capital_count();
      if (letters.count < sizeof bytes) break;
    }
    for (; at != end; ++at) {
      const char small = kSmallLetters[static_cast<unsigned char>(*at)];
      if (small == 0) break;
      capitals += *at != small ? 1 : 0;
      *form++ = small;
    }
    byte_ += static_cast<std::size_t>(at - first);
    letters_ += static_cast<int>(at - first);
    capitals_ += capitals;
    form_ = form;
  }

  // Most words end here: a mark or a blank of ASCII, which no word goes on behind.
  bool ends_word() const {
    const unsigned char c = byte_at(byte_);
    return c < kAsciiEnd && c != '\'' && kSmallLetters[c] == 0;
  }

  // The byte after any invisible characters: they may stand inside words and numbers.
  std::size_t visible(std::size_t byte) const {
    while (byte < text_.size() && class_at(byte) == CharacterClass::ignorable) byte = after(byte);
    return byte;
  }

  void take_to(std::size_t byte) {
    while (byte_ < byte) take();
  }

  void word() {
    open(TokenKind::word);
    letters();
    if (forms_size() - out_.items.back().form_start == 1) dotted();
    if (digit_at(byte_)) alphanumerics();
    close();
  }

  // Letters, with apostrophes between them: Shi'ite, didn't. A final 's is a token of its own.
  void letters() {
    while (true) {
      take_ascii_letters();
      if (ends_word()) return;
      const std::size_t next = visible(byte_);
      if (letter_at(next)) {
        take_to(after(next));
      } else if (is_apostrophe(peek(next)) && letter_at(after(next)) && !possessive(next)) {
        take_to(after(next));
      } else {
        return;
      }
    }
  }

  bool possessive(std::size_t apostrophe) const {
    const std::size_t s = after(apostrophe);
    return (peek(s) == 's' || peek(s) == 'S') && !letter_at(after(s)) &&
           !is_apostrophe(peek(after(s)));
  }

  // U.S. · a.m.: single letters with full stops between them, and one at their end.
  void dotted() {
    bool any = false;
    while (peek(byte_) == '.' && letter_at(byte_ + 1) && !letter_at(after(byte_ + 1))) {
      take_to(after(byte_ + 1));
      any = true;
    }
    if (any && peek(byte_) == '.') take();
  }

  void alphanumerics() {
    out_.items.back().kind = TokenKind::mixed;
    while (letter_at(byte_) || digit_at(byte_)) take();
  }

  void number() {
    open(TokenKind::number);
    int points = peek(byte_) == '.' ? 1 : 0;
    take();
    while (true) {
      while (is_ascii_digit(byte_at(byte_))) take();
      const std::size_t next = visible(byte_);
      const char32_t c = plain_mark(peek(next));
      if (digit_at(next)) {
        take_to(after(next));
      } else if (c == '.' && digit_at(next + 1)) {
        ++points;
        take_to(next + 1);
      } else if (c == ',' && points == 0 && thousands(after(next))) {
        take_to(after(next));
      } else {
        break;
      }
    }
    // 12.05.2020, 192.168.0.1: no number but a name made of digits.
    if (points > 1) out_.items.back().kind = TokenKind::mixed;
    if (letter_at(byte_)) alphanumerics();
    close();
  }

  bool thousands(std::size_t byte) const {
    for (int i = 0; i < 3; ++i, byte = after(byte)) {
      if (!digit_at(byte)) return false;
    }
    return !digit_at(byte);
  }

  void mark() {
    const char32_t c = peek(byte_);
    if (is_apostrophe(c) && possessive(byte_) && !out_.items.empty() && !space_) {
      open(TokenKind::word);
      take();
      take();
      close();
      return;
    }
    open(TokenKind::punctuation);
    take();
    while ((c == '.' || c == '-') && peek(byte_) == c) take();
    close();
  }

  bool at_link() const {
    if (text_[byte_] != 'h' && text_[byte_] != 'w') return false;
    const std::string_view rest = text_.substr(byte_, 8);
    return rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
  }

  void link() {
    open(TokenKind::link);
    std::size_t end = byte_;
    while (end < text_.size() && class_at(end) != CharacterClass::space &&
           class_at(end) != CharacterClass::newline) {
      end = after(end);
    }
    // Marks that close the sentence are not the address's.
    while (end > byte_ + 1 &&
           std::string_view(".,;:!?)]\"'").find(text_[end - 1]) != std::string_view::npos) {
      --end;
    }
    take_to(end);
    close();
  }

  std::string_view text_;
  std::size_t byte_ = 0;
  bool space_ = false;
  std::uint8_t newlines_ = 0;
  int letters_ = 0;  // of the open token
  int capitals_ = 0;
  char* form_ = nullptr;  // where the next character of a form goes
  Tokens out_;
};

}  // namespace

Tokens tokenize(std::string_view text) { return Tokenizer(text).run(); }

}  // namespace pressgauge::text
