// SPDX-License-Identifier: MIT
#include "pressgauge/articles/rows.hpp"

#include <utility>

#include "pressgauge/core/sha256.hpp"

namespace pressgauge::articles {
namespace {

using arrow::Type;
using arrow::Words;

// A row is written by one function for each table. With Declare it tells the columns, with Write it
// fills them: what it calls is the order, the names and the types of both.
class Declare {
 public:
  explicit Declare(arrow::Table& table) : table_(table) {}
  void whole(const char* name, std::int64_t) { add(name, Type::whole); }
  void whole(const char* name, std::optional<std::int64_t>) { add(name, Type::whole, true); }
  void number(const char* name, double) { add(name, Type::number); }
  void number(const char* name, std::optional<double>) { add(name, Type::number, true); }
  void flag(const char* name, bool) { add(name, Type::flag); }
  void text(const char* name, std::string_view) { add(name, Type::text); }
  void maybe_text(const char* name, const std::optional<std::string_view>&) {
    add(name, Type::text, true);
  }
  void word(const char* name, const Words& words, std::int32_t) {
    add(name, Type::word);
    table_.fields.back().words = words;
  }
  void day(const char* name, const std::optional<figures::Day>&) { add(name, Type::day, true); }
  void wholes(const char* name, const std::vector<std::int64_t>&) { add(name, Type::wholes); }
  void texts(const char* name, const std::vector<std::string>&) { add(name, Type::texts); }

 private:
  void add(const char* name, Type type, bool nullable = false) {
    table_.fields.push_back({name, type, nullable});
  }
  arrow::Table& table_;
};

class Write {
 public:
  explicit Write(arrow::Rows& rows) : rows_(rows) {}
  ~Write() { ++rows_.size; }
  Write(const Write&) = delete;
  Write& operator=(const Write&) = delete;

  void whole(const char*, std::int64_t value) { next().add_whole(value); }
  void whole(const char*, std::optional<std::int64_t> value) {
    value ? next().add_whole(*value) : next().add_null();
  }
  void number(const char*, double value) { next().add_number(value); }
  void number(const char*, std::optional<double> value) {
    value ? next().add_number(*value) : next().add_null();
  }
  void flag(const char*, bool value) { next().add_flag(value); }
  void text(const char*, std::string_view value) { next().add_text(value); }
  void maybe_text(const char*, const std::optional<std::string_view>& value) {
    value ? next().add_text(*value) : next().add_null();
  }
  void word(const char*, const Words&, std::int32_t number) { next().add_word(number); }
  void day(const char*, const std::optional<figures::Day>& value) {
    value ? next().add_day(static_cast<std::int32_t>(value->time_since_epoch().count()))
          : next().add_null();
  }
  void wholes(const char*, const std::vector<std::int64_t>& values) { next().add_wholes(values); }
  void texts(const char*, const std::vector<std::string>& values) { next().add_texts(values); }

 private:
  arrow::Column& next() { return *rows_.columns[at_++]; }
  arrow::Rows& rows_;
  std::size_t at_ = 0;
};

struct Dictionaries {
  Words kinds;
  Words bounds;
  Words statuses;
  Words labels;
};

std::optional<std::string_view> view(const std::optional<std::string>& text) {
  return text ? std::optional<std::string_view>(*text) : std::nullopt;
}

template <class Out>
void ends(Out& out, const core::Interval& interval) {
  out.number("low", interval.low);
  out.number("high", interval.high);
  out.flag("low_open", interval.low_open);
  out.flag("high_open", interval.high_open);
}

template <class Out>
void date_and_place(Out& out,
                    const std::optional<figures::DateSpan>& date,
                    const std::optional<std::string>& place) {
  out.day("date_first", date ? date->first : std::nullopt);
  out.day("date_last", date ? date->last : std::nullopt);
  out.maybe_text("place", view(place));
}

template <class Out>
void article_row(Out& out, const Record& record, const Reading& reading, bool store_text) {
  const text::Document& document = *reading.document;
  std::vector<std::string> warnings;
  for (const Warning& each : reading.warnings) warnings.push_back(each.code + ": " + each.message);
  out.text("article_id", record.id);
  out.whole("position", record.position);
  out.maybe_text("title", view(reading.title));
  out.day("published", reading.published);
  out.whole("characters", document.code_points().size());
  out.maybe_text("text",
                 store_text ? std::optional<std::string_view>(document.text()) : std::nullopt);
  out.text("text_sha256", core::sha256(document.text()));
  out.maybe_text("extractor", record.extractor);
  out.texts("warnings", warnings);
}

template <class Out>
void figure_row(Out& out,
                const Record& record,
                const figures::Figure& f,
                const text::CodePointMap& map,
                const Dictionaries& words,
                std::int32_t kind) {
  out.text("article_id", record.id);
  out.whole("figure", f.number);
  out.whole("start", map.code_point_of(f.span.start_byte));
  out.whole("end", map.code_point_of(f.span.end_byte));
  out.text("text", f.text);
  out.word("kind", words.kinds, kind);
  out.word("bound", words.bounds, static_cast<std::int32_t>(f.bound));
  out.number("value", f.value);
  ends(out, f.interval);
  out.text("unit", f.unit);
  out.maybe_text("group", view(f.group));
  out.maybe_text("actor", view(f.actor));
  out.word("status", words.statuses, static_cast<std::int32_t>(f.status));
  out.flag("subset", f.subset);
  out.flag("additional", f.additional);
  out.maybe_text("source", view(f.source));
  date_and_place(out, f.date, f.place);
  out.whole("sentence", static_cast<std::int64_t>(f.sentence));
  out.text("rule", f.rule);
}

template <class Out>
void count_row(Out& out,
               const Record& record,
               const figures::Count& c,
               const Dictionaries& words,
               std::int32_t kind) {
  out.text("article_id", record.id);
  out.whole("count", c.id);
  out.word("kind", words.kinds, kind);
  out.maybe_text("group", view(c.group));
  ends(out, c.interval);
  out.text("unit", c.unit);
  out.word("status", words.statuses, static_cast<std::int32_t>(c.status));
  out.wholes("mentions", c.mentions);
  out.wholes("superseded", c.superseded);
  out.whole("parent", c.parent);
  out.flag("agree", c.agree);
  out.text("why", c.why);
  date_and_place(out, c.date, c.place);
}

template <class Out>
void statistic_row(Out& out, const Record& record, const Statistic& s) {
  const stats::Estimate& e = s.estimate;
  const auto end = [&](double core::Interval::*which) {
    return e.interval ? std::optional((*e.interval).*which) : std::nullopt;
  };
  out.text("article_id", record.id);
  out.text("name", s.name);
  out.number("estimate", e.estimate);
  ends(out, e.identified);
  out.number("interval_low", end(&core::Interval::low));
  out.number("interval_high", end(&core::Interval::high));
  out.number("confidence", e.confidence);
  out.text("method", e.method);
  out.wholes("inputs", s.inputs);
  out.texts("flags", stats::flag_names(e.flags));
  out.text("note", s.note);
}

template <class Out>
void sentiment_row(Out& out,
                   const Record& record,
                   const sentiment::Tone& tone,
                   const Dictionaries& words) {
  out.text("article_id", record.id);
  out.number("score", tone.score);
  out.word("label", words.labels, static_cast<std::int32_t>(tone.label));
  out.number("raw", tone.raw);
  out.number("narration", tone.narration);
  out.number("quotation", tone.quotation);
  out.number("events", tone.events);
}

template <class Out>
void failure_row(Out& out, const Failure& failure) {
  out.text("article_id", failure.id);
  out.whole("position", failure.position);
  out.text("kind", failure.kind);
  out.text("message", failure.message);
}

Dictionaries dictionaries_of(const Gauge& gauge) {
  const auto words = [](std::vector<std::string> names) {
    return std::make_shared<const std::vector<std::string>>(std::move(names));
  };
  std::vector<std::string> kinds;
  for (const auto& kind : gauge.figure_rules().kinds()) kinds.push_back(kind.name);
  return {words(std::move(kinds)),
          words(figures::bound_names()),
          words(figures::status_names()),
          words(sentiment::label_names())};
}

arrow::Rows rows_of(const arrow::Table& table) {
  arrow::Rows rows;
  for (const arrow::Field& field : table.fields) {
    rows.columns.push_back(std::make_shared<arrow::Column>(field.type));
  }
  return rows;
}

// Where only columns are filled, their words are of no use.
const Dictionaries kNoWords{};

}  // namespace

Tables empty_tables(const Gauge& gauge) {
  const Dictionaries words = dictionaries_of(gauge);
  Reading nothing;
  nothing.document =
      std::make_shared<const text::Document>("", gauge.text_rules(), gauge.vocabulary());
  const auto declare = [](arrow::Table& table, auto row) {
    Declare out(table);
    row(out);
  };
  Tables made;
  declare(made.articles, [&](auto& out) { article_row(out, {}, nothing, true); });
  declare(made.figures, [&](auto& out) { figure_row(out, {}, {}, {}, words, 0); });
  declare(made.counts, [&](auto& out) { count_row(out, {}, {}, words, 0); });
  declare(made.statistics, [&](auto& out) { statistic_row(out, {}, {}); });
  declare(made.sentiment, [&](auto& out) { sentiment_row(out, {}, {}, words); });
  declare(made.failures, [&](auto& out) { failure_row(out, {}); });
  return made;
}

RowWriter::RowWriter(const Tables& tables, const Gauge& gauge, bool store_text)
    : store_text_(store_text),
      made_{rows_of(tables.articles),
            rows_of(tables.figures),
            rows_of(tables.counts),
            rows_of(tables.statistics),
            rows_of(tables.sentiment),
            rows_of(tables.failures)} {
  const auto& kinds = gauge.figure_rules().kinds();
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    kinds_.emplace(kinds[i].name, static_cast<std::int32_t>(i));
  }
}

void RowWriter::add(const Record& record, const Reading& reading) {
  const auto write = [](arrow::Rows& rows, auto row) {
    Write out(rows);
    row(out);
  };
  const text::CodePointMap& map = reading.document->code_points();
  write(made_.articles, [&](auto& out) { article_row(out, record, reading, store_text_); });
  for (const figures::Figure& each : reading.figures) {
    const std::int32_t kind = kinds_.at(each.kind);
    write(made_.figures, [&](auto& out) { figure_row(out, record, each, map, kNoWords, kind); });
  }
  for (const figures::Count& each : reading.counts) {
    const std::int32_t kind = kinds_.at(each.kind);
    write(made_.counts, [&](auto& out) { count_row(out, record, each, kNoWords, kind); });
  }
  for (const Statistic& each : reading.statistics) {
    write(made_.statistics, [&](auto& out) { statistic_row(out, record, each); });
  }
  write(made_.sentiment,
        [&](auto& out) { sentiment_row(out, record, reading.sentiment, kNoWords); });
}

void RowWriter::add(const Failure& failure) {
  Write out(made_.failures);
  failure_row(out, failure);
}

}  // namespace pressgauge::articles
