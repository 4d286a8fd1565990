// SPDX-License-Identifier: MIT
#include "pressgauge/figures/merge.hpp"

#include <algorithm>

#include "pressgauge/figures/detail/recent_counts.hpp"
#include "pressgauge/text/unicode.hpp"

namespace pressgauge::figures {
namespace {

using detail::CountsBy;
using detail::kMostCompared;
using detail::NounKey;
using detail::NumberKey;
using detail::RecentCounts;

// Small numbers meet by chance: up to here the same value needs the same noun too.
constexpr double kSmallNumber = 10;
// How far back a part looks for its whole.
constexpr std::size_t kMostSentencesBack = 5;

// Who is counted, as far as it tells two groups apart.
struct Who {
  std::string head;              ///< the noun itself, singular
  std::string_view actor_class;  ///< security, crowd, …; generic where the noun fits anyone
};

std::string singular(std::string word) {
  if (word == "people") return "person";
  if (word.ends_with("men")) return word.substr(0, word.size() - 2) + "an";
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
  return word;
}

// The last word before `of`, `from` and the like.
std::string head_of(std::string_view group) {
  std::string head;
  while (!group.empty()) {
    const std::size_t end = std::min(group.find(' '), group.size());
    std::string lower = text::lower(group.substr(0, end));
    group.remove_prefix(std::min(end + 1, group.size()));
    if (lower.empty()) continue;
    if (!head.empty() &&
        (lower == "of" || lower == "from" || lower == "in" || lower == "for" || lower == "with"))
      break;
    head = std::move(lower);
  }
  return singular(std::move(head));
}

bool assumes(const Figure& figure, const char* field) {
  return std::find(figure.assumed.begin(), figure.assumed.end(), field) != figure.assumed.end();
}

class Merger {
 public:
  Merger(const std::vector<Figure>& figures, const Rules& rules, const text::Vocabulary& vocabulary)
      : figures_(figures), rules_(rules), vocabulary_(vocabulary), count_of_(figures.size()) {
    who_.reserve(figures.size());
    counts_.reserve(figures.size());
    by_number_.reserve(figures.size());
    by_noun_.reserve(figures.size());
  }

  std::vector<Count> run() {
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      who_.push_back(who(figures_[i]));
      place(i);
    }
    for (std::size_t i = 0; i + 1 < figures_.size(); ++i) {
      if (figures_[i].subset && shares_noun(i) && count_of_[i] != count_of_[i + 1])
        counts_[count_of_[i]].parent = counts_[count_of_[i + 1]].id;
    }
    return std::move(counts_);
  }

 private:
  void place(std::size_t i) {
    const Figure& figure = figures_[i];
    if (is_earlier_reading(i)) return;
    RecentCounts& of_number = by_number_[number_key(figure)];
    RecentCounts& of_noun = by_noun_[noun_key(i)];
    for (const RecentCounts* list : {&of_number, &of_noun}) {
      for (std::size_t k = 0; k < list->size(); ++k) {
        const std::size_t index = list->back(k);
        if (const std::string_view why = same_quantity(counts_[index], i); !why.empty()) {
          of_number.add(index);
          return join(index, i, why);
        }
      }
    }
    of_number.add(counts_.size());
    of_noun.add(counts_.size());
    open(i);
  }

  void open(std::size_t i) {
    const Figure& figure = figures_[i];
    Count count;
    count.id = figure.number;
    count.kind = figure.kind;
    count.group = figure.group;
    count.unit = figure.unit;
    count.status = figure.status;
    count.interval = figure.interval;
    count.mentions = {figure.number};
    count.date = figure.date;
    count.place = figure.place;
    count.why = "one mention";
    count.sort = who_[i].actor_class;
    if (figure.subset) count.parent = whole_of(i);
    count_of_[i] = counts_.size();
    counts_.push_back(std::move(count));
    speaks_for_.push_back(i);
  }

  void join(std::size_t index, std::size_t i, std::string_view why) {
    Count& count = counts_[index];
    const Figure& figure = figures_[i];
    if (why == kRevised) {
      count.superseded.insert(count.superseded.end(), count.mentions.begin(), count.mentions.end());
      count.mentions.clear();
      speaks_for_[index] = i;
    }
    count.mentions.push_back(figure.number);
    if (!count.group) count.group = figure.group;
    if (!count.date) count.date = figure.date;
    if (!count.place) count.place = figure.place;
    if (count.why == "one mention") {
      count.why = why;
    } else if (count.why.find(why) == std::string::npos) {
      count.why.append("; ").append(why);
    }
    count_of_[i] = index;
  }

  // `rose to 31 from 14`: the 14 is an earlier reading of what the sentence revises.
  bool is_earlier_reading(std::size_t i) {
    const Figure& figure = figures_[i];
    if (figure.status != Status::background || i == 0 || !counts_people(figure)) return false;
    const Figure& before = figures_[i - 1];
    const std::size_t of_before = count_of_[i - 1];
    if (before.sentence != figure.sentence || before.kind != figure.kind ||
        before.status == Status::background || figure.subset || !takes_kind_from_before(figure)) {
      return false;
    }
    Count& count = counts_[of_before];
    count.superseded.push_back(figure.number);
    count.why = count.why == "one mention" ? "an earlier reading is named"
                                           : count.why + "; an earlier reading is named";
    count_of_[i] = of_before;
    return true;
  }

  static bool counts_people(const Figure& figure) { return figure.unit == "persons"; }
  // The kind of `14` in `to 31 from 14` is that of the 31.
  static bool takes_kind_from_before(const Figure& figure) { return assumes(figure, "kind"); }
  static bool is_toll(const Figure& figure) {
    return figure.rule.find("toll") != std::string::npos;
  }

  // Why the figure is the quantity of `count`; empty where it isn't.
  std::string_view same_quantity(const Count& count, std::size_t i) const {
    const Figure& figure = figures_[i];
    const std::size_t first = speaks_for_[static_cast<std::size_t>(&count - counts_.data())];
    const Figure& other = figures_[first];
    if (figure.kind != other.kind || figure.unit != other.unit || figure.status != other.status ||
        figure.subset != other.subset || figure.additional != other.additional ||
        figure.status == Status::denied) {
      return "";
    }
    if (figure.actor && other.actor && *figure.actor != *other.actor) return "";
    const bool same_head =
        who_[i].head == who_[first].head || (generic(who_[i]) && generic(who_[first]));
    if (!same_head && !compatible(who_[i], who_[first], rules_.kind(figure.kind))) return "";
    if (elsewhere(figure, other)) return "";
    if (equal(figure, other)) {
      if (same_head) return kSameNumber;
      return figure.value.value_or(0) > kSmallNumber ? kSameNumberOtherName : "";
    }
    const bool estimated = rules_.kind(figure.kind).estimated;
    if (!same_head && !generic(who_[i]) && !generic(who_[first]) && !estimated) return "";
    if (!counts_people(figure)) return "";
    if (is_toll(figure) && figure.sentence != other.sentence) return kRevised;
    if ((same_head || estimated) && figure.sentence != other.sentence &&
        !(exact(figure) && exact(other)) && core::intersection(figure.interval, other.interval)) {
      return kCompatible;
    }
    const bool both_sources = figure.source && other.source && *figure.source != *other.source;
    return (same_head || estimated) && both_sources ? kSourcesDiffer : "";
  }

  static bool exact(const Figure& figure) { return figure.bound == Bound::exact; }
  static bool equal(const Figure& a, const Figure& b) {
    return a.bound == b.bound && a.interval == b.interval;
  }

  // Both say where or when, and it isn't the same.
  static bool elsewhere(const Figure& a, const Figure& b) {
    const bool small = a.value.value_or(0) <= kSmallNumber;
    return small && a.place && b.place && !assumes(a, "place") && !assumes(b, "place") &&
           *a.place != *b.place;
  }

  Who who(const Figure& figure) const {
    if (!figure.group) return {"", "generic_person"};
    std::string head = head_of(*figure.group);
    for (const auto& [name, set] : rules_.user_groups) {
      if (has_word(*figure.group, set)) return {name, name};
    }
    const text::WordId word = vocabulary_.find(head);
    for (const auto& [name, set] : rules_.actor_classes) {
      if (!vocabulary_.in(word, set)) continue;
      const bool one_group = name == "troops" || name == "police_force" || name == "protest";
      return {one_group ? name : std::move(head), name};
    }
    return {std::move(head), ""};
  }

  bool has_word(const std::string& group, text::SetId set) const {
    for (const std::string_view word : text::split(group, ' ')) {
      if (vocabulary_.in(vocabulary_.find(text::lower(word)), set)) return true;
    }
    return false;
  }

  static bool generic(const Who& who) { return who.actor_class == "generic_person"; }
  static bool compatible(const Who& a, const Who& b, const Kind& kind) {
    // Whoever they are called, they are the one crowd.
    if (kind.estimated) return true;
    const auto forces = [](const Who& who) {
      return who.actor_class == "troops" || who.actor_class == "police_force" ||
             who.actor_class == "security";
    };
    if (forces(a) && forces(b)) return true;
    return generic(a) || generic(b) || (!a.actor_class.empty() && a.actor_class == b.actor_class);
  }

  // `900 of the 4,200 voters`: one noun, read at one place, for both numbers.
  bool shares_noun(std::size_t i) const {
    const auto noun = [&](const Figure& figure) -> std::optional<core::Span> {
      for (const Evidence& each : figure.evidence) {
        if (each.field == "group") return each.span;
      }
      return std::nullopt;
    };
    const auto of_part = noun(figures_[i]);
    return of_part && of_part == noun(figures_[i + 1]) && !assumes(figures_[i + 1], "group");
  }

  // The count of which figure i is a part: the nearest of its kind in the sentence, else the
  // largest of a few sentences before, else the nearest of its unit in the sentence.
  std::optional<std::int64_t> whole_of(std::size_t i) const {
    const Figure* by_unit = nullptr;
    const Figure* largest = nullptr;
    for (std::size_t k = i; k > 0 && i - k < kMostCompared; --k) {
      const Figure& before = figures_[k - 1];
      if (before.subset || before.unit != figures_[i].unit) continue;
      const std::size_t back = figures_[i].sentence - before.sentence;
      if (back > kMostSentencesBack) break;
      if (before.kind == figures_[i].kind) {
        if (back == 0) return counts_[count_of_[k - 1]].id;
        if (!largest || before.interval.low > largest->interval.low) largest = &before;
      } else if (back == 0 && !by_unit) {
        by_unit = &before;
      }
    }
    const Figure* whole = largest ? largest : by_unit;
    if (!whole) return std::nullopt;
    return counts_[count_of_[static_cast<std::size_t>(whole - figures_.data())]].id;
  }

  static NumberKey number_key(const Figure& figure) { return {figure.kind, figure.interval}; }
  NounKey noun_key(std::size_t i) const {
    const bool any = generic(who_[i]) || rules_.kind(figures_[i].kind).estimated;
    return {figures_[i].kind, any ? std::string_view() : who_[i].head};
  }

  static constexpr std::string_view kSameNumber = "same number, same noun";
  static constexpr std::string_view kSameNumberOtherName = "same number under another name";
  static constexpr std::string_view kCompatible = "bounds of the same noun meet";
  static constexpr std::string_view kSourcesDiffer = "two sources on the same noun";
  static constexpr std::string_view kRevised = "a later reading of the toll";

  const std::vector<Figure>& figures_;
  const Rules& rules_;
  const text::Vocabulary& vocabulary_;
  std::vector<Who> who_;
  std::vector<Count> counts_;
  std::vector<std::size_t> count_of_;    // of each figure
  std::vector<std::size_t> speaks_for_;  // for each count, the figure that others are compared with
  CountsBy<NumberKey> by_number_;
  CountsBy<NounKey> by_noun_;
};

}  // namespace

std::vector<Count> merge(const std::vector<Figure>& figures,
                         const Rules& rules,
                         const text::Vocabulary& vocabulary) {
  return Merger(figures, rules, vocabulary).run();
}

}  // namespace pressgauge::figures
