// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/overlaps.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <set>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/counts.hpp"

namespace pressgauge::stats::detail {
namespace {

constexpr Eigen::Index kMostCounts = 1 << 16;  // 16 lists

}  // namespace

int lists_of(Eigen::Index counts) {
  const auto size = static_cast<std::uint64_t>(counts);
  if (counts < 4 || counts > kMostCounts || !std::has_single_bit(size)) {
    throw DomainError("counts has " + std::to_string(counts) +
                      " entries, expected one for each history of 2 to 16 lists");
  }
  return std::countr_zero(size);
}

std::string history_name(Mask history, int lists) {
  std::string out;
  for (int j = 0; j < lists; ++j) out += ((history >> j) & 1U) != 0 ? '1' : '0';
  return out;
}

Overlaps overlaps_of(const core::VectorRef& counts) {
  Overlaps out;
  out.lists = lists_of(counts.size());
  out.counts.assign(counts.begin(), counts.end());
  out.counts[0] = 0;
  for (std::size_t h = 1; h < out.counts.size(); ++h) {
    const double count = out.counts[h];
    if (std::isnan(count)) {
      out.missing = true;
      continue;
    }
    if (!is_count(count)) {
      throw DomainError("counts['" + history_name(static_cast<Mask>(h), out.lists) + "'] is " +
                        core::to_string(count) + ", expected " + count_expected(count) +
                        ", or NaN");
    }
    out.observed += count;
  }
  if (out.observed == 0 && !out.missing) {
    throw DomainError("counts are all 0, expected somebody to be seen");
  }
  return out;
}

std::vector<Mask> hierarchical_terms(const std::vector<Mask>& interactions, int lists) {
  const Mask all = (Mask{1} << lists) - 1;
  std::set<Mask> found{0};
  for (int j = 0; j < lists; ++j) found.insert(Mask{1} << j);
  for (const Mask set : interactions) {
    if (!is_within(set, all) || set == all || std::popcount(set) < 2) {
      throw DomainError("an interaction is " + history_name(set, std::max(lists, 1)) +
                        ", expected two lists or more, but not all " + std::to_string(lists));
    }
    for (Mask part = set; part != 0; part = (part - 1) & set) found.insert(part);
  }
  std::vector<Mask> out(found.begin(), found.end());
  std::stable_sort(
      out.begin(), out.end(), [](Mask a, Mask b) { return std::popcount(a) < std::popcount(b); });
  return out;
}

}  // namespace pressgauge::stats::detail
