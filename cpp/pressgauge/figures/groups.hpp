// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "pressgauge/figures/discourse.hpp"

namespace pressgauge::figures {

/// A number without a noun of its own: `the four`, `another 12`.
bool is_bare(const Phrase& phrase);

/// `The four`, `all four`: the mention of so many before, nullptr where there is none.
const Discourse::Mention* those_before(const SentenceView& view,
                                       std::size_t sentence,
                                       std::size_t item,
                                       const Rules& rules,
                                       const Discourse& before);

/// Fills the group of the reading of the number at `item`: its noun, or the one that it leaves out.
/// `readings` holds those of the sentence's numbers up to it.
void find_group(const SentenceView& view,
                std::size_t sentence,
                std::size_t item,
                const Rules& rules,
                const Discourse& before,
                std::vector<KindReading>& readings);

}  // namespace pressgauge::figures
