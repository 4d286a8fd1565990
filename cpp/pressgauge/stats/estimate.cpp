// SPDX-License-Identifier: MIT
#include "pressgauge/stats/estimate.hpp"

#include <array>
#include <utility>

namespace pressgauge::stats {

std::vector<std::string> flag_names(std::uint32_t flags) {
  constexpr std::array<std::pair<Flag, const char*>, 5> kNames{{{Flag::missing, "missing"},
                                                                {Flag::undefined, "undefined"},
                                                                {Flag::above_one, "above_one"},
                                                                {Flag::one_sided, "one_sided"},
                                                                {Flag::clipped, "clipped"}}};
  std::vector<std::string> names;
  for (const auto& [flag, name] : kNames) {
    if (has(flags, flag)) names.emplace_back(name);
  }
  return names;
}

}  // namespace pressgauge::stats
