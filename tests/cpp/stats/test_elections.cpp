// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/elections.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/seats.hpp"

using namespace pressgauge;
using core::RowMatrix;
using core::Vector;
using stats::DisproportionalityIndex;
using stats::Flag;
using stats::PartiesIndex;
using stats::SeatMethod;
using test::Approx;
using test::ContainsSubstring;

namespace {

RowMatrix row(std::initializer_list<double> values) {
  RowMatrix out(1, static_cast<Eigen::Index>(values.size()));
  std::copy(values.begin(), values.end(), out.data());
  return out;
}

}  // namespace

TEST_CASE("an effective number of parties", "[stats][elections]") {
  // Squares of 1/2, 1/4, 1/4 add up to 3/8.
  const auto e = stats::effective_parties(row({50, 25, 25}), PartiesIndex::laakso_taagepera);
  CHECK(e.value[0] == Approx(8.0 / 3).epsilon(1e-15));
  CHECK(stats::concentration(row({50, 25, 25, 0})).value[0] == 0.375);
}

TEST_CASE("disproportionality by hand", "[stats][elections]") {
  const auto e = stats::disproportionality(
      row({50, 30, 20}), row({6, 3, 1}), DisproportionalityIndex::gallagher);
  CHECK(e.value[0] == Approx(10).epsilon(1e-14));
  CHECK(stats::volatility(row({50, 50, 0}), row({40, 40, 20})).value[0] ==
        Approx(20).epsilon(1e-14));
}

TEST_CASE("missing votes are flagged", "[stats][elections]") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto missing = stats::concentration(row({1, nan}));
  CHECK(std::isnan(missing.value[0]));
  CHECK(missing.flags[0] == stats::bit(Flag::missing));
  CHECK(stats::concentration(row({0, 0})).flags[0] == stats::bit(Flag::undefined));
  CHECK_THROWS_WITH(stats::concentration(row({1, -1})), ContainsSubstring("votes[1] is -1"));
}

TEST_CASE("seats by quotients", "[stats][seats]") {
  const Vector seven = Vector::Constant(1, 7);
  const auto got =
      stats::allocate_seats(row({340000, 280000, 160000, 60000, 15000}), seven, SeatMethod::dhondt);
  CHECK(got.seats == row({3, 3, 1, 0, 0}));
  CHECK(got.flags[0] == 0);
}

TEST_CASE("a tie is flagged with its rivals", "[stats][seats]") {
  const Vector four = Vector::Constant(1, 4);
  const auto got = stats::allocate_seats(row({100, 100, 50}), four, SeatMethod::sainte_lague);
  // 100, 100, 50, then 33.3 twice.
  CHECK(got.seats == row({2, 1, 1}));
  CHECK(got.tied == row({1, 1, 0}));
  CHECK(got.flags[0] == stats::bit(Flag::tie));
}

TEST_CASE("a quota that gives out too many seats is refused", "[stats][seats]") {
  const Vector four = Vector::Constant(1, 4);
  const auto got = stats::allocate_seats(row({100, 100, 100}), four, SeatMethod::lr_imperiali);
  CHECK(got.flags[0] == stats::bit(Flag::inconsistent));
  CHECK(got.seats.array().isNaN().all());
}

TEST_CASE("products of 192 bits decide", "[stats][seats]") {
  // The quotients differ by 1 of 10^31: doubles take them for equal.
  const Vector three = Vector::Constant(1, 3);
  const auto got = stats::allocate_seats(
      row({4503599627370494, 4503599627370495}), three, SeatMethod::huntington_hill);
  CHECK(got.seats == row({1, 2}));
  CHECK(got.flags[0] == 0);
}

TEST_CASE("the concentration of bounded votes", "[stats][elections]") {
  // As equal as they can be: 20 and three of 10, (400 + 300) / 50²; at a corner 40 and three of 0.
  using core::Interval;
  const std::vector<Interval> votes{Interval::closed(20, 40),
                                    Interval::closed(0, 10),
                                    Interval::closed(0, 10),
                                    Interval::closed(0, 10)};
  const auto e = stats::concentration(votes);
  CHECK(e.identified.low == Approx(0.28).epsilon(1e-15));
  CHECK(e.identified.high == 1);
  CHECK_FALSE(e.interval.has_value());
  const std::vector<Interval> open{Interval::at_least(50), Interval::exactly(100)};
  CHECK(stats::concentration(open).identified == Interval{0.5, 1, false, true});
}
