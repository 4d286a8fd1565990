// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <cmath>
#include <limits>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/change_points.hpp"

using namespace pressgauge;
using core::Vector;
using stats::Flag;
using stats::PartitionMethod;
using test::Approx;
using test::ContainsSubstring;

namespace {

// 1 event in each of four periods, then 9 in each of three.
Vector steps() {
  Vector out(7);
  out << 1, 1, 1, 1, 9, 9, 9;
  return out;
}

}  // namespace

TEST_CASE("one change of rate is found, and costs what its segments cost", "[stats][change]") {
  for (const auto method : {PartitionMethod::pelt, PartitionMethod::exact}) {
    const auto done = stats::event_rate_change(steps(), {method, 2, 0.05});
    REQUIRE(done.change_points.size() == 1);
    CHECK(done.change_points[0] == 4);
    // 2 (4 - 4 log 1) + 2 (27 - 27 log 9) = 8 + 54 - 54 * 2.197225 = -56.650128
    CHECK(done.cost == Approx(-56.650128).epsilon(1e-7));
    CHECK(done.rates.estimate[0] == 1);
    CHECK(done.rates.estimate[1] == 9);
    CHECK(done.flags == 0);
  }
}

TEST_CASE("a penalty that no change is worth leaves one segment", "[stats][change]") {
  const auto done = stats::event_rate_change(steps(), {PartitionMethod::pelt, 1e6, 0.05});
  CHECK(done.change_points.size() == 0);
  CHECK(done.rates.estimate[0] == Approx(31.0 / 7));
}

TEST_CASE("periods that are not reported have no exposure", "[stats][change]") {
  Vector y(8);
  y << 1, 1, 1, 1, std::numeric_limits<double>::quiet_NaN(), 9, 9, 9;
  const auto done = stats::event_rate_change(y, {PartitionMethod::pelt, 2, 0.05});
  REQUIRE(done.change_points.size() == 1);
  CHECK(done.change_points[0] == 4);
  CHECK(done.rates.estimate[1] == 9);
  CHECK(has(done.flags, Flag::missing));
}

TEST_CASE("partitions of one cost are a tie", "[stats][change]") {
  // Without a penalty, periods of one rate may be cut anywhere: the fewest cuts win.
  Vector y = Vector::Constant(5, 3);
  const auto done = stats::event_rate_change(y, {PartitionMethod::exact, 0, 0.05});
  CHECK(done.change_points.size() == 0);
  CHECK(has(done.flags, Flag::tie));
}

TEST_CASE("one change: two periods leave one position", "[stats][change]") {
  Vector y(2);
  y << 1, 2;
  const auto done = stats::bayes_changepoint(y, {1, 1}, 0.05);
  CHECK(done.probability[0] == 1);
  CHECK(done.mean == 1);
  // Gamma(1 + S) / (1 + m)^(1 + S): 1/4 and 2/8 for one period of 1 and of 2, 6/81 for both.
  CHECK(done.log_bayes_factor == Approx(std::log(0.25 * 0.25 / (6.0 / 81))).epsilon(1e-13));
  CHECK(done.before.estimate == 1);
  CHECK(done.after.estimate == 1.5);
}

TEST_CASE("change points refuse what is no series of counts", "[stats][change]") {
  Vector y(2);
  y << 1, -2;
  CHECK_THROWS_WITH(stats::event_rate_change(y, {}),
                    "y[1] is -2, expected a whole number >= 0, or NaN");
  CHECK_THROWS_WITH(stats::event_rate_change(Vector(0), {}), ContainsSubstring("y has 0 entries"));
  y << 1, 2;
  CHECK_THROWS_WITH(stats::event_rate_change(y, {PartitionMethod::pelt, -1, 0.05}),
                    "penalty is -1, expected a finite number >= 0");
  CHECK_THROWS_WITH(stats::bayes_changepoint(y, {0, 1}, 0.05),
                    ContainsSubstring("prior is (0, 1)"));
  CHECK_THROWS_WITH(stats::bayes_changepoint(Vector::Ones(1), {}, 0.05),
                    ContainsSubstring("expected at least 2"));
  CHECK_THROWS_WITH(stats::partition_method("binseg"), ContainsSubstring("expected one of pelt"));
}

TEST_CASE("alpha lies between 0 and 1", "[stats][change]") {
  for (const double alpha : {0.0, 1.0, 1.5, std::numeric_limits<double>::quiet_NaN()}) {
    CHECK_THROWS_WITH(stats::event_rate_change(steps(), {PartitionMethod::pelt, 2, alpha}),
                      ContainsSubstring("expected a number between 0 and 1"));
    CHECK_THROWS_AS(stats::bayes_changepoint(steps(), {}, alpha), DomainError);
  }
}
