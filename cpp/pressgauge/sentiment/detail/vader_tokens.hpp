// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "pressgauge/sentiment/detail/vader_words.hpp"
#include "pressgauge/text/case.hpp"

namespace pressgauge::sentiment::detail {

/// A word or emoticon of a text.
struct VaderToken {
  const VaderWord* word = nullptr;
  bool is_upper = false;
  bool negates = false;  ///< a negator of the list, or any word with n't in it
};

/// What stands between white space in a valid text, without the marks around it unless that leaves
/// two characters or fewer.
std::vector<VaderToken> vader_tokens(std::string_view text,
                                     const VaderWords& words,
                                     const text::CaseTable& letters);

}  // namespace pressgauge::sentiment::detail
