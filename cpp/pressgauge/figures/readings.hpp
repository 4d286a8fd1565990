// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pressgauge/figures/rules.hpp"

namespace pressgauge::figures {

/// What a number is taken to count.
struct KindReading {
  const Rule* rule = nullptr;  ///< nothing where no rule fits
  std::string kind = "other";
  double cost = 0;
  std::optional<text::TokenRange> words;  ///< the word that tells the kind
  bool inherited = false;  ///< taken from the number before: `killed 12 and … seven`
  bool subset = false;     ///< a part of another number
  bool earlier = false;    ///< an earlier reading of the number before: `to 31 from 14`
};

/// The readings of a sentence's numbers, in the order of its phrases.
std::vector<KindReading> kind_readings(const SentenceView& view, const Rules& rules);

}  // namespace pressgauge::figures
