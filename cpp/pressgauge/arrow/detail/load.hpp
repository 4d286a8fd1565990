// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstring>

namespace pressgauge::arrow::detail {

/// The value at place `at` of a buffer of them, wherever it starts in memory.
template <class T, class Place>
T load(const void* buffer, Place at) {
  T value;
  std::memcpy(&value,
              static_cast<const char*>(buffer) + static_cast<std::size_t>(at) * sizeof(T),
              sizeof(T));
  return value;
}

}  // namespace pressgauge::arrow::detail
