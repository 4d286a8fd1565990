// SPDX-License-Identifier: MIT
#include "pressgauge/figures/dates.hpp"

#include "oracles.hpp"

namespace pressgauge::fuzz {
namespace {

using figures::Day;

std::optional<Day> day_of(std::string_view text) {
  std::optional<Day> day;
  accepted([&] { day = figures::parse_iso_date(text); });
  expect(!day || figures::iso_date(*day) == text, "a date is written as it was read");
  return day;
}

}  // namespace

// Day of the article in the first line, where it is one, and the dates of a text.
void target::dates(std::string_view input) {
  const auto published = day_of(input.substr(0, input.find('\n')));
  const auto document = document_of(input);
  if (!document) return;
  const auto& rules = gauge().figure_rules().dates;
  figures::names_weekdays(*document, rules, gauge().vocabulary());
  for (const auto& sentence : document->sentences()) {
    std::int64_t end = sentence.span.start_byte;
    for (const auto& found :
         figures::dates(*document, sentence, published, rules, gauge().vocabulary())) {
      check_span(document->text(), found.span, "date");
      expect(sentence.span.contains(found.span), "a date is outside its sentence");
      expect(found.span.start_byte >= end, "dates out of order");
      end = found.span.end_byte;
      const auto& date = found.date;
      expect(date.first.has_value() == date.last.has_value(), "a date with one end");
      expect(!date.first || *date.first <= *date.last, "a date ends before it starts");
      for (const auto& day : {date.first, date.last}) {
        if (day) expect(day_of(figures::iso_date(*day)) == day, "a day that is none");
      }
    }
  }
}

}  // namespace pressgauge::fuzz
