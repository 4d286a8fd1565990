// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <cmath>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/gamma.hpp"
#include "pressgauge/stats/detail/power_tail.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/power_law.hpp"

using namespace pressgauge;
using core::Vector;
using stats::Flag;
using test::Approx;
using test::ContainsSubstring;

namespace {

Vector sizes() {
  Vector out(11);
  out << 1, 1, 1, 1, 1, 1, 2, 2, 3, 5, 8;
  return out;
}

}  // namespace

TEST_CASE("the tail is that of the zeta function", "[stats][power]") {
  for (const double alpha : {1.05, 1.7, 2.5, 6.0, 40.0}) {
    for (const double xmin : {1.0, 2.0, 10.0, 1000.0}) {
      const stats::detail::PowerTail tail(alpha, xmin);
      const double total = stats::detail::hurwitz_zeta(alpha, xmin).value;
      for (const double step : {0.0, 1.0, 7.0, 30.0, 5000.0}) {
        const double x = xmin + step;
        const double want = stats::detail::hurwitz_zeta(alpha, x).value / total;
        CHECK(tail.survival(x) == Approx(want).epsilon(1e-13));
      }
    }
  }
}

TEST_CASE("the continuous exponent is that of the formula", "[stats][power]") {
  Vector x(3);
  x << 1, std::exp(1), std::exp(2);
  const auto fit = stats::power_law_fit(x, {1.0, false});
  // 1 + n / sum log x = 1 + 3 / 3; its error (alpha - 1) / sqrt(n); log likelihood 3 log 1 - 2 * 3.
  CHECK(fit.alpha == Approx(2).epsilon(1e-15));
  CHECK(fit.standard_error == Approx(1 / std::sqrt(3)).epsilon(1e-15));
  CHECK(fit.loglik == Approx(-6).epsilon(1e-14));
  // Shares above: 1, 2/3, 1/3 and 2/3, 1/3, 0 against 1, exp(-1), exp(-2).
  CHECK(fit.ks == Approx(1.0 / 3).epsilon(1e-14));
}

TEST_CASE("the discrete exponent solves its equation", "[stats][power]") {
  const auto fit = stats::power_law_fit(sizes(), {1.0, true});
  const auto zeta = stats::detail::hurwitz_zeta(fit.alpha, 1);
  const double mean = (2 * std::log(2) + std::log(3) + std::log(5) + std::log(8)) / 11;
  CHECK(-zeta.first / zeta.value == Approx(mean).epsilon(1e-13));
  CHECK(fit.tail == 11);
}

TEST_CASE("sizes of one value have no exponent", "[stats][power]") {
  const auto fit = stats::power_law_fit(Vector::Constant(4, 3), {3.0, true});
  CHECK(std::isinf(fit.alpha));
  CHECK(has(fit.flags, Flag::degenerate));
}

TEST_CASE("samples are the same for any number of threads", "[stats][power]") {
  const auto one = stats::power_law_bootstrap(sizes(), {}, {50, 4, 1});
  const auto three = stats::power_law_bootstrap(sizes(), {}, {50, 4, 3});
  CHECK(one.ks == three.ks);
  CHECK(one.pvalue == three.pvalue);
}

TEST_CASE("the geometric law is nearer to geometric sizes", "[stats][power]") {
  Vector x(63);
  // 32 sizes of 1, 16 of 2, … 1 of 6.
  Eigen::Index at = 0;
  for (int size = 1, count = 32; count > 0; ++size, count /= 2) {
    for (int k = 0; k < count; ++k) x[at++] = size;
  }
  const auto done = stats::power_law_compare(x, {1.0, true}, stats::Rival::exponential);
  CHECK(done.loglik_ratio < 0);
  // Rate log(1 + 1 / mean of x - 1); the sum of x - 1 is 16 + 16 + 12 + 8 + 5 = 57.
  CHECK(done.parameters[0] == Approx(std::log1p(63.0 / 57)).epsilon(1e-14));
}

TEST_CASE("power laws refuse what is no size", "[stats][power]") {
  Vector x(2);
  x << 1, 1.5;
  CHECK_THROWS_WITH(stats::power_law_fit(x), ContainsSubstring("x[1] is 1.5"));
  x << 0, 1;
  CHECK_THROWS_WITH(stats::power_law_fit(x, {{}, false}), ContainsSubstring("x[0] is 0"));
  CHECK_THROWS_WITH(stats::power_law_fit(x), ContainsSubstring("expected at least 2 to choose"));
  CHECK_THROWS_WITH(stats::power_law_fit(x, {5.0, true}),
                    "xmin is 5, and none of 2 sizes is that large");
  CHECK_THROWS_WITH(stats::power_law_fit(x, {0.5, true}),
                    "xmin is 0.5, expected a whole number >= 1");
  CHECK_THROWS_WITH(stats::power_law_bootstrap(sizes(), {}, {0, 0, 1}),
                    ContainsSubstring("replicates is 0"));
  CHECK_THROWS_WITH(stats::rival_of("weibull"), ContainsSubstring("rival is 'weibull'"));
}
