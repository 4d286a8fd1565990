// SPDX-License-Identifier: MIT
#include "pressgauge/figures/groups.hpp"

namespace pressgauge::figures {
namespace {

constexpr std::size_t kSentencesBack = 2;   // in which `Two were …` looks for who they are
constexpr std::size_t kFarBack = 12;        // in which `the four` looks for them
constexpr std::size_t kNumbersBack = 16;    // of the sentence: an endless one costs no more
constexpr std::size_t kNumberOfReach = 16;  // items between `number of` and the number
constexpr std::size_t kLongestNoun = 6;
constexpr std::size_t kPeopleReach = 16;  // items in which `one of them` looks for people

class GroupFinder {
 public:
  GroupFinder(const SentenceView& view,
              std::size_t sentence,
              const Rules& rules,
              const Discourse& before,
              std::vector<KindReading>& readings)
      : view_(view), sentence_(sentence), rules_(rules), before_(before), readings_(readings) {}

  // Who is counted: the noun of the number; what `of them` and `the number of …` name; else the
  // noun of the number before in the sentence; else, where the number is what the sentence speaks
  // of (`Two were …`), that of a sentence before.
  void find(std::size_t item, std::size_t number) {
    KindReading& now = readings_[number];
    const Phrase& phrase = view_.phrases[number];
    if (!phrase.noun.empty()) {
      // `a 45 percent turnout`: the noun is the kind's own name.
      now.group = view_.in(phrase.head, rules_.turnout) ? text::TokenRange{} : phrase.noun;
      now.group_assumed = false;
      return;
    }
    if (phrase.quantity.zero) return;
    if (phrase.pronominal) return assume(now, antecedent(item, number));
    if (const auto named = number_of(item)) {
      now.group = *named;
      now.group_assumed = false;
      return;
    }
    if (const auto* same = those_before(view_, sentence_, item, rules_, before_))
      return assume(now, same->reading.group);
    if (!now.group.empty()) return;
    if (phrase.quantity.is_percent()) {
      now.group = among(item);
      if (!now.group.empty()) return;
      if (now.inherited && number > 0 && view_.phrases[number - 1].quantity.is_percent())
        assume(now, readings_[number - 1].group);
      return;
    }
    const bool people = now.kind->persons;
    const bool change = now.kind == &rules_.other() && now.rule != nullptr;
    if (!(people || change || now.inherited)) return;
    const text::TokenRange before = in_sentence(number, people);
    if (!before.empty()) return assume(now, before);
    if (!people || number > 0 || !is_subject(item)) return;
    const auto* last = before_.last(sentence_, kSentencesBack, [&](const Discourse::Mention& m) {
      return !m.percent && !m.single && !m.reading.subset && holds_person(m.reading.group);
    });
    if (last) assume(now, last->reading.group);
  }

 private:
  static void assume(KindReading& reading, const text::TokenRange& group) {
    reading.group = group;
    reading.group_assumed = !group.empty();
  }

  // The noun of the nearest number before in the sentence that isn't a part or a single person.
  text::TokenRange in_sentence(std::size_t number, bool people) const {
    text::TokenRange others;
    for (std::size_t i = number; i-- > 0 && number - i <= kNumbersBack;) {
      const Phrase& phrase = view_.phrases[i];
      if (phrase.quantity.indefinite || readings_[i].subset || phrase.quantity.is_percent())
        continue;
      const text::TokenRange& group = readings_[i].group;
      if (group.empty() || (people && !holds_person(group))) continue;
      if (!is_others(group)) return group;
      if (others.empty()) others = group;
    }
    return others;
  }

  // `killed two soldiers and hurt three others`: what follows counts soldiers.
  bool is_others(const text::TokenRange& group) const {
    return group.end == group.first + 1 && view_.in(group.first, rules_.others);
  }

  // Whom `of them` means: those that were counted last.
  text::TokenRange antecedent(std::size_t item, std::size_t number) const {
    for (std::size_t i = number; i-- > 0 && number - i <= kNumbersBack;) {
      const Phrase& phrase = view_.phrases[i];
      if (!phrase.quantity.indefinite && !phrase.quantity.is_percent() &&
          !readings_[i].group.empty())
        return readings_[i].group;
    }
    if (const auto people = people_before(item); !people.empty()) return people;
    const auto* last = before_.last(sentence_, kSentencesBack, [](const Discourse::Mention& m) {
      return !m.percent && !m.single && !m.reading.group.empty();
    });
    return last ? last->reading.group : text::TokenRange{};
  }

  // `withdrew its reporters after one of them was hurt`: the people named last in the sentence.
  text::TokenRange people_before(std::size_t item) const {
    const std::size_t least = item > kPeopleReach ? item - kPeopleReach : 0;
    for (std::size_t i = item; i-- > least;) {
      const std::size_t token = view_.items[i].tokens.first;
      const bool many = view_.in(token, rules_.phrases.plural) || view_.form(token).ends_with('s');
      if (many && view_.in(token, rules_.person)) return {token, token + 1};
    }
    return {};
  }

  // `Among likely voters, 46 percent …`
  text::TokenRange among(std::size_t item) const {
    if (!view_.vocabulary.in(view_.items[0].word, rules_.among)) return {};
    std::size_t end = 1;
    const auto goes_on = [&](const Item& each) { return !each.is_mark && !each.phrase; };
    while (end < item && end <= kLongestNoun && goes_on(view_.items[end])) ++end;
    const bool opens = end > 1 && end + 1 == item && view_.items[end].is_mark;
    return opens ? text::TokenRange{view_.items[1].tokens.first, view_.items[end].tokens.first}
                 : text::TokenRange{};
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
      // `the number of wounded` names nobody.
      if (end > first && view_.in(first, rules_.phrases.victim_adjective) &&
          !holds_person({first + 1, end}))
        return text::TokenRange{};
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

  const SentenceView& view_;
  std::size_t sentence_;
  const Rules& rules_;
  const Discourse& before_;
  std::vector<KindReading>& readings_;
};

}  // namespace

bool is_bare(const Phrase& phrase) {
  return phrase.noun.empty() && !phrase.quantity.indefinite && !phrase.quantity.zero &&
         !phrase.compound;
}

const Discourse::Mention* those_before(const SentenceView& view,
                                       std::size_t sentence,
                                       std::size_t item,
                                       const Rules& rules,
                                       const Discourse& before) {
  const Phrase& phrase = view.phrase_of(item);
  if (item == 0 || !phrase.quantity.value || !is_bare(phrase) || phrase.quantity.is_percent())
    return nullptr;
  if (!view.vocabulary.in(view.items[item - 1].word, rules.definite_all)) return nullptr;
  return before.last(sentence, kFarBack, [&](const Discourse::Mention& m) {
    return m.value == phrase.quantity.value && !m.reading.group.empty() && !m.percent;
  });
}

void find_group(const SentenceView& view,
                std::size_t sentence,
                std::size_t item,
                const Rules& rules,
                const Discourse& before,
                std::vector<KindReading>& readings) {
  GroupFinder(view, sentence, rules, before, readings).find(item, *view.items[item].phrase);
}

}  // namespace pressgauge::figures
