// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "pressgauge/text/structure.hpp"

namespace pressgauge::text {

/// Words between quotation marks.
struct Quote {
  core::Span span;  ///< with its marks
  TokenRange tokens;
  std::optional<core::Span> speaker;  ///< the words that name who says it
};

/// Who says what: `police said that …`, `…, Stoltenberg said`, `according to the UN`.
struct Attribution {
  core::Span speaker;  ///< the words that name the speaker; for a pronoun, of whom it stands for
  core::Span mention;  ///< the words in this sentence: the same, or the pronoun
  core::Span verb;     ///< said · according to
  TokenRange content;  ///< what is said, within the sentence
  std::size_t sentence = 0;
};

/// Words that speech is recognised by (words.tsv).
struct SpeechRules {
  explicit SpeechRules(Vocabulary& vocabulary);
  SetId verbs;     ///< said, warned
  SetId pronouns;  ///< he, they
  SetId breaks;    ///< words that end a speaker's name to the left: and, but, that, as
  SetId according;
  Traits verbs_or_according;
  SetId to;
  SetId adverbs;      ///< also, earlier: between the speaker and the verb
  SetId auxiliaries;  ///< has, had, was
  SetId be;
  SetId person_pronouns;  ///< he, she
  SetId function_words;
  SetId name_breaks;  ///< words that end a speaker's name to the right: on, in, after, said
};

std::vector<Quote> quotes(const Tokens& tokens,
                          std::string_view text,
                          const std::vector<TokenRange>& paragraphs);

/// Attributions in the order of the text; pronouns stand for the speaker named last.
std::vector<Attribution> attributions(const Tokens& tokens,
                                      const std::vector<Sentence>& sentences,
                                      const std::vector<Quote>& quotes,
                                      const SpeechRules& rules,
                                      const Vocabulary& vocabulary);

/// Gives each quote the speaker of the attribution around it, else of the quote before it in its
/// paragraph.
void assign_speakers(std::vector<Quote>& quotes,
                     const std::vector<Attribution>& attributions,
                     const std::vector<Sentence>& sentences);

}  // namespace pressgauge::text
