// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "pressgauge/figures/rules.hpp"
#include "pressgauge/figures/sentence_view.hpp"

namespace pressgauge::figures {

/// Parts a sentence's numbers into those that may count something, which are returned, and those
/// that are dates, times, ages, measures or names, which go to `left`.
std::vector<Quantity> without_left_alone(const text::Document& document,
                                         const text::Sentence& sentence,
                                         const std::vector<DateMention>& dates,
                                         const Rules& rules,
                                         const text::Vocabulary& vocabulary,
                                         Seen& seen,
                                         std::vector<LeftAlone>& left);

}  // namespace pressgauge::figures
