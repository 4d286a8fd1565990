// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"

using namespace pressgauge;
using core::Interval;

TEST_CASE("intervals meet in their intersection", "[core][interval]") {
  const auto both = core::intersection(Interval::at_least(50), Interval::exactly(52));
  REQUIRE(both.has_value());
  CHECK(*both == Interval::exactly(52));
  CHECK_FALSE(core::intersection(Interval::exactly(14), Interval::exactly(31)).has_value());
}

TEST_CASE("an open end is kept by intersection and hull", "[core][interval]") {
  const Interval below{0, 3.5, false, true};
  CHECK(core::intersection(below, Interval::closed(2, 3.5)) == Interval{2, 3.5, false, true});
  CHECK_FALSE(core::intersection(below, Interval::exactly(3.5)).has_value());
  CHECK(core::hull(below, Interval::exactly(3.5)) == Interval::closed(0, 3.5));
}

TEST_CASE("containment respects open ends", "[core][interval]") {
  const Interval more_than{50, core::kInfinity, true, true};
  CHECK_FALSE(more_than.contains(50.0));
  CHECK(more_than.contains(50.5));
  CHECK(Interval::at_least(50).contains(more_than));
  CHECK_FALSE(more_than.contains(Interval::at_least(50)));
}

TEST_CASE("intervals print as they are read", "[core][interval]") {
  CHECK(core::to_string(Interval::at_least(50)) == "[50, ∞)");
  CHECK(core::to_string(Interval{0, 3.5, false, true}) == "[0, 3.5)");
  CHECK(core::to_string(Interval::exactly(52)) == "52");
  CHECK(core::to_string(0.1) == "0.1");
  CHECK(core::to_string(1e300) == "1e+300");
}

TEST_CASE("an impossible interval is refused with its values", "[core][interval]") {
  CHECK_THROWS_WITH(core::checked({3, 2, false, false}), test::ContainsSubstring("got 3 and 2"));
  CHECK_THROWS_AS(core::checked({3, 3, true, false}), DomainError);
  CHECK(core::checked({2, core::kInfinity, false, false}).high_open);
}
