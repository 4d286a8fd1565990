// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/detail/tolls.hpp"

#include <algorithm>
#include <string_view>

#include "pressgauge/sentiment/detail/terms.hpp"

namespace pressgauge::sentiment::detail {
namespace {

// Where a number counts a harm: so many tokens before it and after it, as news tells tolls (`at
// least 20 people were killed`, `killing 107 or more`).
constexpr std::size_t kBefore = 9;
constexpr std::size_t kAfter = 8;
// How far a clause is looked through for what makes it background.
constexpr std::size_t kClause = 16;
constexpr std::size_t kBehind = 6;
constexpr double kWeakened = 0.5;  // what weakens by as much or more takes the toll back
constexpr std::size_t kYearDigits = 4;

}  // namespace

bool Tolls::is_toll(const Term& term, const text::TokenRange& sentence) const {
  return term.event->toll && term.modification.factor() > kWeakened && is_counted(term, sentence) &&
         !is_in_relative_clause(term.tokens.first, sentence.first) &&
         !is_of_a_war(term.tokens, sentence);
}

// A number near the term, in the same statement.
bool Tolls::is_counted(const Term& term, const text::TokenRange& sentence) const {
  const std::size_t first = std::max(sentence.first + kBefore, term.tokens.first) - kBefore;
  for (std::size_t i = term.tokens.first; i-- > first && !is_in(i, rules_.sentence_marks());) {
    if (counts(i)) return true;
  }
  const std::size_t end = std::min(term.tokens.end + kAfter, sentence.end);
  for (std::size_t i = term.tokens.first; i < end && !is_in(i, rules_.sentence_marks()); ++i) {
    if (counts(i)) return true;
  }
  return false;
}

bool Tolls::counts(std::size_t token) const {
  const text::Token& found = document_.tokens()[token];
  if (found.kind != text::TokenKind::number) return is_in(token, rules_.count_words());
  const std::string_view form = document_.form(found);
  const bool year =
      form.size() == kYearDigits && (form.starts_with("19") || form.starts_with("20"));
  return !year;
}

// A relative clause takes for known what it tells: `the protests that killed 85`, `a storm, which
// had left 12 dead`, `a raid in which 17 were killed`. The clause of `police said that 20 died` is
// none: it has a subject of its own.
bool Tolls::is_in_relative_clause(std::size_t at, std::size_t first) const {
  const PassingWords& words = rules_.passing_words();
  bool predicate = true;  // nothing but auxiliaries and adverbs between here and the term
  const std::size_t end = std::max(first + kClause, at) - kClause;
  for (std::size_t i = at; i-- > end && !is_in(i, rules_.clause_marks());) {
    if (is_in(i, words.relatives)) {
      const bool in_which = i > first && is_in(i, words.which) && is_in(i - 1, words.prepositions);
      return predicate || is_in(i + 1, words.leaving) || in_which;
    }
    predicate = predicate && is_in(i, words.around_verbs);
  }
  return false;
}

// What a war has done since it began is no news: `the conflict has killed 20,000`, `20,000 have
// died in the war`.
bool Tolls::is_of_a_war(const text::TokenRange& term, const text::TokenRange& sentence) const {
  const PassingWords& words = rules_.passing_words();
  std::size_t i = term.first;
  bool perfect = false;
  for (; i > sentence.first && is_in(i - 1, words.around_verbs); --i) {
    perfect = perfect || is_in(i - 1, words.perfect);
  }
  if (!perfect) return false;
  const std::size_t first = std::max(sentence.first + kClause, i) - kClause;
  while (i-- > first && !is_in(i, rules_.clause_marks())) {
    if (is_war(i)) return true;
  }
  const std::size_t end = std::min(term.end + kBehind, sentence.end);
  for (i = term.end; i < end && !is_in(i, rules_.clause_marks()); ++i) {
    if (is_war(i)) return true;
  }
  return false;
}

bool Tolls::is_war(std::size_t token) const {
  const bool compound =
      token + 1 < document_.tokens().size() && is_in(token + 1, rules_.passing_words().hyphen);
  return is_in(token, rules_.passing_words().wars) && !compound;
}

bool Tolls::is_in(std::size_t token, text::SetId set) const {
  return vocabulary_.in(document_.tokens()[token].word, set);
}

}  // namespace pressgauge::sentiment::detail
