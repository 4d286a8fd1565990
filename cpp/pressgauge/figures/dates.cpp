// SPDX-License-Identifier: MIT
#include "pressgauge/figures/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "pressgauge/core/errors.hpp"

namespace pressgauge::figures {
namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::size_t kShortMonth = 4;  // letters: Nov., Sept.
constexpr std::array<const char*, 12> kMonths{"january|jan",
                                              "february|feb",
                                              "march|mar",
                                              "april|apr",
                                              "may",
                                              "june|jun",
                                              "july|jul",
                                              "august|aug",
                                              "september|sep|sept",
                                              "october|oct",
                                              "november|nov",
                                              "december|dec"};
constexpr std::array<const char*, 7> kWeekdays{"sunday|sun",
                                               "monday|mon",
                                               "tuesday|tue|tues",
                                               "wednesday|wed",
                                               "thursday|thu|thurs",
                                               "friday|fri",
                                               "saturday|sat"};
using Recurs = DateSpan::Recurs;

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2999;
// Without a year, a day up to this far ahead is this year's coming one, and a later one last
// year's.
constexpr days kNearFuture{120};

std::optional<int> whole_number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end == digits.data()) return std::nullopt;
  const std::string_view rest(end, static_cast<std::size_t>(digits.data() + digits.size() - end));
  const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return rest.empty() || ordinal ? std::optional(value) : std::nullopt;
}

class DateFinder {
 public:
  DateFinder(const text::Document& document,
             const text::Sentence& sentence,
             std::optional<Day> published,
             const DateRules& rules,
             const text::Vocabulary& vocabulary)
      : document_(document),
        range_(sentence.tokens),
        published_(published),
        rules_(rules),
        vocabulary_(vocabulary) {}

  std::vector<DateMention> run() {
    for (std::size_t i = range_.first; i < range_.end;) {
      const std::size_t end = may_start(i) ? at(i) : i;
      i = end > i ? end : i + 1;
    }
    return std::move(out_);
  }

 private:
  const text::Token& token(std::size_t i) const { return document_.tokens()[i]; }
  bool in(std::size_t i, text::SetId set) const {
    return i < range_.end && vocabulary_.in(token(i).word, set);
  }
  std::optional<int> number(std::size_t i) const {
    return i < range_.end ? whole_number(document_.form(token(i))) : std::nullopt;
  }
  std::optional<unsigned> month_at(std::size_t i) const {
    if (!in(i, rules_.months) || !token(i).capitalised) return std::nullopt;
    for (unsigned m = 0; m < 12; ++m) {
      if (in(i, rules_.month_sets[m])) return m + 1;
    }
    return std::nullopt;
  }

  // Most tokens are no number and no word that a date starts with.
  bool may_start(std::size_t i) const { return (token(i).traits & rules_.starts) != 0; }

  // The token after the date that starts at i, i if there is none.
  std::size_t at(std::size_t i) {
    if (const auto m = month_at(i)) return month_day(i, *m);
    if (number(i) && month_at(i + 1)) return day_month(i);
    const auto y = year_at(i);
    if (y && ((i > range_.first && in(i - 1, rules_.before_year)) || is_told_of(i)))
      return whole_year(i, *y);
    if (in(i, rules_.weekdays) && token(i).capitalised) return weekday(i);
    if (in(i, rules_.today)) return relative(i, i + 1, days{0});
    if (in(i, rules_.yesterday)) return relative(i, i + 1, days{-1});
    if (in(i, rules_.tomorrow)) return relative(i, i + 1, days{1});
    if (in(i, rules_.a) && in(i + 1, rules_.day)) return day_shift(i);
    return i;
  }

  // `2018 saw 750 deaths`
  bool is_told_of(std::size_t year) const {
    return in(year + 1, rules_.saw) && (year == range_.first || !number(year - 1));
  }

  // The token behind a month, and behind the full stop of a short one: `Nov. 20`.
  std::size_t past_month(std::size_t i) const {
    const bool stop = i + 1 < range_.end && document_.form(token(i + 1)) == "." &&
                      !token(i + 1).space_before && document_.form(token(i)).size() <= kShortMonth;
    return i + (stop ? 2 : 1);
  }

  std::size_t month_day(std::size_t i, unsigned m) {
    const std::size_t next = past_month(i);
    const auto d = number(next);
    if (d && *d >= 1 && *d <= 31) {
      std::size_t end = next + 1;
      const std::size_t behind =
          end < range_.end && document_.form(token(end)) == "," ? end + 1 : end;
      const auto y = year_at(behind);
      return calendar_day(i, y ? behind + 1 : end, y, m, *d);
    }
    if (const auto y = year_at(next)) return whole_month(i, next + 1, *y, m);
    // A month's name alone may be another word (May, March): a preposition tells.
    if (i == range_.first || !in(i - 1, rules_.before_month)) return i;
    if (!published_) return unresolved(i, i + 1);
    const std::size_t end = whole_month(i, i + 1, past_year(m), m);
    out_.back().date.recurs = Recurs::yearly;
    return end;
  }

  std::size_t day_month(std::size_t i) {
    const auto d = number(i);
    if (*d < 1 || *d > 31) return i;
    const auto y = year_at(i + 2);
    return calendar_day(i, y ? i + 3 : i + 2, y, *month_at(i + 1), *d);
  }

  std::optional<int> year_at(std::size_t i) const {
    const auto y = number(i);
    const bool fits =
        y && *y >= kFirstYear && *y <= kLastYear && document_.form(token(i)).size() == 4;
    return fits ? y : std::nullopt;
  }

  std::size_t calendar_day(
      std::size_t first, std::size_t end, std::optional<int> y, unsigned m, int d) {
    if (!y && !published_) return unresolved(first, end);
    const Recurs recurs = y ? Recurs::never : Recurs::yearly;
    const auto day_of = [&](int of_year) {
      return year_month_day{year{of_year}, month{m}, std::chrono::day{static_cast<unsigned>(d)}};
    };
    if (!y) {
      y = static_cast<int>(year_month_day{*published_}.year());
      if (day_of(*y).ok() && Day{day_of(*y)} > *published_ + kNearFuture) --*y;
    }
    if (!day_of(*y).ok()) return unresolved(first, end);
    return add(first, end, Day{day_of(*y)}, Day{day_of(*y)}, recurs);
  }

  int past_year(unsigned m) const {
    const year_month_day today{*published_};
    return static_cast<int>(today.year()) - (m > static_cast<unsigned>(today.month()) ? 1 : 0);
  }

  std::size_t whole_month(std::size_t first, std::size_t end, int y, unsigned m) {
    const auto begin = year{y} / month{m} / 1;
    const auto last = year{y} / month{m} / std::chrono::last;
    // `since January` lasts until the article's day.
    const bool until_now = first > range_.first && in(first - 1, rules_.since) && published_;
    return add(first, end, Day{begin}, until_now ? std::max(*published_, Day{begin}) : Day{last});
  }

  std::size_t whole_year(std::size_t i, int y) {
    // `since 1998` lasts until the article's day.
    const Day begin{year{y} / 1 / 1};
    const bool until_now = i > range_.first && in(i - 1, rules_.since) && published_;
    const Day last = until_now ? std::max(*published_, begin) : Day{year{y} / 12 / 31};
    return add(i, i + 1, begin, last);
  }

  // The last such day up to the article's, or the next one: `on Monday`, `last Friday`, `next
  // Sunday`. A calendar day that follows says it better: `last Friday, May 26`.
  std::size_t weekday(std::size_t i) {
    const bool ahead = i > range_.first && in(i - 1, rules_.next);
    const bool before = i > range_.first && in(i - 1, rules_.last);
    const std::size_t first = ahead || before ? i - 1 : i;
    const std::size_t comma =
        i + 1 < range_.end && document_.form(token(i + 1)) == "," ? i + 2 : i + 1;
    const std::size_t known = out_.size();
    const auto m = month_at(comma);
    const std::size_t end = m && number(past_month(comma)) ? month_day(comma, *m) : comma;
    if (out_.size() > known) {
      out_.back().tokens.first = first;
      out_.back().span = document_.span_of(out_.back().tokens);
      out_.back().date.text = document_.words(out_.back().span);
      out_.back().by_month = false;
      return end;
    }
    if (!published_) return unresolved(first, i + 1);
    unsigned wanted = 0;
    while (wanted < 6 && !in(i, rules_.weekday_sets[wanted])) ++wanted;
    const std::chrono::weekday target{wanted};
    const std::chrono::weekday now{*published_};
    const days back = now - target;
    const Day day = ahead ? *published_ + (days{7} - back)
                          : *published_ - (before && back == days{0} ? days{7} : back);
    return add(first, i + 1, day, day, before ? Recurs::never : Recurs::weekly);
  }

  std::size_t relative(std::size_t first, std::size_t end, days shift) {
    if (!published_) return unresolved(first, end);
    return add(first, end, *published_ + shift, *published_ + shift);
  }

  // `a day after`: what follows happened a day before the date named last, else before the
  // article's.
  std::size_t day_shift(std::size_t i) {
    const bool after = in(i + 2, rules_.after);
    const bool before = in(i + 2, rules_.before);
    const bool earlier = in(i + 2, rules_.earlier);
    const bool later = in(i + 2, rules_.later);
    if (!after && !before && !earlier && !later) return i;
    std::optional<Day> base = published_;
    if (!out_.empty() && out_.back().date.first) base = out_.back().date.first;
    if (!base) return unresolved(i, i + 3);
    const Day day = *base + (after || earlier ? days{-1} : days{1});
    const std::size_t end = add(i, i + 3, day, day);
    out_.back().shifts = after || before;
    return end;
  }

  std::size_t unresolved(std::size_t first, std::size_t end) {
    add(first, end, std::nullopt, std::nullopt);
    return end;
  }

  std::size_t add(std::size_t first,
                  std::size_t end,
                  std::optional<Day> from,
                  std::optional<Day> to,
                  Recurs recurs = Recurs::never) {
    if (from && !(has_date(*from) && has_date(*to))) from = to = std::nullopt;
    DateMention mention;
    mention.tokens = {first, end};
    mention.span = document_.span_of(mention.tokens);
    mention.date = {from, to, std::string(document_.words(mention.span)), recurs};
    const std::size_t before = first > range_.first && in(first - 1, rules_.on) ? first - 1 : first;
    mention.of_speech = before > range_.first && in(before - 1, rules_.speech);
    // `since early this June`
    std::size_t since = first;
    while (since > range_.first && in(since - 1, rules_.part_of)) --since;
    mention.since = since > range_.first && in(since - 1, rules_.since);
    mention.by_month = names_month_or_year(mention.tokens);
    out_.push_back(std::move(mention));
    return end;
  }

  bool names_month_or_year(const text::TokenRange& date) const {
    for (std::size_t i = date.first; i < date.end; ++i) {
      if (month_at(i) || year_at(i)) return true;
    }
    return false;
  }

  const text::Document& document_;
  text::TokenRange range_;
  std::optional<Day> published_;
  const DateRules& rules_;
  const text::Vocabulary& vocabulary_;
  std::vector<DateMention> out_;
};

}  // namespace

DateRules::DateRules(text::Vocabulary& vocabulary)
    : weekdays(vocabulary.set("@weekday")),
      months(vocabulary.set("@month")),
      today(vocabulary.set("today")),
      yesterday(vocabulary.set("yesterday")),
      tomorrow(vocabulary.set("tomorrow")),
      last(vocabulary.set("last|past")),
      next(vocabulary.set("next|coming")),
      day(vocabulary.set("day")),
      after(vocabulary.set("after")),
      before(vocabulary.set("before")),
      a(vocabulary.set("a|one")),
      before_year(vocabulary.set("in|since|by|until|from|during|of|before|after|early|late|mid|the|"
                                 "year|and|through|throughout")),
      before_month(vocabulary.set("in|last|since|by|until|of|next|from|this|the")),
      since(vocabulary.set("since")),
      on(vocabulary.set("on|late|early")),
      speech(vocabulary.set("@speech")),
      earlier(vocabulary.set("earlier")),
      later(vocabulary.set("later")),
      saw(vocabulary.set("saw|brought")),
      this_one(vocabulary.set("this")),
      part_of_day(vocabulary.set("morning|afternoon|evening")),
      part_of(vocabulary.set("early|late|mid|last|this|the")),
      starts(text::kDigits |
             vocabulary.trait(vocabulary.set("@weekday|@month|today|yesterday|tomorrow|a|one"))) {
  for (const char* names : kMonths) month_sets.push_back(vocabulary.set(names));
  for (const char* names : kWeekdays) weekday_sets.push_back(vocabulary.set(names));
}

Day parse_iso_date(std::string_view text) {
  const auto fail = [&]() -> Day {
    throw DomainError("published must be a date as 2023-05-30, got '" + std::string(text) + "'");
  };
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return fail();
  std::array<int, 3> parts{};
  constexpr std::array<std::pair<std::size_t, std::size_t>, 3> kPlaces{{{0, 4}, {5, 2}, {8, 2}}};
  for (std::size_t i = 0; i < 3; ++i) {
    const char* first = text.data() + kPlaces[i].first;
    const char* end = first + kPlaces[i].second;
    const auto [stop, error] = std::from_chars(first, end, parts[i]);
    if (error != std::errc() || stop != end || parts[i] < 0) return fail();
  }
  const year_month_day date{year{parts[0]},
                            month{static_cast<unsigned>(parts[1])},
                            std::chrono::day{static_cast<unsigned>(parts[2])}};
  return date.ok() && has_date(Day{date}) ? Day{date} : fail();
}

std::string iso_date(Day day) {
  const year_month_day date{day};
  const auto padded = [](int value, std::size_t width) {
    std::string digits = std::to_string(value);
    return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
  };
  return padded(static_cast<int>(date.year()), 4) + "-" +
         padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) + "-" +
         padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

bool names_weekdays(const text::Document& document,
                    const DateRules& rules,
                    const text::Vocabulary& vocabulary) {
  const auto& tokens = document.tokens();
  const auto in = [&](std::size_t i, text::SetId set) {
    return i < tokens.size() && vocabulary.in(tokens[i].word, set);
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (in(i, rules.today) || in(i, rules.yesterday)) return true;
    if (in(i, rules.this_one) && in(i + 1, rules.part_of_day)) return true;
    if (!in(i, rules.weekdays) || !tokens[i].capitalised) continue;
    // `Sunday, 21 May 2006`
    const bool with_month =
        in(i + 1, rules.months) || in(i + 2, rules.months) || in(i + 3, rules.months);
    if (!with_month) return true;
  }
  return false;
}

std::vector<DateMention> dates(const text::Document& document,
                               const text::Sentence& sentence,
                               std::optional<Day> published,
                               const DateRules& rules,
                               const text::Vocabulary& vocabulary) {
  if ((sentence.traits & rules.starts) == 0) return {};
  return DateFinder(document, sentence, published, rules, vocabulary).run();
}

}  // namespace pressgauge::figures
