// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "pressgauge/figures/patterns.hpp"

namespace pressgauge::figures {

struct PhraseRules {
  /// `verbs`: forms of the verbs that rules name; a noun phrase can't go on over one.
  PhraseRules(text::Vocabulary& vocabulary, text::SetId verbs);
  text::SetId of, out, strong, ballot, cast, the, definite, pronoun, stop, news_verb, verbs, person,
      damageable, hyphen, possessive, closing, conjunction, speech, those, auxiliary, relative,
      thing, calendar, year, last, counted_compound, singular_noun, no, not_zero, nobody,
      indefinite, another, ordinal, article, plural, victim_adjective;
  text::Traits wordless;  ///< what counts without a number starts with these
};

/// Draws each quantity together with the noun that it counts, and adds what counts without a
/// number: `no one`, `no casualties`, `a policeman`.
std::vector<Phrase> phrases(const text::Document& document,
                            const text::TokenRange& range,
                            std::vector<Quantity> quantities,
                            const PhraseRules& rules,
                            const text::Vocabulary& vocabulary);

}  // namespace pressgauge::figures
