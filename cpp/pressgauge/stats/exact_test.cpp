// SPDX-License-Identifier: MIT
#include "pressgauge/stats/exact_test.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/comparison_limits.hpp"
#include "pressgauge/stats/detail/fisher.hpp"
#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/rows.hpp"
#include "pressgauge/stats/detail/unconditional.hpp"

namespace pressgauge::stats {
namespace {

using core::VectorRef;
using detail::Column;
using detail::Named;
using detail::Row;
using detail::TwoSamples;

constexpr std::array<Named<FisherMethod>, 5> kMethods{{
    {"minlike", FisherMethod::minlike},
    {"central", FisherMethod::central},
    {"blaker", FisherMethod::blaker},
    {"midp_minlike", FisherMethod::midp_minlike},
    {"midp_central", FisherMethod::midp_central},
}};
constexpr std::array<Named<FisherMethod>, 2> kAliases{{
    {"exact", FisherMethod::minlike},
    {"midp", FisherMethod::midp_central},
}};

constexpr std::array<detail::PartOf, 2> kParts{{{0, 1}, {2, 3}}};
using Inputs = std::array<Column, 4>;

// All tables that matter are gone through: beyond such sizes there are too many.
void check_total(const Inputs& inputs, double most) {
  detail::check_columns(inputs, kParts);
  for (Eigen::Index i = 0; i < inputs[1].values.size(); ++i) {
    const double total = inputs[1].values[i] + inputs[3].values[i];
    if (!(total > most)) continue;
    throw DomainError("nobs1[" + std::to_string(i) + "] + nobs2[" + std::to_string(i) + "] is " +
                      core::to_string(total) + ", expected at most " + core::to_string(most));
  }
}

// Tests as rows: the statistic in `estimate`, the p-value in `low`.
template <class TestOf>
Tests tests(const Inputs& inputs, double most_total, int threads, const TestOf& test_of) {
  check_total(inputs, most_total);
  Estimates out =
      detail::rows(inputs, kParts, threads, [&](const std::array<double, 4>& in) -> Row {
        return test_of(TwoSamples{in[0], in[1], in[2], in[3]});
      });
  return {std::move(out.estimate), std::move(out.low), std::move(out.flags)};
}

constexpr double kMostConditional = 1e12;
constexpr double kMostUnconditional = 1e6;

Row barnard(const TwoSamples& samples, Alternative alternative) {
  return {.estimate = detail::pooled_z(samples),
          .low = detail::greatest_size(detail::barnard_region(samples, alternative))};
}

Row one_sided_boschloo(const TwoSamples& samples, Alternative alternative) {
  return {.estimate = detail::fisher_tail(samples, alternative),
          .low = detail::greatest_size(detail::boschloo_region(samples, alternative))};
}

Row boschloo(const TwoSamples& samples, Alternative alternative) {
  if (alternative != Alternative::two_sided) return one_sided_boschloo(samples, alternative);
  const Row less = one_sided_boschloo(samples, Alternative::less);
  const Row greater = one_sided_boschloo(samples, Alternative::greater);
  Row out = less.low < greater.low ? less : greater;
  out.low = std::min(2 * out.low, 1.0);
  return out;
}

template <class TestOf>
auto of_samples(const TestOf& test_of, Alternative alternative) {
  return [test_of, alternative](const TwoSamples& samples) -> Row {
    if (samples.n1 == 0 || samples.n2 == 0) return {.flags = bit(Flag::undefined)};
    return test_of(samples, alternative);
  };
}

}  // namespace

FisherMethod fisher_method(std::string_view name) {
  return detail::named<FisherMethod>("method", name, kMethods, kAliases);
}

Tests fisher_exact(const VectorRef& count1,
                   const VectorRef& nobs1,
                   const VectorRef& count2,
                   const VectorRef& nobs2,
                   const FisherOptions& options) {
  const Inputs inputs{{{"count1", count1}, {"nobs1", nobs1}, {"count2", count2}, {"nobs2", nobs2}}};
  return tests(inputs, kMostConditional, options.threads, [&](const TwoSamples& samples) -> Row {
    return {.estimate = detail::sample_odds_ratio(samples),
            .low = detail::fisher_pvalue(samples, options.method, options.alternative),
            .flags = detail::is_only_table(samples) ? bit(Flag::degenerate) : 0};
  });
}

Tests barnard_exact(const VectorRef& count1,
                    const VectorRef& nobs1,
                    const VectorRef& count2,
                    const VectorRef& nobs2,
                    const UnconditionalOptions& options) {
  const Inputs inputs{{{"count1", count1}, {"nobs1", nobs1}, {"count2", count2}, {"nobs2", nobs2}}};
  return tests(
      inputs, kMostUnconditional, options.threads, of_samples(barnard, options.alternative));
}

Tests boschloo_exact(const VectorRef& count1,
                     const VectorRef& nobs1,
                     const VectorRef& count2,
                     const VectorRef& nobs2,
                     const UnconditionalOptions& options) {
  const Inputs inputs{{{"count1", count1}, {"nobs1", nobs1}, {"count2", count2}, {"nobs2", nobs2}}};
  return tests(
      inputs, kMostUnconditional, options.threads, of_samples(boschloo, options.alternative));
}

}  // namespace pressgauge::stats
