// SPDX-License-Identifier: MIT
// How sums of weights become scores in [-1, 1].
#pragma once

#include <cmath>
#include <cstdint>

#include "pressgauge/sentiment/sentiment.hpp"

namespace pressgauge::sentiment {

/// A sentence of fewer words counts as one of so many: the measured start of the lexicon's
/// training.
inline constexpr std::int64_t kLeastWords = 3;

/// What a weight of events.tsv, in [-1, 1], is worth on the lexicon's scale, [-4, 4].
inline constexpr double kEventScale = 4;
inline constexpr double kScoreGain = 1;
inline constexpr double kNarrationGain = 1;
inline constexpr double kQuotationGain = 1;
inline constexpr double kEventsGain = 4;
inline constexpr double kNeutral = 0.1;

inline double calibrated(double raw) { return std::tanh(kScoreGain * raw); }
inline double quotation_score(double raw) { return std::tanh(kQuotationGain * raw); }
inline Label label_of(double score) {
  return score < -kNeutral ? Label::negative : score > kNeutral ? Label::positive : Label::neutral;
}

}  // namespace pressgauge::sentiment
