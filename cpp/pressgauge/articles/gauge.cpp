// SPDX-License-Identifier: MIT
#include "pressgauge/articles/gauge.hpp"

#include <utility>

#include "pressgauge/figures/data.hpp"
#include "pressgauge/sentiment/data.hpp"
#include "pressgauge/text/data.hpp"

namespace pressgauge::articles {

Gauge::Gauge(GaugeOptions options)
    : options_(std::move(options)),
      vocabulary_(text::default_vocabulary()),
      text_rules_(vocabulary_),
      figure_rules_(vocabulary_, {options_.kinds, options_.hedges, options_.groups}),
      sentiment_rules_(options_.lexicon.empty() ? sentiment::Rules(vocabulary_)
                                                : sentiment::Rules(vocabulary_, options_.lexicon)) {
}

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
  for (const auto table : {sentiment::data::lexicon,
                           sentiment::data::events,
                           sentiment::data::modifiers,
                           sentiment::data::toward})
    add(table);
  for (const auto* table : {&options.kinds, &options.groups, &options.lexicon}) add(*table);
  return all + std::to_string(options.max_bytes);
}

}  // namespace pressgauge::articles
