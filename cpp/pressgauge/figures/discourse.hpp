// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "pressgauge/figures/rules.hpp"

namespace pressgauge::figures {

/// What a number is taken to count.
struct KindReading {
  const Rule* rule = nullptr;  ///< nothing where no rule fits
  const Kind* kind = nullptr;  ///< `other` where no rule fits
  double cost = 0;
  std::optional<text::TokenRange> words;  ///< the word that tells the kind
  text::TokenRange group;  ///< who or what is counted: the number's noun, or the one it leaves out
  bool group_assumed = false;  ///< the noun stands with another number
  bool inherited = false;      ///< kind taken from another number: `killed 12 and … seven`
  bool anticipated = false;    ///< taken from the number behind it: `12 soldiers and 3 rebels died`
  bool subset = false;         ///< a part of another number
  bool earlier = false;        ///< an earlier reading of the number before: `to 31 from 14`
};

/// What the sentences before have counted: what a number without a noun of its own goes back to.
class Discourse {
 public:
  struct Mention {
    KindReading reading;
    std::optional<double> value;
    bool percent = false;
    bool single = false;  ///< one, or nobody: nothing that several go back to
    std::size_t sentence = 0;
  };
  Discourse(const text::Document& document, text::Traits election);
  /// Whether the article tells of a vote.
  bool is_election() const { return is_election_; }
  void add(const Mention& mention);
  /// The last mention up to `most` sentences before `sentence` that fits.
  template <class Fits>
  const Mention* last(std::size_t sentence, std::size_t most, Fits fits) const {
    for (std::size_t i = mentions_.size(); i-- > 0;) {
      if (mentions_[i].sentence + most < sentence) return nullptr;
      if (fits(mentions_[i])) return &mentions_[i];
    }
    return nullptr;
  }

 private:
  std::vector<Mention> mentions_;
  bool is_election_ = false;
};

}  // namespace pressgauge::figures
