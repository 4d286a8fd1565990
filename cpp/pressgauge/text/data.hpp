// SPDX-License-Identifier: MIT
// The data files of text/data, compiled in.
#pragma once

#include <string_view>

namespace pressgauge::text::data {

extern const std::string_view abbreviations;
extern const std::string_view actors;
extern const std::string_view case_table;
extern const std::string_view sections;
extern const std::string_view tagger;
extern const std::string_view verbs;
extern const std::string_view words;

}  // namespace pressgauge::text::data
