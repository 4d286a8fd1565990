// SPDX-License-Identifier: MIT
#include "pressgauge/figures/readings.hpp"

#include "pressgauge/figures/groups.hpp"

namespace pressgauge::figures {
namespace {

constexpr double kMostCost = 14;      // a dearer reading is no better than none
constexpr double kMostCostOfOne = 7;  // of a single person without a number
constexpr double kMostSubsetCost = 8;
constexpr double kListCost = 7;  // a number in a list keeps a reading of its own below this
constexpr double kPartCost = 3;  // so does a part
// How far back a number without a noun looks for what it counts.
constexpr std::size_t kSentencesBack = 2;
constexpr std::size_t kFarBack = 12;      // where a verb says what is counted: `won 31`
constexpr std::size_t kOpeningReach = 2;  // items: `of the`

class KindReader {
 public:
  KindReader(const SentenceView& view, std::size_t sentence, const Rules& rules, Discourse& before)
      : view_(view),
        sentence_(sentence),
        rules_(rules),
        before_(before),
        readings_(view.phrases.size(), none()) {
    items_.reserve(view.phrases.size());
  }

  std::vector<KindReading> run() {
    for (std::size_t item = 0; item < view_.items.size(); ++item) {
      if (!view_.items[item].phrase) continue;
      const std::size_t number = *view_.items[item].phrase;
      items_.push_back(item);
      readings_[number] = own(item);
      if (number > 0) inherit(item, number);
      if (!readings_[number].rule) go_on(item, number);
      mark_subset(item, number);
      find_group(view_, sentence_, item, rules_, before_, readings_);
      remember(number);
    }
    for (std::size_t number = view_.phrases.size(); number-- > 1;) anticipate(number);
    return std::move(readings_);
  }

 private:
  KindReading none() const {
    KindReading reading;
    reading.kind = &rules_.other();
    return reading;
  }

  // `150 soldiers, 95 civilians and hundreds of rebels killed`: what the last of a list tells is
  // told of all.
  void anticipate(std::size_t number) {
    const KindReading& next = readings_[number];
    KindReading& now = readings_[number - 1];
    if (now.rule || !next.rule || (next.inherited && !next.anticipated)) return;
    if (view_.phrases[number - 1].quantity.indefinite) return;
    const Phrase& phrase = view_.phrases[number - 1];
    if (!same_sort(phrase, view_.phrases[number]) || !can_be(*next.kind, phrase)) return;
    if (!is_joined(items_[number])) return;
    const text::TokenRange group = now.group;
    const bool subset = now.subset;
    now = next;
    now.group = group;
    now.group_assumed = false;
    now.subset = subset;
    now.inherited = now.anticipated = true;
  }

  KindReading own(std::size_t item) const {
    const Phrase& phrase = view_.phrase_of(item);
    const double most = phrase.quantity.indefinite ? kMostCostOfOne : kMostCost;
    // What is said behind `three of the nine suspects` is said of the three.
    const std::size_t number = *view_.items[item].phrase;
    const bool whole = (number > 0 && view_.phrases[number - 1].partitive) || opens_with(item);
    const RuleIndex& rules = phrase.quantity.indefinite ? rules_.victims : rules_.triggers;
    const auto best = rules.best(view_, item, most, [&](const Rule& rule) {
      return can_be(rules_.kind_of(rule), phrase, rule.pattern.names_noun()) &&
             (!whole || rule.pattern.is_local());
    });
    if (!best.rule) return none();
    return reading_of(best, rules_.kind_of(*best.rule), item);
  }

  // `Of the 29 miners, 15 were found`: so is what follows an opening whole.
  bool opens_with(std::size_t item) const {
    if (view_.phrases.size() < 2 || *view_.items[item].phrase > 0 || item > kOpeningReach)
      return false;
    const auto in = [&](std::size_t k, text::SetId set) {
      return view_.vocabulary.in(view_.items[k].word, set);
    };
    return item > 0 && in(0, rules_.phrases.of) && (item == 1 || in(1, rules_.phrases.definite)) &&
           item + 1 < view_.items.size() && view_.items[item + 1].is_mark;
  }

  KindReading reading_of(const RuleIndex::Best& best, const Kind& kind, std::size_t item) const {
    KindReading reading;
    reading.rule = best.rule;
    reading.kind = &kind;
    reading.cost = best.cost;
    reading.words = best.rule->pattern.key_words(view_, item);
    return reading;
  }

  // A single person counts as a victim only, and things are no people, though they may be deployed.
  bool can_be(const Kind& kind, const Phrase& phrase, bool named = false) const {
    if (phrase.compound || (kind.whole && phrase.partitive)) return false;
    if (phrase.quantity.indefinite) return kind.victim;
    if (phrase.noun.empty() || !kind.persons) return true;
    if (phrase.quantity.zero && !view_.in(phrase.head, rules_.person_or_toll)) return false;
    return kind.name == "deployed" || named || is_personal(phrase);
  }

  // Someone, or what their fate is called: `12 deaths`. A noun with a capital may name a people.
  bool is_personal(const Phrase& phrase) const {
    if (phrase.quantity.is_percent() || view_.in(phrase.head, rules_.person_or_toll)) return true;
    return !view_.in(phrase.head, rules_.thing) && view_.token(phrase.head).capitalised;
  }

  // What the text leaves out is taken from the number before: `killed 12 people in Zubin and seven
  // in Novo`, `12 dead, including three children`, `41 percent of the vote, followed by the Accord
  // with 33`.
  void inherit(std::size_t item, std::size_t number) {
    const KindReading& before = readings_[number - 1];
    KindReading& now = readings_[number];
    const Phrase& phrase = view_.phrases[number];
    const Phrase& last = view_.phrases[number - 1];
    if (!before.rule || before.kind == &rules_.other() ||
        last.quantity.is_percent() != phrase.quantity.is_percent())
      return;
    if (!can_be(*before.kind, phrase)) return;
    const double cost = now.rule ? now.cost : kMostCost;
    const bool bare = phrase.noun.empty() && !phrase.quantity.indefinite;
    const bool earlier = bare && rules_.earlier.best(view_, item, kMostSubsetCost).rule != nullptr;
    const bool listed =
        cost > kListCost && ((bare && (is_joined(item) || shares_go_on(item, before, phrase))) ||
                             (is_joined(item) && same_sort(last, phrase)));
    const bool part = cost > kPartCost && (phrase.pronominal || is_part(item));
    if (!earlier && !listed && !part) return;
    const bool subset = now.subset;
    now = before;
    now.group = {};
    now.group_assumed = false;
    now.inherited = true;
    now.subset = subset;
    now.earlier = earlier;
  }

  // `one` without a noun is a pronoun more often than not.
  static bool is_one(const Quantity& q) { return q.value == 1 && !q.plain_digits; }

  // A bare number that nothing is said of counts what was counted last: `Labour lost 91`, `Jamaica
  // has pledged 200`, also in the next sentences.
  void go_on(std::size_t item, std::size_t number) {
    const Phrase& phrase = view_.phrases[number];
    const Quantity& q = phrase.quantity;
    if (!is_bare(phrase) || is_one(q) || (!q.unit.empty() && !q.is_percent())) return;
    const auto fits = [&](const Discourse::Mention& m) {
      const bool counts = m.reading.rule || (!q.is_percent() && !m.reading.group.empty());
      return m.percent == q.is_percent() && counts && !m.single;
    };
    const auto kinds = rules_.goes_on.best(view_, item, kMostSubsetCost);
    const std::size_t back = kinds.rule ? kFarBack : q.is_percent() ? 1 : kSentencesBack;
    const Discourse::Mention* last = before_.last(sentence_, back, [&](const auto& m) {
      return fits(m) && (!kinds.rule || names(kinds.rule->value, m.reading.kind->name));
    });
    if (const auto* same = those_before(view_, sentence_, item, rules_, before_)) last = same;
    KindReading& now = readings_[number];
    if (!last || !goes_on_with(*last, q)) {
      if (!q.is_percent() || !before_.is_election()) return;
      const auto topic = rules_.topic.best(view_, item, kMostSubsetCost);
      if (topic.rule) now = reading_of(topic, rules_.kind(topic.rule->value), item);
      return;
    }
    now.rule = last->reading.rule;
    now.kind = last->reading.kind;
    now.cost = kMostCost;
    now.words = last->reading.words;
    now.inherited = true;
    now.group = last->reading.group;
    now.group_assumed = !now.group.empty();
  }

  // Whether a list as `seats|votes` names the kind.
  static bool names(std::string_view kinds, std::string_view kind) {
    for (const std::string_view each : text::split(kinds, '|')) {
      if (each == kind) return true;
    }
    return false;
  }

  // A share goes on only with shares of a vote or a poll.
  bool goes_on_with(const Discourse::Mention& last, const Quantity& q) const {
    if (!q.is_percent()) return true;
    return last.reading.rule && last.reading.kind->event && !last.reading.kind->alone;
  }

  void remember(std::size_t number) {
    const Quantity& q = view_.phrases[number].quantity;
    const bool single = q.zero || q.indefinite || (q.value == 1 && !q.is_percent());
    before_.add({readings_[number], q.value, q.is_percent(), single, sentence_});
  }

  void mark_subset(std::size_t item, std::size_t number) {
    KindReading& now = readings_[number];
    const Phrase& phrase = view_.phrases[number];
    // `40 percent of the mines` is their share; a number of a number, or of some named ones, is a
    // part.
    const bool named = phrase.definite && (!phrase.quantity.is_percent() || phrase.partitive);
    const bool counts = number > 0 && (readings_[number - 1].rule != nullptr ||
                                       !view_.phrases[number - 1].noun.empty());
    const bool listed = counts && readings_[number - 1].subset &&
                        readings_[number - 1].kind == now.kind && is_joined(item);
    now.subset = named || listed || is_part(item) || (number > 0 && is_of_whole(item));
  }

  // `Of the 29 miners, 15 were found`: the sentence opens with the whole; a semicolon ends its
  // reach. Numbers are asked in turn.
  bool is_of_whole(std::size_t item) {
    if (!view_.vocabulary.in(view_.items[0].word, rules_.phrases.of)) return false;
    for (; seen_ < item; ++seen_) {
      const Item& each = view_.items[seen_];
      past_semicolon_ =
          past_semicolon_ || (each.is_mark && view_.vocabulary.word(each.word) == ";");
    }
    const Phrase& phrase = view_.phrase_of(item);
    return !past_semicolon_ && !(phrase.quantity.is_percent() && !phrase.noun.empty());
  }

  bool is_part(std::size_t item) const {
    return rules_.subset.best(view_, item, kMostSubsetCost).rule != nullptr;
  }

  bool same_sort(const Phrase& a, const Phrase& b) const {
    if (a.noun.empty() || b.noun.empty()) return false;
    const auto both = [&](text::SetId set) {
      return view_.in(a.head, set) && view_.in(b.head, set);
    };
    return both(rules_.person) || both(rules_.damageable) ||
           view_.token(a.head).word == view_.token(b.head).word;
  }

  // Whether a comma or a conjunction, and no new clause, stands between this number and the one
  // before.
  bool is_joined(std::size_t item) const {
    bool joint = false;
    for (std::size_t i = item; i > 0 && !view_.items[i - 1].phrase; --i) {
      const Item& between = view_.items[i - 1];
      const auto in = [&](text::SetId set) { return view_.vocabulary.in(between.word, set); };
      if (in(view_.costs.verbs) || in(view_.costs.subordinators)) return false;
      joint = joint || between.is_mark || in(view_.costs.conjunctions) || in(rules_.tally);
    }
    return joint;
  }

  // The shares of one vote follow each other with other verbs between them, each with a name.
  bool shares_go_on(std::size_t item, const KindReading& before, const Phrase& phrase) const {
    if (!phrase.quantity.is_percent() || before.kind->unit != "percent") return false;
    for (std::size_t i = item; i > 0 && !view_.items[i - 1].phrase; --i) {
      if (view_.token(view_.items[i - 1].tokens.first).capitalised) return true;
    }
    return false;
  }

  const SentenceView& view_;
  std::size_t sentence_;
  const Rules& rules_;
  Discourse& before_;
  std::vector<KindReading> readings_;
  std::vector<std::size_t> items_;  // of each number
  std::size_t seen_ = 0;            // items looked at for a semicolon
  bool past_semicolon_ = false;
};

}  // namespace

std::vector<KindReading> kind_readings(const SentenceView& view,
                                       std::size_t sentence,
                                       const Rules& rules,
                                       Discourse& before) {
  return KindReader(view, sentence, rules, before).run();
}

}  // namespace pressgauge::figures
