// SPDX-License-Identifier: MIT
#include "pressgauge/stats/finite_population.hpp"

#include <algorithm>
#include <cmath>

#include "pressgauge/stats/detail/hypergeometric.hpp"
#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/proportion_limits.hpp"
#include "pressgauge/stats/detail/rows.hpp"

namespace pressgauge::stats {
namespace {

using core::Interval;
using core::VectorRef;
using detail::Domain;
using detail::Row;
using detail::Tail;

constexpr std::array<detail::Named<FinitePopulationMethod>, 3> kNames{{
    {"wilson_fpc", FinitePopulationMethod::wilson_fpc},
    {"hypergeometric_exact", FinitePopulationMethod::hypergeometric_exact},
    {"hypergeometric_midp", FinitePopulationMethod::hypergeometric_midp},
}};
// The methods of a proportion that they extend.
constexpr std::array<detail::Named<FinitePopulationMethod>, 6> kAliases{{
    {"wilson", FinitePopulationMethod::wilson_fpc},
    {"score", FinitePopulationMethod::wilson_fpc},
    {"clopper_pearson", FinitePopulationMethod::hypergeometric_exact},
    {"exact", FinitePopulationMethod::hypergeometric_exact},
    {"beta", FinitePopulationMethod::hypergeometric_exact},
    {"midp", FinitePopulationMethod::hypergeometric_midp},
}};

constexpr std::array<detail::PartOf, 2> kParts{{{0, 1}, {1, 2}}};
const Interval kShares = Interval::closed(0, 1);

// The first of low … high that `accepted`, which only goes from false to true, holds for.
template <class Accepted>
double first_accepted(double low, double high, const Accepted& accepted) {
  while (low < high) {
    const double middle = std::floor(low + (high - low) / 2);
    if (accepted(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

class FiniteRow {
 public:
  explicit FiniteRow(const IntervalOptions<FinitePopulationMethod>& options)
      : method_(options.method),
        alternative_(options.alternative),
        level_(detail::level(detail::two_sided_alpha(options.alpha, options.alternative))) {}

  Row operator()(const std::array<double, 3>& inputs) const {
    const auto [x, n, population] = inputs;
    if (n == 0) return {.low = 0, .high = 1, .flags = bit(Flag::undefined)};
    Row out = method_ == FinitePopulationMethod::wilson_fpc ? wilson(x, n, population)
                                                            : exact(x, n, population);
    out = detail::for_alternative(out, alternative_, kShares);
    out.estimate = x / n;
    if (n == population) out.flags |= bit(Flag::degenerate);
    return out;
  }

 private:
  Row wilson(double x, double n, double population) const {
    const double factor = population == 1 ? 0 : (population - n) / (population - 1);
    if (factor == 0) return {.low = x / n, .high = x / n};
    detail::Level level = level_;
    level.z_squared = level.z_squared * factor;
    return {.low = detail::wilson_low(x, n, level).value,
            .high = detail::wilson_high(x, n, level).value};
  }

  // P(X >= x) or P(X <= x) with that many successes in the population, above alpha / 2.
  bool accepted(double x, double n, double population, double successes, Tail side) const {
    double tail = detail::hypergeometric_tail(x, population, successes, n, side);
    if (method_ == FinitePopulationMethod::hypergeometric_midp) {
      tail -= std::exp(detail::log_hypergeometric(x, population, successes, n)) / 2;
    }
    return tail > level_.alpha / 2;
  }

  Row exact(double x, double n, double population) const {
    const double least = x;
    const double most = population - (n - x);
    const double low = first_accepted(least, most, [&](double successes) {
      return accepted(x, n, population, successes, Tail::upper);
    });
    // The failures of the population, from the same search upside down.
    const double missed =
        first_accepted(population - most, population - least, [&](double failures) {
          return accepted(x, n, population, population - failures, Tail::lower);
        });
    // At a low confidence mid-p accepts no number: it passes from one to the other of its
    // neighbours.
    const double high = population - missed;
    return {.low = std::min(low, high) / population, .high = std::max(low, high) / population};
  }

  FinitePopulationMethod method_;
  Alternative alternative_;
  detail::Level level_;
};

}  // namespace

FinitePopulationMethod finite_population_method(std::string_view name) {
  return detail::named<FinitePopulationMethod>("method", name, kNames, kAliases);
}

std::string_view method_name(FinitePopulationMethod method) {
  return detail::name_of<FinitePopulationMethod>(method, kNames);
}

Estimates finite_population(const VectorRef& count,
                            const VectorRef& nobs,
                            const VectorRef& population,
                            const IntervalOptions<FinitePopulationMethod>& options) {
  const std::array<detail::Column, 3> columns{{{"count", count, Domain::count},
                                               {"nobs", nobs, Domain::count},
                                               {"population", population, Domain::count}}};
  return detail::rows(columns, kParts, options.threads, FiniteRow(options));
}

Estimate finite_population(const Interval& count,
                           const Interval& nobs,
                           const Interval& population,
                           const IntervalOptions<FinitePopulationMethod>& options) {
  const std::array<detail::Bounded, 3> inputs{{{"count", count, Domain::count},
                                               {"nobs", nobs, Domain::count},
                                               {"population", population, Domain::count}}};
  return detail::unit(
      inputs, kParts, kShares, method_name(options.method), options.alpha, FiniteRow(options));
}

}  // namespace pressgauge::stats
