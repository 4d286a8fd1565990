// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "pressgauge/figures/rules.hpp"

namespace pressgauge::figures {

/// Where a figure stands: what its status, source, date, place and actor are read from.
struct Surroundings {
  const SentenceView& view;
  std::size_t sentence;  ///< its number
  std::size_t item;
  const std::vector<DateMention>& dates;
  std::optional<Day> published;
  std::optional<Day> own_day;  ///< the first that the article names, where it has no date
  bool names_weekdays;         ///< it has no date, and names days of its week
  bool leads;                  ///< the sentence opens the article
  const Rules& rules;
  const Kind& kind;  ///< of the figure
};

/// Fills status, source, date, place and actor, each with the words that it was read from.
void fill_context(Figure& figure, const Surroundings& at);

}  // namespace pressgauge::figures
