// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pressgauge/text/document.hpp"

namespace pressgauge::figures {

using Day = std::chrono::sys_days;

/// Days that have a date: those of the years 1 to 9999.
inline constexpr Day kFirstDay{std::chrono::year{1} / 1 / 1};
inline constexpr Day kLastDay{std::chrono::year{9999} / 12 / 31};
constexpr bool has_date(Day day) { return day >= kFirstDay && day <= kLastDay; }

/// Days from first to last, both included; none where the text gives no year and the article no
/// date, or where they lie outside of the years 1 to 9999.
struct DateSpan {
  std::optional<Day> first;
  std::optional<Day> last;
  std::string text;
  /// After how long the words would name another day: `on Monday` names one each week.
  enum class Recurs : std::uint8_t { never, weekly, yearly };
  Recurs recurs = Recurs::never;
};

/// A date in the text, not yet tied to a calendar.
struct DateMention {
  core::Span span;
  text::TokenRange tokens;
  DateSpan date;

  bool of_speech = false;  ///< when it was said: `said on Thursday`
  bool since = false;      ///< what began then lasts
  bool by_month = false;   ///< `in May`, `on May 26`, `in 2004`, but not `Friday, May 26`
  bool shifts = false;     ///< `a day after`: what follows lies that far from the date before it
};

struct DateRules {
  explicit DateRules(text::Vocabulary& vocabulary);
  text::SetId weekdays, months, today, yesterday, tomorrow, last, next, day, after, before, a,
      before_year, before_month, since, on, speech, earlier, later, saw, this_one, part_of_day,
      part_of;
  text::Traits starts;                    ///< words that a date starts with, and digits
  std::vector<text::SetId> month_sets;    ///< January … December
  std::vector<text::SetId> weekday_sets;  ///< Sunday … Saturday, as std::chrono counts
};

/// 2023-05-30, from 0001-01-01 on. @throws DomainError for anything else.
Day parse_iso_date(std::string_view text);
std::string iso_date(Day day);

/// Whether the document names days by the week alone (`on Friday`), as news of the week does.
bool names_weekdays(const text::Document& document,
                    const DateRules& rules,
                    const text::Vocabulary& vocabulary);

/// The dates that a sentence names, resolved against the article's day where it is known.
std::vector<DateMention> dates(const text::Document& document,
                               const text::Sentence& sentence,
                               std::optional<Day> published,
                               const DateRules& rules,
                               const text::Vocabulary& vocabulary);

}  // namespace pressgauge::figures
