// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pressgauge/sentiment/detail/vader_words.hpp"
#include "pressgauge/text/case.hpp"
#include "pressgauge/text/unicode.hpp"

namespace pressgauge::sentiment {

/// The four numbers of VADER, rounded as Python's round() does.
struct VaderScores {
  double negative = 0;  ///< share of the text, to three decimals; the three shares add up to 1
  double neutral = 0;
  double positive = 0;
  double compound = 0;  ///< in [-1, 1], to four decimals
};

/// Scores equal to those of vaderSentiment 3.3.2, under Python 3.11, to the last digit: for those
/// who must reproduce what they have published. What the tone of news is, `score` knows better.
/// Immutable once made; any number of threads may use one.
///
/// Hutto, C.J. & Gilbert, E. (2014). VADER: a parsimonious rule-based model for sentiment analysis
/// of social media text. ICWSM-14.
class Vader {
 public:
  /// @param lexicon content of a file like vader_lexicon.txt: a line is word, tab, valence.
  /// @param emoji content of a file like emoji_utf8_lexicon.txt: a line is emoji, tab, name.
  /// @throws ParseError when one of them is not UTF-8, or a line is not as it must be.
  Vader(std::string_view lexicon, std::string_view emoji);

  /// @throws ParseError when `text` is not UTF-8.
  VaderScores scores(std::string_view text) const;

 private:
  std::size_t next_candidate(std::string_view text, std::size_t byte) const;
  bool name_emoji(std::string_view text, std::string& named) const;
  bool may_be_emoji(unsigned char lead) const { return lead >= text::kAsciiEnd || ascii_[lead]; }

  detail::VaderWords words_;
  text::CaseTable case_;
  std::unordered_map<char32_t, std::string> emoji_;  ///< those of one code point: names
  std::array<bool, text::kAsciiEnd> ascii_{};        ///< ASCII characters among them
  bool has_ascii_ = false;
};

}  // namespace pressgauge::sentiment
