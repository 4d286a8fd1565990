// SPDX-License-Identifier: MIT
#include "pressgauge/figures/context.hpp"

#include <algorithm>
#include <iterator>

#include "pressgauge/figures/status.hpp"

namespace pressgauge::figures {
namespace {

constexpr std::ptrdiff_t kDatesAround = 4;  // on either side of a number
constexpr std::size_t kPlaceReach = 14;     // items in which a place is sought

struct BySentence {
  bool operator()(const text::Attribution& a, std::size_t sentence) const {
    return a.sentence < sentence;
  }
  bool operator()(std::size_t sentence, const text::Attribution& a) const {
    return sentence < a.sentence;
  }
};

void note(Figure& figure, const char* field, const core::Span& span) {
  figure.evidence.push_back({field, span});
}

// The quote that holds the figure, else the nearest attribution whose words it is among.
void fill_source(Figure& figure, const Surroundings& at) {
  const std::size_t token = at.view.items[at.item].tokens.first;
  const auto& attributions = at.view.document.attributions();
  const auto [first, last] =
      std::equal_range(attributions.begin(), attributions.end(), at.sentence, BySentence());
  const text::Attribution* nearest = nullptr;
  const auto distance = [&](const text::Attribution& a) {
    return std::abs(a.verb.start_byte - figure.span.start_byte);
  };
  const auto consider = [&](const text::Attribution& a) {
    if (token < a.content.first || token >= a.content.end) return;
    if (!nearest || distance(a) < distance(*nearest)) nearest = &a;
  };
  // The verbs next to the figure on either side decide; an endless sentence costs no more than a
  // short one.
  const auto next = std::partition_point(first, last, [&](const text::Attribution& a) {
    return a.verb.start_byte <= figure.span.start_byte;
  });
  if (next != last) consider(*next);
  if (next != first) consider(*std::prev(next));
  std::optional<core::Span> speaker;
  if (nearest) {
    speaker = nearest->speaker;
  } else {
    const auto& quotes = at.view.document.quotes();
    const auto after = std::upper_bound(
        quotes.begin(), quotes.end(), token, [](std::size_t t, const text::Quote& q) {
          return t < q.tokens.first;
        });
    if (after != quotes.begin() && token < std::prev(after)->tokens.end)
      speaker = std::prev(after)->speaker;
  }
  if (!speaker) return;
  figure.source = at.view.document.phrase(*speaker);
  note(figure, "source", *speaker);
}

bool comparison_between(std::size_t token, const Surroundings& at) {
  const std::size_t end = std::min(at.view.items.size(), at.item + 1 + kWindow);
  for (std::size_t i = at.item + 1; i < end && at.view.items[i].tokens.first < token; ++i) {
    if (at.view.vocabulary.in(at.view.items[i].word, at.rules.comparison)) return true;
  }
  return false;
}

// What is still to come lies ahead: `200 could follow in September`.
void look_ahead(Figure& figure, const Surroundings& at) {
  const bool ahead = figure.status == Status::planned || figure.status == Status::hypothetical;
  if (!ahead || !figure.date || !figure.date->last || !at.published ||
      *figure.date->last >= *at.published)
    return;
  using Recurs = DateSpan::Recurs;
  const auto next = [&](Day day) {
    if (figure.date->recurs == Recurs::weekly) return day + std::chrono::weeks{1};
    const std::chrono::year_month_day date{day};
    const auto moved = (date.year() + std::chrono::years{1}) / date.month() / date.day();
    return figure.date->recurs == Recurs::yearly && moved.ok() ? Day{moved} : day;
  };
  figure.date->first = next(*figure.date->first);
  figure.date->last = next(*figure.date->last);
}

// The date nearest to the figure; one that shifts (`a day after`) reaches only what follows it.
const DateMention* fill_date(Figure& figure, const Surroundings& at) {
  const DateMention* nearest = nullptr;
  const auto distance = [&](const DateMention& d) {
    return std::abs(d.span.start_byte - figure.span.start_byte);
  };
  const auto split =
      std::partition_point(at.dates.begin(), at.dates.end(), [&](const DateMention& d) {
        return d.span.start_byte < figure.span.start_byte;
      });
  // A few dates on either side are looked at, so that a sentence full of them costs no more.
  const auto reach = [](std::ptrdiff_t have) { return std::min(have, kDatesAround); };
  const auto first = split - reach(split - at.dates.begin());
  const auto end = split + reach(at.dates.end() - split);
  // When it was said is not when it happened, and what lasts since then is second choice.
  const auto of_events = [](const DateMention& d) { return !d.of_speech && !d.since; };
  const auto rbegin = std::make_reverse_iterator(split);
  const auto rend = std::make_reverse_iterator(first);
  const auto previous = std::find_if(rbegin, rend, of_events);
  if (previous != rend) nearest = &*previous;
  const auto next = std::find_if(split, end, of_events);
  const bool shifted = nearest && nearest->shifts;
  // In `63 percent, up from 57 in 2019` the year is the other number's.
  const bool usable =
      next != end && !next->shifts && !shifted && !comparison_between(next->tokens.first, at);
  if (usable && (!nearest || distance(*next) < distance(*nearest))) nearest = &*next;
  const bool found = nearest != nullptr;
  for (auto since = first; since != end && !found; ++since) {
    if (since->since && !since->of_speech && (!nearest || distance(*since) < distance(*nearest)))
      nearest = &*since;
  }
  if (!nearest) return nullptr;
  figure.date = nearest->date;
  note(figure, "date", nearest->span);
  return nearest;
}

bool is_name(const text::Token& token, const Surroundings& at) {
  return token.kind == text::TokenKind::word && token.capitalised &&
         !at.view.vocabulary.in(token.word, at.rules.pronoun) &&
         !at.view.vocabulary.in(token.word, at.rules.calendar);
}

// `in Zvecan`, `at the Cielo Vista Mall`: the name behind a preposition of place, from `item` on.
std::optional<core::Span> place_from(std::size_t item, bool sent, const Surroundings& at) {
  const text::WordId word = at.view.items[item].word;
  const auto in = [&](text::SetId set) { return at.view.vocabulary.in(word, set); };
  if (!in(at.rules.place_before) && !(sent && in(at.rules.to))) return std::nullopt;
  std::size_t first = at.view.items[item].tokens.end;
  const auto& tokens = at.view.document.tokens();
  const std::size_t end = at.view.sentence.tokens.end;
  if (first < end && at.view.document.form(tokens[first]) == "the") ++first;
  // Lower-case words may lead to the name: `in northern Kosovo`.
  std::size_t name = first;
  while (name < end && name < first + 2 && !is_name(tokens[name], at) &&
         tokens[name].kind == text::TokenKind::word) {
    // `in the flood in Leeds`: the later preposition leads to the place.
    if (at.view.in(name, at.rules.place_before)) return std::nullopt;
    ++name;
  }
  std::size_t stop = name;
  while (stop < end && is_name(tokens[stop], at)) ++stop;
  if (stop == name) return std::nullopt;
  if (stop < end && at.view.in(stop, at.rules.place_noun)) ++stop;
  return at.view.document.span_of({first, stop});
}

void fill_place(Figure& figure, const Surroundings& at) {
  const std::size_t end = std::min(at.view.items.size(), at.item + kPlaceReach);
  const std::size_t first = at.item > kPlaceReach ? at.item - kPlaceReach : 0;
  std::optional<core::Span> place;
  // Forces are sent to a place; other things happen in one.
  const bool sent = figure.kind == "deployed";
  const auto may_lead = [&](std::size_t i) {
    return (at.view.items[i].signs & at.rules.place_sign) != 0;
  };
  for (std::size_t i = at.item + 1; i < end && !place; ++i) {
    if (may_lead(i)) place = place_from(i, sent, at);
  }
  for (std::size_t i = at.item; i > first && !place; --i) {
    if (may_lead(i - 1)) place = place_from(i - 1, sent, at);
  }
  if (!place) {
    const text::Section* dateline = at.view.document.dateline();
    if (!dateline) return;
    std::size_t stop = dateline->tokens.first;
    while (stop < dateline->tokens.end && at.view.document.tokens()[stop].all_capitals) ++stop;
    if (stop == dateline->tokens.first) return;
    place = at.view.document.span_of({dateline->tokens.first, stop});
    figure.assumed.emplace_back("place");
  }
  figure.place = at.view.document.phrase(*place);
  note(figure, "place", *place);
}

// Whose votes and seats: told of each number. Who sends, arrests or kills: where the verb has an
// object.
bool has_actor(const Figure& figure, const Kind& kind) {
  return kind.unit == "votes" || kind.unit == "seats" || kind.unit == "percent" ||
         figure.rule.ends_with(".active") || figure.rule.find(".send") != std::string::npos;
}

bool is_name_joint(std::size_t i, const Surroundings& at) {
  const std::string_view form = at.view.form(i);
  return form == "'" || form == "'s" || form == "-";
}

// The name that ends before token `end`: the Farmers' Union.
text::TokenRange name_before(std::size_t end, const Surroundings& at) {
  std::size_t first = end;
  while (first > at.view.sentence.tokens.first) {
    const bool joined = first < end && first - 1 > at.view.sentence.tokens.first &&
                        is_name_joint(first - 1, at) && is_name(at.view.token(first - 2), at);
    if (joined) {
      first -= 2;
    } else if (is_name(at.view.token(first - 1), at)) {
      --first;
    } else {
      break;
    }
  }
  return {first, end};
}

// The name before the verb that governs the number: `Petrov had 48,121 votes`, `the Accord with 33
// percent`.
text::TokenRange governing_name(const Surroundings& at) {
  std::size_t i = at.item;
  const std::size_t least = i > kWindow ? i - kWindow : 0;
  const auto governs = [&](const Item& item) {
    return at.view.vocabulary.in(item.word, at.rules.governing);
  };
  while (i > least && !governs(at.view.items[i - 1])) --i;
  if (i == least) return {};
  std::size_t end = at.view.items[i - 1].tokens.first;
  while (end > at.view.sentence.tokens.first && !at.view.token(end - 1).capitalised &&
         (at.view.in(end - 1, at.rules.phrases.stop) || at.view.in(end - 1, at.rules.governing))) {
    --end;
  }
  return name_before(end, at);
}

void fill_actor(Figure& figure, const Surroundings& at) {
  if (!has_actor(figure, at.kind)) return;
  // `The Accord took 19, the Greens 12`: the verb is left out.
  text::TokenRange name;
  if (!figure.assumed.empty()) name = name_before(at.view.items[at.item].tokens.first, at);
  if (name.empty()) name = governing_name(at);
  const bool nobody = name.end == name.first + 1 && at.view.in(name.first, at.rules.phrases.stop);
  if (name.empty() || nobody) return;
  const core::Span span = at.view.document.span_of(name);
  figure.actor = at.view.document.phrase(span);
  note(figure, "actor", span);
}

}  // namespace

void fill_context(Figure& figure, const Surroundings& at) {
  const DateMention* date = fill_date(figure, at);
  fill_status(figure, date, at);
  look_ahead(figure, at);
  fill_source(figure, at);
  fill_place(figure, at);
  fill_actor(figure, at);
}

}  // namespace pressgauge::figures
