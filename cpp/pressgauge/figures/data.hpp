// SPDX-License-Identifier: MIT
// The data files of figures/data, compiled in.
#pragma once

#include <string_view>

namespace pressgauge::figures::data {

extern const std::string_view context;
extern const std::string_view currencies;
extern const std::string_view frames;
extern const std::string_view hedges;
extern const std::string_view kinds;
extern const std::string_view left_alone;
extern const std::string_view nouns;
extern const std::string_view numbers;
extern const std::string_view units;
extern const std::string_view words;

}  // namespace pressgauge::figures::data
