// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <cmath>

#include "pressgauge/stats/detail/chains.hpp"
#include "pressgauge/stats/detail/random.hpp"

using namespace pressgauge;
using namespace pressgauge::stats::detail;
using test::Approx;

namespace {

// Chains of x' = r x + noise: a draw is worth (1 - r) / (1 + r) independent ones.
Eigen::MatrixXd chains(double r, double apart) {
  Eigen::MatrixXd out(4000, 4);
  for (Eigen::Index k = 0; k < out.cols(); ++k) {
    Random random(1, static_cast<std::uint64_t>(k));
    double x = random.normal();
    for (double& each : out.col(k)) {
      x = r * x + std::sqrt(1 - r * r) * random.normal();
      each = x + apart * static_cast<double>(k);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("draws are worth what their correlation leaves", "[stats][chains]") {
  CHECK(bulk_draws(chains(0, 0)) == Approx(16000).epsilon(0.1));
  CHECK(bulk_draws(chains(0.8, 0)) == Approx(16000.0 / 9).epsilon(0.15));
  CHECK(tail_draws(chains(0.8, 0)) < 16000);
  CHECK(r_hat(chains(0.8, 0)) < 1.01);
}

TEST_CASE("chains that stand apart are seen", "[stats][chains]") {
  CHECK(r_hat(chains(0, 1)) > 1.2);
  // Of the same center but another width: folding sees it.
  Eigen::MatrixXd draws = chains(0, 0);
  draws.col(0) *= 4;
  CHECK(r_hat(draws) > 1.1);
  CHECK(std::isnan(r_hat(Eigen::MatrixXd::Ones(100, 4))));
  CHECK(std::isnan(bulk_draws(Eigen::MatrixXd::Ones(3, 4))));
}

TEST_CASE("quantiles between draws are linear", "[stats][chains]") {
  const Eigen::VectorXd four = Eigen::Vector4d(1, 2, 3, 5);
  // Place 0.5 * 3 = 1.5: half way from 2 to 3.
  CHECK(quantile_of_sorted(four, 0.5) == 2.5);
  CHECK(quantile_of_sorted(four, 1) == 5);
}
