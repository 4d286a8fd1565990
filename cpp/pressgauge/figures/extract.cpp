// SPDX-License-Identifier: MIT
#include "pressgauge/figures/extract.hpp"

#include <algorithm>

#include "pressgauge/figures/context.hpp"
#include "pressgauge/figures/left_alone.hpp"
#include "pressgauge/figures/readings.hpp"
#include "pressgauge/figures/sentence_view.hpp"

namespace pressgauge::figures {
namespace {

constexpr std::string_view kMoney = "money";
constexpr std::size_t kManyFigures = 16;  // few articles hold more
constexpr double kMostPurposeCost = 9;
constexpr std::size_t kMostEvidence = 7;  // fields that are read from words

bool is_money(const Quantity& q) {
  return !q.unit.empty() && !q.is_percent() && q.unit != "points";
}

// Makes the figures of one sentence out of its numbers and their readings.
class FigureMaker {
 public:
  FigureMaker(const SentenceView& view,
              std::size_t sentence,
              const std::vector<DateMention>& dates,
              std::optional<Day> published,
              const Rules& rules,
              Discourse& before,
              Extraction& out)
      : view_(view),
        sentence_(sentence),
        dates_(dates),
        published_(published),
        rules_(rules),
        readings_(kind_readings(view, sentence, rules, before)),
        out_(out) {}

  void run() {
    for (std::size_t item = 0; item < view_.items.size(); ++item) {
      if (view_.items[item].phrase) make(item);
    }
  }

 private:
  void make(std::size_t item) {
    const std::size_t number = *view_.items[item].phrase;
    const Phrase& phrase = view_.phrases[number];
    const Quantity& q = phrase.quantity;
    const KindReading& reading = readings_[number];
    if (q.indefinite && is_purpose(item)) return;
    if (const char* why = not_counted(phrase, reading)) {
      if (!q.zero && !q.indefinite) out_.left_alone.push_back({q.span, "counts.nothing", why});
      return;
    }
    const Kind& kind =
        reading.kind == &rules_.other() && is_money(q) ? rules_.kind(kMoney) : *reading.kind;
    Figure& figure = out_.figures.emplace_back();
    figure.evidence.reserve(kMostEvidence);
    figure.kind = kind.name;
    figure.span = q.span;
    figure.text = std::string(view_.document.words(q.span));
    figure.bound = q.bound;
    figure.value = q.value;
    figure.interval = q.interval;
    figure.additional = q.additional;
    figure.sentence = sentence_;
    figure.subset = reading.subset;
    figure.rule = reading.rule          ? reading.rule->id
                  : kind.name == kMoney ? "money.currency"
                                        : "other.default";
    if (reading.inherited) figure.assumed.emplace_back("kind");
    if (reading.words) figure.evidence.push_back({"kind", view_.document.span_of(*reading.words)});
    fill_group(figure, reading);
    fill_context(figure,
                 {view_,
                  sentence_,
                  item,
                  dates_,
                  published_,
                  out_.own_day,
                  out_.names_weekdays,
                  sentence_ == out_.lead,
                  rules_,
                  kind});
    share_status(figure, kind, reading, item);
    if (reading.earlier) figure.status = Status::background;
    before_is_earlier_ = reading.earlier || is_compared(item);
    kind_before_ = &kind;
    figure.unit = unit_of(figure, kind, phrase);
    out_.unresolved_dates = out_.unresolved_dates || (figure.date && !figure.date->first);
  }

  // What goes on with the number before, or is a part of it, is as certain as that: `will send 150
  // and Jamaica 200`.
  void share_status(Figure& figure,
                    const Kind& kind,
                    const KindReading& reading,
                    std::size_t item) const {
    if (!kind_before_ || figure.status != Status::asserted) return;
    const Figure& before = out_.figures[out_.figures.size() - 2];
    const bool own = std::any_of(figure.evidence.begin(),
                                 figure.evidence.end(),
                                 [](const Evidence& e) { return e.field == "status"; });
    if (own || before_is_earlier_) return;
    const bool goes_on = reading.inherited && kind_before_ == &kind;
    const auto of_people = [](const Kind& each) { return each.event && each.persons; };
    if (goes_on || reading.subset ||
        (of_people(*kind_before_) && of_people(kind) && is_coordinated(before, item)))
      figure.status = before.status;
  }

  // `up from 32`: what follows is no such reading.
  bool is_compared(std::size_t item) const {
    return item > 0 && view_.vocabulary.in(view_.items[item - 1].word, rules_.comparison);
  }

  // `had left 20 dead and 100 injured`: two counts of people in one clause.
  bool is_coordinated(const Figure& before, std::size_t item) const {
    bool joined = false;
    for (std::size_t i = item; i > 0 && item - i < kWindow; --i) {
      const Item& between = view_.items[i - 1];
      if (view_.token(between.tokens.first).span.start_byte <= before.span.start_byte)
        return joined;
      const bool comma = between.is_mark && view_.vocabulary.word(between.word) == ",";
      if (view_.vocabulary.in(between.word, view_.costs.subordinators) ||
          (between.is_mark && !comma))
        return false;
      joined = joined || view_.vocabulary.in(between.word, view_.costs.conjunctions);
    }
    return false;
  }

  // `a plot to kidnap a soldier`: nobody is a victim yet.
  bool is_purpose(std::size_t item) const {
    return rules_.purpose.best(view_, item, kMostPurposeCost).rule != nullptr;
  }

  // Why a number that was read is no figure; nullptr where it is one.
  const char* not_counted(const Phrase& phrase, const KindReading& reading) const {
    const Quantity& q = phrase.quantity;
    if (phrase.compound) return "part of a compound";
    if (reading.kind->event) return nullptr;
    if (q.zero || q.indefinite) return "a zero or a single person counts for events only";
    if (q.value == 1 && !q.plain_digits && q.bound == Bound::exact && !q.additional)
      return "one that counts nothing";
    if (q.value == 0 && q.plain_digits && phrase.noun.empty() && q.unit.empty())
      return "a zero of nothing";
    if (phrase.noun.empty() && q.unit.empty() && !reading.rule && !reading.inherited)
      return "nothing is counted";
    return nullptr;
  }

  void fill_group(Figure& figure, const KindReading& reading) {
    if (reading.group.empty()) return;
    if (reading.group_assumed) figure.assumed.emplace_back("group");
    const core::Span span = view_.document.span_of(reading.group);
    figure.group = view_.document.phrase(span);
    figure.evidence.push_back({"group", span});
  }

  std::string unit_of(const Figure& figure, const Kind& kind, const Phrase& phrase) const {
    // A change in percentage points is stated in percent, as its levels are.
    if (phrase.quantity.unit == "points") return "percent";
    if (!phrase.quantity.unit.empty()) return std::string(phrase.quantity.unit);
    if (kind.name == "deployed" && !phrase.noun.empty() && view_.in(phrase.head, rules_.vehicle))
      return "items";
    if (kind.unit != "noun") return kind.unit;
    if (!phrase.noun.empty()) return std::string(view_.form(phrase.head));
    return figure.group ? *figure.group : "";
  }

  const SentenceView& view_;
  std::size_t sentence_;
  const std::vector<DateMention>& dates_;
  std::optional<Day> published_;
  const Rules& rules_;
  std::vector<KindReading> readings_;
  const Kind* kind_before_ = nullptr;  // of the figure made last in this sentence
  bool before_is_earlier_ = false;     // it is an earlier reading of the one before
  Extraction& out_;
};

void read_sentence(const text::Document& document,
                   std::size_t number,
                   std::optional<Day> published,
                   const Rules& rules,
                   const text::Vocabulary& vocabulary,
                   Discourse& before,
                   Seen& seen,
                   Extraction& out) {
  const text::Sentence& sentence = document.sentences()[number];
  const auto found = dates(document, sentence, published, rules.dates, vocabulary);
  if (!out.own_day && !published && !found.empty()) out.own_day = found.front().date.first;
  // Numbers that count nothing go first, so that no noun is drawn to them.
  auto kept =
      without_left_alone(document, sentence, found, rules, vocabulary, seen, out.left_alone);
  if (kept.empty() && (sentence.traits & rules.phrases.wordless) == 0) return;
  // Each number with its noun is one item of the sentence that patterns see.
  const auto counted =
      phrases(document, sentence.tokens, std::move(kept), rules.phrases, vocabulary);
  if (counted.empty()) return;
  const SentenceView view =
      view_of(document, sentence, counted, rules.signs, rules.gap_costs, vocabulary, seen);
  FigureMaker(view, number, found, published, rules, before, out).run();
}

}  // namespace

Extraction extract(const text::Document& document,
                   std::optional<Day> published,
                   const Rules& rules,
                   const text::Vocabulary& vocabulary) {
  Extraction out;
  out.figures.reserve(kManyFigures);
  out.names_weekdays = !published && names_weekdays(document, rules.dates, vocabulary);
  Discourse before(document, rules.election);
  Seen seen;
  const auto is_read = [&](std::size_t sentence) {
    return document.sections()[document.sentences()[sentence].section].is_article();
  };
  while (out.lead < document.sentences().size() && !is_read(out.lead)) ++out.lead;
  for (std::size_t i = out.lead; i < document.sentences().size(); ++i) {
    if (!is_read(i)) continue;
    read_sentence(document, i, published, rules, vocabulary, before, seen, out);
  }
  for (std::size_t i = 0; i < out.figures.size(); ++i)
    out.figures[i].number = static_cast<std::int64_t>(i);
  return out;
}

}  // namespace pressgauge::figures
