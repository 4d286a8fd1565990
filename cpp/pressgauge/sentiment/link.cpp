// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/link.hpp"

#include <cmath>
#include <string>

#include "pressgauge/core/errors.hpp"

namespace pressgauge::sentiment {

double Link::score(double raw) const { return std::tanh(gain * (raw - offset)); }

Label Link::label(double score) const {
  if (score < negative_below) return Label::negative;
  return score > positive_above ? Label::positive : Label::neutral;
}

Link checked(const Link& link) {
  if (!(link.gain > 0) || !std::isfinite(link.gain)) {
    throw DomainError("the gain of a link is above 0, not " + std::to_string(link.gain));
  }
  if (!std::isfinite(link.offset)) {
    throw DomainError("the offset of a link is finite, not " + std::to_string(link.offset));
  }
  if (!(-1 <= link.negative_below && link.negative_below <= link.positive_above &&
        link.positive_above <= 1)) {
    throw DomainError("label thresholds are two numbers in [-1, 1], the lower one first, not " +
                      std::to_string(link.negative_below) + " and " +
                      std::to_string(link.positive_above));
  }
  return link;
}

void apply(const Link& link, Tone& tone) {
  tone.score = link.score(tone.raw);
  tone.label = link.label(tone.score);
}

}  // namespace pressgauge::sentiment
