// SPDX-License-Identifier: MIT
#include "pressgauge/articles/statistics.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/identified.hpp"

namespace pressgauge::articles {
namespace {

using figures::Count;
using figures::Status;

constexpr double kPercent = 100;
constexpr std::array<const char*, 4> kVictimKinds{"killed", "injured", "arrested", "missing"};

bool is_whole(const Count& count) {
  return !count.parent && (count.status == Status::asserted || count.status == Status::background);
}

std::string named(const Count& count) { return count.kind + " " + count.group.value_or("people"); }

// The counts of a kind that stand for themselves, the largest first; reports of the event before
// those of earlier ones.
std::vector<const Count*> wholes(const std::vector<Count>& counts, std::string_view kind) {
  std::vector<const Count*> out;
  for (const Count& count : counts) {
    if (count.kind == kind && count.unit == "persons" && count.status == Status::asserted &&
        is_whole(count)) {
      out.push_back(&count);
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Count* a, const Count* b) {
    return a->interval.low > b->interval.low;
  });
  return out;
}

Statistic make(std::string name,
               stats::Estimate estimate,
               std::vector<const Count*> inputs,
               std::string note) {
  Statistic out{std::move(name), std::move(estimate), {}, std::move(note)};
  for (const Count* count : inputs) out.inputs.push_back(count->id);
  return out;
}

void add_turnout(const std::vector<Count>& counts, std::vector<Statistic>& out) {
  for (const Count& count : counts) {
    if (count.kind != "turnout" || count.unit != "percent" || !is_whole(count)) continue;
    out.push_back(make("turnout",
                       stats::identified(core::divided(count.interval, kPercent)),
                       {&count},
                       std::string("share of the electorate that voted, as reported") +
                           (count.status == Status::background ? ", told as background" : "")));
  }
}

void add_turnout_from_counts(const std::vector<Count>& counts, std::vector<Statistic>& out) {
  const auto ballots = wholes(counts, "turnout");
  const auto electorate = wholes(counts, "electorate");
  if (ballots.empty() || electorate.empty()) return;
  out.push_back(make("turnout_from_counts",
                     stats::identified_quotient(ballots[0]->interval, electorate[0]->interval),
                     {ballots[0], electorate[0]},
                     named(*ballots[0]) + " over registered voters"));
}

// Two groups of which neither holds the other, as far as their nouns tell: protesters and police,
// not people and men.
bool are_sides(const Count& a, const Count& b) {
  const auto named = [](const Count& count) {
    return count.group && !count.sort.empty() && count.sort != "generic_person";
  };
  return a.sort != b.sort && ((named(a) && (named(b) || b.group)) || (named(b) && a.group)) &&
         a.sort != "family" && b.sort != "family";
}

// Between the two largest groups of a kind.
void add_ratios(const std::vector<Count>& counts, std::vector<Statistic>& out) {
  for (const std::string kind : kVictimKinds) {
    const auto groups = wholes(counts, kind);
    if (groups.size() < 2 || !are_sides(*groups[0], *groups[1])) continue;
    const Count& a = *groups[0];
    const Count& b = *groups[1];
    out.push_back(make(kind + "_ratio",
                       stats::identified_ratio(a.interval, b.interval),
                       {&a, &b},
                       named(a) + " for each of the " + named(b)));
    out.push_back(make(kind + "_share",
                       stats::identified_share(a.interval, b.interval),
                       {&a, &b},
                       *a.group + " among the " + kind + ", of " + *a.group + " and " + *b.group));
  }
}

void add_killed_per_injured(const std::vector<Count>& counts, std::vector<Statistic>& out) {
  const auto killed = wholes(counts, "killed");
  const auto injured = wholes(counts, "injured");
  if (killed.empty() || injured.empty()) return;
  out.push_back(make("killed_per_injured",
                     stats::identified_ratio(killed[0]->interval, injured[0]->interval),
                     {killed[0], injured[0]},
                     named(*killed[0]) + " for each of the " + named(*injured[0])));
}

}  // namespace

void reconcile(std::vector<figures::Count>& counts, const std::vector<figures::Figure>& figures) {
  // Figures are in the order of their numbers, though some may have been rejected.
  const auto figure = [&](std::int64_t number) -> const figures::Figure& {
    return *std::lower_bound(
        figures.begin(), figures.end(), number, [](const figures::Figure& f, std::int64_t n) {
          return f.number < n;
        });
  };
  std::vector<core::Interval> mentions;
  for (Count& count : counts) {
    mentions.clear();
    for (const std::int64_t number : count.mentions) mentions.push_back(figure(number).interval);
    const auto all = stats::reconcile(mentions);
    count.interval = all.interval;
    count.agree = all.agree;
    if (!all.agree) count.why += "; they share no number";
  }
}

std::vector<Statistic> statistics(const std::vector<figures::Count>& counts) {
  std::vector<Statistic> out;
  add_turnout(counts, out);
  add_turnout_from_counts(counts, out);
  add_ratios(counts, out);
  add_killed_per_injured(counts, out);
  return out;
}

}  // namespace pressgauge::articles
