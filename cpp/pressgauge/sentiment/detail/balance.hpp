// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace pressgauge::sentiment::detail {

/// A shorter sentence counts as one of so many words; LEAST_WORDS of training/train_lexicon.py.
inline constexpr std::int64_t kLeastWords = 3;

/// Weights summed over some words of a sentence.
struct Sum {
  double value = 0;
  std::int64_t words = 0;

  /// Long sentences hold more words that carry tone, and don't carry as much more of it.
  double root() const { return std::sqrt(static_cast<double>(std::max(kLeastWords, words))); }
  double tone() const { return value / root(); }
};

/// The tones of sentences, weighed against each other: their sum over the sum of their sizes, in
/// (-1, 1). Where sentences say little, `damping` keeps it near 0. Saying it all twice changes
/// nothing.
class Balance {
 public:
  explicit Balance(double damping) : damping_(damping) {}

  void add(const Sum& sentence) {
    if (sentence.words == 0) return;
    sum_ += sentence.tone();
    size_ += std::abs(sentence.tone());
    ++sentences_;
  }
  bool empty() const { return sentences_ == 0; }
  /// What the sum is divided by.
  double divisor() const {
    return empty() ? 1 : size_ + damping_ * static_cast<double>(sentences_);
  }
  double value() const { return sum_ / divisor(); }

 private:
  double damping_;
  double sum_ = 0;
  double size_ = 0;
  std::int64_t sentences_ = 0;
};

/// The balance of all sentences, and that of the first one, which says what an article is about.
struct LeadBalance {
  Balance all;
  Balance lead;
  double lead_share;

  LeadBalance(double damping, double share) : all(damping), lead(damping), lead_share(share) {}
  void add(const Sum& sentence) {
    if (lead.empty()) lead.add(sentence);
    all.add(sentence);
  }
  double value() const { return (1 - lead_share) * all.value() + lead_share * lead.value(); }
  /// What a sentence's tone is multiplied by to make its share of value().
  double factor(bool is_lead) const {
    return (1 - lead_share) / all.divisor() + (is_lead ? lead_share / lead.divisor() : 0);
  }
};

}  // namespace pressgauge::sentiment::detail
