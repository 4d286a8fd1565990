// SPDX-License-Identifier: MIT
// Catch2 3 where it is installed, else 2 (Debian 12 has 2.13.10).
#pragma once

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
namespace pressgauge::test {
using Catch::Approx;
using Catch::Matchers::ContainsSubstring;
}  // namespace pressgauge::test
#else
#include <catch2/catch.hpp>
namespace pressgauge::test {
using Catch::Detail::Approx;
inline auto ContainsSubstring(const std::string& part) { return Catch::Matchers::Contains(part); }
}  // namespace pressgauge::test
#endif
