// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "pressgauge/sentiment/detail/vader_tokens.hpp"
#include "pressgauge/sentiment/detail/vader_words.hpp"

namespace pressgauge::sentiment::detail {

/// The valence of each token by VADER's rules: what its place among the others does to the rating
/// of its word. The order of operations is vaderSentiment's, for equal rounding.
class VaderValence {
 public:
  VaderValence(const VaderWords& words, std::span<const VaderToken> tokens);

  /// Of all tokens, before what `but` does to them.
  std::vector<double> all() const;

 private:
  bool is(std::size_t token, VaderRole role) const { return tokens_[token].word->is(role); }
  bool in_lexicon(std::size_t token) const { return tokens_[token].word->valence.has_value(); }
  bool is_so_or_this(std::size_t token) const {
    return is(token, VaderRole::so) || is(token, VaderRole::this_);
  }
  double of(std::size_t token) const;
  double rated(std::size_t token) const;
  bool no_before(std::size_t token) const;
  double boost(std::size_t booster, double valence) const;
  double negated(double valence, std::size_t token, std::size_t back) const;
  double with_idioms(double valence, std::size_t token) const;
  double with_least(double valence, std::size_t token) const;
  bool may_have_phrase(std::size_t token) const;
  std::optional<VaderWords::Phrase> phrase(std::size_t first, std::size_t words) const;
  std::optional<double> idiom(std::size_t first, std::size_t words) const;

  const VaderWords& words_;
  std::span<const VaderToken> tokens_;
  bool capitals_stand_out_ = false;  ///< some words are all capitals, and some are not
};

/// What a contrast does: half the weight before the first `but`, half as much again behind it.
/// Exactly as vaderSentiment: each value in turn changes the first one that equals it.
void weigh_contrast(std::span<const VaderToken> tokens, std::vector<double>& valences);

}  // namespace pressgauge::sentiment::detail
