// SPDX-License-Identifier: MIT
#include "pressgauge/text/word_class.hpp"

#include <algorithm>
#include <array>

namespace pressgauge::text {
namespace {

constexpr std::array<std::string_view, kWordClasses> kTags{
    "CC",  "CD",   "DT",  "EX",  "IN",  "JJ",   "JJR",   "JJS", "MD", "NN",
    "NNP", "NNPS", "NNS", "POS", "PRP", "PRP$", "PUNCT", "RB",  "RP", "SYM",
    "TO",  "VB",   "VBD", "VBG", "VBN", "VBP",  "VBZ",   "WH",  "X"};

}  // namespace

std::string_view to_string(WordClass word_class) {
  return kTags[static_cast<std::size_t>(word_class)];
}

std::optional<WordClass> parse_word_class(std::string_view tag) {
  const auto found = std::find(kTags.begin(), kTags.end(), tag);
  if (found == kTags.end()) return std::nullopt;
  return static_cast<WordClass>(found - kTags.begin());
}

}  // namespace pressgauge::text
