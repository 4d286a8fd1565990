// SPDX-License-Identifier: MIT
#include "pressgauge/articles/reading.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/log.hpp"
#include "pressgauge/figures/merge.hpp"

namespace pressgauge::articles {
namespace {

// The rule of a figure whose kind a person gave.
constexpr const char* kRevised = "revised";

void warn(Reading& reading, const char* code, std::string message) {
  log().debug("{}: {}", code, message);
  reading.warnings.push_back({code, std::move(message)});
}

void warn_of_text(Reading& reading) {
  if (reading.document->tokens().empty()) warn(reading, "empty", "the text holds no words");
  if (reading.document->is_foreign()) {
    warn(reading, "not_english", "the text is plainly not English; it is read without claim");
  }
}

void warn_of_figures(Reading& reading, bool unresolved_dates) {
  if (unresolved_dates) {
    warn(reading,
         "dates_unresolved",
         "dates such as 'on Monday' stay unresolved without published=");
  }
  for (const figures::LeftAlone& number : reading.left_alone) {
    if (number.rule != "number.overflow") continue;
    const std::string_view words = reading.document->words(number.span);
    warn(reading,
         "number_too_large",
         "a number of " + std::to_string(words.size()) +
             " characters is beyond 1e308: " + std::string(words.substr(0, 20)) + "…");
  }
}

void warn_of_counts(Reading& reading) {
  for (const figures::Count& count : reading.counts) {
    if (count.agree) continue;
    warn(reading,
         "disagreement",
         count.kind + " of " + count.group.value_or("no named group") +
             ": mentions disagree, between " + core::to_string(count.interval));
  }
}

// Everything that follows from the figures.
void recount(Reading& reading, const Gauge& gauge) {
  std::erase_if(reading.warnings, [](const Warning& w) { return w.code == "disagreement"; });
  reading.counts = figures::merge(reading.figures, gauge.figure_rules(), gauge.vocabulary());
  reconcile(reading.counts, reading.figures);
  reading.statistics = statistics(reading.counts);
  warn_of_counts(reading);
}

std::size_t place_of(const Reading& reading, std::int64_t number) {
  const auto found = std::find_if(reading.figures.begin(),
                                  reading.figures.end(),
                                  [&](const figures::Figure& f) { return f.number == number; });
  if (found == reading.figures.end()) {
    throw DomainError("no figure has the number " + std::to_string(number) + "; the reading has " +
                      std::to_string(reading.figures.size()) + " figures");
  }
  return static_cast<std::size_t>(found - reading.figures.begin());
}

bool names(const Edit& edit, std::string_view field) {
  return std::find(edit.fields.begin(), edit.fields.end(), field) != edit.fields.end();
}

core::Interval implied(const figures::Figure& figure, const Gauge& gauge) {
  if (!figure.value) {
    throw DomainError("a bound of '" + to_string(figure.bound) + "' needs a value");
  }
  return figures::implied_interval(
      figure.bound, *figure.value, gauge.figure_rules().quantities.hedges);
}

sentiment::Sentiment tone_of(const text::Document& document,
                             const Gauge& gauge,
                             ToneDetail detail) {
  const auto by = [&](auto score) {
    return score(document, gauge.sentiment_rules(), gauge.vocabulary(), gauge.calibration());
  };
  sentiment::Sentiment tone;
  if (detail == ToneDetail::reasons) {
    tone = by(sentiment::score);
  } else {
    static_cast<sentiment::Tone&>(tone) = by(sentiment::tone);
  }
  sentiment::apply(gauge.link(), tone);
  return tone;
}

// What a person said was read nowhere in the text, and no rule made it.
void forget_origin(figures::Figure& figure, const Edit& edit) {
  std::erase_if(figure.evidence, [&](const auto& each) { return names(edit, each.field); });
  std::erase_if(figure.assumed, [&](const auto& each) { return names(edit, each); });
  if (names(edit, "kind")) figure.rule = kRevised;
}

}  // namespace

Reading read(Article article, const Gauge& gauge, ToneDetail detail) {
  Reading reading;
  reading.title = std::move(article.title);
  reading.published = article.published;
  // Take the text apart, once.
  reading.document = std::make_shared<const text::Document>(
      std::move(article.text), gauge.text_rules(), gauge.vocabulary(), gauge.options().max_bytes);
  warn_of_text(reading);
  // Find what is counted in it.
  auto extraction = figures::extract(
      *reading.document, article.published, gauge.figure_rules(), gauge.vocabulary());
  reading.figures = std::move(extraction.figures);
  reading.left_alone = std::move(extraction.left_alone);
  warn_of_figures(reading, extraction.unresolved_dates);
  // Merge mentions, and compute what follows from them.
  recount(reading, gauge);
  // Score its tone.
  reading.sentiment = tone_of(*reading.document, gauge, detail);
  return reading;
}

const figures::Figure& figure(const Reading& reading, std::int64_t number) {
  return reading.figures[place_of(reading, number)];
}

Reading revised(const Reading& reading,
                const figures::Figure& figure,
                Edit edit,
                const Gauge& gauge) {
  Reading out = reading;
  figures::Figure& changed = out.figures[place_of(out, edit.figure)];
  changed = figure;
  if ((names(edit, "value") || names(edit, "bound")) && !names(edit, "interval")) {
    changed.interval = implied(changed, gauge);
  }
  forget_origin(changed, edit);
  out.edits.push_back(std::move(edit));
  recount(out, gauge);
  return out;
}

Reading rejected(const Reading& reading, Edit edit, const Gauge& gauge) {
  Reading out = reading;
  out.figures.erase(out.figures.begin() + static_cast<std::ptrdiff_t>(place_of(out, edit.figure)));
  out.edits.push_back(std::move(edit));
  recount(out, gauge);
  return out;
}

}  // namespace pressgauge::articles
