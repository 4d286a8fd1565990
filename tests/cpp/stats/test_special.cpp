// SPDX-License-Identifier: MIT
// Expected values by mpmath in 50 digits; tests/reference/special_functions.py goes over wide
// grids.
#include "support/catch.hpp"

#include <cmath>
#include <limits>

#include "pressgauge/stats/detail/beta.hpp"
#include "pressgauge/stats/detail/gamma.hpp"
#include "pressgauge/stats/detail/hypergeometric.hpp"
#include "pressgauge/stats/detail/normal_tail.hpp"
#include "pressgauge/stats/detail/saddle_point.hpp"
#include "pressgauge/stats/detail/student.hpp"

using namespace pressgauge::stats::detail;
using pressgauge::test::Approx;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Approx exactly(double value) { return Approx(value).epsilon(2e-15); }

}  // namespace

TEST_CASE("Stirling's error holds for every real number", "[stats][special]") {
  CHECK(stirling_error(0.3) == exactly(0.2360649007482156));
  CHECK(stirling_error(0.5) == exactly(0.15342640972002736));
  CHECK(stirling_error(7.25) == exactly(0.011487002684428697));
  // On both sides of the table's end.
  CHECK(stirling_error(15) == Approx(stirling_error(std::nextafter(15, 16))).epsilon(1e-15));
}

TEST_CASE("log probabilities of counts", "[stats][special]") {
  CHECK(log_binomial(30, 100, 0.25, 0.75) == exactly(-3.08448026426501));
  CHECK(log_poisson(3, 2.5) == exactly(-1.5428872736055899));
  CHECK(log_choose(5, 2) == exactly(std::log(10.0)));
  CHECK(log_choose(1e9, 1) == exactly(std::log(1e9)));
  CHECK(log_hypergeometric(3, 50, 10, 12) == exactly(-1.308273417454672));
}

TEST_CASE("log probabilities at the edges", "[stats][special]") {
  CHECK(log_binomial(0, 10, 1e-20, 1) == Approx(-1e-19).epsilon(1e-15));
  CHECK(log_binomial(10, 10, 1, 1e-20) == Approx(-1e-19).epsilon(1e-15));
  CHECK(log_binomial(0, 10, 0, 1) == 0);
  CHECK(log_binomial(1, 10, 0, 1) == -kInfinity);
  CHECK(log_binomial(10, 10, 1, 0) == 0);
  CHECK(log_binomial(11, 10, 0.5, 0.5) == -kInfinity);
  CHECK(log_binomial(0, 0, 0.5, 0.5) == 0);
  CHECK(log_poisson(0, 0) == 0);
  CHECK(log_poisson(1, 0) == -kInfinity);
  CHECK(log_choose(7, 0) == 0);
  CHECK(log_choose(7, 7) == 0);
  CHECK(log_hypergeometric(5, 10, 5, 5) == exactly(-std::log(252.0)));
  CHECK(log_hypergeometric(6, 10, 5, 5) == -kInfinity);
  CHECK(log_hypergeometric(0, 10, 0, 5) == 0);
  CHECK(log_hypergeometric(5, 10, 5, 10) == 0);
}

TEST_CASE("both tails of the gamma distribution", "[stats][special]") {
  struct Row {
    double shape, x, lower, upper;
  };
  for (const Row& row : {Row{1e-3, 1e-5, -0.010936541856671912, -4.521108920080178},
                         Row{0.5, 0.1, -1.0634020471545287, -0.4235463234759657},
                         Row{2.5, 4, -0.16988200295851538, -1.856389978098945},
                         Row{40, 25, -5.671246924001392, -0.003449511458944769},
                         Row{200, 260, -4.750125260964532e-05, -9.954778227074295},
                         Row{1000, 990, -0.9688443502997507, -0.47726412865859935},
                         Row{1e5, 101000, -0.0008087484618170922, -7.12042696105511}}) {
    CAPTURE(row.shape, row.x);
    // The log of a tail near 1 is as good as the small tail's relative error.
    CHECK(log_gamma_lower(row.shape, row.x) == Approx(row.lower).epsilon(1e-14));
    CHECK(log_gamma_upper(row.shape, row.x) == Approx(row.upper).epsilon(1e-14));
  }
  CHECK(log_gamma_lower(3, 0) == -kInfinity);
  CHECK(log_gamma_upper(3, 0) == 0);
  CHECK(log_gamma_upper(3, kInfinity) == -kInfinity);
}

TEST_CASE("a gamma quantile cuts off the tail asked for", "[stats][special]") {
  for (const double shape : {0.01, 0.5, 1.0, 7.3, 149.0, 151.0, 1e6, 1e9}) {
    for (const double log_tail : {-1e-3, -0.1, -0.7, -3.0, -50.0}) {
      CAPTURE(shape, log_tail);
      const double above = gamma_quantile(shape, Tail::upper, log_tail);
      if (above > 1e-300) CHECK(log_gamma_upper(shape, above) == Approx(log_tail).epsilon(1e-9));
      const double below = gamma_quantile(shape, Tail::lower, log_tail);
      if (below > 1e-300) CHECK(log_gamma_lower(shape, below) == Approx(log_tail).epsilon(1e-9));
    }
  }
  CHECK(gamma_quantile(2, Tail::lower, 0) == kInfinity);
  CHECK(gamma_quantile(2, Tail::upper, 0) == 0);
}

TEST_CASE("chi squared and Poisson are gamma", "[stats][special]") {
  CHECK(chi_squared_quantile(0.05, 1) == exactly(3.841458820694126));
  CHECK(chi_squared_tail(3.841458820694126, 1) == Approx(0.05).epsilon(1e-14));
  CHECK(chi_squared_tail(0, 3) == 1);
  const double none = std::exp(-2.5);
  CHECK(std::exp(log_poisson_tail(1, 2.5, Tail::lower)) == exactly(none * 3.5));
  CHECK(std::exp(log_poisson_tail(1, 2.5, Tail::upper)) == exactly(1 - none));
  CHECK(log_poisson_tail(0, 2.5, Tail::upper) == 0);
  CHECK(log_poisson_tail(-1, 2.5, Tail::lower) == -kInfinity);
  CHECK(log_poisson_tail(0, 0, Tail::lower) == 0);
  CHECK(log_poisson_tail(1, 0, Tail::upper) == -kInfinity);
}

TEST_CASE("binomial tails", "[stats][special]") {
  CHECK(log_binomial_tail(2, 20, 0.25, 0.75, Tail::lower) == exactly(-2.3940379646723002));
  CHECK(std::exp(log_binomial_tail(3, 3, 0.25, 0.75, Tail::upper)) == exactly(0.015625));
  CHECK(log_binomial_tail(20, 20, 0.25, 0.75, Tail::lower) == 0);
  CHECK(log_binomial_tail(-1, 20, 0.25, 0.75, Tail::lower) == -kInfinity);
  CHECK(log_binomial_tail(0, 20, 0.25, 0.75, Tail::upper) == 0);
  CHECK(log_binomial_tail(21, 20, 0.25, 0.75, Tail::upper) == -kInfinity);
  CHECK(log_binomial_tail(3, 20, 0, 1, Tail::upper) == -kInfinity);
  CHECK(log_binomial_tail(3, 20, 1, 0, Tail::upper) == 0);
}

TEST_CASE("the gamma function and what derives from it", "[stats][special]") {
  CHECK(log_gamma(0.1) == exactly(2.252712651734206));
  CHECK(log_gamma(1) == 0);
  CHECK(log_gamma(2) == 0);
  CHECK(log_gamma(1 + 1e-10) == Approx(-5.772156648192743e-11).epsilon(1e-6));
  CHECK(log_gamma(11) == exactly(std::log(3628800.0)));
  CHECK(digamma(0.25) == exactly(-4.2274535333762655));
  CHECK(digamma(7) == exactly(1.8727843350984672));
  CHECK(trigamma(0.25) == exactly(17.19732915450711));
  CHECK(trigamma(7) == exactly(0.15354517795933756));
  const Zeta zeta = hurwitz_zeta(1.5, 0.25);
  CHECK(zeta.value == exactly(10.213055360466601));
  CHECK(zeta.first == exactly(7.0600508190496924));
  CHECK(zeta.second == exactly(31.36920136130178));
  CHECK(hurwitz_zeta(2, 1).first == exactly(-0.9375482543158438));
}

TEST_CASE("Student's t", "[stats][special]") {
  CHECK(student_tail(2, 5) == exactly(0.05096973941492918));
  CHECK(student_tail(10, 2.5) == exactly(0.002220747883653712));
  CHECK(student_tail(3, 1e6) == exactly(0.0013499312707108985));
  CHECK(student_tail(3, kInfinity) == exactly(0.0013498980316300946));
  CHECK(student_tail(0, 3) == 0.5);
  CHECK(student_tail(-1, 1) == exactly(0.75));
  CHECK(student_tail(1e200, 1) == Approx(1e-200 / std::acos(-1.0)).epsilon(1e-13));
}

TEST_CASE("Student's quantiles", "[stats][special]") {
  CHECK(student_quantile(0.025, 1) == Approx(12.706204736174698).epsilon(1e-14));
  CHECK(student_quantile(0.025, kInfinity) == exactly(1.959963984540054));
  CHECK(student_quantile(0.5, 4) == 0);
  CHECK(student_quantile(0, 4) == kInfinity);
  for (const double df : {0.7, 1.0, 2.0, 4.5, 30.0, 1e4, 1e9}) {
    for (const double tail : {0.4999, 0.3, 0.2501, 0.2499, 0.025, 1e-9}) {
      CAPTURE(df, tail);
      CHECK(student_tail(student_quantile(tail, df), df) == Approx(tail).epsilon(1e-13));
      CHECK(student_quantile(1 - tail, df) ==
            Approx(-student_quantile(tail, df)).epsilon(1e-15 / tail + 1e-12));
    }
  }
}

TEST_CASE("normal tails keep their digits far out", "[stats][special]") {
  CHECK(normal_tail(0) == exactly(0.5));
  CHECK(normal_tail(0.5) == exactly(0.3085375387259869));
  CHECK(normal_tail(10) == exactly(7.619853024160525e-24));
  CHECK(normal_tail(37) == exactly(5.725571222524577e-300));
  CHECK(normal_tail(-kInfinity) == 1);
  CHECK(normal_tail(kInfinity) == 0);
  CHECK(log_normal_tail(100) == exactly(-5005.524208694205));
  CHECK(log_normal_tail(3) == exactly(-6.607726221510349));
  CHECK(log_normal_tail(-10) == Approx(-7.619853024160525e-24).epsilon(2e-15));
  CHECK(normal_density(37) == exactly(2.1200065515246056e-298));
}

TEST_CASE("hypergeometric tails", "[stats][special]") {
  CHECK(hypergeometric_tail(3, 50, 10, 12, Tail::upper) == exactly(0.4493428026005258));
  CHECK(hypergeometric_tail(2000, 1e5, 15000, 10000, Tail::upper) ==
        Approx(3.0858316695663036e-46).epsilon(1e-13));
  CHECK(hypergeometric_tail(0, 50, 10, 12, Tail::upper) == 1);
  CHECK(hypergeometric_tail(11, 50, 10, 12, Tail::upper) == 0);
  CHECK(hypergeometric_tail(10, 50, 10, 12, Tail::lower) == 1);
  for (double x = -1; x <= 11; ++x) {
    CAPTURE(x);
    CHECK(hypergeometric_tail(x, 50, 10, 12, Tail::lower) +
              hypergeometric_tail(x + 1, 50, 10, 12, Tail::upper) ==
          exactly(1));
  }
}
