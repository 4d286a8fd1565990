// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pressgauge/text/code_points.hpp"
#include "pressgauge/text/speech.hpp"
#include "pressgauge/text/structure.hpp"
#include "pressgauge/text/tokens.hpp"

namespace pressgauge::text {

/// The rules by which a text is taken apart.
struct Rules {
  explicit Rules(Vocabulary& vocabulary);
  SectionRules sections;
  SentenceRules sentences;
  SpeechRules speech;
  Traits english;  ///< words that English can't do without
};

/// Bytes of text that are read at the most, unless the caller lifts the limit.
inline constexpr std::size_t kMostBytes = std::size_t{64} << 20U;

/// A text taken apart, once, for all that read it. Immutable.
class Document {
 public:
  /// @throws ParseError when `text` is not UTF-8; DomainError when it is longer than `most_bytes`.
  Document(std::string text,
           const Rules& rules,
           const Vocabulary& vocabulary,
           std::size_t most_bytes = kMostBytes);

  const std::string& text() const { return *text_; }
  const std::vector<Token>& tokens() const { return tokens_.items; }
  std::string_view form(const Token& token) const { return tokens_.form(token); }
  const std::vector<Section>& sections() const { return sections_; }
  const std::vector<Sentence>& sentences() const { return sentences_; }
  const std::vector<Quote>& quotes() const { return quotes_; }
  const std::vector<Attribution>& attributions() const { return attributions_; }
  const CodePointMap& code_points() const { return code_points_; }

  /// `KABUL (Agency) -`, where the article starts so.
  const Section* dateline() const;
  std::string_view words(const core::Span& span) const { return span.of(*text_); }
  /// The same on one line: a name is itself wherever a line ends in it.
  std::string phrase(const core::Span& span) const;
  core::Span span_of(const TokenRange& range) const { return text::span_of(tokens_, range); }
  /// Whether the text is plainly not English: few of its words are ones that English can't do
  /// without.
  bool is_foreign() const { return is_foreign_; }

 private:
  std::unique_ptr<const std::string>
      text_;  ///< stays where it is when the document moves: the map looks into it
  Tokens tokens_;
  std::vector<Section> sections_;
  std::vector<Sentence> sentences_;
  std::vector<Quote> quotes_;
  std::vector<Attribution> attributions_;
  CodePointMap code_points_;
  bool is_foreign_ = false;
};

}  // namespace pressgauge::text
