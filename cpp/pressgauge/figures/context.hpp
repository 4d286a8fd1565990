// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "pressgauge/figures/rules.hpp"

namespace pressgauge::figures {

/// Where a figure stands: what its status, source, date, place and actor are read from.
struct Surroundings {
  const text::Document& document;
  const text::Sentence& sentence;
  std::size_t sentence_number;
  const std::vector<Item>& items;
  std::size_t item;
  const std::vector<Phrase>& phrases;
  const std::vector<DateMention>& dates;
  std::optional<Day> published;
  const Rules& rules;
  const text::Vocabulary& vocabulary;
};

/// Fills status, source, date, place and actor, each with the words that it was read from.
void fill_context(Figure& figure, const Surroundings& at);

}  // namespace pressgauge::figures
