// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <cmath>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/forensics.hpp"
#include "pressgauge/stats/klimek.hpp"

using namespace pressgauge;
using core::Vector;
using stats::DigitPlace;
using test::Approx;
using test::ContainsSubstring;

TEST_CASE("Benford's law adds up", "[stats][forensics]") {
  for (const auto place : {DigitPlace::first, DigitPlace::second, DigitPlace::fourth}) {
    CHECK(stats::digit_probabilities(place).sum() == Approx(1).epsilon(1e-14));
  }
  CHECK(stats::digit_probabilities(DigitPlace::first)[1] == Approx(std::log10(2)).epsilon(1e-15));
}

TEST_CASE("ten numbers that end in 0", "[stats][forensics]") {
  const Vector counts = 10 * Vector::LinSpaced(10, 1, 10);
  // (10 - 1)² / 1 + 9 times 1.
  const auto test = stats::digit_test(counts, DigitPlace::last);
  CHECK(test.statistic == Approx(90));
  CHECK(test.df == 9);
}

TEST_CASE("half of two is a whole percentage by chance", "[stats][forensics]") {
  // Of 2 voters 0, 1 or 2: 0, 50 or 100 percent, always whole.
  const auto test = stats::integer_percent_test(Vector::Constant(1, 1), Vector::Constant(1, 2));
  CHECK(test.expected == Approx(1).epsilon(1e-15));
  CHECK(test.observed == 1);
}

TEST_CASE("a fingerprint's last bin holds 1", "[stats][forensics]") {
  const Vector ten = Vector::Constant(1, 10);
  const auto print = stats::fingerprint(ten, ten, ten, 10);
  CHECK(print.counts(9, 9) == 1);
  CHECK_THROWS_WITH(stats::fingerprint(ten, ten, Vector::Constant(1, 11)),
                    ContainsSubstring("winner[0] is 11"));
}

TEST_CASE("a simulated honest election is its mean", "[stats][forensics]") {
  stats::KlimekModel model;
  model.turnout_sd = 0;
  model.share_sd = 0;
  const auto units = stats::klimek_simulate(Vector::Constant(2, 1000), model);
  CHECK(units.ballots[0] == 500);
  CHECK(units.winner[1] == 250);
}
