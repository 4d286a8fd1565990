// SPDX-License-Identifier: MIT
#include "pressgauge/text/document.hpp"

#include <utility>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/text/unicode.hpp"

namespace pressgauge::text {
namespace {

// English text has 35 % or more of these words; other languages that share some of them (in, a, me)
// stay below 15 %.
constexpr double kLeastEnglishShare = 0.15;
constexpr int kLeastWords = 12;  // fewer say nothing about the language

std::unique_ptr<const std::string> checked(std::string text, std::size_t most_bytes) {
  if (text.size() > most_bytes) {
    throw DomainError("text has " + std::to_string(text.size()) +
                      " bytes, more than the limit of " + std::to_string(most_bytes) +
                      "; raise max_bytes to read it");
  }
  validate_utf8(text);
  return std::make_unique<const std::string>(std::move(text));
}

bool is_foreign(const Tokens& tokens, Traits english) {
  int words = 0;
  int found = 0;
  for (const Token& token : tokens.items) {
    if (token.kind != TokenKind::word) continue;
    ++words;
    found += (token.traits & english) != 0 ? 1 : 0;
  }
  return words >= kLeastWords && found < kLeastEnglishShare * words;
}

// Looks each token up in the vocabulary.
void know_words(Tokens& tokens, const Vocabulary& vocabulary) {
  for (Token& token : tokens.items) {
    const bool digits = token.kind == TokenKind::number || token.kind == TokenKind::mixed;
    token.word = vocabulary.find(tokens.form(token));
    token.traits = vocabulary.traits_of(token.word) | (digits ? kDigits : 0);
  }
}

}  // namespace

Rules::Rules(Vocabulary& vocabulary)
    : sections(vocabulary),
      sentences(vocabulary),
      speech(vocabulary),
      english(vocabulary.trait(vocabulary.set("@function_word"))) {}

std::string Document::phrase(const core::Span& span) const {
  std::string line;
  bool space = false;
  for (const char byte : words(span)) {
    const bool blank = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
    if (!blank) {
      if (space) line += ' ';
      line += byte;
    }
    space = blank && !line.empty();
  }
  return line;
}

// It stands at the start, or behind the headline.
const Section* Document::dateline() const {
  for (std::size_t i = 0; i < sections_.size() && i < 2; ++i) {
    if (sections_[i].kind == SectionKind::dateline) return &sections_[i];
  }
  return nullptr;
}

Document::Document(std::string text,
                   const Rules& rules,
                   const Vocabulary& vocabulary,
                   std::size_t most_bytes)
    : text_(checked(std::move(text), most_bytes)), tokens_(tokenize(*text_)), code_points_(*text_) {
  know_words(tokens_, vocabulary);
  const std::vector<TokenRange> blocks = paragraphs(tokens_);
  sections_ = text::sections(tokens_, blocks, rules.sections, vocabulary);
  sentences_ = text::sentences(tokens_, blocks, sections_, rules.sentences, vocabulary);
  quotes_ = text::quotes(tokens_, *text_, blocks);
  attributions_ = text::attributions(tokens_, sentences_, quotes_, rules.speech, vocabulary);
  assign_speakers(quotes_, attributions_, sentences_);
  is_foreign_ = text::is_foreign(tokens_, rules.english);
}

}  // namespace pressgauge::text
