// SPDX-License-Identifier: MIT
// The data files of sentiment/data, compiled in.
#pragma once

#include <string_view>

namespace pressgauge::sentiment::data {

extern const std::string_view lexicon;
extern const std::string_view events;
extern const std::string_view modifiers;
extern const std::string_view toward;
extern const std::string_view vader;

}  // namespace pressgauge::sentiment::data
