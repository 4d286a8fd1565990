// SPDX-License-Identifier: MIT
// Seeds are fixed, so a test that passes passes always; its bounds are those of five standard
// errors.
#include "support/catch.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

#include "pressgauge/stats/detail/gamma.hpp"
#include "pressgauge/stats/detail/random.hpp"
#include "pressgauge/stats/detail/saddle_point.hpp"

using namespace pressgauge::stats::detail;
using pressgauge::test::Approx;

namespace {

constexpr int kDraws = 200000;

// Mean and variance against those of the distribution, with its fourth central moment.
template <class Draw>
void check_moments(Draw draw, double mean, double variance, double fourth) {
  double sum = 0;
  double squares = 0;
  for (int k = 0; k < kDraws; ++k) {
    const double distance = draw() - mean;
    sum += distance;
    squares += distance * distance;
  }
  const double error = std::sqrt(variance / kDraws);
  const double error_of_variance = std::sqrt((fourth - variance * variance) / kDraws);
  CHECK(std::abs(sum / kDraws) < 5 * error);
  CHECK(std::abs(squares / kDraws - variance) < 5 * error_of_variance);
}

// Pearson's chi squared of counts against probabilities; thin cells are pooled with the next.
template <class Draw, class LogProbability>
double fit(Draw draw, LogProbability log_probability, int cells) {
  constexpr double kLeastExpected = 20;
  std::vector<double> counts(static_cast<std::size_t>(cells) + 1);
  for (int k = 0; k < kDraws; ++k) {
    ++counts[static_cast<std::size_t>(std::min<double>(draw(), cells))];
  }
  double statistic = 0;
  double degrees = -1;
  double count = 0;
  double expected = 0;
  double left = kDraws;
  for (int k = 0; k <= cells; ++k) {
    count += counts[static_cast<std::size_t>(k)];
    expected += k < cells ? kDraws * std::exp(log_probability(k)) : 0;
    if (k == cells) expected = left;
    if (k < cells && (expected < kLeastExpected || left - expected < kLeastExpected)) continue;
    statistic += (count - expected) * (count - expected) / expected;
    degrees += 1;
    left -= expected;
    count = expected = 0;
  }
  return chi_squared_tail(statistic, degrees);
}

}  // namespace

TEST_CASE("a seed and a stream name one sequence", "[stats][random]") {
  // xoshiro256++ by splitmix64(0), computed with the authors' code. The shift of the state is seen
  // from the third number on.
  Random zero(0);
  for (const std::uint64_t expected : {0x53175d61490b23dfULL,
                                       0x61da6f3dc380d507ULL,
                                       0x5c0fdf91ec9a7bfcULL,
                                       0x02eebf8c3bbe5e1aULL,
                                       0x7eca04ebaf4a5eeaULL,
                                       0x0543c37757f08d9aULL,
                                       0xdb7490c75ab5026eULL,
                                       0xd87343e6464bc959ULL}) {
    CHECK(zero.bits() == expected);
  }
  Random again(0);
  CHECK(again.bits() == 0x53175d61490b23dfULL);
  CHECK(Random(0, 1).bits() != Random(0, 2).bits());
  CHECK(Random(1, 0).bits() != Random(0, 1).bits());
}

TEST_CASE("streams are not correlated", "[stats][random]") {
  Random a(7, 0);
  Random b(7, 1);
  double sum = 0;
  for (int k = 0; k < kDraws; ++k) sum += (a.uniform() - 0.5) * (b.uniform() - 0.5);
  CHECK(std::abs(sum) < 5 * std::sqrt(kDraws / 144.0));
}

TEST_CASE("moments of continuous variables", "[stats][random]") {
  Random random(20240229);
  check_moments([&] { return random.uniform(); }, 0.5, 1.0 / 12, 1.0 / 80);
  check_moments([&] { return random.normal(); }, 0, 1, 3);
  check_moments([&] { return random.exponential(); }, 1, 1, 9);
  for (const double shape : {0.05, 0.7, 1.0, 3.5, 200.0}) {
    CAPTURE(shape);
    check_moments([&] { return random.gamma(shape); }, shape, shape, 3 * shape * (shape + 2));
  }
  // Beta(2, 3): fourth central moment 3/625 * … by its closed form.
  check_moments([&] { return random.beta(2, 3); }, 0.4, 0.04, 0.00377142857142857);
  // Arcsine law.
  check_moments([&] { return random.beta(0.5, 0.5); }, 0.5, 0.125, 0.0234375);
}

TEST_CASE("tiny shapes of a beta are all but a coin", "[stats][random]") {
  Random random(3);
  check_moments([&] { return random.beta(1e-4, 1e-4); }, 0.5, 0.25 / 1.0002, 0.0625 / 1.0002);
}

TEST_CASE("normal and gamma variables follow their tails", "[stats][random]") {
  Random random(11);
  // 20 classes of equal probability.
  const auto uniform = [](double) { return std::log(0.05); };
  CHECK(fit([&] { return std::floor(20 * 0.5 * std::erfc(random.normal() / std::sqrt(2.0))); },
            uniform,
            20) > 1e-4);
  CHECK(fit([&] { return std::floor(20 * std::exp(log_gamma_lower(2.5, random.gamma(2.5)))); },
            uniform,
            20) > 1e-4);
  CHECK(fit([&] { return std::floor(20 * std::exp(log_gamma_lower(0.3, random.gamma(0.3)))); },
            uniform,
            20) > 1e-4);
}

TEST_CASE("counts follow their probabilities", "[stats][random]") {
  Random random(5);
  for (const double mean : {0.3, 4.0, 9.99, 10.0, 35.0, 900.0}) {
    CAPTURE(mean);
    CHECK(fit([&] { return random.poisson(mean); },
              [&](double k) { return log_poisson(k, mean); },
              1200) > 1e-4);
  }
  struct Row {
    double n, p;
  };
  for (const Row& row :
       {Row{5, 0.4}, Row{40, 0.2}, Row{40, 0.26}, Row{100, 0.5}, Row{100, 0.9}, Row{1e6, 5e-5}}) {
    CAPTURE(row.n, row.p);
    CHECK(fit([&] { return random.binomial(row.n, row.p); },
              [&](double k) { return log_binomial(k, row.n, row.p, 1 - row.p); },
              120) > 1e-4);
  }
  CHECK(random.poisson(0) == 0);
  CHECK(random.binomial(10, 0) == 0);
  CHECK(random.binomial(10, 1) == 10);
}

TEST_CASE("whole numbers below n are equally likely", "[stats][random]") {
  Random random(9);
  CHECK(fit([&] { return static_cast<double>(random.below(7)); },
            [](double) { return -std::log(7.0); },
            7) > 1e-4);
  CHECK(random.below(1) == 0);
  for (int k = 0; k < 100; ++k) CHECK(random.below((1ULL << 63) + 1) <= 1ULL << 63);
  // Of a power of two the first bits are the number: no draw is thrown away.
  Random same(9);
  Random other(9);
  for (int k = 1; k < 64; ++k) CHECK(same.below(1ULL << k) == other.bits() >> (64 - k));
}
