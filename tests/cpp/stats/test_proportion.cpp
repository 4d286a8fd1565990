// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <cmath>
#include <limits>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/proportion.hpp"

using namespace pressgauge;
using core::Interval;
using core::Vector;
using stats::Flag;
using stats::ProportionMethod;
using test::Approx;
using test::ContainsSubstring;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

Vector vector(std::initializer_list<double> values) {
  Vector out(static_cast<Eigen::Index>(values.size()));
  std::copy(values.begin(), values.end(), out.begin());
  return out;
}

stats::Estimates one(double count, double nobs, ProportionMethod method) {
  return stats::proportion(vector({count}), vector({nobs}), {method, 0.05});
}

}  // namespace

TEST_CASE("Wilson's interval of half is centred on half", "[stats][proportion]") {
  // x = 5, n = 10, z² = 3.8414588206941227. Spread = z sqrt(z² + 4*5*5/10) = z sqrt(13.84146)
  // = 1.959964 * 3.720411 = 7.291872; low = (10 + 3.841459 - 7.291872) / (2 * 13.841459) =
  // 0.236593.
  const auto e = one(5, 10, ProportionMethod::wilson);
  CHECK(e.estimate[0] == 0.5);
  CHECK(e.low[0] == Approx(0.236593).epsilon(1e-5));
  CHECK(e.low[0] + e.high[0] == Approx(1).epsilon(1e-15));
  CHECK(e.flags[0] == 0);
}

TEST_CASE("Wilson's interval ends at 0 and 1 exactly", "[stats][proportion]") {
  const auto none = one(0, 10, ProportionMethod::wilson);
  CHECK(none.low[0] == 0);
  // z² / (n + z²) = 3.8414588 / 13.8414588 = 0.2775328.
  CHECK(none.high[0] == Approx(0.2775328).epsilon(1e-6));
  CHECK(one(10, 10, ProportionMethod::wilson).high[0] == 1);
  CHECK(one(0, 10, ProportionMethod::wilson_cc).low[0] == 0);
  CHECK(one(10, 10, ProportionMethod::wilson_cc).high[0] == 1);
}

TEST_CASE("Newcombe's example of the corrected interval", "[stats][proportion]") {
  // Newcombe (1998), table I, 81 of 263, method 4: 0.2535 to 0.3682.
  const auto e = one(81, 263, ProportionMethod::wilson_cc);
  CHECK(e.low[0] == Approx(0.2535).margin(5e-5));
  CHECK(e.high[0] == Approx(0.3682).margin(5e-5));
}

TEST_CASE("Wald's interval is p ± z sqrt(p (1 - p) / n), clipped", "[stats][proportion]") {
  // 50 of 100: 0.5 ± 1.959964 * 0.05 = 0.5 ± 0.0979982.
  const auto half = one(50, 100, ProportionMethod::wald);
  CHECK(half.low[0] == Approx(0.4020018).epsilon(1e-7));
  CHECK(half.high[0] == Approx(0.5979982).epsilon(1e-7));
  CHECK(half.flags[0] == 0);
  // 1 of 10: 0.1 - 1.959964 * sqrt(0.009) = 0.1 - 0.185939 < 0.
  const auto few = one(1, 10, ProportionMethod::wald);
  CHECK(few.low[0] == 0);
  CHECK(few.high[0] == Approx(0.285939).epsilon(1e-5));
  CHECK(few.flags[0] == stats::bit(Flag::clipped));
  CHECK(one(9, 10, ProportionMethod::wald).high[0] == 1);
}

TEST_CASE("Agresti and Coull add z² observations", "[stats][proportion]") {
  // 5 of 10: 0.5 ± 1.959964 * sqrt(0.25 / 13.841459) = 0.5 ± 0.263407.
  const auto e = one(5, 10, ProportionMethod::agresti_coull);
  CHECK(e.low[0] == Approx(0.236593).epsilon(1e-5));
  CHECK(e.high[0] == Approx(0.763407).epsilon(1e-5));
}

TEST_CASE("the arcsine interval is even in the angle", "[stats][proportion]") {
  // 2 of 10: angle asin(sqrt(2.375 / 10.75)) = 0.489380, half-width 1.959964 / (2 sqrt(10)) =
  // 0.309898; sin²(0.179482) = 0.031870, sin²(0.799278) = 0.513879.
  const auto e = one(2, 10, ProportionMethod::arcsine);
  const double angle = std::asin(std::sqrt(2.375 / 10.75));
  const double width = 1.959963984540054 / (2 * std::sqrt(10.0));
  CHECK(e.low[0] == Approx(std::pow(std::sin(angle - width), 2)).epsilon(1e-14));
  CHECK(e.high[0] == Approx(std::pow(std::sin(angle + width), 2)).epsilon(1e-14));
}

TEST_CASE("Clopper and Pearson's ends of none and all", "[stats][proportion]") {
  // 0 of 10: (1 - high)^10 = 0.025, high = 1 - 0.025^0.1 = 0.3084971.
  const auto none = one(0, 10, ProportionMethod::clopper_pearson);
  CHECK(none.low[0] == 0);
  CHECK(none.high[0] == Approx(0.3084971).epsilon(1e-6));
  CHECK(one(10, 10, ProportionMethod::clopper_pearson).high[0] == 1);
  // 1 of 2: 1 - (1 - low)² = 0.025, low = 1 - sqrt(0.975) = 0.01257912, high = sqrt(0.975).
  const auto half = one(1, 2, ProportionMethod::clopper_pearson);
  CHECK(half.low[0] == Approx(1 - std::sqrt(0.975)).epsilon(1e-13));
  CHECK(half.high[0] == Approx(std::sqrt(0.975)).epsilon(1e-14));
}

TEST_CASE("Jeffreys' interval of one in one is that of an arcsine law", "[stats][proportion]") {
  // Beta(3/2, 1/2): P(V < v) = (2/pi) (asin(sqrt(v)) - sqrt(v (1 - v))).
  const auto e = one(1, 1, ProportionMethod::jeffreys);
  const double pi = std::acos(-1.0);
  const auto below = [&](double v) {
    return 2 / pi * (std::asin(std::sqrt(v)) - std::sqrt(v * (1 - v)));
  };
  CHECK(below(e.low[0]) == Approx(0.025).epsilon(1e-13));
  CHECK(below(e.high[0]) == Approx(0.975).epsilon(1e-14));
}

TEST_CASE("exact intervals hold at sizes beyond any report", "[stats][proportion]") {
  for (const auto method : {ProportionMethod::clopper_pearson, ProportionMethod::jeffreys}) {
    for (const double nobs : {1.0, 2.0, 1e6, 9e15}) {
      for (const double alpha : {0.5, 1e-4, 1e-300}) {
        const auto e =
            stats::proportion(vector({1, nobs - 1}), vector({nobs, nobs}), {method, alpha});
        CHECK((e.low.array() <= e.high.array()).all());
        CHECK((e.low.array() <= e.estimate.array() * (1 + 1e-15) + (nobs == 1 ? 1 : 0)).all());
      }
    }
  }
}

TEST_CASE("what is not reported stays missing, 0/0 undefined", "[stats][proportion]") {
  const auto e = stats::proportion(vector({kNaN, 1, 0}), vector({10, kNaN, 0}));
  CHECK(e.estimate.array().isNaN().all());
  CHECK(e.low.array().isNaN().all());
  CHECK(e.flags[0] == stats::bit(Flag::missing));
  CHECK(e.flags[1] == stats::bit(Flag::missing));
  CHECK(e.flags[2] == stats::bit(Flag::undefined));
}

TEST_CASE("a turnout above 1 is kept without an interval", "[stats][proportion]") {
  const auto e = stats::turnout(vector({120, 3}), vector({100, 0}));
  CHECK(e.estimate[0] == 1.2);
  CHECK(std::isnan(e.low[0]));
  CHECK(e.flags[0] == stats::bit(Flag::above_one));
  CHECK(std::isnan(e.estimate[1]));
  CHECK(e.flags[1] == (stats::bit(Flag::above_one) | stats::bit(Flag::undefined)));
  CHECK(stats::turnout(Interval::exactly(120), Interval::exactly(100)).estimate == 1.2);
}

TEST_CASE("a bounded count gives an identified set and a union", "[stats][proportion]") {
  const auto e = stats::proportion(Interval::closed(4, 6), Interval::exactly(10));
  CHECK_FALSE(e.estimate.has_value());
  CHECK(e.identified == Interval::closed(0.4, 0.6));
  CHECK(e.interval->low == one(4, 10, ProportionMethod::wilson).low[0]);
  CHECK(e.interval->high == one(6, 10, ProportionMethod::wilson).high[0]);
  CHECK(e.method == "wilson, union");
  CHECK(e.confidence == 0.95);
}

TEST_CASE("a union is named one where the share is known", "[stats][proportion]") {
  // None of 5 to 10: the share is 0, its high end that of none of 5.
  const auto e = stats::proportion(Interval::exactly(0), Interval::closed(5, 10));
  CHECK(e.estimate == 0);
  CHECK(e.method == "wilson, union");
  CHECK(e.interval->high == one(0, 5, ProportionMethod::wilson).high[0]);
}

TEST_CASE("an open bound is closed to whole numbers", "[stats][proportion]") {
  // More than 4 and less than 6.5 of 10: 5 or 6.
  const auto e = stats::proportion(Interval{4, 6.5, true, true}, Interval::exactly(10));
  CHECK(e.identified == Interval::closed(0.5, 0.6));
}

TEST_CASE("without an upper bound the whole leaves the share open at 0", "[stats][proportion]") {
  const auto e = stats::turnout(Interval::exactly(50), Interval::at_least(80));
  CHECK(e.identified == Interval{0, 0.625, true, false});
  CHECK(e.interval->low == 0);
}

TEST_CASE("methods are found by name and alias", "[stats][proportion]") {
  CHECK(stats::proportion_method("score") == ProportionMethod::wilson);
  CHECK(stats::proportion_method("ac") == ProportionMethod::agresti_coull);
  CHECK(stats::proportion_method("exact") == ProportionMethod::clopper_pearson);
  CHECK(stats::method_name(ProportionMethod::arcsine) == "arcsine");
  CHECK_THROWS_WITH(stats::proportion_method("walt"),
                    ContainsSubstring("method is 'walt', expected one of wilson, wilson_cc, wald"));
}

TEST_CASE("a broken contract is refused with the value and its place", "[stats][proportion]") {
  CHECK_THROWS_WITH(stats::turnout(vector({1, 2}), vector({1, 2, 3})),
                    ContainsSubstring("ballots has 2 entries, registered has 3"));
  CHECK_THROWS_WITH(stats::turnout(vector({1, 2, 3, -2}), vector({9, 9, 9, 9})),
                    ContainsSubstring("ballots[3] is -2, expected a whole number >= 0, or NaN"));
  CHECK_THROWS_WITH(stats::proportion(vector({1}), vector({2.5})),
                    ContainsSubstring("nobs[0] is 2.5"));
  CHECK_THROWS_WITH(stats::proportion(vector({1}), vector({core::kInfinity})),
                    ContainsSubstring("nobs[0] is ∞"));
  CHECK_THROWS_WITH(stats::proportion(vector({1, 12}), vector({2, 10})),
                    ContainsSubstring("count[1] is 12, expected at most nobs[1], which is 10"));
  CHECK_THROWS_WITH(stats::proportion(Interval::at_least(12), Interval::exactly(10)),
                    ContainsSubstring("count is [12, ∞), expected at most nobs, which is 10"));
  CHECK_THROWS_WITH(stats::turnout(Interval::exactly(2.5), Interval::exactly(10)),
                    ContainsSubstring("ballots is 2.5, expected a whole number >= 0"));
  CHECK_THROWS_WITH(stats::proportion(vector({1}), vector({2}), {ProportionMethod::wald, 0}),
                    ContainsSubstring("alpha is 0, expected a number between 0 and 1"));
}
