// SPDX-License-Identifier: MIT
#include "pressgauge/stats/loglinear.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/loglinear_fit.hpp"
#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/overlaps.hpp"
#include "pressgauge/stats/detail/population.hpp"
#include "pressgauge/stats/normal.hpp"

namespace pressgauge::stats {
namespace {

using core::Interval;
using core::kInfinity;
using detail::Ending;
using detail::LoglinearState;
using detail::Mask;
using detail::Overlaps;
using detail::Row;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr int kMostLists = 5;

constexpr std::array<detail::Named<Criterion>, 2> kCriteria{{
    {"aic", Criterion::aic},
    {"bic", Criterion::bic},
}};

// One model's numbers, before they become an Estimate or a row.
struct Fitted {
  Row population;
  double unseen = kNaN;
  double standard_error = kNaN;
  double deviance = kNaN;
  double degrees_of_freedom = kNaN;
  double aic = kNaN;
  double bic = kNaN;
};

Row row_of(const Overlaps& seen,
           const LoglinearState& state,
           double variance,
           const PopulationOptions& options,
           double z) {
  const Interval range = Interval::at_least(seen.observed);
  if (state.ending == Ending::unidentified) {
    Row out = detail::unbounded_row(kNaN, seen.observed);
    out.flags |= bit(Flag::undefined);
    return out;
  }
  if (state.ending == Ending::unbounded) return detail::unbounded_row(kInfinity, seen.observed);
  const double unseen = state.ending == Ending::none_unseen ? 0 : state.fitted[0];
  Row out = detail::population_row({seen.observed, unseen, variance}, options.method, z);
  if (state.ending == Ending::flat) out.flags |= bit(Flag::no_convergence);
  if (state.reduced) out.flags |= bit(Flag::degenerate);
  return detail::for_alternative(out, options.alternative, range);
}

Fitted fitted(const Overlaps& seen,
              const std::vector<Mask>& terms,
              const PopulationOptions& options,
              double z) {
  Fitted out;
  if (seen.missing) {
    out.population.flags = bit(Flag::missing);
    return out;
  }
  const LoglinearState state = detail::loglinear_fit(seen.counts, terms, false);
  const double n0 = state.ending == Ending::none_unseen ? 0 : std::exp(state.log_unseen);
  const double variance = n0 + n0 * n0 * state.unseen_variance;
  out.population = row_of(seen, state, variance, options, z);
  if (state.ending == Ending::unidentified) return out;
  out.unseen = state.ending == Ending::unbounded ? kInfinity : n0;
  out.standard_error = state.ending == Ending::unbounded ? kInfinity : std::sqrt(variance);
  out.deviance = state.deviance;
  out.degrees_of_freedom = state.cells - state.parameters;
  out.aic = -2 * state.log_likelihood + 2 * state.parameters;
  out.bic = -2 * state.log_likelihood + state.parameters * std::log(seen.observed);
  return out;
}

double deviate(double alpha, Alternative alternative) {
  return detail::two_sided_deviate(detail::two_sided_alpha(alpha, alternative)).value();
}

Interactions interactions_in(const std::vector<Mask>& terms) {
  Interactions out;
  for (const Mask term : terms) {
    if (std::popcount(term) > 1) out.push_back(term);
  }
  return out;
}

// The terms of a model that is hierarchical already.
std::vector<Mask> terms_of(const Interactions& model, int lists) {
  std::vector<Mask> out{0};
  for (int j = 0; j < lists; ++j) out.push_back(Mask{1} << j);
  out.insert(out.end(), model.begin(), model.end());
  return out;
}

// Sets of `size` lists of which all smaller interactions are there.
std::vector<Mask> next_interactions(const Interactions& model, int size, int lists) {
  std::vector<Mask> out;
  for (Mask set = 0; set < (Mask{1} << lists); ++set) {
    if (std::popcount(set) != size) continue;
    bool allowed = true;
    for (int j = 0; j < lists && size > 2; ++j) {
      const Mask part = set & ~(Mask{1} << j);
      allowed =
          allowed && (part == set || std::find(model.begin(), model.end(), part) != model.end());
    }
    if (allowed) out.push_back(set);
  }
  return out;
}

// Each choice of `sets`, added to the model.
void add_choices(const Interactions& model,
                 const std::vector<Mask>& sets,
                 std::vector<Interactions>& out) {
  for (Mask choice = 0; choice < (Mask{1} << sets.size()); ++choice) {
    out.push_back(model);
    for (std::size_t k = 0; k < sets.size(); ++k) {
      if (((choice >> k) & 1U) != 0) out.back().push_back(sets[k]);
    }
  }
}

}  // namespace

Criterion criterion_of(std::string_view name) {
  return detail::named<Criterion>("criterion", name, kCriteria);
}

LoglinearModels::LoglinearModels(Eigen::Index size)
    : population(size),
      unseen(size),
      standard_error(size),
      deviance(size),
      degrees_of_freedom(size),
      aic(size),
      bic(size) {}

LoglinearModel loglinear_mse(const core::VectorRef& counts,
                             const Interactions& interactions,
                             const PopulationOptions& options) {
  const Overlaps seen = detail::overlaps_of(counts);
  const auto terms = detail::hierarchical_terms(interactions, seen.lists);
  const Fitted fit = fitted(seen, terms, options, deviate(options.alpha, options.alternative));
  LoglinearModel out;
  out.population = detail::exact_estimate(fit.population, Interval::at_least(seen.observed));
  detail::set_method(out.population, population_method_name(options.method), options.alpha, false);
  out.unseen = fit.unseen;
  out.standard_error = fit.standard_error;
  out.deviance = fit.deviance;
  out.degrees_of_freedom = fit.degrees_of_freedom;
  out.aic = fit.aic;
  out.bic = fit.bic;
  out.interactions = interactions_in(terms);
  return out;
}

std::vector<Interactions> hierarchical_models(int lists) {
  if (lists < 2 || lists > kMostLists) {
    throw DomainError("lists is " + std::to_string(lists) + ", expected 2 to 5");
  }
  std::vector<Interactions> models{{}};
  for (int size = 2; size < lists; ++size) {
    std::vector<Interactions> longer;
    for (const Interactions& model : models) {
      add_choices(model, next_interactions(model, size, lists), longer);
    }
    models = std::move(longer);
  }
  return models;
}

LoglinearModels mse_all_models(const core::VectorRef& counts, const PopulationOptions& options) {
  const Overlaps seen = detail::overlaps_of(counts);
  const double z = deviate(options.alpha, options.alternative);
  auto models = hierarchical_models(seen.lists);
  LoglinearModels out(static_cast<Eigen::Index>(models.size()));
  detail::for_ranges(out.unseen.size(), options.threads, [&](Eigen::Index begin, Eigen::Index end) {
    for (Eigen::Index i = begin; i < end; ++i) {
      const auto terms = terms_of(models[static_cast<std::size_t>(i)], seen.lists);
      const Fitted fit = fitted(seen, terms, options, z);
      out.population.estimate[i] = fit.population.estimate;
      out.population.low[i] = fit.population.low;
      out.population.high[i] = fit.population.high;
      out.population.flags[i] = fit.population.flags;
      out.unseen[i] = fit.unseen;
      out.standard_error[i] = fit.standard_error;
      out.deviance[i] = fit.deviance;
      out.degrees_of_freedom[i] = fit.degrees_of_freedom;
      out.aic[i] = fit.aic;
      out.bic[i] = fit.bic;
    }
  });
  out.interactions = std::move(models);
  return out;
}

}  // namespace pressgauge::stats
