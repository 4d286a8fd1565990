// SPDX-License-Identifier: MIT
#include <array>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/sentiment/sentiment.hpp"

namespace pressgauge::sentiment {
namespace {

constexpr std::array<const char*, 3> kLabels{"negative", "neutral", "positive"};

}  // namespace

std::string to_string(Label label) { return kLabels.at(static_cast<std::size_t>(label)); }

Label label_of(const std::string& name) {
  for (std::size_t i = 0; i < kLabels.size(); ++i) {
    if (name == kLabels[i]) return static_cast<Label>(i);
  }
  throw DomainError("a label is negative, neutral or positive, not '" + name + "'");
}

}  // namespace pressgauge::sentiment
