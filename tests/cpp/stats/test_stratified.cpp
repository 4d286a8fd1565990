// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/stratified.hpp"

using namespace pressgauge;
using core::Interval;
using core::kInfinity;
using core::RowMatrix;
using stats::Flag;
using stats::Measure;
using stats::PooledVariance;
using test::Approx;
using test::ContainsSubstring;

namespace {

RowMatrix table(double a, double b, double c, double d) {
  RowMatrix out(1, 4);
  out << a, b, c, d;
  return out;
}

}  // namespace

TEST_CASE("one stratum gives the measures of its table", "[stats][stratified]") {
  // 8 of 10 and 1 of 6: odds ratio 8 * 5 / 2 = 20, risk ratio 0.8 * 6 = 4.8, difference 19/30.
  const RowMatrix one = table(8, 2, 1, 5);
  const auto odds = stats::mantel_haenszel(one, 1);
  CHECK(odds.pooled.estimate[0] == Approx(20).epsilon(1e-15));
  // Woolf's: 1/8 + 1/2 + 1/1 + 1/5 = 1.825.
  CHECK(odds.standard_error[0] == Approx(std::sqrt(1.825)).epsilon(1e-14));
  CHECK(odds.pooled.low[0] == Approx(20 * std::exp(-1.959964 * std::sqrt(1.825))).epsilon(1e-6));
  const auto risk = stats::mantel_haenszel(
      one, 1, {.measure = Measure::risk_ratio, .variance = PooledVariance::greenland_robins});
  CHECK(risk.pooled.estimate[0] == Approx(4.8).epsilon(1e-15));
  // 1/8 - 1/10 + 1/1 - 1/6
  CHECK(risk.standard_error[0] == Approx(std::sqrt(0.025 + 5.0 / 6)).epsilon(1e-14));
  const auto difference = stats::mantel_haenszel(
      one, 1, {.measure = Measure::risk_difference, .variance = PooledVariance::sato});
  CHECK(difference.pooled.estimate[0] == Approx(19.0 / 30).epsilon(1e-15));
}

TEST_CASE("tests of one stratum", "[stats][stratified]") {
  // a - E = 8 - 10 * 9 / 16 = 2.375, variance 10 * 6 * 9 * 7 / (256 * 15) = 0.984375.
  const RowMatrix one = table(8, 2, 1, 5);
  CHECK(stats::cmh_test(one, 1, false).statistic[0] ==
        Approx(2.375 * 2.375 / 0.984375).epsilon(1e-14));
  CHECK(stats::cmh_test(one, 1, true).statistic[0] ==
        Approx(1.875 * 1.875 / 0.984375).epsilon(1e-14));
  const auto homogeneity = stats::breslow_day(one, 1, true);
  CHECK(homogeneity.df[0] == 0);
  CHECK(homogeneity.flags[0] == bit(Flag::undefined));
}

TEST_CASE("strata of one odds ratio are no misfit", "[stats][stratified]") {
  RowMatrix two(2, 4);
  two << 8, 2, 2, 3, 16, 4, 4, 6;
  const auto test = stats::breslow_day(two, 2, false);
  CHECK(test.statistic[0] == Approx(0).margin(1e-20));
  CHECK(test.df[0] == 1);
  CHECK(test.pvalue[0] == Approx(1));
}

TEST_CASE("ratios at the ends of their range have no variance", "[stats][stratified]") {
  const auto none = stats::mantel_haenszel(table(0, 5, 3, 2), 1);
  CHECK(none.pooled.estimate[0] == 0);
  CHECK(none.pooled.high[0] == kInfinity);
  CHECK(has(none.pooled.flags[0], Flag::degenerate));
  const auto nothing = stats::mantel_haenszel(table(0, 5, 0, 2), 1);
  CHECK(std::isnan(nothing.pooled.estimate[0]));
  CHECK(has(nothing.pooled.flags[0], Flag::undefined));
  CHECK(stats::cmh_test(table(0, 5, 0, 2), 1, false).flags[0] == bit(Flag::undefined));
}

TEST_CASE("a stratum with a missing cell is left out", "[stats][stratified]") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  RowMatrix two(2, 4);
  two << 8, 2, 1, 5, 3, nan, 1, 9;
  const auto done = stats::mantel_haenszel(two, 2);
  CHECK(done.pooled.estimate[0] == Approx(20).epsilon(1e-15));
  CHECK(has(done.pooled.flags[0], Flag::missing));
  const auto each = stats::mantel_haenszel(two, 1);
  CHECK(each.pooled.flags[0] == 0);
  CHECK(std::isnan(each.pooled.estimate[1]));
  CHECK(stats::cmh_test(two, 1, false).flags[1] == bit(Flag::missing));
}

TEST_CASE("cells in bounds bound the odds ratio", "[stats][stratified]") {
  const std::array<Interval, 4> cells{
      {Interval::at_least(8), Interval::exactly(2), Interval::exactly(1), Interval::exactly(5)}};
  const auto e = stats::mantel_haenszel(cells);
  CHECK(e.identified.low == Approx(20).epsilon(1e-15));
  CHECK(e.identified.high == kInfinity);
  CHECK_FALSE(e.estimate.has_value());
  CHECK(e.interval->low == stats::mantel_haenszel(table(8, 2, 1, 5), 1).pooled.low[0]);
  CHECK(e.method == "robins_breslow_greenland, union");
}

TEST_CASE("bad tables are told", "[stats][stratified]") {
  CHECK_THROWS_WITH(stats::mantel_haenszel(table(1, 2, -1, 3), 1),
                    ContainsSubstring("cell c of tables[0] is -1, expected a whole number >= 0"));
  CHECK_THROWS_WITH(stats::mantel_haenszel(table(1, 2, 1, 3), 2),
                    ContainsSubstring("expected a multiple of 2 strata"));
  CHECK_THROWS_WITH(
      stats::mantel_haenszel(table(1, 2, 1, 3), 1, {.variance = PooledVariance::sato}),
      ContainsSubstring("variance is 'sato', which measure 'or' doesn't have"));
  CHECK_THROWS_WITH(stats::measure_of("hr"), ContainsSubstring("measure is 'hr'"));
}
