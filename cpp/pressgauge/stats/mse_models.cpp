// SPDX-License-Identifier: MIT
// What many models say together.
#include <algorithm>
#include <cmath>
#include <limits>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/normal_tail.hpp"
#include "pressgauge/stats/detail/overlaps.hpp"
#include "pressgauge/stats/detail/population.hpp"
#include "pressgauge/stats/detail/roots.hpp"
#include "pressgauge/stats/loglinear.hpp"
#include "pressgauge/stats/normal.hpp"

namespace pressgauge::stats {
namespace {

using core::Interval;
using core::kInfinity;
using core::Vector;
using detail::Population;
using detail::Row;

const Vector& criterion_in(const LoglinearModels& models, Criterion criterion) {
  return criterion == Criterion::aic ? models.aic : models.bic;
}

bool is_usable(const LoglinearModels& models, Eigen::Index i) {
  return std::isfinite(models.unseen[i]);
}

double least(const LoglinearModels& models, const Vector& criterion) {
  double out = kInfinity;
  for (Eigen::Index i = 0; i < criterion.size(); ++i) {
    if (is_usable(models, i)) out = std::min(out, criterion[i]);
  }
  return out;
}

// Log-normal distributions of the unseen, with weights that sum to 1.
struct Mixture {
  std::vector<double> weight;
  std::vector<double> log_center;
  std::vector<double> deviation;
  double mean = 0;       ///< of the centers
  double nobody = 0;     ///< weight of the models that leave nobody unseen
  bool dropped = false;  ///< a model has no finite estimate

  double below(double log_unseen) const {
    double sum = nobody;
    for (std::size_t k = 0; k < weight.size(); ++k) {
      sum += weight[k] * detail::normal_tail((log_center[k] - log_unseen) / deviation[k]);
    }
    return sum;
  }

  double above(double log_unseen) const {
    double sum = 0;
    for (std::size_t k = 0; k < weight.size(); ++k) {
      sum += weight[k] * detail::normal_tail((log_unseen - log_center[k]) / deviation[k]);
    }
    return sum;
  }
};

Mixture mixture_of(const LoglinearModels& models, Criterion criterion) {
  Mixture out;
  const Vector& values = criterion_in(models, criterion);
  const double best = least(models, values);
  double total = 0;
  for (Eigen::Index i = 0; i < values.size(); ++i) {
    out.dropped = out.dropped || !is_usable(models, i);
    if (is_usable(models, i)) total += std::exp((best - values[i]) / 2);
  }
  for (Eigen::Index i = 0; i < values.size(); ++i) {
    if (!is_usable(models, i)) continue;
    const double weight = std::exp((best - values[i]) / 2) / total;
    const double unseen = models.unseen[i];
    out.mean += weight * unseen;
    if (unseen == 0) {
      out.nobody += weight;
      continue;
    }
    const double error = models.standard_error[i];
    out.weight.push_back(weight);
    out.log_center.push_back(std::log(unseen));
    out.deviation.push_back(detail::log_deviation({0, unseen, error * error}));
  }
  return out;
}

// exp of the logarithm at which the tail is `tail`; 0 where nobody has more weight than that.
double quantile(const Mixture& mixture, double tail, bool upper) {
  constexpr double kFar = 40;  // deviations: beyond, a tail is 0
  if (mixture.weight.empty() || (!upper && mixture.nobody >= tail)) return 0;
  double low = kInfinity;
  double high = -kInfinity;
  for (std::size_t k = 0; k < mixture.weight.size(); ++k) {
    low = std::min(low, mixture.log_center[k] - kFar * mixture.deviation[k]);
    high = std::max(high, mixture.log_center[k] + kFar * mixture.deviation[k]);
  }
  const auto excess = [&](double x) {
    return (upper ? mixture.above(x) : mixture.below(x)) - tail;
  };
  const double found = detail::root(excess, low, high);
  return std::isnan(found) ? 0 : std::exp(found);
}

// The counts at each corner of their bounds.
std::vector<Vector> corners_of(const std::vector<Interval>& counts) {
  constexpr std::size_t kMostBounded = 12;  // 4096 corners
  std::vector<Vector> out{Vector(static_cast<Eigen::Index>(counts.size()))};
  const int lists = detail::lists_of(static_cast<Eigen::Index>(counts.size()));
  std::size_t bounded = 0;
  for (std::size_t h = 0; h < counts.size(); ++h) {
    const auto at = static_cast<Eigen::Index>(h);
    const auto name = "counts['" + detail::history_name(static_cast<detail::Mask>(h), lists) + "']";
    if (h > 0 && std::isinf(counts[h].high)) {
      throw DomainError(name + " is " + core::to_string(counts[h]) + ", expected an upper end");
    }
    if (h > 0 && std::isnan(counts[h].low)) {
      for (Vector& each : out) each[at] = counts[h].low;
      continue;
    }
    const detail::Bounded input{name, counts[h]};
    const Interval allowed =
        h == 0 ? Interval::exactly(0) : detail::completions(std::span(&input, 1)).front();
    const std::size_t size = out.size();
    for (std::size_t k = 0; k < size; ++k) out[k][at] = allowed.low;
    if (allowed.is_exact()) continue;
    if (++bounded > kMostBounded) {
      throw DomainError("more than 12 counts are in bounds: " + name + " is the 13th");
    }
    for (std::size_t k = 0; k < size; ++k) {
      out.push_back(out[k]);
      out.back()[at] = allowed.high;
    }
  }
  return out;
}

void add_models(const LoglinearModels& models,
                Criterion criterion,
                double within,
                std::vector<Row>& out) {
  const Vector& values = criterion_in(models, criterion);
  const double limit = least(models, values) + within;
  for (Eigen::Index i = 0; i < values.size(); ++i) {
    // A model without a finite estimate counts as well: it says that there may be any number.
    if (!(values[i] <= limit)) continue;
    out.push_back({.estimate = models.population.estimate[i],
                   .low = models.population.low[i],
                   .high = models.population.high[i],
                   .flags = models.population.flags[i]});
  }
}

}  // namespace

Estimate mse_model_average(const core::VectorRef& counts,
                           Criterion criterion,
                           double alpha,
                           Alternative alternative) {
  const detail::Overlaps seen = detail::overlaps_of(counts);
  const double tail = detail::two_sided_alpha(alpha, alternative) / 2;
  normal_quantile(tail);  // checks alpha
  const Interval range = Interval::at_least(seen.observed);
  Estimate out = detail::missing_estimate(range);
  if (!seen.missing) {
    const Mixture mixture = mixture_of(mse_all_models(counts), criterion);
    Row row{.estimate = seen.observed + mixture.mean,
            .low = seen.observed + quantile(mixture, tail, false),
            .high = seen.observed + quantile(mixture, tail, true)};
    row = detail::for_alternative(row, alternative, range);
    if (mixture.dropped) row.flags |= bit(Flag::undefined);
    out = detail::exact_estimate(row, range);
  }
  detail::set_method(
      out, criterion == Criterion::aic ? "aic weights" : "bic weights", alpha, false);
  return out;
}

Estimate mse_model_range(const std::vector<Interval>& counts,
                         Criterion criterion,
                         double within,
                         const PopulationOptions& options) {
  if (!(within >= 0)) {
    throw DomainError("within is " + core::to_string(within) + ", expected a number >= 0");
  }
  std::vector<Row> found;
  double observed = kInfinity;
  bool missing = false;
  const auto corners = corners_of(counts);
  for (const Vector& corner : corners) {
    const detail::Overlaps seen = detail::overlaps_of(corner);
    missing = missing || seen.missing;
    if (missing) break;
    observed = std::min(observed, seen.observed);
    add_models(mse_all_models(corner, options), criterion, within, found);
  }
  const Interval range = missing ? Interval::at_least(0) : Interval::at_least(observed);
  const std::vector<std::vector<double>> bounded(found.size());
  Estimate out =
      missing ? detail::missing_estimate(range) : detail::union_of(found, bounded, range);
  const std::string name = std::string(criterion == Criterion::aic ? "aic" : "bic") + " within " +
                           core::to_string(within) + ", " +
                           std::string(population_method_name(options.method));
  detail::set_method(out, name, options.alpha, true);
  return out;
}

Estimate population_total(const core::VectorRef& observed,
                          const core::VectorRef& unseen,
                          const core::VectorRef& standard_error,
                          const PopulationOptions& options) {
  const std::array<detail::Column, 3> columns{
      {{"observed", observed},
       {"unseen", unseen, detail::Domain::real},
       {"standard_error", standard_error, detail::Domain::real}}};
  detail::check_columns(columns);
  if ((unseen.array() < 0).any() || (standard_error.array() < 0).any()) {
    throw DomainError("unseen and standard_error are numbers >= 0, or NaN");
  }
  Population total;
  for (Eigen::Index i = 0; i < observed.size(); ++i) {
    total.observed += observed[i];
    total.unseen += unseen[i];
    total.variance += standard_error[i] * standard_error[i];
  }
  const double z =
      detail::two_sided_deviate(detail::two_sided_alpha(options.alpha, options.alternative))
          .value();
  const Interval range = Interval::at_least(std::isnan(total.observed) ? 0 : total.observed);
  Row row = detail::population_row(total, options.method, z);
  row = detail::for_alternative(row, options.alternative, range);
  Estimate out = std::isnan(row.estimate) ? detail::missing_estimate(range)
                                          : detail::exact_estimate(row, range);
  detail::set_method(out, population_method_name(options.method), options.alpha, false);
  return out;
}

}  // namespace pressgauge::stats
