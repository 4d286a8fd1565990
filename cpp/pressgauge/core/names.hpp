// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "pressgauge/core/errors.hpp"

namespace pressgauge::core {

/// Names of an enumeration's values, in the order of the values.
template <std::size_t n>
using Names = std::array<const char*, n>;

template <class Enum, std::size_t n>
std::string name_of(Enum value, const Names<n>& names) {
  return names.at(static_cast<std::size_t>(value));
}

/// @param what  the enumeration, with its article: `a bound`
/// @throws DomainError when no value has the name; the message lists the names.
template <class Enum, std::size_t n>
Enum named(const Names<n>& names, const std::string& name, const std::string& what) {
  for (std::size_t i = 0; i < n; ++i) {
    if (name == names[i]) return static_cast<Enum>(i);
  }
  std::string all;
  for (const char* each : names) all += (all.empty() ? "" : ", ") + std::string(each);
  throw DomainError(what + " is one of " + all + ", not '" + name + "'");
}

}  // namespace pressgauge::core
