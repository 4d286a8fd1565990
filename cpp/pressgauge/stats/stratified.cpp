// SPDX-License-Identifier: MIT
#include "pressgauge/stats/stratified.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/gamma.hpp"
#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/normal_tail.hpp"
#include "pressgauge/stats/detail/rows.hpp"
#include "pressgauge/stats/detail/strata.hpp"
#include "pressgauge/stats/detail/threads.hpp"
#include "pressgauge/stats/normal.hpp"

namespace pressgauge::stats {
namespace {

using core::kInfinity;
using detail::Named;
using detail::Row;
using detail::Strata;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// The short names are those of METHODS of meta-analysis everywhere, and of metafor's measures.
constexpr std::array<Named<Measure>, 3> kMeasures{{
    {"or", Measure::odds_ratio},
    {"rr", Measure::risk_ratio},
    {"rd", Measure::risk_difference},
}};
constexpr std::array<Named<Measure>, 6> kOtherMeasures{{
    {"OR", Measure::odds_ratio},
    {"RR", Measure::risk_ratio},
    {"RD", Measure::risk_difference},
    {"odds_ratio", Measure::odds_ratio},
    {"risk_ratio", Measure::risk_ratio},
    {"risk_difference", Measure::risk_difference},
}};
constexpr std::array<Named<PooledVariance>, 3> kVariances{{
    {"robins_breslow_greenland", PooledVariance::robins_breslow_greenland},
    {"greenland_robins", PooledVariance::greenland_robins},
    {"sato", PooledVariance::sato},
}};
constexpr std::array<Named<PooledVariance>, 2> kOtherVariances{{
    {"rbg", PooledVariance::robins_breslow_greenland},
    {"gr", PooledVariance::greenland_robins},
}};

bool goes_with(Measure measure, PooledVariance variance) {
  if (measure == Measure::risk_difference) {
    return variance != PooledVariance::robins_breslow_greenland;
  }
  return variance == default_variance(measure);
}

void check_variance(const StratifiedOptions& options) {
  if (goes_with(options.measure, options.variance)) return;
  throw DomainError(
      "variance is '" + std::string(variance_name(options.variance)) + "', which measure '" +
      std::string(detail::name_of<Measure>(options.measure, kMeasures)) + "' doesn't have");
}

// One analysis: the pooled measure, and the variance of it, or of its logarithm.
struct Moments {
  double estimate;
  double variance;
};

Moments moments(const Strata& strata, const StratifiedOptions& options) {
  switch (options.measure) {
    case Measure::odds_ratio:
      return {detail::pooled_odds_ratio(strata), detail::variance_of_log_odds_ratio(strata)};
    case Measure::risk_ratio:
      return {detail::pooled_risk_ratio(strata), detail::variance_of_log_risk_ratio(strata)};
    case Measure::risk_difference:
      break;
  }
  const double sato = detail::sato_variance(strata);
  const bool wanted = options.variance == PooledVariance::sato;
  return {detail::pooled_risk_difference(strata),
          wanted ? sato : detail::greenland_robins_variance(strata)};
}

Row ratio_row(const Moments& found, double half_width) {
  if (std::isnan(found.estimate)) {
    return {kNaN, 0, kInfinity, bit(Flag::undefined) | bit(Flag::one_sided)};
  }
  if (found.estimate == 0 || std::isinf(found.estimate)) {
    return {found.estimate, 0, kInfinity, bit(Flag::degenerate) | bit(Flag::one_sided)};
  }
  const double factor = std::exp(half_width);
  return {found.estimate, found.estimate / factor, found.estimate * factor, 0};
}

Row difference_row(const Moments& found, double half_width) {
  if (std::isnan(found.estimate)) return {kNaN, -1, 1, bit(Flag::undefined)};
  Row out{found.estimate, found.estimate - half_width, found.estimate + half_width, 0};
  if (out.low < -1 || out.high > 1) out.flags |= bit(Flag::clipped);
  if (half_width == 0) out.flags |= bit(Flag::degenerate);
  out.low = std::max(out.low, -1.0);
  out.high = std::min(out.high, 1.0);
  return out;
}

core::Interval range_of(Measure measure) {
  return measure == Measure::risk_difference ? core::Interval::closed(-1, 1)
                                             : core::Interval::at_least(0);
}

// What all analyses with these options share.
struct Plan {
  StratifiedOptions options;
  double z;

  explicit Plan(const StratifiedOptions& given)
      : options(given),
        z(detail::quick_normal_quantile(detail::two_sided_alpha(given.alpha, given.alternative) /
                                        2)) {
    check_variance(given);
  }
};

struct Pooled {
  Row row{.flags = 0};
  double standard_error = kNaN;
};

Pooled pooled(const Strata& strata, const Plan& plan) {
  if (strata.empty()) return {};
  const Moments found = moments(strata, plan.options);
  Pooled out;
  out.standard_error = std::sqrt(found.variance);
  const double half_width = plan.z * out.standard_error;
  const bool is_ratio = plan.options.measure != Measure::risk_difference;
  out.row = is_ratio ? ratio_row(found, half_width) : difference_row(found, half_width);
  out.row =
      detail::for_alternative(out.row, plan.options.alternative, range_of(plan.options.measure));
  return out;
}

void put(Estimates& out, Eigen::Index i, const Row& row) {
  out.estimate[i] = row.estimate;
  out.low[i] = row.low;
  out.high[i] = row.high;
  out.flags[i] = row.flags;
}

struct Test {
  double statistic = kNaN;
  double df = 1;
  double pvalue = kNaN;
  std::uint32_t flags = bit(Flag::undefined);
};

Test of_association(const Strata& strata, bool corrected, Alternative alternative) {
  const auto [difference, variance] = detail::excess(strata);
  Test out;
  if (!(variance > 0)) return out;
  const double size = std::max(0.0, std::abs(difference) - (corrected ? 0.5 : 0.0));
  out.statistic = size * size / variance;
  out.flags = 0;
  if (alternative == Alternative::two_sided) {
    out.pvalue = detail::chi_squared_tail(out.statistic, 1);
    return out;
  }
  const double z = std::copysign(std::sqrt(out.statistic), difference);
  out.pvalue = detail::normal_tail(alternative == Alternative::greater ? z : -z);
  return out;
}

Test of_homogeneity(const Strata& strata, bool tarone) {
  const double odds_ratio = detail::pooled_odds_ratio(strata);
  Test out;
  out.df = std::max(0.0, detail::informative(strata) - 1);
  if (!(odds_ratio > 0) || std::isinf(odds_ratio) || out.df < 1) return out;
  const detail::Misfit misfit = detail::misfit(strata, odds_ratio);
  out.statistic = misfit.squares;
  if (tarone) out.statistic -= misfit.sum * misfit.sum / misfit.variance;
  out.pvalue = detail::chi_squared_tail(std::max(0.0, out.statistic), out.df);
  out.flags = 0;
  return out;
}

template <class TestOf>
ChiSquaredTests tests(const core::RowMatrixRef& cells,
                      Eigen::Index strata,
                      int threads,
                      const TestOf& test_of) {
  const core::RowMatrix own = cells;
  const Eigen::Index size = detail::analyses_of(own, strata);
  ChiSquaredTests out(size);
  detail::for_ranges(size, threads, [&](Eigen::Index begin, Eigen::Index end) {
    Strata reported;
    for (Eigen::Index i = begin; i < end; ++i) {
      const bool missing = detail::take_reported(own, i * strata, strata, reported);
      const Test test = reported.empty() ? Test{.flags = 0} : test_of(reported);
      out.statistic[i] = test.statistic;
      out.df[i] = test.df;
      out.pvalue[i] = test.pvalue;
      out.flags[i] = test.flags | (missing ? bit(Flag::missing) : 0);
    }
  });
  return out;
}

}  // namespace

Measure measure_of(std::string_view name) {
  return detail::named<Measure>("measure", name, kMeasures, kOtherMeasures);
}

PooledVariance pooled_variance(std::string_view name) {
  return detail::named<PooledVariance>("variance", name, kVariances, kOtherVariances);
}

PooledVariance default_variance(Measure measure) {
  if (measure == Measure::odds_ratio) return PooledVariance::robins_breslow_greenland;
  return measure == Measure::risk_ratio ? PooledVariance::greenland_robins : PooledVariance::sato;
}

std::string_view variance_name(PooledVariance variance) {
  return detail::name_of<PooledVariance>(variance, kVariances);
}

Stratified mantel_haenszel(const core::RowMatrixRef& cells,
                           Eigen::Index strata,
                           const StratifiedOptions& options) {
  const Plan plan(options);
  const core::RowMatrix own = cells;
  const Eigen::Index size = detail::analyses_of(own, strata);
  Stratified out(size);
  detail::for_ranges(size, options.threads, [&](Eigen::Index begin, Eigen::Index end) {
    Strata reported;
    for (Eigen::Index i = begin; i < end; ++i) {
      const bool missing = detail::take_reported(own, i * strata, strata, reported);
      Pooled found = pooled(reported, plan);
      if (missing) found.row.flags |= bit(Flag::missing);
      put(out.pooled, i, found.row);
      out.standard_error[i] = found.standard_error;
    }
  });
  return out;
}

Estimate mantel_haenszel(std::span<const core::Interval> cells, const StratifiedOptions& options) {
  const Plan plan(options);
  const auto corners = detail::corners_of_cells(cells);
  std::vector<Row> rows;
  for (const auto& corner : corners) rows.push_back(pooled(detail::strata_of(corner), plan).row);
  Estimate out = detail::union_of(rows, corners, range_of(options.measure));
  detail::set_method(out, variance_name(options.variance), options.alpha, true);
  return out;
}

ChiSquaredTests cmh_test(const core::RowMatrixRef& cells,
                         Eigen::Index strata,
                         bool corrected,
                         Alternative alternative,
                         int threads) {
  return tests(cells, strata, threads, [&](const Strata& reported) {
    return of_association(reported, corrected, alternative);
  });
}

ChiSquaredTests breslow_day(const core::RowMatrixRef& cells,
                            Eigen::Index strata,
                            bool tarone,
                            int threads) {
  return tests(cells, strata, threads, [&](const Strata& reported) {
    return of_homogeneity(reported, tarone);
  });
}

}  // namespace pressgauge::stats
