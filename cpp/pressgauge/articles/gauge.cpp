// SPDX-License-Identifier: MIT
#include "pressgauge/articles/gauge.hpp"

#include <utility>

#include "pressgauge/core/interval.hpp"
#include "pressgauge/figures/data.hpp"
#include "pressgauge/sentiment/data.hpp"
#include "pressgauge/text/data.hpp"

namespace pressgauge::articles {
namespace {

constexpr std::string_view kNoRows = "#pressgauge-rules 1\n";

sentiment::Link link_of(const GaugeOptions& options) {
  return sentiment::checked(options.link.value_or(sentiment::link_of(options.profile)));
}

std::string text_of(const sentiment::Link& link) {
  using core::to_string;
  return to_string(link.gain) + ' ' + to_string(link.offset) + ' ' +
         to_string(link.negative_below) + ' ' + to_string(link.positive_above);
}

}  // namespace

Gauge::Gauge(GaugeOptions options)
    : options_(std::move(options)),
      vocabulary_(text::default_vocabulary()),
      text_rules_(vocabulary_),
      figure_rules_(vocabulary_, {options_.kinds, options_.hedges, options_.groups}),
      sentiment_rules_(vocabulary_,
                       options_.lexicon.empty() ? kNoRows : std::string_view(options_.lexicon),
                       options_.shipped_lexicon),
      link_(link_of(options_)) {}

const text::Tagger& Gauge::tagger() const {
  std::call_once(tagger_once_, [&] { tagger_ = text::default_tagger(); });
  return *tagger_;
}

const text::ActorRules& Gauge::actor_rules() const {
  std::call_once(actors_once_, [&] { actor_rules_.emplace(text_rules_); });
  return *actor_rules_;
}

sentiment::TowardRules Gauge::toward_rules() const {
  std::call_once(toward_once_, [&] { toward_weights_.emplace(); });
  return {sentiment_rules_, *toward_weights_, vocabulary_};
}

std::string effective_rules(const GaugeOptions& options) {
  std::string all;
  const auto add = [&](std::string_view table) {
    all += table;
    all += '\f';
  };
  for (const auto table : {text::data::abbreviations,
                           text::data::actors,
                           text::data::sections,
                           text::data::tagger,
                           text::data::verbs,
                           text::data::words})
    add(table);
  for (const auto table :
       {figures::data::context,
        figures::data::currencies,
        figures::data::frames,
        options.hedges.empty() ? figures::data::hedges : std::string_view(options.hedges),
        figures::data::kinds,
        figures::data::left_alone,
        figures::data::nouns,
        figures::data::numbers,
        figures::data::units,
        figures::data::words}) {
    add(table);
  }
  if (options.shipped_lexicon) {
    add(sentiment::data::lexicon);
    add(sentiment::data::events);
  }
  add(sentiment::data::modifiers);
  add(sentiment::data::toward);
  for (const auto* table : {&options.kinds, &options.groups, &options.lexicon}) add(*table);
  return all + std::to_string(options.max_bytes) + '\f' + to_string(options.profile) + '\f' +
         text_of(link_of(options));
}

}  // namespace pressgauge::articles
