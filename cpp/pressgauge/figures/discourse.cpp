// SPDX-License-Identifier: MIT
#include "pressgauge/figures/discourse.hpp"

#include <algorithm>

namespace pressgauge::figures {
namespace {

constexpr int kElectionWords = 2;          // in an article that tells of a vote
constexpr std::size_t kMentionsKept = 24;  // no work grows with the article

}  // namespace

Discourse::Discourse(const text::Document& document, text::Traits election) {
  const auto of_votes = [&](const text::Token& t) { return (t.traits & election) != 0; };
  const auto& tokens = document.tokens();
  auto found = tokens.begin();
  for (int words = 0; words < kElectionWords; ++words) {
    found = std::find_if(found, tokens.end(), of_votes);
    if (found == tokens.end()) return;
    ++found;
  }
  is_election_ = true;
}

void Discourse::add(const Mention& mention) {
  if (mentions_.empty()) mentions_.reserve(2 * kMentionsKept);
  if (mentions_.size() == 2 * kMentionsKept) {
    mentions_.erase(mentions_.begin(), mentions_.begin() + kMentionsKept);
  }
  mentions_.push_back(mention);
}

}  // namespace pressgauge::figures
