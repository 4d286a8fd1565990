// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "pressgauge/text/tables.hpp"
#include "pressgauge/text/vocabulary.hpp"

namespace pressgauge::sentiment {

/// What a word says of a target.
struct TowardWeight {
  double before = 0;    ///< tone, where it stands before the target
  double behind = 0;    ///< tone, where it stands behind
  double strength = 0;  ///< for any tone, against neutral
};

/// The weights of toward.tsv, which tells what they mean. Immutable.
class TowardWeights {
 public:
  /// Tokens from a target over which function words tell its role; REACH in
  /// training/train_toward.py.
  static constexpr std::size_t kReach = 3;

  /// The shipped weights.
  TowardWeights();
  /// @throws ParseError when a row is malformed.
  explicit TowardWeights(std::string_view content);

  /// All zero for a word that has none.
  TowardWeight word(std::string_view form) const;
  /// Of a function word so many tokens from the target, `before` or behind it.
  TowardWeight near(std::string_view form, std::size_t distance, bool before) const;
  const TowardWeight& always() const { return always_; }
  /// What a weight of 1 in the caller's lexicon counts.
  const TowardWeight& own() const { return own_; }

 private:
  void add_word(const text::Table& table, const text::Row& row);
  void add_near(const text::Table& table, const text::Row& row);
  text::WordId number_of(std::string_view form);

  text::WordTable words_;
  std::vector<TowardWeight> anywhere_;  ///< by the word's number
  std::vector<std::size_t> near_of_;    ///< by the word's number: its place in near_, 0 if none
  std::vector<std::array<TowardWeight, 2 * kReach>> near_;
  TowardWeight always_;
  TowardWeight own_;
};

}  // namespace pressgauge::sentiment
