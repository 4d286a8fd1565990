// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pressgauge/sentiment/rules.hpp"
#include "pressgauge/text/document.hpp"

namespace pressgauge::sentiment::detail {

/// Who speaks each token.
struct Speech {
  static constexpr std::int32_t kNarrator = -2;
  static constexpr std::int32_t kUnnamed = -1;  ///< someone without a name
  std::vector<std::int32_t> voice_of_token;     ///< a speaker's number, or one of the above
  std::vector<std::string> speakers;            ///< the longest form of each name
  bool is_speech(std::size_t token) const { return voice_of_token[token] != kNarrator; }
};

/// Speech is what stands in quotation marks, what is reported (`police said that …`), and the verb
/// that reports it: `condemned` is a stance of who speaks, not of the reporter.
Speech speech_of(const text::Document& document,
                 const Rules& rules,
                 const text::Vocabulary& vocabulary);

}  // namespace pressgauge::sentiment::detail
