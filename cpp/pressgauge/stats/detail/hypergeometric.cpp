// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/hypergeometric.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "pressgauge/stats/detail/double_double.hpp"
#include "pressgauge/stats/detail/saddle_point.hpp"

namespace pressgauge::stats::detail {
namespace {

struct Urn {
  double population;
  double successes;
  double draws;
  double least() const { return std::max(0.0, draws + successes - population); }
  double most() const { return std::min(draws, successes); }
  double mode() const { return std::floor((draws + 1) / (population + 2) * (successes + 1)); }
};

constexpr double kTwoPi = 6.283185307179586;

// What Stirling's formula for c! has besides c log(c) - c: a root and, in the exponent, its error.
double root_part(double c) { return c > 0 ? kTwoPi * c : 1; }
double error_part(double c) { return c > 0 ? stirling_error(c) : 0; }

// The deviance of a cell of the table from row * column / population. All are whole numbers, so the
// mean is known to more digits than a double holds; each unit in its last place would cost the
// distance from the mean.
double cell_deviance(double cell, double row, double column, double population) {
  const DoubleDouble mean = two_product(row, column) / population;
  if (mean.hi == 0) return 0;
  return deviance(cell, mean.hi) + mean.lo * ((mean.hi - cell) / mean.hi);
}

// P(X = x + 1) / P(X = x)
double rise(const Urn& urn, double x) {
  const double up = (urn.successes - x) / (x + 1);
  return up * ((urn.draws - x) / (urn.population - urn.successes - urn.draws + x + 1));
}

// The sum of P(X = k) from x away from the mode, over P(X = x): all ratios are below 1.
double sum_outward(const Urn& urn, double x, double step) {
  constexpr double kNegligible = std::numeric_limits<double>::epsilon() / 64;
  double sum = 1;
  double term = 1;
  for (double k = x; term > kNegligible * sum; k += step) {
    term *= step > 0 ? rise(urn, k) : 1 / rise(urn, k - 1);
    sum += term;
  }
  return sum;
}

double outer_tail(const Urn& urn, double x, double step) {
  if (x < urn.least() || x > urn.most()) return 0;
  const double log_density = log_hypergeometric(x, urn.population, urn.successes, urn.draws);
  return std::exp(log_density) * sum_outward(urn, x, step);
}

}  // namespace

double log_hypergeometric(double x, double population, double successes, double draws) {
  const Urn urn{population, successes, draws};
  if (x < urn.least() || x > urn.most()) return -std::numeric_limits<double>::infinity();
  if (urn.least() == urn.most()) return 0;
  const double failures = population - successes;
  const double left = population - draws;
  const double missed = successes - x;
  const double drawn_failures = draws - x;
  const double left_failures = failures - drawn_failures;
  const double distance = cell_deviance(x, successes, draws, population) +
                          cell_deviance(missed, successes, left, population) +
                          cell_deviance(drawn_failures, failures, draws, population) +
                          cell_deviance(left_failures, failures, left, population);
  const double errors = error_part(successes) + error_part(failures) + error_part(draws) +
                        error_part(left) - error_part(population) - error_part(x) -
                        error_part(missed) - error_part(drawn_failures) - error_part(left_failures);
  const double roots = (root_part(successes) / root_part(x)) *
                       (root_part(failures) / root_part(left_failures)) *
                       (root_part(draws) / root_part(drawn_failures)) *
                       (root_part(left) / root_part(missed)) / root_part(population);
  return errors - distance + 0.5 * std::log(roots);
}

double hypergeometric_tail(double x, double population, double successes, double draws, Tail tail) {
  const Urn urn{population, successes, draws};
  if (tail == Tail::lower) {
    if (x >= urn.most()) return 1;
    return x < urn.mode() ? outer_tail(urn, x, -1) : 1 - outer_tail(urn, x + 1, 1);
  }
  if (x <= urn.least()) return 1;
  return x > urn.mode() ? outer_tail(urn, x, 1) : 1 - outer_tail(urn, x - 1, -1);
}

}  // namespace pressgauge::stats::detail
