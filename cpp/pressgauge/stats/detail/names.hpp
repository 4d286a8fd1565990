// SPDX-License-Identifier: MIT
// Options by name: a table from names to the values of an enum, its own names first.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "pressgauge/core/errors.hpp"

namespace pressgauge::stats::detail {

template <class Value>
struct Named {
  std::string_view name;
  Value value;
};

/// @throws DomainError when neither `names` nor `aliases` has `name`: the message lists the names
template <class Value>
Value named(std::string_view what,
            std::string_view name,
            std::span<const Named<Value>> names,
            std::span<const Named<Value>> aliases = {}) {
  std::string known;
  for (const auto& each : names) {
    if (each.name == name) return each.value;
    known += (known.empty() ? "" : ", ") + std::string(each.name);
  }
  for (const auto& each : aliases) {
    if (each.name == name) return each.value;
  }
  throw DomainError(std::string(what) + " is '" + std::string(name) + "', expected one of " +
                    known);
}

/// The first name of a value that the table has.
template <class Value>
std::string_view name_of(Value value, std::span<const Named<Value>> names) {
  for (const auto& each : names) {
    if (each.value == value) return each.name;
  }
  return {};
}

}  // namespace pressgauge::stats::detail
