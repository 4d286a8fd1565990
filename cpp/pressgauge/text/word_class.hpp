// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pressgauge::text {

/// Tags of the Penn Treebank (@cite marcus_santorini_1993) in lower case, some of them drawn
/// together: docs/tagger.md.
enum class WordClass : std::uint8_t {
  cc,    ///< and, or
  cd,    ///< 30, thirty, 26th where it counts
  dt,    ///< the, some, all, that
  ex,    ///< there, in `there were`
  in,    ///< of, because, that: prepositions and conjunctions that subordinate
  jj,    ///< adjective; jjr, jjs: compared
  jjr,   ///< larger, more
  jjs,   ///< largest, least
  md,    ///< will, could
  nn,    ///< noun, singular or mass; pronouns made with a noun: nobody
  nnp,   ///< name
  nnps,  ///< name in the plural
  nns,   ///< noun, plural
  pos,   ///< 's of a possessive
  prp,   ///< he, them; it's and they're too: a contraction has the class of its first word
  prp_possessive,  ///< his, their (PRP$)
  punct,           ///< marks
  rb,              ///< adverb, not, compared ones too
  rp,              ///< up, in `blew up`
  sym,             ///< $ £ % and other marks that stand for words
  to,              ///< to, always
  vb,              ///< base verb
  vbd,             ///< past tense
  vbg,             ///< -ing
  vbn,             ///< past participle
  vbp,             ///< present tense, not third person singular
  vbz,             ///< present tense, third person singular; 's where it is a verb
  wh,              ///< who, which, whose, when, where (WDT, WP, WP$, WRB)
  x,               ///< all else: interjections, foreign words, web addresses
};

inline constexpr std::size_t kWordClasses = static_cast<std::size_t>(WordClass::x) + 1;

/// The tag as it is written: NN, PRP$.
std::string_view to_string(WordClass word_class);
std::optional<WordClass> parse_word_class(std::string_view tag);

constexpr bool is_name(WordClass c) { return c == WordClass::nnp || c == WordClass::nnps; }
constexpr bool is_noun(WordClass c) {
  return c == WordClass::nn || c == WordClass::nns || is_name(c);
}
constexpr bool is_plural_noun(WordClass c) { return c == WordClass::nns || c == WordClass::nnps; }
constexpr bool is_adjective(WordClass c) {
  return c == WordClass::jj || c == WordClass::jjr || c == WordClass::jjs;
}
/// Verbs without modals.
constexpr bool is_verb(WordClass c) { return c >= WordClass::vb && c <= WordClass::vbz; }
/// Verbs that a clause can stand on: past or present tense, modals.
constexpr bool is_finite(WordClass c) {
  return c == WordClass::vbd || c == WordClass::vbp || c == WordClass::vbz || c == WordClass::md;
}

}  // namespace pressgauge::text
