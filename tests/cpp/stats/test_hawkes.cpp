// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <cmath>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/kolmogorov.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/hawkes.hpp"

using namespace pressgauge;
using core::Vector;
using stats::Flag;
using stats::HawkesParameters;
using test::Approx;
using test::ContainsSubstring;

namespace {

Vector times() {
  Vector out(3);
  out << 1, 1.5, 4;
  return out;
}

}  // namespace

TEST_CASE("the likelihood is that of the definition", "[stats][hawkes]") {
  const HawkesParameters p{0.5, 0.4, 2};
  // Rates 0.5; 0.5 + 0.8 exp(-1); 0.5 + 0.8 (exp(-6) + exp(-5)).
  const double rates = std::log(0.5) + std::log(0.5 + 0.8 * std::exp(-1)) +
                       std::log(0.5 + 0.8 * (std::exp(-6) + std::exp(-5)));
  const double expected = 2.5 + 0.4 * (3 - std::exp(-8) - std::exp(-7) - std::exp(-2));
  CHECK(stats::hawkes_loglik(times(), 5, p) == Approx(rates - expected).epsilon(1e-14));
}

TEST_CASE("the gradient is that of the likelihood", "[stats][hawkes]") {
  const HawkesParameters p{0.5, 0.4, 2};
  const auto score = stats::hawkes_score(times(), 5, p);
  const double h = 1e-5;
  const auto at = [](double mu, double branching, double decay) {
    return stats::hawkes_loglik(times(), 5, {mu, branching, decay});
  };
  CHECK(score[0] == Approx((at(0.5 + h, 0.4, 2) - at(0.5 - h, 0.4, 2)) / (2 * h)).epsilon(1e-7));
  CHECK(score[1] == Approx((at(0.5, 0.4 + h, 2) - at(0.5, 0.4 - h, 2)) / (2 * h)).epsilon(1e-7));
  CHECK(score[2] == Approx((at(0.5, 0.4, 2 + h) - at(0.5, 0.4, 2 - h)) / (2 * h)).epsilon(1e-6));
}

TEST_CASE("the score is 0 at the fit", "[stats][hawkes]") {
  const Vector simulated = stats::hawkes_simulate({0.5, 0.6, 1.5}, 400, 3);
  const auto fit = stats::hawkes_fit(simulated, 400);
  CHECK(fit.flags == 0);
  const auto score = stats::hawkes_score(simulated, 400, fit.parameters);
  CHECK(score.cwiseAbs().maxCoeff() < 1e-9);
  CHECK(fit.loglik >= stats::hawkes_loglik(simulated, 400, {0.5, 0.6, 1.5}));
  // What is expected until the last event is the sum of what is between events.
  CHECK(fit.residuals.sum() < static_cast<double>(simulated.size()));
}

TEST_CASE("events as even as can be excite nothing", "[stats][hawkes]") {
  const Vector even = Vector::LinSpaced(50, 1, 50);
  const auto fit = stats::hawkes_fit(even, 51);
  CHECK(fit.parameters.branching == 0);
  CHECK(fit.parameters.mu == Approx(50.0 / 51));
  CHECK(std::isnan(fit.parameters.decay));
  CHECK(has(fit.flags, Flag::degenerate));
}

TEST_CASE("events of one time do not excite each other", "[stats][hawkes]") {
  Vector same(2);
  same << 1, 1;
  // Both at rate mu: 2 log 1 - 2 - 2 * 0.5 (1 - exp(-1)).
  CHECK(stats::hawkes_loglik(same, 2, {1, 0.5, 1}) ==
        Approx(-2 - (1 - std::exp(-1))).epsilon(1e-14));
}

TEST_CASE("Kolmogorov's distance has its exact tail", "[stats][kolmogorov]") {
  using stats::detail::kolmogorov_tail;
  // One number: P(D > d) = 2 (1 - d) for d >= 1/2. Two: P(D < d) = 2 (2d - 1/2)² for d <= 1/2.
  CHECK(kolmogorov_tail(0.7, 1) == Approx(0.6).epsilon(1e-14));
  CHECK(kolmogorov_tail(0.4, 2) == Approx(1 - 2 * 0.3 * 0.3).epsilon(1e-14));
  // P(D > 0.274) of ten numbers. @cite marsaglia_tsang_wang_2003
  CHECK(kolmogorov_tail(0.274, 10) == Approx(1 - 0.6284796154565043).epsilon(1e-12));
  // The limit goes on where the exact tail ends.
  CHECK(kolmogorov_tail(0.1, 100) ==
        Approx(kolmogorov_tail(0.1 * std::sqrt(100.0 / 99), 99)).epsilon(2e-3));
  CHECK(kolmogorov_tail(0, 5) == 1);
  CHECK(kolmogorov_tail(1, 5) == 0);
}

TEST_CASE("exciting events refuse what is no process", "[stats][hawkes]") {
  Vector back(2);
  back << 2, 1;
  CHECK_THROWS_WITH(stats::hawkes_fit(back, 3),
                    "times[1] is 1, expected a number from the time before, 2, to T = 3");
  CHECK_THROWS_WITH(stats::hawkes_fit(times(), 3),
                    "times[2] is 4, expected a number from 0, to T = 3");
  CHECK_THROWS_WITH(stats::hawkes_fit(Vector::Ones(1), 3), ContainsSubstring("at least 2"));
  CHECK_THROWS_WITH(stats::hawkes_loglik(times(), 5, {0, 0.5, 1}),
                    "mu is 0, expected a finite number > 0");
  CHECK_THROWS_WITH(stats::hawkes_simulate({1, 1, 1}, 5, 0), ContainsSubstring("branching is 1"));
  CHECK_THROWS_WITH(stats::hawkes_simulate({1, 0.5, 1}, 1e9, 0), ContainsSubstring("at most 1e8"));
}
