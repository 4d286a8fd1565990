// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <cmath>
#include <initializer_list>
#include <stdexcept>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/capture.hpp"
#include "pressgauge/stats/lcmcr.hpp"
#include "pressgauge/stats/loglinear.hpp"

using namespace pressgauge;
using core::Interval;
using core::Vector;
using stats::Flag;
using test::Approx;
using test::ContainsSubstring;

namespace {

Vector vector(std::initializer_list<double> values) {
  Vector out(static_cast<Eigen::Index>(values.size()));
  Eigen::Index i = 0;
  for (const double each : values) out[i++] = each;
  return out;
}

// By history, the first list at the lowest bit: none, 100, 010, 110, 001, 101, 011, 111.
const Vector kThree = vector({0, 247, 49, 142, 60, 112, 4, 12});

}  // namespace

TEST_CASE("two lists by the products of their counts", "[stats][capture]") {
  const auto e = stats::chapman(vector({30}), vector({40}), vector({10}));
  // 31 * 41 / 11 - 1 = 114.545454…
  CHECK(e.estimate[0] == Approx(114.5454545454).epsilon(1e-11));
  const auto unit = stats::lincoln_petersen(
      Interval::exactly(30), Interval::exactly(40), Interval::closed(10, 12));
  CHECK(unit.identified == Interval::closed(100, 120));
  CHECK_THROWS_WITH(stats::chapman(vector({3}), vector({4}), vector({5})),
                    ContainsSubstring("m[0] is 5, expected at most n1[0], which is 3"));
}

TEST_CASE("three lists that depend in pairs leave one product", "[stats][capture]") {
  const auto model = stats::loglinear_mse(kThree, {0b011, 0b101, 0b110});
  CHECK(model.unseen == Approx(12.0 * 247 * 49 * 60 / (142.0 * 112 * 4)).epsilon(1e-12));
  CHECK(model.degrees_of_freedom == 0);
  CHECK_THROWS_WITH(stats::loglinear_mse(kThree, {0b111}),
                    ContainsSubstring("an interaction is 111"));
}

TEST_CASE("a number of models for each number of lists", "[stats][capture]") {
  CHECK(stats::hierarchical_models(3).size() == 8);
  CHECK(stats::hierarchical_models(4).size() == 113);
  CHECK_THROWS_AS(stats::hierarchical_models(1), DomainError);
}

TEST_CASE("the latent class model tells of its progress, which may end it", "[stats][capture]") {
  stats::LatentClassOptions options;
  options.burnin = 3000;
  options.samples = 20;
  options.thin = 10;
  double told = 0;
  const auto one = stats::lcmcr(kThree, options, [&](double share) { told = share; });
  CHECK(told == 1);
  options.threads = 4;
  CHECK(stats::lcmcr(kThree, options).draws == one.draws);
  CHECK(one.draws.minCoeff() >= kThree.sum());
  const auto stop = [](double) { throw std::runtime_error("enough"); };
  CHECK_THROWS_WITH(stats::lcmcr(kThree, options, stop), ContainsSubstring("enough"));
}

TEST_CASE("counts end at 2^53, for columns and for one unit", "[stats][capture]") {
  const core::Vector huge{{1e17}};
  CHECK_THROWS_WITH(stats::chapman(huge, huge, huge), test::ContainsSubstring("at most 2^53"));
  const auto one = core::Interval::exactly(1e17);
  CHECK_THROWS_WITH(stats::chapman(one, one, one), test::ContainsSubstring("at most 2^53"));
  const auto large = core::Interval::exactly(4e12);  // above what stands for infinity
  CHECK(*stats::chapman(large, large, large).estimate == test::Approx(4e12));
}
