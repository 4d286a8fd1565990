// SPDX-License-Identifier: MIT
#include "pressgauge/stats/options.hpp"

#include "pressgauge/stats/detail/names.hpp"

namespace pressgauge::stats {
namespace {

constexpr std::array<detail::Named<Alternative>, 3> kAlternatives{{
    {"two-sided", Alternative::two_sided},
    {"less", Alternative::less},
    {"greater", Alternative::greater},
}};

}  // namespace

Alternative alternative_of(std::string_view name) {
  return detail::named<Alternative>("alternative", name, kAlternatives);
}

std::string_view alternative_name(Alternative alternative) {
  return detail::name_of<Alternative>(alternative, kAlternatives);
}

}  // namespace pressgauge::stats
