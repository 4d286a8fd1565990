// SPDX-License-Identifier: MIT
#include "pressgauge/stats/capture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/grid.hpp"
#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/population.hpp"
#include "pressgauge/stats/normal.hpp"

namespace pressgauge::stats {
namespace {

using core::Interval;
using core::kInfinity;
using core::VectorRef;
using detail::Domain;
using detail::Named;
using detail::PartOf;
using detail::Population;
using detail::Row;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

constexpr std::array<Named<PopulationMethod>, 2> kPopulationMethods{{
    {"lognormal", PopulationMethod::lognormal},
    {"normal", PopulationMethod::normal},
}};
constexpr std::array<Named<PopulationMethod>, 3> kPopulationAliases{{
    {"log-normal", PopulationMethod::lognormal},
    {"chao", PopulationMethod::lognormal},
    {"wald", PopulationMethod::normal},
}};
constexpr std::array<Named<ChaoMethod>, 3> kChaoMethods{{
    {"chao1984", ChaoMethod::chao1984},
    {"chao1987_t", ChaoMethod::chao1987_t},
    {"bias_corrected", ChaoMethod::bias_corrected},
}};
constexpr std::array<Named<ChaoMethod>, 5> kChaoAliases{{
    {"chao1", ChaoMethod::chao1984},
    {"chao2", ChaoMethod::chao1987_t},
    {"chao_bc", ChaoMethod::bias_corrected},
    {"bc", ChaoMethod::bias_corrected},
    {"bias-corrected", ChaoMethod::bias_corrected},
}};

// The overlap is a part of each list; those seen once, or twice, of those seen.
constexpr std::array<PartOf, 2> kOverlap{{{2, 0}, {2, 1}}};
constexpr std::array<PartOf, 2> kFrequencies{{{0, 2}, {1, 2}}};

double deviate(double alpha, Alternative alternative) {
  return detail::two_sided_deviate(detail::two_sided_alpha(alpha, alternative)).value();
}

Row in_direction(const Row& row, Alternative alternative, double observed) {
  return detail::for_alternative(row, alternative, Interval::at_least(observed));
}

using Two = std::array<double, 3>;  // n1, n2, m

Row lincoln_petersen_row(const Two& counts, PopulationMethod method, double z) {
  const auto [n1, n2, m] = counts;
  const double seen = n1 + n2 - m;
  if (n1 == 0 || n2 == 0) {
    Row out = detail::unbounded_row(kNaN, seen);
    out.flags |= bit(Flag::undefined);
    return out;
  }
  if (m == 0) return detail::unbounded_row(kInfinity, seen);
  const double unseen = (n1 - m) * (n2 - m) / m;
  const double variance = n1 * n2 / m * unseen / m;
  Row out = detail::population_row({seen, unseen, variance}, method, z);
  out.estimate = n1 * n2 / m;
  return out;
}

Row chapman_row(const Two& counts, PopulationMethod method, double z) {
  const auto [n1, n2, m] = counts;
  // (n1 + 1)(n2 + 1)/(m + 1) - 1 without the n1 + n2 - m that were seen.
  const double unseen = (n1 - m) * (n2 - m) / (m + 1);
  const double variance = (n1 + 1) * (n2 + 1) / (m + 1) * unseen / (m + 2);
  return detail::population_row({n1 + n2 - m, unseen, variance}, method, z);
}

template <class RowOf>
Estimates two_lists(const VectorRef& n1,
                    const VectorRef& n2,
                    const VectorRef& m,
                    const PopulationOptions& options,
                    const RowOf& row_of) {
  const double z = deviate(options.alpha, options.alternative);
  const std::array<detail::Column, 3> columns{{{"n1", n1}, {"n2", n2}, {"m", m}}};
  return detail::rows(columns, kOverlap, options.threads, [&](const Two& counts) {
    const double seen = counts[0] + counts[1] - counts[2];
    return in_direction(row_of(counts, options.method, z), options.alternative, seen);
  });
}

template <class RowOf>
Estimate two_lists(const Interval& n1,
                   const Interval& n2,
                   const Interval& m,
                   const PopulationOptions& options,
                   const RowOf& row_of) {
  const double z = deviate(options.alpha, options.alternative);
  const std::array<detail::Bounded, 3> inputs{{{"n1", n1}, {"n2", n2}, {"m", m}}};
  const auto name = population_method_name(options.method);
  return detail::unit_on_grid(
      inputs, kOverlap, Interval::at_least(0), name, options.alpha, [&](const Two& counts) {
        const double seen = counts[0] + counts[1] - counts[2];
        return in_direction(row_of(counts, options.method, z), options.alternative, seen);
      });
}

// Chao (1984, 1987): the delta method, f1 and f2 multinomial. @param share (t - 1) / t, or 1
Population with_twice(double f1, double f2, double observed, double share) {
  const double r = f1 / f2;
  const double unseen = share * f1 * r / 2;
  const double variance = f2 * share * r * r * (share * (r * r / 4 + r) + 0.5);
  return {observed, unseen, variance};
}

// The bias-corrected form is f1 (f1 - 1) / (2 (f2 + 1)): what is left where nobody was seen twice.
Population without_twice(double f1, double observed, double share) {
  const double unseen = share * f1 * (f1 - 1) / 2;
  const double squares = share * f1 * (2 * f1 - 1) * (2 * f1 - 1) / 4;
  const double shrunk = share * f1 * f1 * f1 * f1 / (4 * (observed + unseen));
  return {observed, unseen, unseen + share * (squares - shrunk)};
}

// @cite chao_1989
Population bias_corrected(double f1, double f2, double observed) {
  const double g = f2 + 1;
  const double unseen = f1 * (f1 - 1) / (2 * g);
  const double variance = unseen + f1 * (2 * f1 - 1) * (2 * f1 - 1) / (4 * g * g) +
                          f1 * f1 * f2 * (f1 - 1) * (f1 - 1) / (4 * g * g * g * g);
  return {observed, unseen, variance};
}

using Frequencies = std::array<double, 4>;  // f1, f2, observed, lists

Row chao_row(const Frequencies& inputs, const ChaoOptions& options, double z) {
  const auto [f1, f2, observed, lists] = inputs;
  if (f1 + f2 > observed) return {};  // no such counts are allowed
  const double share = options.method == ChaoMethod::chao1987_t ? (lists - 1) / lists : 1;
  Population found;
  if (f1 == 0) {
    found = {observed, 0, 0};
  } else if (options.method == ChaoMethod::bias_corrected) {
    found = bias_corrected(f1, f2, observed);
  } else {
    found = f2 > 0 ? with_twice(f1, f2, observed, share) : without_twice(f1, observed, share);
  }
  const Row row = detail::population_row(found, PopulationMethod::lognormal, z);
  return in_direction(row, options.alternative, observed);
}

void check_frequencies(const VectorRef& f1, const VectorRef& f2, const VectorRef& observed) {
  for (Eigen::Index i = 0; i < observed.size(); ++i) {
    if (!(f1[i] + f2[i] > observed[i])) continue;
    throw DomainError("f1 + f2 is " + core::to_string(f1[i] + f2[i]) + " at " + std::to_string(i) +
                      ", expected at most observed, which is " + core::to_string(observed[i]));
  }
}

void check_lists(double lists) {
  if (std::isnan(lists) || lists >= 2) return;
  throw DomainError("lists is " + core::to_string(lists) + ", expected at least 2");
}

}  // namespace

PopulationMethod population_method(std::string_view name) {
  return detail::named<PopulationMethod>("method", name, kPopulationMethods, kPopulationAliases);
}

std::string_view population_method_name(PopulationMethod method) {
  return detail::name_of<PopulationMethod>(method, kPopulationMethods);
}

ChaoMethod chao_method(std::string_view name) {
  return detail::named<ChaoMethod>("method", name, kChaoMethods, kChaoAliases);
}

std::string_view chao_method_name(ChaoMethod method) {
  return detail::name_of<ChaoMethod>(method, kChaoMethods);
}

Estimates lincoln_petersen(const VectorRef& n1,
                           const VectorRef& n2,
                           const VectorRef& m,
                           const PopulationOptions& options) {
  return two_lists(n1, n2, m, options, lincoln_petersen_row);
}

Estimate lincoln_petersen(const Interval& n1,
                          const Interval& n2,
                          const Interval& m,
                          const PopulationOptions& options) {
  return two_lists(n1, n2, m, options, lincoln_petersen_row);
}

Estimates chapman(const VectorRef& n1,
                  const VectorRef& n2,
                  const VectorRef& m,
                  const PopulationOptions& options) {
  return two_lists(n1, n2, m, options, chapman_row);
}

Estimate chapman(const Interval& n1,
                 const Interval& n2,
                 const Interval& m,
                 const PopulationOptions& options) {
  return two_lists(n1, n2, m, options, chapman_row);
}

Estimates chao(const VectorRef& f1,
               const VectorRef& f2,
               const VectorRef& observed,
               const VectorRef& lists,
               const ChaoOptions& options) {
  const double z = deviate(options.alpha, options.alternative);
  const std::array<detail::Column, 4> columns{
      {{"f1", f1}, {"f2", f2}, {"observed", observed}, {"lists", lists}}};
  detail::check_columns(columns, kFrequencies);
  check_frequencies(f1, f2, observed);
  for (const double each : lists) check_lists(each);
  return detail::rows(columns, kFrequencies, options.threads, [&](const Frequencies& inputs) {
    return chao_row(inputs, options, z);
  });
}

Estimate chao(const Interval& f1,
              const Interval& f2,
              const Interval& observed,
              const Interval& lists,
              const ChaoOptions& options) {
  check_lists(lists.low);
  if (f1.low + f2.low > observed.high) {
    throw DomainError("f1 + f2 is at least " + core::to_string(f1.low + f2.low) +
                      ", expected at most observed, which is " + core::to_string(observed));
  }
  const double z = deviate(options.alpha, options.alternative);
  const std::array<detail::Bounded, 4> inputs{
      {{"f1", f1}, {"f2", f2}, {"observed", observed}, {"lists", lists}}};
  return detail::unit_on_grid(
      inputs,
      kFrequencies,
      Interval::at_least(0),
      chao_method_name(options.method),
      options.alpha,
      [&](const Frequencies& values) { return chao_row(values, options, z); });
}

namespace detail {

double log_deviation(const Population& population) {
  const double spread = population.variance / population.unseen / population.unseen;
  return std::sqrt(std::log1p(spread));
}

Row population_row(const Population& population, PopulationMethod method, double z) {
  const auto& [observed, unseen, variance] = population;
  Row out{.estimate = observed + unseen};
  if (unseen == 0 || variance == 0) {
    out.low = out.high = out.estimate;
    out.flags = bit(Flag::degenerate);
    return out;
  }
  if (method == PopulationMethod::normal) {
    const double half = z * std::sqrt(variance);
    out.low = std::max(out.estimate - half, observed);
    out.high = out.estimate + half;
    if (out.estimate - half < observed) out.flags = bit(Flag::clipped);
    return out;
  }
  const double factor = std::exp(z * log_deviation(population));
  out.low = observed + unseen / factor;
  out.high = observed + unseen * factor;
  return out;
}

Row unbounded_row(double estimate, double observed) {
  return {.estimate = estimate, .low = observed, .high = kInfinity, .flags = bit(Flag::one_sided)};
}

}  // namespace detail
}  // namespace pressgauge::stats
