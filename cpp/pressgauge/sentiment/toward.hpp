// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pressgauge/sentiment/rules.hpp"
#include "pressgauge/sentiment/sentiment.hpp"
#include "pressgauge/sentiment/toward_weights.hpp"
#include "pressgauge/text/actors.hpp"

namespace pressgauge::sentiment {

/// The tone toward a target.
struct TargetTone {
  std::string name;
  std::vector<std::string> aliases;
  double score = 0;              ///< in [-1, 1]: how much likelier positive is than negative
  Label label = Label::neutral;  ///< the likeliest
  double raw = 0;                ///< the sum of weight * factor over the contributions
  std::int64_t mentions = 0;
  std::vector<Contribution> contributions;  ///< mention by mention, in the order of the text
};

/// What the tone toward targets is read by. All must be made with one vocabulary and outlive what
/// reads by them.
struct TowardRules {
  const Rules& rules;  ///< modifiers, and the caller's lexicon
  const TowardWeights& weights;
  const text::Vocabulary& vocabulary;
};

/// The tone toward each actor, the mean over its mentions; each is read in its sentence.
/// Linear in the text.
std::vector<TargetTone> toward(const text::Document& document,
                               const std::vector<text::Actor>& actors,
                               const TowardRules& rules);

/// The tone toward what stands at `spans`, as toward one actor of that name.
/// @throws DomainError when there is no span, or one holds no word of a sentence.
TargetTone toward(const text::Document& document,
                  const std::string& name,
                  const std::vector<core::Span>& spans,
                  const TowardRules& rules);

}  // namespace pressgauge::sentiment
