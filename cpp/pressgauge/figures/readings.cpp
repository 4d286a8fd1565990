// SPDX-License-Identifier: MIT
#include "pressgauge/figures/readings.hpp"

namespace pressgauge::figures {
namespace {

constexpr double kMostCost = 16;  // a dearer reading is no better than none
constexpr double kMostSubsetCost = 8;
constexpr double kListCost = 9;  // a number in a list keeps a reading of its own below this
constexpr double kPartCost = 3;  // so does a part

class KindReader {
 public:
  KindReader(const SentenceView& view, const Rules& rules)
      : view_(view), rules_(rules), readings_(view.phrases.size()) {}

  std::vector<KindReading> run() {
    for (std::size_t item = 0; item < view_.items.size(); ++item) {
      if (!view_.items[item].phrase) continue;
      const std::size_t number = *view_.items[item].phrase;
      readings_[number] = own(item);
      if (number > 0) inherit(item, number);
      mark_subset(item, number);
    }
    return std::move(readings_);
  }

 private:
  KindReading own(std::size_t item) const {
    const Phrase& phrase = view_.phrase_of(item);
    const double most = phrase.quantity.indefinite ? kMostCost / 2 : kMostCost;
    // What is said behind `three of the nine suspects` is said of the three.
    const std::size_t number = *view_.items[item].phrase;
    const bool whole = number > 0 && view_.phrases[number - 1].partitive;
    const auto best = rules_.triggers.best(view_, item, most, [&](const Rule& rule) {
      return can_be(rule.value, phrase) && (!whole || rule.pattern.ends_at_number());
    });
    if (!best.rule) return {};
    return {best.rule, best.rule->value, best.cost, best.rule->pattern.key_words(view_, item)};
  }

  // A single person counts as a victim only, and things are no people, though they may be deployed.
  bool can_be(const std::string& kind, const Phrase& phrase) const {
    if (phrase.compound) return false;
    if (phrase.quantity.indefinite) return rules_.kind(kind).victim;
    if (phrase.noun.empty() || rules_.kind(kind).unit != "persons") return true;
    if (phrase.quantity.zero && !view_.in(phrase.head, rules_.person_or_toll)) return false;
    return kind == "deployed" || !view_.in(phrase.head, rules_.thing);
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
    const bool part = cost > kPartCost && is_part(item);
    if (!earlier && !listed && !part) return;
    now = {before.rule, before.kind, before.cost, before.words, true, false, earlier};
  }

  void mark_subset(std::size_t item, std::size_t number) {
    KindReading& now = readings_[number];
    const Phrase& phrase = view_.phrases[number];
    // `40 percent of the mines` is their share; a number of a number, or of some named ones, is a
    // part.
    const bool named = phrase.definite && (!phrase.quantity.is_percent() || phrase.partitive);
    const bool listed = number > 0 && readings_[number - 1].subset &&
                        readings_[number - 1].kind == now.kind && is_joined(item);
    now.subset = named || listed || is_part(item);
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
  const Rules& rules_;
  std::vector<KindReading> readings_;
};

}  // namespace

std::vector<KindReading> kind_readings(const SentenceView& view, const Rules& rules) {
  return KindReader(view, rules).run();
}

}  // namespace pressgauge::figures
