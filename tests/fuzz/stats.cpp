// SPDX-License-Identifier: MIT
#include "numbers.hpp"

#include "pressgauge/stats/bounds.hpp"
#include "pressgauge/stats/capture.hpp"
#include "pressgauge/stats/comparison.hpp"
#include "pressgauge/stats/effect_sizes.hpp"
#include "pressgauge/stats/exact_test.hpp"
#include "pressgauge/stats/finite_population.hpp"
#include "pressgauge/stats/identified.hpp"
#include "pressgauge/stats/meta.hpp"
#include "pressgauge/stats/mover.hpp"
#include "pressgauge/stats/multinomial.hpp"
#include "pressgauge/stats/normal.hpp"
#include "pressgauge/stats/paired.hpp"
#include "pressgauge/stats/proportion.hpp"
#include "pressgauge/stats/rate.hpp"
#include "pressgauge/stats/ratio.hpp"
#include "pressgauge/stats/reports.hpp"
#include "pressgauge/stats/stratified.hpp"

namespace pressgauge::fuzz {
namespace {

using core::Interval;
using core::VectorRef;
using stats::Estimate;
using stats::Estimates;
using stats::IntervalOptions;

template <std::size_t>
using Column = const VectorRef&;
template <std::size_t>
using Bounded = const Interval&;

template <class Method>
IntervalOptions<Method> options(Bytes& bytes, std::size_t methods) {
  IntervalOptions<Method> out;
  out.method = static_cast<Method>(bytes.below(methods));
  out.alpha = level(bytes);
  out.alternative = alternative(bytes);
  return out;
}

// Methods whose intervals may lie beside the estimate: equal tails of a posterior at counts of 0,
// and shifted centers. At levels below one half that of any may.
struct Beside {
  std::size_t first = SIZE_MAX;
  std::size_t second = SIZE_MAX;
  template <class Method>
  bool holds(const IntervalOptions<Method>& by) const {
    const auto method = static_cast<std::size_t>(by.method);
    return by.alpha <= 0.5 && method != first && method != second;
  }
};

// Both are NaN, or one number.
bool alike(double a, double b) { return (std::isnan(a) && std::isnan(b)) || a == b; }

// A quantity of columns, and the same of one unit, whose counts may be in bounds.
template <class Method, std::size_t... K>
void quantity(Bytes& bytes,
              const char* name,
              std::size_t methods,
              Estimates (*columns)(Column<K>..., const IntervalOptions<Method>&),
              Estimate (*unit)(Bounded<K>..., const IntervalOptions<Method>&),
              std::index_sequence<K...>,
              const Beside& beside = {}) {
  const auto by = options<Method>(bytes, methods);
  const Eigen::Index size = 1 + static_cast<Eigen::Index>(bytes.below(3));
  const bool bounded = bytes.flag();
  if (bounded) {
    const auto counts = intervals(bytes, sizeof...(K));
    accepted([&] { check_estimate(unit(counts[K]..., by), name); });
    return;
  }
  std::array<core::Vector, sizeof...(K)> given;
  for (auto& each : given) each = column(bytes, size);
  accepted([&] {
    const Estimates found = columns(given[K]..., by);
    check_estimates(found, name, beside.holds(by));
    const Estimate first = unit(Interval::exactly(given[K][0])..., by);
    check_estimate(first, name);
    if (first.estimate && first.interval) {
      expect(alike(*first.estimate, found.estimate[0]), std::string(name) + ": one is not as many");
      expect(alike(first.interval->low, found.low[0]) && alike(first.interval->high, found.high[0]),
             std::string(name) + ": the interval of one is not as of many");
    }
  });
}

using Two = std::make_index_sequence<2>;
using Three = std::make_index_sequence<3>;
using Four = std::make_index_sequence<4>;

void shares(Bytes& bytes) {
  using stats::ProportionMethod;
  constexpr std::size_t kMethods = 12;
  switch (bytes.below(6)) {
    case 0:
      return quantity<ProportionMethod>(
          bytes, "proportion", kMethods, stats::proportion, stats::proportion, Two(), Beside{4, 6});
    case 1:
      return quantity<ProportionMethod>(
          bytes, "turnout", kMethods, stats::turnout, stats::turnout, Two(), Beside{4, 6});
    case 2:
      return quantity<ProportionMethod>(bytes,
                                        "count_ratio",
                                        kMethods,
                                        stats::count_ratio,
                                        stats::count_ratio,
                                        Two(),
                                        Beside{4, 6});
    case 3:
      return quantity<ProportionMethod>(bytes,
                                        "case_fatality",
                                        kMethods,
                                        stats::case_fatality,
                                        stats::case_fatality,
                                        Two(),
                                        Beside{4, 6});
    case 4:
      return quantity<stats::FinitePopulationMethod>(bytes,
                                                     "finite_population",
                                                     3,
                                                     stats::finite_population,
                                                     stats::finite_population,
                                                     Three());
    default:
      return quantity<stats::PairedMethod>(
          bytes, "paired_diff", 3, stats::paired_diff, stats::paired_diff, Four());
  }
}

void comparisons(Bytes& bytes) {
  switch (bytes.below(6)) {
    case 0:
      return quantity<stats::DifferenceMethod>(
          bytes, "proportion_diff", 6, stats::proportion_diff, stats::proportion_diff, Four());
    case 1:
      return quantity<stats::RiskRatioMethod>(
          bytes, "risk_ratio", 4, stats::risk_ratio, stats::risk_ratio, Four());
    case 2:
      return quantity<stats::OddsRatioMethod>(
          bytes, "odds_ratio", 7, stats::odds_ratio, stats::odds_ratio, Four());
    case 3:
      return quantity<stats::RateMethod>(
          bytes, "rate", 8, stats::rate, stats::rate, Two(), Beside{5, 7});
    case 4:
      return quantity<stats::RateRatioMethod>(
          bytes, "rate_ratio", 7, stats::rate_ratio, stats::rate_ratio, Four(), Beside{5});
    default:
      return quantity<stats::RateDiffMethod>(
          bytes, "rate_diff", 3, stats::rate_diff, stats::rate_diff, Four());
  }
}

void populations(Bytes& bytes) {
  switch (bytes.below(3)) {
    case 0:
      return quantity<stats::PopulationMethod>(
          bytes, "lincoln_petersen", 2, stats::lincoln_petersen, stats::lincoln_petersen, Three());
    case 1:
      return quantity<stats::PopulationMethod>(
          bytes, "chapman", 2, stats::chapman, stats::chapman, Three());
    default:
      return quantity<stats::ChaoMethod>(bytes, "chao", 3, stats::chao, stats::chao, Four());
  }
}

// Tests of all tables of a size take its square: small sizes.
core::Vector small(Bytes& bytes, Eigen::Index size) {
  core::Vector out = column(bytes, size);
  for (double& each : out) {
    if (each > 300) each = 300;
  }
  return out;
}

void tests(Bytes& bytes) {
  const Eigen::Index size = 1 + static_cast<Eigen::Index>(bytes.below(2));
  const auto which = bytes.below(6);
  const auto method = bytes.below(5);
  const auto side = alternative(bytes);
  const bool is_large = which == 3 || which == 4;
  std::array<core::Vector, 5> c;
  for (auto& each : c) each = is_large ? small(bytes, size) : column(bytes, size);
  const auto by_count =
      stats::CountTestOptions{static_cast<stats::CountTestMethod>(method % 3), side, 1};
  switch (which) {
    case 0:
      return check_tests(stats::proportion_test(c[0], c[1], c[2], by_count), "proportion_test");
    case 1:
      return check_tests(stats::rate_test(c[0], c[1], c[2], c[3], c[4], by_count), "rate_test");
    case 2:
      return check_tests(
          stats::fisher_exact(
              c[0], c[1], c[2], c[3], {static_cast<stats::FisherMethod>(method), side, 1}),
          "fisher_exact");
    case 3:
      return check_tests(stats::barnard_exact(c[0], c[1], c[2], c[3], {side, 1}), "barnard_exact");
    case 4:
      return check_tests(stats::boschloo_exact(c[0], c[1], c[2], c[3], {side, 1}),
                         "boschloo_exact");
    default:
      return check_tests(
          stats::mcnemar(c[0], c[1], {static_cast<stats::McNemarMethod>(method % 4), side, 1}),
          "mcnemar");
  }
}

void check_analysis(const stats::MetaAnalysis& found) {
  const auto check = [&](const stats::WithEnds& each, std::uint32_t flags, const char* what) {
    check_row(each.estimate, each.low, each.high, flags, what);
  };
  check(found.pooled, found.flags, "meta_analysis: pooled");
  check(found.prediction, found.flags, "meta_analysis: prediction");
  expect(found.tau2.estimate >= 0 || found.tau2_flags != 0, "meta_analysis: tau2");
  expect(found.i2.estimate >= 0 && found.i2.estimate <= 1, "meta_analysis: i2");
  expect(found.pvalue >= 0 && found.pvalue <= 1, "meta_analysis: p");
}

void studies(Bytes& bytes) {
  stats::MetaOptions by;
  by.tau2 = static_cast<stats::Tau2Estimator>(bytes.below(7));
  by.interval = static_cast<stats::PooledInterval>(bytes.below(3));
  by.prediction = static_cast<stats::Prediction>(bytes.below(2));
  by.alternative = alternative(bytes);
  by.alpha = level(bytes);
  const Eigen::Index size = 1 + static_cast<Eigen::Index>(bytes.below(6));
  const auto y = column(bytes, size);
  const auto v = column(bytes, size);
  accepted([&] { stats::leave_one_out(y, v, by); });
  accepted([&] { check_estimates(stats::cumulative_meta(y, v, by).pooled, "cumulative_meta"); });
  check_analysis(stats::meta_analysis(y, v, by));
}

void strata(Bytes& bytes) {
  stats::StratifiedOptions by;
  by.measure = static_cast<stats::Measure>(bytes.below(3));
  by.variance = static_cast<stats::PooledVariance>(bytes.below(3));
  by.alpha = level(bytes);
  by.alternative = alternative(bytes);
  const Eigen::Index size = 1 + static_cast<Eigen::Index>(bytes.below(4));
  if (bytes.flag()) {
    const auto cells = intervals(bytes, static_cast<std::size_t>(4 * size));
    return check_estimate(stats::mantel_haenszel(cells, by), "mantel_haenszel of bounds");
  }
  const auto cells = table(bytes, size, 4);
  accepted(
      [&] { check_estimates(stats::mantel_haenszel(cells, size, by).pooled, "mantel_haenszel"); });
  for (const auto& test : {stats::cmh_test(cells, size, bytes.flag(), by.alternative),
                           stats::breslow_day(cells, size, bytes.flag())}) {
    const double p = test.pvalue[0];
    expect((p >= 0 && p <= 1) || test.flags[0] != 0, "a test of strata without p");
  }
}

void bounds(Bytes& bytes) {
  const stats::EstimatedBounds given{
      bytes.number(), bytes.number(), bytes.number(), bytes.number()};
  const double alpha = level(bytes);
  for (const auto of : {stats::imbens_manski, stats::stoye}) {
    accepted([&] {
      const auto found = of(given, alpha);
      if (alpha > 0.5) return;  // may lie between the bounds, or nowhere
      expect(!beyond(found.interval.low, found.interval.high), "bounds: ends are crossed");
      expect(!beyond(found.interval.low, given.lower) && !beyond(given.upper, found.interval.high),
             "bounds: the interval doesn't hold what it is around");
    });
  }
}

void identified(Bytes& bytes) {
  const auto given = intervals(bytes, 2 + bytes.below(5));
  const Interval a = given[0];
  const Interval b = given[1];
  accepted([&] { check_estimate(stats::identified(a), "identified"); });
  accepted([&] { check_estimate(stats::identified_ratio(a, b), "identified_ratio"); });
  accepted([&] { check_estimate(stats::identified_share(a, b), "identified_share"); });
  accepted([&] { check_estimate(stats::identified_quotient(a, b), "identified_quotient"); });
  accepted([&] { stats::reconcile(given); });
  accepted([&] {
    for (const auto& each : stats::consistent_subsets(given)) {
      expect(each.interval.low <= each.interval.high, "reports that agree on nothing");
    }
  });
  accepted(
      [&] { expect(stats::toll_timeline(given).intervals.size() == given.size(), "timeline"); });
}

void normal(Bytes& bytes) {
  const double value = bytes.number();
  const double error = bytes.number();
  const double alpha = level(bytes);
  accepted([&] { expect(!std::isnan(stats::normal_quantile(alpha)), "normal_quantile"); });
  accepted([&] { expect(stats::deviate(alpha) >= 0, "deviate"); });
  accepted([&] { stats::wald_interval(value, error, alpha); });
  accepted([&] { stats::log_wald_interval(value, error, alpha); });
}

void columns(Bytes& bytes) {
  const Eigen::Index size = 1 + static_cast<Eigen::Index>(bytes.below(5));
  const auto which = bytes.below(4);
  const auto method = bytes.below(6);
  const double alpha = level(bytes);
  std::array<core::Vector, 6> c;
  for (auto& each : c) each = column(bytes, size);
  switch (which) {
    case 0:
      return check_estimates(
          stats::multinomial(c[0], static_cast<stats::MultinomialMethod>(method % 2), alpha),
          "multinomial");
    case 1:
      return check_estimates(
          stats::percent_counts(c[0], c[1], static_cast<int>(method) - 1), "percent_counts", false);
    case 2:
      stats::effect_sizes(static_cast<stats::Effect>(method), c[0], c[1], c[2], c[3], c[4][0]);
      return;
    default:
      accepted([&] { stats::mover_difference({c[0], c[1], c[2]}, {c[3], c[4], c[5]}); });
      stats::mover_ratio({c[0], c[1], c[2]}, {c[3], c[4], c[5]});
  }
}

}  // namespace

// Every function of counts: any numbers in, documented errors only; an estimate lies in its
// interval, and where there is none a flag says why; one unit is read as a column of it is.
void target::stats(std::string_view input) {
  Bytes bytes(input);
  constexpr std::array<void (*)(Bytes&), 10> kAll{shares,
                                                  comparisons,
                                                  populations,
                                                  tests,
                                                  studies,
                                                  strata,
                                                  bounds,
                                                  identified,
                                                  normal,
                                                  columns};
  const auto which = bytes.below(kAll.size());
  accepted([&] { kAll[which](bytes); });
}

}  // namespace pressgauge::fuzz
