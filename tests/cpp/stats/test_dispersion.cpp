// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <cmath>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/dispersion.hpp"
#include "pressgauge/stats/estimate.hpp"

using namespace pressgauge;
using core::Vector;
using stats::Alternative;
using stats::DispersionMethod;
using stats::Flag;
using test::Approx;
using test::ContainsSubstring;

namespace {

Vector counts() {
  Vector out(4);
  out << 0, 0, 2, 6;
  return out;
}

}  // namespace

TEST_CASE("variance over mean is chi squared", "[stats][dispersion]") {
  const auto done = stats::dispersion_test(counts(), DispersionMethod::chi2, Alternative::greater);
  // Mean 2: (4 + 4 + 0 + 16) / 2 = 12 with 3 degrees of freedom; variance 8, over 2.
  CHECK(done.statistic == 12);
  CHECK(done.variance_to_mean == 4);
  CHECK(done.pvalue == Approx(0.00738316).epsilon(1e-6));
}

TEST_CASE("Cameron and Trivedi's excess over its error", "[stats][dispersion]") {
  const auto done =
      stats::dispersion_test(counts(), DispersionMethod::cameron_trivedi, Alternative::greater);
  // ((y - 2)² - y) / 2: 2, 2, -1, 5; mean 2, squares 0 + 0 + 9 + 9, deviation sqrt(6); 2 * 2 /
  // that.
  CHECK(done.statistic == Approx(4 / std::sqrt(6)).epsilon(1e-14));
  const auto less =
      stats::dispersion_test(counts(), DispersionMethod::cameron_trivedi, Alternative::less);
  CHECK(done.pvalue + less.pvalue == Approx(1).epsilon(1e-14));
}

TEST_CASE("counts that vary less than Poisson counts have no dispersion", "[stats][dispersion]") {
  const auto fit = stats::negbin_fit(Vector::Constant(5, 3));
  CHECK(fit.dispersion == 0);
  CHECK(fit.loglik == fit.poisson_loglik);
  CHECK(has(fit.flags, Flag::degenerate));
}

TEST_CASE("no event at all has no dispersion", "[stats][dispersion]") {
  const auto done =
      stats::dispersion_test(Vector::Zero(3), DispersionMethod::chi2, Alternative::greater);
  CHECK(std::isnan(done.statistic));
  CHECK(has(done.flags, Flag::undefined));
  CHECK(has(stats::negbin_fit(Vector::Zero(3)).flags, Flag::degenerate));
}

TEST_CASE("dispersion refuses what is no count", "[stats][dispersion]") {
  CHECK_THROWS_WITH(stats::negbin_fit(Vector::Constant(2, 0.5)), ContainsSubstring("y[0] is 0.5"));
  CHECK_THROWS_WITH(stats::negbin_fit(Vector::Ones(1)), ContainsSubstring("at least 2"));
  CHECK_THROWS_WITH(stats::negbin_fit(Vector::Constant(2, 1e8)), ContainsSubstring("at most 1e7"));
  CHECK_THROWS_WITH(stats::dispersion_method("x"), ContainsSubstring("cameron_trivedi, chi2"));
}
