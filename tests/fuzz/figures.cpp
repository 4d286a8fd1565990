// SPDX-License-Identifier: MIT
#include "oracles.hpp"

#include "pressgauge/figures/extract.hpp"
#include "pressgauge/figures/merge.hpp"

namespace pressgauge::fuzz {

// Figures out of a text, with its own date and without one.
void target::figures(std::string_view input) {
  const auto document = document_of(input);
  if (!document) return;
  const auto& rules = gauge().figure_rules();
  const auto& words = gauge().vocabulary();
  const auto day = figures::parse_iso_date("2023-05-30");
  for (const auto published : {std::optional<figures::Day>(), std::optional(day)}) {
    const auto found = figures::extract(*document, published, rules, words);
    check_figures(*document, found.figures);
    check_left_alone(*document, found.left_alone);
    auto counts = figures::merge(found.figures, rules, words);
    articles::reconcile(counts, found.figures);
    check_counts(counts, found.figures);
  }
}

}  // namespace pressgauge::fuzz
