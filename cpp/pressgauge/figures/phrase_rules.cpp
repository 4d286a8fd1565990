// SPDX-License-Identifier: MIT
#include "pressgauge/figures/phrases.hpp"

namespace pressgauge::figures {

PhraseRules::PhraseRules(text::Vocabulary& vocabulary, text::SetId verb_forms)
    : of(vocabulary.set("of")),
      out(vocabulary.set("out")),
      strong(vocabulary.set("strong")),
      ballot(vocabulary.set("vote|votes|ballot|ballots")),
      cast(vocabulary.set("cast")),
      the(vocabulary.set("the")),
      definite(vocabulary.set("the|his|her|their|its|our|these|those|my|your|that|this")),
      pronoun(vocabulary.set("them|whom|which|us|you")),
      stop(vocabulary.set("@function_word|@adverb|@number_word")),
      news_verb(vocabulary.set("@news_verb")),
      verbs(verb_forms),
      person(vocabulary.set("@person")),
      damageable(vocabulary.set("@damageable")),
      hyphen(vocabulary.set("-")),
      possessive(vocabulary.set("'s|'")),
      closing(vocabulary.set(")")),
      conjunction(vocabulary.set("and|or")),
      speech(vocabulary.set("@speech")),
      those(vocabulary.set("those")),
      auxiliary(vocabulary.set("@auxiliary")),
      relative(vocabulary.set("who|whose|whom")),
      thing(vocabulary.set("@thing")),
      calendar(vocabulary.set("@weekday|@month")),
      year(vocabulary.set("year|years|month|months|week|day")),
      last(vocabulary.set("last|next|previous|this")),
      counted_compound(vocabulary.set("@counted_compound")),
      singular_noun(vocabulary.set("vote|arrest|attack|strike|death|protest|report|charge")),
      no(vocabulary.set("no")),
      not_zero(vocabulary.set(
          "longer|more|fewer|less|later|matter|doubt|one's|way|sign|plans|plan|comment")),
      nobody(vocabulary.set("nobody|none")),
      indefinite(vocabulary.set("a|an")),
      another(vocabulary.set("another")),
      ordinal(vocabulary.set("@ordinal")),
      article(vocabulary.set("a|an")),
      plural(vocabulary.set("@irregular_plural")),
      victim_adjective(vocabulary.set("@victim_adjective")),
      wordless(vocabulary.trait(vocabulary.set("nobody|none|no|a|an|another"))) {}

}  // namespace pressgauge::figures
