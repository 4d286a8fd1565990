// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pressgauge/figures/dates.hpp"
#include "pressgauge/figures/patterns.hpp"
#include "pressgauge/figures/phrases.hpp"

namespace pressgauge::figures {

/// What a kind counts in, and whether it counts an event.
struct Kind {
  std::string name;
  std::string unit;
  bool event = false;
  bool persons = false;    ///< counts in persons
  bool victim = false;     ///< a single person counts, without a number
  bool alone = false;      ///< no share goes on with it: a turnout
  bool whole = false;      ///< a part of it is of another kind: of the electorate, turnout
  bool estimated = false;  ///< one thing that sources put at different numbers: a crowd
};

/// A pattern with what it gives: a kind, a status, a reason.
struct Rule {
  std::string id;
  std::string value;
  double cost = 0;
  AnchoredPattern pattern;
  std::size_t kind = 0;  ///< of a trigger: its place among the kinds
};

/// Rules looked up by the words around a number.
class RuleIndex {
 public:
  void add(Rule rule, const text::Vocabulary& vocabulary);
  /// Notes what its patterns ask for; to be called when all rules are added.
  void ask_signs(SignTable& signs);
  /// Takes the signs that were given.
  void take_signs(const SignTable& signs);

  struct Best {
    const Rule* rule = nullptr;
    double cost = 0;
  };
  /// The cheapest rule that fits the number at item `at`, within `most`; then the first in file
  /// order. `accepts` may refuse rules.
  template <class Accepts>
  Best best(const SentenceView& view, std::size_t at, double most, Accepts accepts) const;
  Best best(const SentenceView& view, std::size_t at, double most) const {
    return best(view, at, most, [](const Rule&) { return true; });
  }

 private:
  /// A rule under a word of its key, with what tells that it can't fit or be the best.
  struct Entry {
    double cost = 0;
    std::uint32_t rule = 0;
    KeyPlace key;
    Needs needs;
  };
  using Entries = std::vector<Entry>;
  /// Lists by the numbers of words. Few words have one, which is told without touching the lists.
  class ByWord {
   public:
    void add(text::WordId word, const Entry& entry);
    const Entries* find(text::WordId word) const {
      return word < places_.size() && places_[word] != 0 ? &lists_[places_[word] - 1] : nullptr;
    }
    std::vector<text::WordId> words() const;
    std::vector<Entries>& lists() { return lists_; }

   private:
    std::vector<std::uint32_t> places_;  ///< of the word's list, counted from 1
    std::vector<Entries> lists_;
  };

  std::vector<Rule> rules_;
  ByWord by_word_before_;  ///< rules whose key stands before the number
  ByWord by_word_behind_;
  ByWord by_noun_;
  Entries always_;
  Signs key_ = 0;             ///< of the words that stand before or behind numbers
  std::size_t farthest_ = 0;  ///< items from the number at which a key may stand
  std::size_t reach_ = 0;     ///< the place among the reaches of the first as far as that
};

/// What a user may add to or replace of the tables, as the text of rule files.
struct RuleTexts {
  std::string kinds;   ///< further lines of kinds.tsv; they win over ours at the same cost
  std::string hedges;  ///< replaces hedges.tsv
  std::string groups;  ///< lines of group names: name, words (`police	officers constables`)
};

/// All rules by which figures are read.
class Rules {
 public:
  explicit Rules(text::Vocabulary& vocabulary, const RuleTexts& user = {});

  /// The kind of a name; `other` where there is none.
  const Kind& kind(std::string_view name) const { return kinds_[place_of_kind(name)]; }
  const Kind& kind_of(const Rule& rule) const { return kinds_[rule.kind]; }
  const Kind& other() const { return kinds_[other_]; }
  const std::vector<Kind>& kinds() const { return kinds_; }

  QuantityRules quantities;
  DateRules dates;
  GapCosts gap_costs;
  RuleIndex triggers;
  RuleIndex victims;  ///< those of `triggers` that may tell of a single person
  RuleIndex status;
  RuleIndex lead;  ///< a past that the first sentence tells as its news
  RuleIndex subset;
  RuleIndex goes_on;  ///< the kinds that a bare number goes on with: `won 31`
  RuleIndex topic;    ///< what a bare share is in an article on a vote
  RuleIndex earlier;  ///< an earlier reading of the number before it
  RuleIndex purpose;  ///< a single person named in a plan or a fear is no victim
  RuleIndex left_alone;
  SignTable signs;
  Signs place_sign = 0;   ///< of the words that a place may stand behind
  text::Traits election;  ///< words that tell of a vote
  text::SetId verbs;      ///< forms of all verbs that rules name
  PhraseRules phrases;
  text::SetId person, person_or_toll, tally, comparison, governing, place_noun, pronoun, to, thing,
      damageable, vehicle, total, have, definite_all, turnout, clause, place_before, calendar,
      auxiliary, others, among, that;
  std::vector<std::pair<std::string, text::SetId>>
      actor_classes;  ///< troops, protest, …: for merging; narrow ones first
  std::vector<std::pair<std::string, text::SetId>> user_groups;

 private:
  void read_kinds(const text::Table& kinds,
                  const text::Table& frames,
                  text::Vocabulary& vocabulary);
  void give_signs(const text::Vocabulary& vocabulary);
  std::size_t place_of_kind(std::string_view name) const;

  std::vector<Kind> kinds_;
  std::size_t other_ = 0;
};

template <class Accepts>
RuleIndex::Best RuleIndex::best(const SentenceView& view,
                                std::size_t at,
                                double most,
                                Accepts accepts) const {
  Best best{nullptr, most};
  const Glance& seen = view.glance_of(at);
  // What an entry needs is missing more often than not, and tells so in one test.
  const auto may_win = [&](const Entry& entry) {
    return entry.needs.may_be_met(seen) && entry.cost <= best.cost;
  };
  const auto try_rule = [&](const Entry& entry) {
    const Rule& rule = rules_[entry.rule];
    const auto cost = rule.pattern.match(view, at);
    if (!cost) return;
    const double all = *cost + entry.cost;
    const bool better = all < best.cost || (all == best.cost && (!best.rule || &rule < best.rule));
    if (better && accepts(rule)) best = {&rule, all};
  };
  const auto try_all = [&](const Entries* entries) {
    if (!entries) return;
    for (const Entry& entry : *entries) {
      if (may_win(entry)) try_rule(entry);
    }
  };
  const auto try_word = [&](const ByWord& index, std::size_t item, std::size_t distance) {
    if ((view.items[item].signs & key_) == 0) return;
    const Entries* entries = index.find(view.items[item].word);
    if (!entries) return;
    for (const Entry& entry : *entries) {
      if (may_win(entry) && entry.key.may_be(distance)) try_rule(entry);
    }
  };
  try_all(&always_);
  const Phrase& phrase = view.phrase_of(at);
  if (!phrase.noun.empty()) {
    for (std::size_t i = phrase.noun.first; i <= phrase.head; ++i)
      try_all(by_noun_.find(view.token(i).word));
  }
  if (((seen.left[reach_] | seen.right[reach_]) & key_) == 0) return best;
  // Near words first: what they say is cheap, and spares dearer rules the trial.
  for (std::size_t distance = 1; distance <= farthest_; ++distance) {
    if (distance <= at) try_word(by_word_before_, at - distance, distance);
    if (at + distance < view.items.size()) try_word(by_word_behind_, at + distance, distance);
  }
  return best;
}

}  // namespace pressgauge::figures
