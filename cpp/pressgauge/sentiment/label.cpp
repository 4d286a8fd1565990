// SPDX-License-Identifier: MIT
#include "pressgauge/core/names.hpp"
#include "pressgauge/sentiment/sentiment.hpp"

namespace pressgauge::sentiment {
namespace {

constexpr core::Names<3> kLabels{"negative", "neutral", "positive"};

}  // namespace

std::string to_string(Label label) { return core::name_of(label, kLabels); }

std::vector<std::string> label_names() { return {kLabels.begin(), kLabels.end()}; }

Label label_of(const std::string& name) { return core::named<Label>(kLabels, name, "a label"); }

}  // namespace pressgauge::sentiment
