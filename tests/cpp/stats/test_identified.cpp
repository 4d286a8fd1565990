// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <array>
#include <set>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/rows.hpp"
#include "pressgauge/stats/identified.hpp"

using namespace pressgauge;
using core::Interval;
using core::kInfinity;
using stats::Flag;
using test::ContainsSubstring;

TEST_CASE("an exact number is an estimate, a bound is none", "[stats][identified]") {
  CHECK(stats::identified(Interval::exactly(52)).estimate == 52);
  const auto bound = stats::identified({0, 0.035, false, true});
  CHECK_FALSE(bound.estimate.has_value());
  CHECK(bound.identified == Interval{0, 0.035, false, true});
  CHECK(bound.method == "identified set");
  CHECK_FALSE(bound.interval.has_value());
}

TEST_CASE("a ratio's ends are ratios of ends", "[stats][identified]") {
  // [50, 60) / (10, 20] = [50/20, 60/10) = [2.5, 6).
  const auto e = stats::identified_ratio({50, 60, false, true}, {10, 20, true, false});
  CHECK(e.identified == Interval{2.5, 6, false, true});
  CHECK(e.flags == 0);
}

TEST_CASE("a divisor that reaches 0 leaves no upper end", "[stats][identified]") {
  const auto e = stats::identified_ratio(Interval::exactly(5), Interval::closed(0, 10));
  CHECK(e.identified == Interval::at_least(0.5));
  CHECK(e.flags == stats::bit(Flag::one_sided));
}

TEST_CASE("0 over anything is 0, a number over ∞ never quite", "[stats][identified]") {
  CHECK(stats::identified_ratio(Interval::exactly(0), Interval::at_least(0)).estimate == 0);
  CHECK(stats::identified_ratio(Interval::exactly(5), Interval::at_least(10)).identified ==
        Interval{0, 0.5, true, false});
}

TEST_CASE("a divisor that can only be 0 is undefined", "[stats][identified]") {
  const auto e = stats::identified_ratio(Interval::exactly(0), Interval::exactly(0));
  CHECK(e.identified == Interval::at_least(0));
  CHECK(e.flags == stats::bit(Flag::undefined));
  CHECK_FALSE(e.estimate.has_value());
}

TEST_CASE("a share of two bounded parts", "[stats][identified]") {
  // [10, 20] of itself and [30, 40]: 10/50 = 0.2 to 20/50 = 0.4.
  const auto e = stats::identified_share(Interval::closed(10, 20), Interval::closed(30, 40));
  CHECK(e.identified == Interval::closed(0.2, 0.4));
  // No rest: the share is 1, whatever the part.
  CHECK(stats::identified_share(Interval::closed(0, 9), Interval::exactly(0)).estimate == 1);
  CHECK(stats::identified_share(Interval::exactly(0), Interval::closed(0, 9)).estimate == 0);
  CHECK(stats::identified_share(Interval::exactly(0), Interval::exactly(0)).flags ==
        stats::bit(Flag::undefined));
  // Unbounded: below 1 while there is a rest, 1 when there may be none.
  CHECK(stats::identified_share(Interval::at_least(10), Interval::exactly(30)).identified ==
        Interval{0.25, 1, false, true});
  CHECK(stats::identified_share(Interval::exactly(10), Interval::at_least(0)).identified ==
        Interval{0, 1, true, false});
}

TEST_CASE("a quotient is cut to what a part can be", "[stats][identified]") {
  const auto e = stats::identified_quotient(Interval::at_least(50), Interval::exactly(80));
  CHECK(e.identified == Interval::closed(0.625, 1));
  CHECK(e.flags == stats::bit(Flag::clipped));
  CHECK(stats::identified_quotient(Interval::exactly(50), Interval::exactly(80)).flags == 0);
}

TEST_CASE("a part reported above its whole is kept and flagged", "[stats][identified]") {
  const auto e = stats::identified_quotient(Interval::at_least(120), Interval::exactly(80));
  CHECK(e.identified == Interval::at_least(1.5));
  CHECK(stats::has(e.flags, Flag::above_one));
  const auto nobody = stats::identified_quotient(Interval::exactly(3), Interval::exactly(0));
  CHECK(stats::has(nobody.flags, Flag::above_one));
  CHECK(stats::has(nobody.flags, Flag::undefined));
  CHECK(stats::identified_quotient(Interval::exactly(0), Interval::exactly(0)).flags ==
        stats::bit(Flag::undefined));
}

TEST_CASE("mentions agree where all share a number", "[stats][identified]") {
  const auto agree = stats::reconcile({Interval::at_least(50), Interval::exactly(52)});
  CHECK(agree.agree);
  CHECK(agree.interval == Interval::exactly(52));
  // 14, 31 and "at least 10": no number is in all three; the hull is all of them.
  const auto apart =
      stats::reconcile({Interval::exactly(14), Interval::exactly(31), Interval::at_least(10)});
  CHECK_FALSE(apart.agree);
  CHECK(apart.interval == Interval::at_least(10));
  CHECK_THROWS_WITH(stats::reconcile({}), ContainsSubstring("mentions is empty"));
}

TEST_CASE("numbers below 0 are refused by name", "[stats][identified]") {
  CHECK_THROWS_WITH(stats::identified_ratio(Interval::exactly(1), Interval::closed(-1, 2)),
                    ContainsSubstring("b is [-1, 2], expected no number below 0"));
  CHECK_THROWS_WITH(stats::identified_share(Interval::exactly(-1), Interval::exactly(2)),
                    ContainsSubstring("part is -1"));
  CHECK_THROWS_WITH(stats::identified_quotient(Interval::exactly(1), Interval::exactly(-2)),
                    ContainsSubstring("whole is -2"));
}

TEST_CASE("rounding doesn't cross the ends of a share or ratio", "[stats][identified]") {
  const core::Interval part{3e15, 3e15 + 1, true, true};
  const core::Interval rest{3, 3.0000000000000004, true, true};
  const auto share = stats::identified_share(part, rest).identified;
  CHECK(core::checked(share).low <= share.high);
  const auto ratio =
      stats::identified_ratio(core::Interval::exactly(1e308), core::Interval::exactly(1e-5));
  CHECK_NOTHROW(core::checked(ratio.identified));
}

TEST_CASE("a number beside a part and its whole has its own ends", "[stats][identified]") {
  const std::array<core::Interval, 3> allowed{
      core::Interval::closed(1, 2), core::Interval::closed(3, 4), core::Interval::closed(5, 6)};
  const std::array<stats::detail::PartOf, 1> parts{{{0, 1}}};
  std::set<std::vector<double>> found;
  for (const auto& corner : stats::detail::corners(allowed, parts)) found.insert(corner);
  // The part is below the whole everywhere: all eight corners of the box.
  CHECK(found.size() == 8);
  CHECK(found.count({2, 3, 5}) == 1);
  CHECK(found.count({1, 4, 6}) == 1);
}
