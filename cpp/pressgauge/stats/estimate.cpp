// SPDX-License-Identifier: MIT
#include "pressgauge/stats/estimate.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "pressgauge/core/errors.hpp"

namespace pressgauge::stats {
namespace {

constexpr std::array<std::pair<Flag, const char*>, 9> kNames{{
    {Flag::missing, "missing"},
    {Flag::undefined, "undefined"},
    {Flag::above_one, "above_one"},
    {Flag::one_sided, "one_sided"},
    {Flag::clipped, "clipped"},
    {Flag::degenerate, "degenerate"},
    {Flag::tie, "tie"},
    {Flag::no_convergence, "no_convergence"},
    {Flag::inconsistent, "inconsistent"},
}};

}  // namespace

std::vector<std::string> flag_names(std::uint32_t flags) {
  std::vector<std::string> names;
  for (const auto& [flag, name] : kNames) {
    if (has(flags, flag)) names.emplace_back(name);
  }
  return names;
}

std::uint32_t flags_of(const std::vector<std::string>& names) {
  std::uint32_t flags = 0;
  for (const std::string& wanted : names) {
    const auto* const found = std::find_if(
        kNames.begin(), kNames.end(), [&](const auto& each) { return wanted == each.second; });
    if (found == kNames.end()) throw DomainError("no flag is named '" + wanted + "'");
    flags |= bit(found->first);
  }
  return flags;
}

}  // namespace pressgauge::stats
