// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "pressgauge/core/span.hpp"
#include "pressgauge/text/terms.hpp"
#include "pressgauge/text/tokens.hpp"

namespace pressgauge::text {

/// Tokens [first, end) of a document.
struct TokenRange {
  std::size_t first = 0;
  std::size_t end = 0;
  bool empty() const { return first >= end; }
};

enum class SectionKind : std::uint8_t { headline, dateline, body, credit, biography, boilerplate };

std::string to_string(SectionKind kind);

/// A part of the article that is of one kind.
struct Section {
  SectionKind kind = SectionKind::body;
  core::Span span;
  TokenRange tokens;
  std::string rule;    ///< the rule that told its kind, empty for body
  std::string reason;  ///< in words
  /// Whether the article itself speaks here: figures and tone are read nowhere else.
  bool is_article() const {
    return kind == SectionKind::headline || kind == SectionKind::dateline ||
           kind == SectionKind::body;
  }
};

struct Sentence {
  core::Span span;
  TokenRange tokens;
  std::size_t section = 0;  ///< its number among the sections
  Traits traits = 0;        ///< those of any of its tokens
};

/// What tells a section's kind: patterns at the start of a paragraph (sections.tsv).
class SectionRules {
 public:
  explicit SectionRules(Vocabulary& vocabulary);

  struct Rule {
    std::string id;
    SectionKind kind;
    bool only_near_end;
    std::string reason;
  };
  TermMatcher matcher;
  std::vector<Rule> rules;
};

/// Words after which a full stop ends no sentence (abbreviations.tsv).
struct SentenceRules {
  explicit SentenceRules(Vocabulary& vocabulary);
  SetId never_last;   ///< Mr, Gen: a name follows
  SetId seldom_last;  ///< Inc, Jan: a sentence may end here
  SetId starters;     ///< words that start sentences: the, he, in
};

/// Blocks of text between blank lines, or between line ends where the text isn't wrapped.
std::vector<TokenRange> paragraphs(const Tokens& tokens);
std::vector<Section> sections(const Tokens& tokens,
                              const std::vector<TokenRange>& paragraphs,
                              const SectionRules& rules,
                              const Vocabulary& vocabulary);
std::vector<Sentence> sentences(const Tokens& tokens,
                                const std::vector<TokenRange>& paragraphs,
                                const std::vector<Section>& sections,
                                const SentenceRules& rules,
                                const Vocabulary& vocabulary);

core::Span span_of(const Tokens& tokens, const TokenRange& range);

}  // namespace pressgauge::text
