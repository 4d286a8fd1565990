// SPDX-License-Identifier: MIT
#pragma once

namespace pressgauge::sentiment {

/// How weights become scores. The values are those of training/fit_link.py on 80 rated articles;
/// it prints how well they do on articles that they were not chosen by.
struct Calibration {
  double event_scale = 4;    ///< what a weight of events.tsv is worth on the lexicon's scale [-4, 4]
  double damping = 0.3;      ///< tone of a sentence that counts as much as its absence
  double lead_share = 0.3;   ///< of the first sentence, which says what the article is about
  double score_gain = 1;     ///< gains: score = tanh(gain * balance)
  double narration_gain = 1;
  double quotation_gain = 1;
  double events_gain = 1;
  double negative_below = -0.1;  ///< scores of articles that readers rate below -0.1
  double positive_above = 0.1;   ///< scores of articles that readers rate above 0.1
};

}  // namespace pressgauge::sentiment
