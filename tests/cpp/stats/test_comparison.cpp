// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <cmath>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/comparison.hpp"
#include "pressgauge/stats/exact_test.hpp"
#include "pressgauge/stats/paired.hpp"

using namespace pressgauge;
using core::Interval;
using core::kInfinity;
using core::Vector;
using test::Approx;
using test::ContainsSubstring;

namespace {

Vector one(double value) { return Vector::Constant(1, value); }

}  // namespace

TEST_CASE("the difference of 56 of 70 and 48 of 80", "[stats][comparison]") {
  const auto e = stats::proportion_diff(one(56), one(70), one(48), one(80));
  // Newcombe (1998), table II, method 6.
  CHECK(e.estimate[0] == Approx(0.2).epsilon(1e-15));
  CHECK(e.low[0] == Approx(0.0528).epsilon(1e-3));
  CHECK(e.high[0] == Approx(0.3382).epsilon(1e-4));
}

TEST_CASE("zero cells have intervals", "[stats][comparison]") {
  const auto ratio = stats::risk_ratio(one(5), one(10), one(0), one(20));
  CHECK(ratio.estimate[0] == kInfinity);
  CHECK(ratio.low[0] > 1);
  CHECK(ratio.high[0] == kInfinity);
  const auto none = stats::odds_ratio(one(0), one(10), one(0), one(20));
  CHECK(std::isnan(none.estimate[0]));
  CHECK(none.low[0] == 0);
  CHECK(none.high[0] == kInfinity);
}

TEST_CASE("the conditional odds ratio of 1 of 1 and 0 of 1", "[stats][comparison]") {
  // P(X = 1) = r / (1 + r) = 0.025 at r = 1 / 39.
  const auto e = stats::odds_ratio(one(1), one(1), one(0), one(1));
  CHECK(e.low[0] == Approx(1.0 / 39).epsilon(1e-14));
}

TEST_CASE("one unit equals its column; bounds give the union", "[stats][comparison]") {
  const Interval count = Interval::closed(5, 9);
  const auto unit = stats::proportion_diff(
      count, Interval::exactly(20), Interval::exactly(3), Interval::exactly(30));
  CHECK(unit.identified.low == Approx(0.15));
  CHECK(unit.identified.high == Approx(0.35));
  const auto low = stats::proportion_diff(one(5), one(20), one(3), one(30));
  const auto high = stats::proportion_diff(one(9), one(20), one(3), one(30));
  CHECK(unit.interval->low == low.low[0]);
  CHECK(unit.interval->high == high.high[0]);
}

TEST_CASE("Fisher's tea", "[stats][exact_test]") {
  // C(4,k) C(4,4-k) / 70 = 1, 16, 36, 16, 1.
  const auto test = stats::fisher_exact(one(3), one(4), one(1), one(4));
  CHECK(test.pvalue[0] == Approx(34.0 / 70).epsilon(1e-14));
  CHECK(test.statistic[0] == 9);
}

TEST_CASE("unconditional tests of 2 of 2 and 0 of 2", "[stats][exact_test]") {
  // Only that table is as extreme: p² (1 - p)², at most 1 / 16.
  const stats::UnconditionalOptions greater{stats::Alternative::greater};
  CHECK(stats::barnard_exact(one(2), one(2), one(0), one(2), greater).pvalue[0] ==
        Approx(1.0 / 16).epsilon(1e-12));
  CHECK(stats::boschloo_exact(one(2), one(2), one(0), one(2), greater).pvalue[0] ==
        Approx(1.0 / 16).epsilon(1e-12));
}

TEST_CASE("McNemar's test of 10 and 3", "[stats][paired]") {
  // 2 (1 + 13 + 78 + 286) / 2^13.
  CHECK(stats::mcnemar(one(10), one(3)).pvalue[0] == Approx(756.0 / 8192).epsilon(1e-13));
}

TEST_CASE("comparisons name what is wrong", "[stats][comparison]") {
  CHECK_THROWS_WITH(stats::risk_ratio(one(5), one(4), one(1), one(2)),
                    ContainsSubstring("count1[0] is 5, expected at most nobs1[0], which is 4"));
  CHECK_THROWS_WITH(stats::barnard_exact(one(5), one(1e7), one(1), one(2)),
                    ContainsSubstring("nobs1[0] + nobs2[0]"));
  CHECK_THROWS_AS(stats::paired_method("none"), DomainError);
}
