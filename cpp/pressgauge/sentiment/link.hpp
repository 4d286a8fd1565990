// SPDX-License-Identifier: MIT
#pragma once

#include "pressgauge/sentiment/sentiment.hpp"

namespace pressgauge::sentiment {

/// How `raw` becomes score and label: score = tanh(gain * (raw - offset)), which rises with raw.
struct Link {
  double gain = 1;               ///< above 0
  double offset = 0;             ///< the raw that is scored 0
  double negative_below = -0.1;  ///< scores below are labelled negative
  double positive_above = 0.1;   ///< scores above are labelled positive

  double score(double raw) const;
  Label label(double score) const;
  friend bool operator==(const Link&, const Link&) = default;
};

/// The link itself.
/// @throws DomainError when gain is not above 0, offset not finite, or the label thresholds are not
/// in order within [-1, 1].
Link checked(const Link& link);

/// Gives `tone` the score and label of `link`; its layers keep their own gains.
void apply(const Link& link, Tone& tone);

}  // namespace pressgauge::sentiment
