// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/mover.hpp"

using namespace pressgauge;
using core::Vector;
using test::Approx;
using test::ContainsSubstring;

namespace {

Vector one(double value) { return Vector::Constant(1, value); }

}  // namespace

TEST_CASE("a difference reaches as far as both intervals say", "[stats][mover]") {
  const Vector a = one(5);
  const Vector b = one(2);
  // √(3² + 4²) = 5 below, √(12² + 5²) = 13 above.
  const auto e = stats::mover_difference({a, one(2), one(17)}, {b, one(-3), one(6)});
  CHECK(e.estimate[0] == 3);
  CHECK(e.low[0] == -2);
  CHECK(e.high[0] == 16);
}

TEST_CASE("a ratio to what may be 0 has no high end", "[stats][mover]") {
  const auto e = stats::mover_ratio({one(4), one(2), one(8)}, {one(1), one(0), one(3)});
  CHECK(e.high[0] == core::kInfinity);
  CHECK(stats::has(e.flags[0], stats::Flag::one_sided));
  CHECK(e.low[0] < 4);
  CHECK_THROWS_WITH(stats::mover_ratio({one(4), one(-2), one(8)}, {one(1), one(0), one(3)}),
                    ContainsSubstring("first[0] reaches down to -2"));
  const Vector two = Vector::Constant(2, 1.0);
  CHECK_THROWS_WITH(stats::mover_ratio({two, two, two}, {one(1), one(0), one(3)}),
                    ContainsSubstring("first has 2 entries, second has 1"));
}
