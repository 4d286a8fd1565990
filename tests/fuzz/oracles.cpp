// SPDX-License-Identifier: MIT
#include "oracles.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace pressgauge::fuzz {
namespace {

bool is_boundary(std::string_view text, std::int64_t byte) {
  const auto at = static_cast<std::size_t>(byte);
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

// Spans in order, none over the next.
template <class Parts, class SpanOf>
void check_order(std::string_view text, const Parts& parts, SpanOf span_of, const char* what) {
  std::int64_t end = 0;
  for (const auto& part : parts) {
    const core::Span span = span_of(part);
    check_span(text, span, what);
    expect(span.start_byte >= end, std::string(what) + ": out of order");
    end = span.end_byte;
  }
}

void check_range(const text::Document& document, const text::TokenRange& range, const char* what) {
  expect(range.first <= range.end && range.end <= document.tokens().size(), what);
}

bool within_one(double score) { return score >= -1 && score <= 1; }

void check_figure(const text::Document& document, const figures::Figure& figure) {
  const std::string_view text = document.text();
  check_span(text, figure.span, "figure");
  expect(figure.text == document.words(figure.span), "a figure's text is not what stands there");
  expect(figure.sentence < document.sentences().size(), "a figure is in no sentence");
  expect(document.sentences()[figure.sentence].span.contains(figure.span),
         "a figure is outside its sentence");
  check_interval(figure.interval, "figure");
  expect(!figure.value || std::isfinite(*figure.value), "a figure's value is not finite");
  expect(!figure.rule.empty(), "a figure without a rule");
  for (const auto& evidence : figure.evidence) check_span(text, evidence.span, evidence.field);
  if (figure.date && figure.date->first && figure.date->last) {
    expect(*figure.date->first <= *figure.date->last, "a date ends before it starts");
  }
}

// Wholes of wholes end.
bool is_part_of_itself(const figures::Count& count, const std::vector<figures::Count>& counts) {
  const figures::Count* at = &count;
  for (std::size_t steps = 0; steps <= counts.size(); ++steps) {
    if (!at->parent) return false;
    at = &*std::find_if(
        counts.begin(), counts.end(), [&](const auto& c) { return c.id == *at->parent; });
  }
  return true;
}

std::string bits(double value) {
  std::string out(sizeof value, '\0');
  std::memcpy(out.data(), &value, sizeof value);
  return out;
}

}  // namespace

std::optional<text::Document> document_of(std::string_view text) {
  std::optional<text::Document> out;
  accepted([&] { out.emplace(std::string(text), gauge().text_rules(), gauge().vocabulary()); });
  return out;
}

void check_span(std::string_view text, const core::Span& span, const std::string& what) {
  expect(0 <= span.start_byte && span.start_byte <= span.end_byte &&
             span.end_byte <= static_cast<std::int64_t>(text.size()),
         what + ": a span outside the text");
  expect(is_boundary(text, span.start_byte) && is_boundary(text, span.end_byte),
         what + ": a span splits a code point");
}

void check_parts(const text::Document& document) {
  const std::string_view text = document.text();
  const auto span = [](const auto& part) { return part.span; };
  check_order(text, document.tokens(), span, "token");
  check_order(text, document.sections(), span, "section");
  check_order(text, document.sentences(), span, "sentence");
  for (const auto& token : document.tokens()) expect(!token.span.empty(), "an empty token");
  for (const auto& section : document.sections()) check_range(document, section.tokens, "section");
  for (const auto& sentence : document.sentences()) {
    check_range(document, sentence.tokens, "sentence");
    expect(sentence.section < document.sections().size(), "a sentence is in no section");
    expect(document.sections()[sentence.section].span.contains(sentence.span),
           "a sentence is outside its section");
  }
}

void check_quotes(const text::Document& document) {
  const std::string_view text = document.text();
  std::int64_t start = 0;
  for (const auto& quote : document.quotes()) {
    check_span(text, quote.span, "quote");
    check_range(document, quote.tokens, "quote");
    if (quote.speaker) check_span(text, *quote.speaker, "speaker");
    expect(quote.span.start_byte >= start, "quotes out of order");
    start = quote.span.start_byte;
  }
  for (const auto& each : document.attributions()) {
    check_span(text, each.speaker, "attribution: speaker");
    check_span(text, each.mention, "attribution: mention");
    check_span(text, each.verb, "attribution: verb");
    check_range(document, each.content, "attribution: content");
    expect(each.sentence < document.sentences().size(), "an attribution is in no sentence");
    const core::Span& sentence = document.sentences()[each.sentence].span;
    expect(sentence.contains(each.mention) && sentence.contains(each.verb),
           "an attribution is outside its sentence");
  }
}

void check_actors(const text::Document& document, const std::vector<text::Actor>& actors) {
  for (const auto& actor : actors) {
    expect(!actor.name.empty() && !actor.mentions.empty(), "an actor without name or mention");
    check_order(
        document.text(), actor.mentions, [](const auto& m) { return m.span; }, "mention of actor");
    for (const auto& mention : actor.mentions) check_range(document, mention.tokens, "mention");
  }
}

void check_interval(const core::Interval& interval, const std::string& what) {
  const bool is_one = accepted(
      [&] { expect(core::checked(interval) == interval, what + ": an unbounded end is closed"); });
  if (!is_one) throw Broken(what + " in no interval: " + core::to_string(interval));
}

void check_figures(const text::Document& document, const std::vector<figures::Figure>& figures) {
  std::int64_t number = 0;
  for (const auto& figure : figures) {
    check_figure(document, figure);
    expect(figure.number == number++, "figures are not numbered in order");
  }
  check_order(
      document.text(), figures, [](const auto& f) { return f.span; }, "figure");
}

void check_left_alone(const text::Document& document, const std::vector<figures::LeftAlone>& left) {
  for (const auto& each : left) {
    check_span(document.text(), each.span, "left alone");
    expect(!each.rule.empty() && !each.reason.empty(), "left alone without rule or reason");
  }
}

void check_counts(const std::vector<figures::Count>& counts,
                  const std::vector<figures::Figure>& figures) {
  const auto is_figure = [&](std::int64_t number) {
    return std::any_of(
        figures.begin(), figures.end(), [&](const auto& f) { return f.number == number; });
  };
  const auto is_count = [&](std::int64_t id) {
    return std::any_of(counts.begin(), counts.end(), [&](const auto& c) { return c.id == id; });
  };
  for (const auto& count : counts) {
    check_interval(count.interval, "count");
    expect(!count.mentions.empty(), "a count without mentions");
    for (const auto* list : {&count.mentions, &count.superseded}) {
      expect(std::all_of(list->begin(), list->end(), is_figure), "a count of no figure");
    }
    expect(!count.parent || is_count(*count.parent), "a count is a part of none");
    expect(!is_part_of_itself(count, counts), "a count is a part of itself");
  }
}

void check_statistics(const std::vector<articles::Statistic>& statistics,
                      const std::vector<figures::Count>& counts) {
  for (const auto& each : statistics) {
    const stats::Estimate& e = each.estimate;
    check_interval(e.identified, each.name);
    expect(!e.estimate || std::isnan(*e.estimate) || e.identified.contains(*e.estimate),
           each.name + ": the estimate is outside of what the reports allow");
    for (const std::int64_t id : each.inputs) {
      expect(std::any_of(counts.begin(), counts.end(), [&](const auto& c) { return c.id == id; }),
             each.name + ": computed from no count");
    }
  }
}

void check_sentiment(const text::Document& document, const sentiment::Sentiment& tone) {
  expect(within_one(tone.score) && within_one(tone.narration) && within_one(tone.events) &&
             within_one(tone.quotation.value_or(0)),
         "a score outside [-1, 1]");
  expect(tone.raw > -1 && tone.raw < 1, "raw outside (-1, 1)");
  double sum = 0;
  std::int64_t start = 0;
  for (const auto& each : tone.contributions) {
    check_span(document.text(), each.span, "contribution");
    expect(each.span.start_byte >= start, "contributions out of order");
    start = each.span.start_byte;
    sum += each.weight * each.factor;
  }
  expect(std::abs(sum - tone.raw) < 1e-9, "contributions don't add up to raw");
  for (const auto& each : tone.sentences) {
    expect(each.sentence < document.sentences().size() &&
               document.sentences()[each.sentence].span == each.span,
           "the tone of no sentence");
    expect(
        std::isfinite(each.raw) && std::isfinite(each.narration) && std::isfinite(each.quotation),
        "a sentence's tone is not finite");
  }
  for (const auto& each : tone.speakers) expect(within_one(each.score), "a speaker's score");
  for (const auto& each : tone.excluded) check_span(document.text(), each.span, "excluded");
}

void check_reading(const articles::Reading& reading) {
  const text::Document& document = *reading.document;
  check_parts(document);
  check_quotes(document);
  check_figures(document, reading.figures);
  check_left_alone(document, reading.left_alone);
  check_counts(reading.counts, reading.figures);
  check_statistics(reading.statistics, reading.counts);
  check_sentiment(document, reading.sentiment);
}

bool same(const sentiment::Tone& a, const sentiment::Tone& b) {
  const auto all = [](const sentiment::Tone& t) {
    return bits(t.score) + bits(t.raw) + bits(t.narration) + bits(t.events) +
           (t.quotation ? bits(*t.quotation) : "none") + sentiment::to_string(t.label);
  };
  return all(a) == all(b);
}

std::string rows_of(const articles::Reading& reading) {
  static const articles::Tables tables = articles::empty_tables(gauge());
  articles::RowWriter writer(tables, gauge(), true);
  writer.add({"id", 0, std::nullopt}, reading);
  auto made = std::move(writer).take();
  articles::Tables out = tables;
  out.articles.chunks = {std::move(made.articles)};
  out.figures.chunks = {std::move(made.figures)};
  out.counts.chunks = {std::move(made.counts)};
  out.statistics.chunks = {std::move(made.statistics)};
  out.sentiment.chunks = {std::move(made.sentiment)};
  return bytes_of(out);
}

std::string bytes_of(const articles::Tables& tables) {
  std::string all;
  const auto add = [&](const auto& self, const arrow::Column& column) -> void {
    all += column.values() + '|' + column.offsets() + '|';
    all.append(column.validity().begin(), column.validity().end());
    if (column.child()) self(self, *column.child());
  };
  for (const auto* table : {&tables.articles,
                            &tables.figures,
                            &tables.counts,
                            &tables.statistics,
                            &tables.sentiment,
                            &tables.failures}) {
    for (const auto& column : arrow::joined(*table).columns) {
      column->finish();  // a table of one chunk may be one that is still written
      add(add, *column);
    }
    all += '\n';
  }
  return all;
}

}  // namespace pressgauge::fuzz
