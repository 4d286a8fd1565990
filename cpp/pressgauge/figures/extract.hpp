// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "pressgauge/figures/figure.hpp"
#include "pressgauge/figures/rules.hpp"

namespace pressgauge::figures {

struct Extraction {
  std::vector<Figure> figures;
  std::vector<LeftAlone> left_alone;
  std::optional<Day> own_day;     ///< the first day that an article without a date of its own names
  bool names_weekdays = false;    ///< an article without a date of its own that tells of its week
  std::size_t lead = 0;           ///< the article's first sentence
  bool unresolved_dates = false;  ///< dates that need the article's own
};

/// The figures that an article states, in the order of its text, with what was read as a number and
/// left alone.
Extraction extract(const text::Document& document,
                   std::optional<Day> published,
                   const Rules& rules,
                   const text::Vocabulary& vocabulary);

}  // namespace pressgauge::figures
