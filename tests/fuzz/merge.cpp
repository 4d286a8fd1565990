// SPDX-License-Identifier: MIT
#include "pressgauge/figures/merge.hpp"

#include "bytes.hpp"
#include "oracles.hpp"

#include <map>

namespace pressgauge::fuzz {
namespace {

using figures::Bound;
using figures::Count;
using figures::Day;
using figures::Figure;
using figures::Status;

constexpr std::size_t kMostFigures = 60;
constexpr std::array<const char*, 8> kGroups{
    "police", "protesters", "people", "Syrian soldiers from Homs", "women", "of", " ", "ΑΒΓ"};
constexpr std::array<const char*, 4> kPlaces{"Homs", "Kabul", "", "Ürümqi"};

std::optional<std::string> word(Bytes& bytes, const std::string& given) {
  const std::size_t kind = bytes.below(4);
  if (kind == 0) return std::nullopt;
  return kind == 1 ? bytes.text(12) : given;
}

// Any figure that a person could make by corrections.
Figure figure(Bytes& bytes, std::int64_t number) {
  Figure out;
  const auto& kinds = gauge().figure_rules().kinds();
  out.number = number;
  out.span = {number * 10, number * 10 + 5};
  out.sentence = static_cast<std::size_t>(number) / (1 + bytes.below(4));
  out.kind = kinds[bytes.below(kinds.size())].name;
  out.unit = gauge().figure_rules().kind(out.kind).unit;
  out.bound = static_cast<Bound>(bytes.below(8));
  out.status = static_cast<Status>(bytes.below(5));
  out.group = word(bytes, bytes.one_of(kGroups));
  out.actor = word(bytes, bytes.one_of(kGroups));
  out.place = word(bytes, bytes.one_of(kPlaces));
  out.interval = bytes.interval();
  if (bytes.flag()) out.value = bytes.number();
  const auto marks = bytes.take<std::uint8_t>();
  out.subset = (marks & 3U) == 3;
  out.additional = (marks & 12U) == 12;
  out.text = (marks & 16U) != 0 ? "12" : bytes.text(8);
  if ((marks & 32U) != 0) {
    const Day day{std::chrono::days(19000 + bytes.below(10))};
    out.date = {day, day + std::chrono::days(bytes.below(3)), "May", {}};
  }
  if ((marks & 64U) != 0) out.assumed = {"group"};
  if ((marks & 128U) != 0) out.source = bytes.text(8);
  out.rule = bytes.flag() ? "killed.kill" : "number.earlier";
  return out;
}

void check_shares(const std::vector<Count>& counts, const std::vector<Figure>& figures) {
  std::map<std::int64_t, int> seen;
  for (const Count& count : counts) {
    for (const auto* list : {&count.mentions, &count.superseded}) {
      for (const std::int64_t number : *list) ++seen[number];
    }
  }
  expect(seen.size() == figures.size(), "a figure is in no count");
  for (const auto& [number, times] : seen) expect(times == 1, "a figure is in two counts");
}

}  // namespace

// Figures as they could be after any corrections, merged, and what follows from their counts.
void target::merge(std::string_view input) {
  Bytes bytes(input);
  std::vector<Figure> figures;
  while (!bytes.empty() && figures.size() < kMostFigures) {
    Figure next = figure(bytes, static_cast<std::int64_t>(figures.size()));
    if (accepted([&] { next.interval = core::checked(next.interval); })) {
      next.number = static_cast<std::int64_t>(figures.size());
      figures.push_back(next);
    }
  }
  auto counts = figures::merge(figures, gauge().figure_rules(), gauge().vocabulary());
  articles::reconcile(counts, figures);
  check_counts(counts, figures);
  check_shares(counts, figures);
  accepted([&] { check_statistics(articles::statistics(counts), counts); });
}

}  // namespace pressgauge::fuzz
