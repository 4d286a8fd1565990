// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <cmath>
#include <limits>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/ratio.hpp"

using namespace pressgauge;
using core::Interval;
using core::kInfinity;
using core::Vector;
using stats::Flag;
using test::Approx;
using test::ContainsSubstring;

namespace {

Vector vector(double a, double b) {
  Vector out(2);
  out << a, b;
  return out;
}

}  // namespace

TEST_CASE("equal counts give a ratio of 1 and reciprocal ends", "[stats][ratio]") {
  const auto e = stats::count_ratio(vector(1, 3), vector(1, 12));
  CHECK(e.estimate[0] == 1);
  CHECK(e.low[0] * e.high[0] == Approx(1).epsilon(1e-14));
  // 1 of 2: Wilson (2 + z² ± z sqrt(z² + 2)) / (2 (2 + z²)), z² = 3.841459: (5.841459 - 4.737050) /
  // 11.682918 = 0.094532; 0.094532 / 0.905468 = 0.104400.
  CHECK(e.low[0] == Approx(0.104400).epsilon(1e-5));
  CHECK(e.estimate[1] == 0.25);
}

TEST_CASE("a divisor of 0 leaves no upper end", "[stats][ratio]") {
  const auto e = stats::injury_ratio(vector(1, 0), vector(0, 0));
  CHECK(e.estimate[0] == kInfinity);
  // z² = 3.841459: share of 1 of 1 from 1 / (1 + z²), odds 1 / z² = 0.260318.
  CHECK(e.low[0] == Approx(0.260318).epsilon(1e-5));
  CHECK(e.high[0] == kInfinity);
  CHECK(e.flags[0] == stats::bit(Flag::one_sided));
  CHECK(std::isnan(e.estimate[1]));
  CHECK(e.low[1] == 0);
  CHECK(e.high[1] == kInfinity);
  CHECK(e.flags[1] == (stats::bit(Flag::undefined) | stats::bit(Flag::one_sided)));
}

TEST_CASE("one unit equals its column", "[stats][ratio]") {
  const auto column = stats::killed_wounded_ratio(vector(10, 5), vector(30, 0));
  const auto unit = stats::killed_wounded_ratio(Interval::exactly(10), Interval::exactly(30));
  CHECK(*unit.estimate == column.estimate[0]);
  CHECK(unit.interval->low == column.low[0]);
  CHECK(unit.interval->high == column.high[0]);
  const auto open = stats::killed_wounded_ratio(Interval::exactly(5), Interval::exactly(0));
  CHECK(*open.estimate == kInfinity);
  CHECK(open.interval->low == column.low[1]);
  CHECK(open.interval->high_open);
}

TEST_CASE("bounded wounded give a ratio bounded above only", "[stats][ratio]") {
  const auto e = stats::killed_wounded_ratio(Interval::exactly(10), Interval::at_least(40));
  CHECK(e.identified == Interval{0, 0.25, true, false});
  const auto exact = stats::killed_wounded_ratio(Interval::exactly(10), Interval::exactly(40));
  CHECK(e.interval->low == 0);
  CHECK(e.interval->high == exact.interval->high);
  CHECK(e.method == "wilson, union");
}

TEST_CASE("case fatality is the share of the killed", "[stats][ratio]") {
  const auto e = stats::case_fatality(vector(10, 0), vector(30, 0));
  CHECK(e.estimate[0] == 0.25);
  CHECK(e.flags[1] == stats::bit(Flag::undefined));
  const auto unit = stats::case_fatality(Interval::exactly(10), Interval::exactly(30));
  CHECK(unit.interval->low == e.low[0]);
  CHECK(unit.interval->high == e.high[0]);
  const auto bounded = stats::case_fatality(Interval::at_least(10), Interval::exactly(30));
  CHECK(bounded.identified == Interval{0.25, 1, false, true});
  CHECK(bounded.interval->low == e.low[0]);
  CHECK(bounded.interval->high == 1);
}

TEST_CASE("a missing count gives a missing ratio", "[stats][ratio]") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto column = stats::count_ratio(vector(nan, 1), vector(1, nan));
  CHECK(column.estimate.array().isNaN().all());
  CHECK((column.flags == stats::bit(Flag::missing)).all());
  const auto unit = stats::count_ratio(Interval::exactly(nan), Interval::exactly(2));
  CHECK(std::isnan(*unit.estimate));
  CHECK(unit.identified == Interval::at_least(0));
  CHECK_FALSE(unit.interval.has_value());
}

TEST_CASE("a ratio's messages name its own counts", "[stats][ratio]") {
  CHECK_THROWS_WITH(stats::injury_ratio(vector(1, 1), vector(1, -1)),
                    ContainsSubstring("side_b[1] is -1"));
  CHECK_THROWS_WITH(stats::case_fatality(vector(0.5, 1), vector(1, 1)),
                    ContainsSubstring("killed[0] is 0.5"));
  CHECK_THROWS_WITH(stats::count_ratio(Interval::at_least(-1), Interval::exactly(1)),
                    ContainsSubstring("a is [-1, ∞), expected a whole number >= 0"));
}
