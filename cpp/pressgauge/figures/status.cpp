// SPDX-License-Identifier: MIT
#include "pressgauge/figures/status.hpp"

#include <algorithm>

namespace pressgauge::figures {
namespace {

constexpr double kMostStatusCost = 13;
constexpr std::chrono::days kLongSince{150};
constexpr std::size_t kPerfectReach = 5;  // items in which `have` is sought
constexpr std::size_t kOpeningWords = 2;  // a date behind no more than these opens the sentence
constexpr double kMostDateCost = 12;
// An event this long before the article is told as background.
constexpr std::chrono::days kBackgroundAge{30};

// `have been killed since 2003`: what has gone on for long is no news.
bool is_long_since(const DateMention& date, const Surroundings& at) {
  if (!date.since || !date.date.first) return false;
  if (at.published && *date.date.first + kLongSince > *at.published) return false;
  const std::size_t first = at.item > kPerfectReach ? at.item - kPerfectReach : 0;
  const std::size_t end = std::min(at.view.items.size(), at.item + kPerfectReach + 1);
  for (std::size_t i = first; i < end; ++i) {
    if (at.view.vocabulary.in(at.view.items[i].word, at.rules.have)) return true;
  }
  return false;
}

// Of an article without a date of its own the first year that it names is its own.
bool is_past(const DateMention& mention, const Surroundings& at) {
  // News of the week names its own days by the week, and earlier ones by month and year.
  if (at.names_weekdays) return mention.by_month;
  const DateSpan& date = mention.date;
  if (!date.last) return false;
  if (at.published) {
    // A year that is named is another one: `in 2019`, read in January.
    const bool whole_year = *date.last - *date.first > std::chrono::days{360};
    return *date.last + (whole_year ? std::chrono::days{0} : kBackgroundAge) < *at.published;
  }
  return at.own_day && *date.last < *at.own_day;
}

// The item that the date is measured from: the number, or the word behind it that tells its kind,
// `migrants who died in a storm in 2015`.
std::size_t event_item(const Figure& figure, const core::Span& date, const Surroundings& at) {
  const auto kind = std::find_if(figure.evidence.begin(),
                                 figure.evidence.end(),
                                 [](const Evidence& e) { return e.field == "kind"; });
  if (kind == figure.evidence.end() || kind->span.start_byte > date.start_byte) return at.item;
  std::size_t item = at.item;
  for (std::size_t i = at.item + 1; i < at.view.items.size(); ++i) {
    const auto start = at.view.token(at.view.items[i].tokens.first).span.start_byte;
    if (start > kind->span.start_byte) break;
    item = i;
  }
  return kind->span.start_byte > figure.span.start_byte ? item : at.item;
}

// What stands between a date and the number: a date of another clause says nothing of it.
bool is_near(const Figure& figure, const core::Span& date, const Surroundings& at) {
  // What a sentence opens with holds for all of it: `In 2004, riots …`.
  const std::size_t opening =
      std::min(at.view.sentence.tokens.first + kOpeningWords, at.view.sentence.tokens.end - 1);
  if (date.start_byte <= at.view.token(opening).span.start_byte) return true;
  double cost = 0;
  const auto walk = [&](std::size_t i) { return cost += at.view.costs.of(at.view.items[i]); };
  const auto start = [&](std::size_t i) {
    return at.view.token(at.view.items[i].tokens.first).span.start_byte;
  };
  if (start(at.item) < date.start_byte) {
    const std::size_t event = event_item(figure, date, at);
    for (std::size_t i = event + 1; i < at.view.items.size() && start(i) < date.start_byte; ++i) {
      // `the remains of two women who disappeared in 2017`
      const bool theirs = event == at.item &&
                          at.view.vocabulary.in(at.view.items[i].word, at.rules.phrases.relative);
      if (theirs || walk(i) > kMostDateCost) return false;
    }
    return true;
  }
  for (std::size_t i = at.item; i > 0 && start(i - 1) >= date.end_byte; --i) {
    if (walk(i - 1) > kMostDateCost) return false;
  }
  return true;
}

// What the article opens with is its news, though it is told of last year; not what an aside tells.
bool is_news(const Surroundings& at) {
  if (!at.leads || !at.rules.lead.best(at.view, at.item, kMostStatusCost).rule) return false;
  for (std::size_t i = at.item > kWindow ? at.item - kWindow : 0; i < at.item; ++i) {
    const text::WordId word = at.view.items[i].word;
    if (at.view.vocabulary.in(word, at.view.costs.subordinators) &&
        !at.view.vocabulary.in(word, at.rules.that))
      return false;
  }
  return true;
}

}  // namespace

void fill_status(Figure& figure, const DateMention* date, const Surroundings& at) {
  const auto best = at.rules.status.best(at.view, at.item, kMostStatusCost);
  const bool told_as_past = best.rule && status_of(best.rule->value) == Status::background;
  if (told_as_past && is_news(at)) return;
  if (best.rule) {
    figure.status = status_of(best.rule->value);
    if (const auto words = best.rule->pattern.key_words(at.view, at.item)) {
      figure.evidence.push_back({"status", at.view.document.span_of(*words)});
    }
  } else if (date && is_near(figure, date->span, at) &&
             (is_long_since(*date, at) || (!date->since && is_past(*date, at)))) {
    figure.status = Status::background;
  }
}

}  // namespace pressgauge::figures
