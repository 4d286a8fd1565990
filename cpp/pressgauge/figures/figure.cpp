// SPDX-License-Identifier: MIT
#include "pressgauge/figures/figure.hpp"

#include <array>

#include "pressgauge/core/errors.hpp"

namespace pressgauge::figures {
namespace {

constexpr std::array<const char*, 8> kBounds{
    "exact", "at_least", "more_than", "at_most", "less_than", "about", "range", "vague"};
constexpr std::array<const char*, 5> kStatuses{
    "asserted", "planned", "hypothetical", "denied", "background"};

template <class Enum, std::size_t n>
Enum named(const std::array<const char*, n>& names, const std::string& name, const char* what) {
  std::string all;
  for (std::size_t i = 0; i < n; ++i) {
    if (name == names[i]) return static_cast<Enum>(i);
    all += (i == 0 ? "" : ", ") + std::string(names[i]);
  }
  throw DomainError(std::string(what) + " is one of " + all + ", not '" + name + "'");
}

}  // namespace

std::string to_string(Bound bound) { return kBounds.at(static_cast<std::size_t>(bound)); }
std::string to_string(Status status) { return kStatuses.at(static_cast<std::size_t>(status)); }
std::vector<std::string> bound_names() { return {kBounds.begin(), kBounds.end()}; }
std::vector<std::string> status_names() { return {kStatuses.begin(), kStatuses.end()}; }
Bound bound_of(const std::string& name) { return named<Bound>(kBounds, name, "a bound"); }
Status status_of(const std::string& name) { return named<Status>(kStatuses, name, "a status"); }

}  // namespace pressgauge::figures
