// SPDX-License-Identifier: MIT
#include "pressgauge/figures/readings.hpp"

#include <algorithm>

namespace pressgauge::figures {
namespace {

constexpr double kMostCost = 14;      // a dearer reading is no better than none
constexpr double kMostCostOfOne = 7;  // of a single person without a number
constexpr double kMostSubsetCost = 8;
constexpr double kListCost = 7;  // a number in a list keeps a reading of its own below this
constexpr double kPartCost = 3;  // so does a part
// How far back a number without a noun looks for what it counts, and how many mentions are kept.
constexpr std::size_t kSentencesBack = 2;
constexpr std::size_t kFarBack = 12;        // where a verb says what is counted: `won 31`
constexpr std::size_t kNumberOfReach = 16;  // items between `number of` and the number
constexpr std::size_t kOpeningReach = 2;    // items: `of the`
constexpr std::size_t kLongestNoun = 6;
constexpr int kElectionWords = 2;  // in an article that tells of a vote
constexpr std::size_t kMentionsKept = 24;

class KindReader {
 public:
  KindReader(const SentenceView& view, std::size_t sentence, const Rules& rules, Discourse& before)
      : view_(view),
        sentence_(sentence),
        rules_(rules),
        before_(before),
        readings_(view.phrases.size()) {}

  std::vector<KindReading> run() {
    for (std::size_t item = 0; item < view_.items.size(); ++item) {
      if (!view_.items[item].phrase) continue;
      const std::size_t number = *view_.items[item].phrase;
      readings_[number] = own(item);
      if (number > 0) inherit(item, number);
      if (!readings_[number].rule) go_on(item, number);
      mark_subset(item, number);
      find_group(item, number);
      remember(number);
    }
    for (std::size_t number = view_.phrases.size(); number-- > 1;) anticipate(number);
    return std::move(readings_);
  }

  // `150 soldiers, 95 civilians and hundreds of rebels killed`: what the last of a list tells is
  // told of all.
  void anticipate(std::size_t number) {
    const KindReading& next = readings_[number];
    KindReading& now = readings_[number - 1];
    if (now.rule || !next.rule || next.inherited) return;
    if (view_.phrases[number - 1].quantity.indefinite) return;
    const Phrase& phrase = view_.phrases[number - 1];
    if (!same_sort(phrase, view_.phrases[number]) || !can_be(next.kind, phrase)) return;
    if (!is_joined(item_of(number))) return;
    const text::TokenRange group = now.group;
    const bool subset = now.subset;
    now = next;
    now.group = group;
    now.group_assumed = false;
    now.subset = subset;
    now.inherited = true;
  }

  std::size_t item_of(std::size_t number) const {
    std::size_t item = 0;
    while (view_.items[item].phrase != number) ++item;
    return item;
  }

 private:
  KindReading own(std::size_t item) const {
    const Phrase& phrase = view_.phrase_of(item);
    const double most = phrase.quantity.indefinite ? kMostCostOfOne : kMostCost;
    // What is said behind `three of the nine suspects` is said of the three.
    const std::size_t number = *view_.items[item].phrase;
    const bool whole = (number > 0 && view_.phrases[number - 1].partitive) || opens_with(item);
    const RuleIndex& rules = phrase.quantity.indefinite ? rules_.victims : rules_.triggers;
    const auto best = rules.best(view_, item, most, [&](const Rule& rule) {
      return can_be(rule.value, phrase, rule.pattern.names_noun()) &&
             (!whole || rule.pattern.is_local());
    });
    if (!best.rule) return {};
    return reading_of(*best.rule, best.cost, item);
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

  KindReading reading_of(const Rule& rule, double cost, std::size_t item) const {
    KindReading reading;
    reading.rule = &rule;
    reading.kind = rule.value;
    reading.cost = cost;
    reading.words = rule.pattern.key_words(view_, item);
    return reading;
  }

  // A single person counts as a victim only, and things are no people, though they may be deployed.
  bool can_be(const std::string& kind, const Phrase& phrase, bool named = false) const {
    if (phrase.compound || (rules_.kind(kind).whole && phrase.partitive)) return false;
    if (phrase.quantity.indefinite) return rules_.kind(kind).victim;
    if (phrase.noun.empty() || rules_.kind(kind).unit != "persons") return true;
    if (phrase.quantity.zero && !view_.in(phrase.head, rules_.person_or_toll)) return false;
    return kind == "deployed" || named || is_personal(phrase);
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
    if (!before.rule || before.kind == "other" ||
        last.quantity.is_percent() != phrase.quantity.is_percent())
      return;
    if (!can_be(before.kind, phrase)) return;
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

  static bool is_bare(const Phrase& phrase) {
    return phrase.noun.empty() && !phrase.quantity.indefinite && !phrase.quantity.zero &&
           !phrase.compound;
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
      return fits(m) && (!kinds.rule || names(kinds.rule->value, m.reading.kind));
    });
    if (const auto* same = those_before(item, phrase)) last = same;
    KindReading& now = readings_[number];
    if (!last || !goes_on_with(*last, q)) {
      if (!q.is_percent() || !before_.is_election()) return;
      const auto topic = rules_.topic.best(view_, item, kMostSubsetCost);
      if (topic.rule) now = reading_of(*topic.rule, topic.cost, item);
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
    // A turnout stands alone; what follows it is of something else.
    return last.reading.rule && rules_.kind(last.reading.kind).event &&
           last.reading.kind != "turnout";
  }

  // Who is counted: the noun of the number; what `of them` and `the number of …` name; else the
  // noun of the number before in the sentence; else, where the number is what the sentence speaks
  // of (`Two were …`), that of a sentence before.
  void find_group(std::size_t item, std::size_t number) {
    KindReading& now = readings_[number];
    const Phrase& phrase = view_.phrases[number];
    if (!phrase.noun.empty()) {
      const bool is_turnout = now.kind == "turnout" && view_.in(phrase.head, rules_.turnout);
      now.group = is_turnout ? text::TokenRange{} : phrase.noun;
      now.group_assumed = false;
      return;
    }
    if (phrase.quantity.zero) return;
    if (phrase.pronominal) return assume(now, antecedent(number));
    if (const auto named = number_of(item)) {
      now.group = *named;
      now.group_assumed = false;
      return;
    }
    if (const auto* same = those_before(item, phrase)) return assume(now, same->reading.group);
    if (!now.group.empty()) return;
    if (phrase.quantity.is_percent()) {
      if (now.inherited && number > 0 && view_.phrases[number - 1].quantity.is_percent())
        assume(now, readings_[number - 1].group);
      return;
    }
    const bool people = rules_.kind(now.kind).unit == "persons";
    const bool change = now.kind == "other" && now.rule != nullptr;
    if (!(people || change || now.inherited)) return;
    const text::TokenRange before = in_sentence(number, people);
    if (!before.empty()) return assume(now, before);
    if (!people || number > 0 || !is_subject(item)) return;
    const auto* last = before_.last(sentence_, kSentencesBack, [&](const Discourse::Mention& m) {
      return !m.percent && !m.single && !m.reading.subset && holds_person(m.reading.group);
    });
    if (last) assume(now, last->reading.group);
  }

  // `The four`, `all four`: so many were counted before.
  const Discourse::Mention* those_before(std::size_t item, const Phrase& phrase) const {
    if (item == 0 || !phrase.quantity.value || !is_bare(phrase) || phrase.quantity.is_percent())
      return nullptr;
    if (!view_.vocabulary.in(view_.items[item - 1].word, rules_.definite_all)) return nullptr;
    return before_.last(sentence_, kFarBack, [&](const Discourse::Mention& m) {
      return m.value == phrase.quantity.value && !m.reading.group.empty() && !m.percent;
    });
  }

  static void assume(KindReading& reading, const text::TokenRange& group) {
    reading.group = group;
    reading.group_assumed = !group.empty();
  }

  // The noun of the nearest number before in the sentence that isn't a part or a single person.
  text::TokenRange in_sentence(std::size_t number, bool people) const {
    for (std::size_t i = number; i-- > 0;) {
      const Phrase& phrase = view_.phrases[i];
      if (phrase.quantity.indefinite || readings_[i].subset || phrase.quantity.is_percent())
        continue;
      const text::TokenRange& group = readings_[i].group;
      if (!group.empty() && (!people || holds_person(group))) return group;
    }
    return {};
  }

  // Whom `of them` means: those that were counted last.
  text::TokenRange antecedent(std::size_t number) const {
    for (std::size_t i = number; i-- > 0;) {
      const Phrase& phrase = view_.phrases[i];
      if (!phrase.quantity.indefinite && !phrase.quantity.is_percent() &&
          !readings_[i].group.empty())
        return readings_[i].group;
    }
    const auto* last = before_.last(sentence_, kSentencesBack, [](const Discourse::Mention& m) {
      return !m.percent && !m.single && !m.reading.group.empty();
    });
    return last ? last->reading.group : text::TokenRange{};
  }

  // `the number of marchers at 10,000`
  std::optional<text::TokenRange> number_of(std::size_t item) const {
    const std::size_t least = item > kNumberOfReach ? item - kNumberOfReach : 0;
    for (std::size_t i = item; i > least + 1; --i) {
      if (view_.items[i - 1].phrase) return std::nullopt;
      const auto in = [&](std::size_t k, text::SetId set) {
        return view_.vocabulary.in(view_.items[k].word, set);
      };
      if (!in(i - 1, rules_.phrases.of) || !in(i - 2, rules_.total)) continue;
      std::size_t first = view_.items[i - 1].tokens.end;
      const std::size_t stop = view_.items[item].tokens.first;
      while (first < stop && view_.in(first, rules_.phrases.definite)) ++first;
      std::size_t end = first;
      while (end < stop &&
             (view_.token(end).kind == text::TokenKind::word ||
              view_.in(end, rules_.phrases.hyphen)) &&
             !view_.in(end, rules_.phrases.stop) && end < first + kLongestNoun &&
             !(end > first && (view_.in(end, view_.costs.verbs) || view_.in(end, rules_.verbs)))) {
        ++end;
      }
      return end > first ? std::optional(text::TokenRange{first, end}) : std::nullopt;
    }
    return std::nullopt;
  }

  // An auxiliary follows, or a verb behind a number that opens its clause: the sentence speaks of
  // those that were counted before.
  bool is_subject(std::size_t item) const {
    if (item + 1 >= view_.items.size()) return false;
    const Item& next = view_.items[item + 1];
    const auto in = [&](text::SetId set) { return view_.vocabulary.in(next.word, set); };
    if (in(rules_.auxiliary)) return true;
    const bool opens = item == 0 || view_.vocabulary.in(view_.items[item - 1].word, rules_.clause);
    return opens && (in(rules_.verbs) || in(view_.costs.verbs));
  }

  bool holds_person(const text::TokenRange& noun) const {
    for (std::size_t i = noun.first; i < noun.end; ++i) {
      if (view_.in(i, rules_.person)) return true;
    }
    return false;
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

  // `Of the 29 miners, 15 were found`: the sentence opens with the whole.
  bool is_of_whole(std::size_t item) const {
    if (!view_.vocabulary.in(view_.items[0].word, rules_.phrases.of)) return false;
    const Phrase& phrase = view_.phrase_of(item);
    if (phrase.quantity.is_percent() && !phrase.noun.empty()) return false;
    for (std::size_t i = 0; i < item; ++i) {
      if (view_.items[i].is_mark && view_.vocabulary.word(view_.items[i].word) == ";") return false;
    }
    return true;
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
    if (!phrase.quantity.is_percent() || rules_.kind(before.kind).unit != "percent") return false;
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
};

}  // namespace

Discourse::Discourse(const text::Document& document,
                     text::SetId election,
                     const text::Vocabulary& vocabulary) {
  const auto of_votes = [&](const text::Token& t) { return vocabulary.in(t.word, election); };
  const auto& tokens = document.tokens();
  is_election_ = std::count_if(tokens.begin(), tokens.end(), of_votes) >= kElectionWords;
}

void Discourse::add(Mention mention) {
  if (mentions_.size() == 2 * kMentionsKept) {
    mentions_.erase(mentions_.begin(), mentions_.begin() + kMentionsKept);
  }
  mentions_.push_back(std::move(mention));
}

std::vector<KindReading> kind_readings(const SentenceView& view,
                                       std::size_t sentence,
                                       const Rules& rules,
                                       Discourse& before) {
  return KindReader(view, sentence, rules, before).run();
}

}  // namespace pressgauge::figures
