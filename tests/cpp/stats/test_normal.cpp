// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <cmath>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/normal.hpp"

using namespace pressgauge;
using stats::normal_quantile;
using test::Approx;
using test::ContainsSubstring;

TEST_CASE("double-double keeps what a double drops", "[stats][normal]") {
  using stats::detail::DoubleDouble;
  // (1 + 2^-60) - 1 = 2^-60, lost in a double.
  const double tiny = std::ldexp(1.0, -60);
  CHECK(((DoubleDouble(1.0) + tiny) - 1.0).value() == tiny);
  // 3 * (1/3) = 1 to 31 digits.
  const DoubleDouble third = DoubleDouble(1.0) / 3.0;
  CHECK(std::abs((third * 3.0 - 1.0).value()) < 1e-31);
}

TEST_CASE("quantiles are those of printed tables", "[stats][normal]") {
  // Published to 16 digits: z(0.025), z(0.005), z(0.1).
  CHECK(normal_quantile(0.025) == Approx(1.959963984540054).epsilon(1e-15));
  CHECK(normal_quantile(0.005) == Approx(2.5758293035489004).epsilon(1e-15));
  CHECK(normal_quantile(0.1) == Approx(1.2815515655446004).epsilon(1e-15));
  CHECK(normal_quantile(0.5) == 0);
  CHECK(normal_quantile(0.75) == -normal_quantile(0.25));
}

TEST_CASE("the tail above a quantile is the one asked for", "[stats][normal]") {
  // d log(tail) = -z (1 + o(1)) dz: a last bit of z is about z² bits of the tail.
  for (const double tail : {0.49, 0.3, 0.08, 1e-3, 2.8e-7, 1e-12, 1e-100, 1e-300}) {
    const double z = normal_quantile(tail);
    const double back = std::erfc(z / std::sqrt(2.0)) / 2;
    CHECK(back == Approx(tail).epsilon((z * z + 2) * 4e-16));
  }
}

TEST_CASE("the second part of z is what the first one lacks", "[stats][normal]") {
  // z(0.025) = 1.959963984540054235525. The double 0.05 is 2.776e-18 above 1/20, which moves z by
  // -2.776e-18 / 2 / phi(z) = -1.388e-18 / 0.058445 = -2.3745e-17, to 1.959963984540054211780; the
  // double next to it is 1.959963984540054271477, and -5.9697e-17 is left.
  const auto z = stats::detail::two_sided_deviate(0.05);
  CHECK(z.hi == 1.9599639845400542);
  CHECK(z.lo == Approx(-5.9697e-17).epsilon(1e-4));
}

TEST_CASE("an area outside (0, 1) is refused", "[stats][normal]") {
  CHECK_THROWS_WITH(normal_quantile(0),
                    ContainsSubstring("upper_tail is 0, expected a number between 0 and 1"));
  CHECK_THROWS_AS(normal_quantile(std::nan("")), DomainError);
  CHECK_THROWS_WITH(stats::detail::two_sided_deviate(1.5), ContainsSubstring("alpha is 1.5"));
  // Half of the least double is 0.
  CHECK_THROWS_WITH(stats::deviate(5e-324), ContainsSubstring("expected at least 1e-300"));
  CHECK(stats::deviate(1e-300) > 37);
}

TEST_CASE("the deviates known by heart are those that are computed", "[stats][normal]") {
  for (const double alpha :
       {0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0002, 0.0001, 0.03}) {
    const auto known = stats::detail::two_sided_deviate(alpha);
    const auto computed = stats::detail::computed_deviate(alpha);
    CHECK(known.hi == computed.hi);
    CHECK(known.lo == computed.lo);
  }
}

TEST_CASE("an interval on the log scale needs a value above 0 and an error", "[stats][normal]") {
  // 2 exp(±1.959964 * 0.5 / 2)
  const auto known = stats::log_wald_interval(2, 0.5, 0.05);
  REQUIRE(known.has_value());
  CHECK(known->low == Approx(2 * std::exp(-1.959963984540054 / 4)).epsilon(1e-14));
  CHECK(known->high == Approx(2 * std::exp(1.959963984540054 / 4)).epsilon(1e-14));
  CHECK_FALSE(stats::log_wald_interval(0, 0.5, 0.05).has_value());
  CHECK_FALSE(stats::log_wald_interval(-1, 0.5, 0.05).has_value());
  CHECK_FALSE(stats::log_wald_interval(2, std::nan(""), 0.05).has_value());
  // Wider than doubles hold: all above 0.
  CHECK(stats::log_wald_interval(2, 1e9, 0.05) == core::Interval::at_least(0));
}
