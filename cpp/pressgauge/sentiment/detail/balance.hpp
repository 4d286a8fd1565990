// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace pressgauge::sentiment::detail {

/// A shorter sentence counts as one of so many words; LEAST_WORDS of training/train_lexicon.py.
inline constexpr std::int64_t kLeastWords = 3;

/// Harm that is counted at the top of an article: so many times, in so many sentences. Ours, chosen
/// with the 80 articles of training/fit_link.py in view.
inline constexpr std::size_t kMostTolls = 2;
inline constexpr std::size_t kTollSentences = 4;

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

/// The balance of all sentences, that of the first one, which says what an article is about, and
/// the toll: what is counted of people harmed in the first few.
struct LeadBalance {
  /// Share of the first sentence and of both tolls; the rest is that of all sentences.
  struct Shares {
    double lead = 0;
    double toll = 0;
    double toll_first = 1;
    double all() const { return 1 - lead - toll; }
    /// Of the first or second toll.
    double of_toll(std::size_t number) const {
      return toll * (number == 0 ? toll_first : 1 - toll_first);
    }
  };
  Balance all;
  Balance lead;
  Shares shares;

  LeadBalance(double damping, Shares given) : all(damping), lead(damping), shares(given) {}
  void add(const Sum& sentence) {
    if (lead.empty()) lead.add(sentence);
    all.add(sentence);
  }
  /// @param tolls of how many counted harms, up to kMostTolls.
  double value(std::size_t tolls) const {
    double value = shares.all() * all.value() + shares.lead * lead.value();
    for (std::size_t i = 0; i < tolls; ++i) value -= shares.of_toll(i);
    return value;
  }
  /// What a sentence's tone is multiplied by to make its share of value().
  double factor(bool is_lead) const {
    return shares.all() / all.divisor() + (is_lead ? shares.lead / lead.divisor() : 0);
  }
};

}  // namespace pressgauge::sentiment::detail
