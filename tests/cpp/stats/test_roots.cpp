// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <cmath>
#include <limits>

#include "pressgauge/stats/detail/roots.hpp"

using namespace pressgauge::stats::detail;
using pressgauge::test::Approx;

TEST_CASE("a root is found to the last digit", "[stats][roots]") {
  CHECK(root([](double x) { return x * x - 2; }, 0, 2) == Approx(std::sqrt(2.0)).epsilon(3e-16));
  CHECK(root([](double x) { return 1 - std::exp(x - 3); }, -100, 100) == 3);
  CHECK(root([](double x) { return std::cos(x); }, 1, 2) ==
        Approx(1.5707963267948966).epsilon(3e-16));
  CHECK(root([](double x) { return x - 0.25; }, 0.25, 1) == 0.25);
}

TEST_CASE("roots are bounded in steps, whatever the function", "[stats][roots]") {
  const auto steps = [](auto f, double low, double high, double at) {
    int count = 0;
    const double x = root(
        [&](double y) {
          ++count;
          return f(y);
        },
        low,
        high);
    CHECK(x == Approx(at).epsilon(1e-12));
    return count;
  };
  // Smooth ones take few.
  CHECK(steps([](double x) { return x * x * x - 2 * x - 5; }, 2, 3, 2.0945514815423265) < 15);
  CHECK(steps([](double x) { return std::log(x); }, 1e-3, 1e3, 1) < 30);
  // A root beside an end at 0, a triple root, a jump, a flat function.
  CHECK(steps([](double x) { return x - 1e-300; }, 0, 1, 1e-300) < 260);
  CHECK(steps([](double x) { return std::pow(x - 0.3, 3); }, 0, 1, 0.3) < 260);
  CHECK(steps([](double x) { return x < 1e-7 ? -1.0 : 1.0; }, 0, 1e9, 1e-7) < 260);
  CHECK(steps([](double x) { return std::pow(x, 19) - 1e-19; }, 0, 1e3, 0.1) < 260);
  // Infinite values at an end.
  CHECK(steps([](double x) { return -std::log(x) - 700; }, 0, 1, std::exp(-700.0)) < 260);
}

TEST_CASE("known values at the ends are not computed again", "[stats][roots]") {
  double least = 1;
  const auto f = [&](double x) {
    least = std::min(least, x);
    return x - 0.5;
  };
  CHECK(root(f, 0, 2, -0.5, 1.5) == 0.5);
  CHECK(least > 0);
}

TEST_CASE("a bracket without a change of sign has no root", "[stats][roots]") {
  CHECK(std::isnan(root([](double x) { return x + 1; }, 0, 1)));
  CHECK(std::isnan(root([](double) { return std::numeric_limits<double>::quiet_NaN(); }, 0, 1)));
  CHECK(root([](double x) { return x; }, 0, 1) == 0);
}

TEST_CASE("a maximum inside or at an end", "[stats][roots]") {
  const Maximum inside = maximum([](double x) { return -(x - 0.3) * (x - 0.3) + 7; }, 0, 1);
  CHECK(inside.at == Approx(0.3).epsilon(1e-7));
  CHECK(inside.value == Approx(7).epsilon(1e-15));
  CHECK(maximum([](double x) { return x; }, 0, 2).at == 2);
  CHECK(maximum([](double x) { return -x; }, 0, 2).at == 0);
  const Maximum likelihood =
      maximum([](double p) { return 3 * std::log(p) + 97 * std::log1p(-p); }, 0, 1);
  CHECK(likelihood.at == Approx(0.03).epsilon(1e-6));
}
