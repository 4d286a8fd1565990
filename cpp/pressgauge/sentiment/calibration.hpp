// SPDX-License-Identifier: MIT
#pragma once

namespace pressgauge::sentiment {

/// How weights become scores. Unless said otherwise, the values are chosen by training/fit_link.py
/// on 80 rated articles; it prints how good they are on articles that they were not chosen by.
struct Calibration {
  double event_scale = 4;  ///< what a weight of events.tsv is worth on the lexicon's scale [-4, 4]
  double event_layer_scale = 4;  ///< the same in the layers events and quotation
  /// Tone of a sentence that counts as much as its absence. Smaller values serve articles a little
  /// better and single sentences worse.
  double damping = 0.5;
  double narration_damping = 1;  ///< ours: a stray word must not count as an opinion
  double lead_share = 0.3;  ///< share of the first sentence, which says what the article is about
  /// Share of what is counted of people harmed at the top: who reads `at least 20 were killed`
  /// there calls the article negative, however soberly the rest is told.
  double toll_share = 0.4;
  double toll_first = 0.7;  ///< part of it that the first toll has; the second has the rest
  double score_gain = 1.0;  ///< gains: score = tanh(gain * balance); by least squares
  double events_gain = 1.1;
  double quotation_gain = 0.6;   ///< gives the scores the spread of the ratings
  double narration_gain = 1;     ///< ours: the articles are too sober to fit it on
  double negative_below = -0.1;  ///< where readers' ratings are called negative by fit_link.py, too
  double positive_above = 0.1;
};

}  // namespace pressgauge::sentiment
