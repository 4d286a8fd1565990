// SPDX-License-Identifier: MIT
#include "pressgauge/figures/figure.hpp"

#include "pressgauge/core/names.hpp"

namespace pressgauge::figures {
namespace {

constexpr core::Names<8> kBounds{
    "exact", "at_least", "more_than", "at_most", "less_than", "about", "range", "vague"};
constexpr core::Names<5> kStatuses{"asserted", "planned", "hypothetical", "denied", "background"};

}  // namespace

std::string to_string(Bound bound) { return core::name_of(bound, kBounds); }
std::string to_string(Status status) { return core::name_of(status, kStatuses); }
std::vector<std::string> bound_names() { return {kBounds.begin(), kBounds.end()}; }
std::vector<std::string> status_names() { return {kStatuses.begin(), kStatuses.end()}; }
Bound bound_of(const std::string& name) { return core::named<Bound>(kBounds, name, "a bound"); }
Status status_of(const std::string& name) {
  return core::named<Status>(kStatuses, name, "a status");
}

}  // namespace pressgauge::figures
