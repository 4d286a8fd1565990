// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "pressgauge/figures/discourse.hpp"

namespace pressgauge::figures {

/// The readings of a sentence's numbers, in the order of its phrases; they are added to what was
/// counted before.
std::vector<KindReading> kind_readings(const SentenceView& view,
                                       std::size_t sentence,
                                       const Rules& rules,
                                       Discourse& before);

}  // namespace pressgauge::figures
