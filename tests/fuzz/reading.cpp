// SPDX-License-Identifier: MIT
#include "oracles.hpp"

namespace pressgauge::fuzz {
namespace {

// The hidden corners of a reading: a correction by hand and its removal.
void check_edits(const articles::Reading& reading) {
  if (reading.figures.empty()) return;
  figures::Figure figure = reading.figures.back();
  figure.kind = "injured";
  figure.value = 7;
  figure.bound = figures::Bound::at_least;
  const articles::Edit edit{figure.number, "revise", {"kind", "value", "bound"}, "", ""};
  const auto revised = articles::revised(reading, figure, edit, gauge());
  check_counts(revised.counts, revised.figures);
  check_statistics(revised.statistics, revised.counts);
  const articles::Edit away{reading.figures.front().number, "reject", {}, "", ""};
  const auto rejected = articles::rejected(reading, away, gauge());
  check_counts(rejected.counts, rejected.figures);
  check_statistics(rejected.statistics, rejected.counts);
}

}  // namespace

// An article as a whole. Half of the inputs have a date.
void target::reading(std::string_view input) {
  articles::Article article{std::string(input), std::nullopt, std::nullopt};
  if (input.size() % 2 == 0) article.published = figures::parse_iso_date("2023-05-30");
  accepted([&] {
    const auto reading = articles::read(article, gauge());
    check_reading(reading);
    const auto again = articles::read(article, gauge(), articles::ToneDetail::numbers);
    expect(same(reading.sentiment, again.sentiment), "numbers are not those with reasons");
    expect(rows_of(reading) == rows_of(again), "read twice, it is not the same");
    check_edits(reading);
  });
}

}  // namespace pressgauge::fuzz
