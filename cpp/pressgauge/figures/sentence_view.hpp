// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "pressgauge/figures/patterns.hpp"

namespace pressgauge::figures {

/// What a view of a sentence looks into. Kept from one sentence to the next, so that each finds
/// room.
struct Seen {
  std::vector<Item> items;
  std::vector<Glance> glances;
};

/// The sentence as patterns see it; its items carry `signs`. Valid until `seen` is used again.
SentenceView view_of(const text::Document& document,
                     const text::Sentence& sentence,
                     const std::vector<Phrase>& phrases,
                     const SignTable& signs,
                     const GapCosts& costs,
                     const text::Vocabulary& vocabulary,
                     Seen& seen);

}  // namespace pressgauge::figures
