// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/hypergeometric.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

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
  const double p = draws / population;
  const double q = (population - draws) / population;
  return log_binomial(x, successes, p, q) + log_binomial(draws - x, population - successes, p, q) -
         log_binomial(draws, population, p, q);
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
