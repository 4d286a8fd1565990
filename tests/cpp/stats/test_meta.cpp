// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/tau2.hpp"
#include "pressgauge/stats/effect_sizes.hpp"
#include "pressgauge/stats/meta.hpp"
#include "pressgauge/stats/multinomial.hpp"

using namespace pressgauge;
using core::kInfinity;
using core::Vector;
using stats::Flag;
using stats::PooledInterval;
using stats::Prediction;
using stats::Tau2Estimator;
using test::Approx;
using test::ContainsSubstring;

namespace {

const double kNaN = std::numeric_limits<double>::quiet_NaN();

Vector vector(const std::vector<double>& values) {
  return Eigen::Map<const Vector>(values.data(), static_cast<Eigen::Index>(values.size()));
}

double tau2(const std::vector<double>& y, const std::vector<double>& v, Tau2Estimator estimator) {
  return stats::detail::tau2_of({y, v}, estimator);
}

}  // namespace

TEST_CASE("two studies of one variance, by hand", "[stats][meta]") {
  // y = 1, 3, v = 1/2: mean 2, Q = 2 (1 + 1) = 4 on 1 degree of freedom. tau2 = S² - v = 2 - 1/2
  // where S² = 2; of ML S² is divided by 2; Sidik-Jonkman 1 * (2/3 + 2/3) / 1 = 4/3.
  const std::vector<double> y{1, 3};
  const std::vector<double> v{0.5, 0.5};
  CHECK(tau2(y, v, Tau2Estimator::fe) == 0);
  CHECK(tau2(y, v, Tau2Estimator::dl) == Approx(1.5));
  CHECK(tau2(y, v, Tau2Estimator::he) == Approx(1.5));
  CHECK(tau2(y, v, Tau2Estimator::sj) == Approx(4.0 / 3));
  CHECK(tau2(y, v, Tau2Estimator::ml) == Approx(0.5));
  CHECK(tau2(y, v, Tau2Estimator::reml) == Approx(1.5));
  CHECK(tau2(y, v, Tau2Estimator::pm) == Approx(1.5));
  const auto done = stats::meta_analysis(
      vector(y), vector(v), {.interval = PooledInterval::z, .prediction = Prediction::z});
  CHECK(done.q == Approx(4));
  // Standard error sqrt((1.5 + 0.5) / 2) = 1; I² = 1.5 / 2.
  CHECK(done.standard_error == Approx(1));
  CHECK(done.pooled.low == Approx(2 - 1.959964).epsilon(1e-6));
  CHECK(done.i2.estimate == Approx(0.75));
  CHECK(done.h2.estimate == Approx(4));
  CHECK(done.prediction.high == Approx(2 + 1.959964 * std::sqrt(2.5)).epsilon(1e-6));
  CHECK(done.weights[0] == 0.5);
}

TEST_CASE("the highest of several peaks of the likelihood is taken", "[stats][meta]") {
  // Two precise studies that agree and two vague ones far out: the score of REML has three roots.
  for (const double far : {3.0, 4.0, 5.0, 6.0, 8.0}) {
    const std::vector<double> y{0, 0.01, far, -far};
    const std::vector<double> v{1e-4, 1e-4, 1, 1};
    const double found = tau2(y, v, Tau2Estimator::reml);
    const auto height = [&](double t) {
      const auto sums = stats::detail::weighted({y, v}, t);
      double logs = std::log(sums.sum);
      for (const double each : v) logs += std::log(each + t);
      return -(logs + sums.q) / 2;
    };
    for (double t = 1e-7; t < 100; t *= 1.1) CHECK(height(t) <= height(found) + 1e-12);
  }
}

TEST_CASE("equal effects leave no heterogeneity", "[stats][meta]") {
  const auto done = stats::meta_analysis(vector({0.1, 0.1, 0.1}), vector({0.2, 0.3, 0.1}));
  CHECK(done.q == 0);
  CHECK(done.tau2.estimate == 0);
  CHECK(done.tau2.high == 0);
  CHECK(done.standard_error == 0);
  CHECK(has(done.flags, Flag::degenerate));
  CHECK(has(done.tau2_flags, Flag::degenerate));
}

TEST_CASE("one study is pooled with itself", "[stats][meta]") {
  const auto hartung = stats::meta_analysis(vector({2}), vector({0.25}));
  CHECK(hartung.pooled.estimate == 2);
  CHECK(hartung.pooled.high == kInfinity);
  CHECK(hartung.prediction.low == -kInfinity);
  CHECK(hartung.pvalue == 1);
  const auto normal =
      stats::meta_analysis(vector({2}), vector({0.25}), {.interval = PooledInterval::z});
  CHECK(normal.pooled.low == Approx(2 - 1.959964 / 2).epsilon(1e-6));
  CHECK(has(normal.flags, Flag::degenerate));
}

TEST_CASE("studies that are missing are left out", "[stats][meta]") {
  const auto done = stats::meta_analysis(vector({1, kNaN, 3, 5}), vector({0.5, 1, 0.5, kNaN}));
  const auto known = stats::meta_analysis(vector({1, 3}), vector({0.5, 0.5}));
  CHECK(done.pooled.low == known.pooled.low);
  CHECK(done.studies == 2);
  CHECK(std::isnan(done.weights[1]));
  CHECK(std::isnan(done.weights[3]));
  CHECK(has(done.flags, Flag::missing));
  CHECK_FALSE(has(known.flags, Flag::missing));
}

TEST_CASE("rows, first studies and all but one equal single analyses", "[stats][meta]") {
  const Vector y = vector({0.1, 0.5, 0.9, 1.4});
  const Vector v = vector({0.04, 0.02, 0.05, 0.1});
  const auto all = stats::meta_analysis(y, v);
  core::RowMatrix rows(2, 4);
  core::RowMatrix variances(2, 4);
  rows << y.transpose(), Vector::Constant(4, kNaN).transpose();
  variances << v.transpose(), v.transpose();
  const auto table = stats::meta_analyses(rows, variances);
  CHECK(table.pooled.low[0] == all.pooled.low);
  CHECK(std::isnan(table.pooled.estimate[1]));
  CHECK(table.pooled.flags[1] == bit(Flag::missing));
  const auto known = stats::cumulative_meta(y, v);
  CHECK(known.pooled.high[3] == all.pooled.high);
  CHECK(known.pooled.high[1] == stats::meta_analysis(y.head(2), v.head(2)).pooled.high);
  const auto without = stats::leave_one_out(y, v);
  CHECK(without.tau2.high[0] == stats::meta_analysis(y.tail(3), v.tail(3)).tau2.high);
}

TEST_CASE("bad studies are told", "[stats][meta]") {
  CHECK_THROWS_WITH(stats::meta_analysis(vector({1, 2}), vector({1})),
                    ContainsSubstring("y has 2 entries, v has 1"));
  CHECK_THROWS_WITH(stats::meta_analysis(vector({1, 2}), vector({1, 0})),
                    ContainsSubstring("v[1] is 0, expected a variance > 0"));
  CHECK_THROWS_WITH(stats::meta_analysis(vector({1, kInfinity}), vector({1, 1})),
                    ContainsSubstring("y[1] is ∞"));
  CHECK_THROWS_WITH(stats::meta_analysis(vector({kNaN}), vector({1})),
                    ContainsSubstring("no study is reported"));
  CHECK_THROWS_WITH(stats::meta_analysis(vector({1}), vector({1}), {.alpha = 1.5}),
                    ContainsSubstring("alpha is 1.5"));
  CHECK_THROWS_WITH(stats::leave_one_out(vector({1}), vector({1})),
                    ContainsSubstring("expected 2 at least"));
  CHECK_THROWS_WITH(stats::tau2_estimator("eb"), ContainsSubstring("tau2 is 'eb'"));
}

TEST_CASE("effects come out of counts", "[stats][meta]") {
  // 4/123 of 11/139: log((4/123) / (11/139)) = -0.889311; 1/4 - 1/123 + 1/11 - 1/139 = 0.325585.
  const Vector x1 = vector({4, 0, kNaN});
  const Vector n1 = vector({123, 10, 10});
  const Vector x2 = vector({11, 1, 1});
  const Vector n2 = vector({139, 10, 10});
  const auto rr = stats::effect_sizes(stats::Effect::log_risk_ratio, x1, n1, x2, n2);
  CHECK(rr.y[0] == Approx(-0.889311).epsilon(1e-6));
  CHECK(rr.v[0] == Approx(0.325585).epsilon(1e-6));
  // One half to each cell: log((0.5/11) / (1.5/11)) = -log 3.
  CHECK(rr.y[1] == Approx(-std::log(3)).epsilon(1e-14));
  CHECK(rr.flags[2] == bit(Flag::missing));
  const auto bare = stats::effect_sizes(stats::Effect::log_risk_ratio, x1, n1, x2, n2, 0);
  CHECK(bare.flags[1] == bit(Flag::undefined));
  CHECK_THROWS_WITH(stats::effect_sizes(stats::Effect::log_risk_ratio, n1, x1, x2, n2),
                    ContainsSubstring("x1[0] is 123, expected at most n1[0], which is 4"));
}

TEST_CASE("shares of a whole hold their counts", "[stats][multinomial]") {
  const Vector counts = vector({56, 72, 73, 59, 62, 87, 58});
  const auto goodman = stats::multinomial(counts);
  const auto sison = stats::multinomial(counts, stats::MultinomialMethod::sison_glaz);
  // The lower limit of the first, as statsmodels 0.15 has it.
  CHECK(sison.low[0] == Approx(0.0792).epsilon(1e-3));
  CHECK((goodman.low.array() < goodman.estimate.array()).all());
  CHECK((sison.high.array() > sison.estimate.array()).all());
  CHECK(stats::multinomial(vector({0, 0})).flags[0] == bit(Flag::undefined));
  CHECK(stats::multinomial(vector({0, kNaN})).flags[0] == bit(Flag::missing));
  CHECK_THROWS_WITH(stats::multinomial(vector({3})), ContainsSubstring("expected 2 kinds"));
  CHECK_THROWS_WITH(stats::multinomial(vector({3, 1.5})), ContainsSubstring("counts[1] is 1.5"));
}

TEST_CASE("intervals whose work grows with their counts have a limit", "[stats][multinomial]") {
  const core::Vector counts{{4e15, 12.0}};
  CHECK_THROWS_WITH(stats::multinomial(counts, stats::MultinomialMethod::sison_glaz),
                    test::ContainsSubstring("at most 1e12 for sison_glaz"));
}
