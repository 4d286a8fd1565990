// SPDX-License-Identifier: MIT
#include "pressgauge/stats/change_points.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/partition.hpp"
#include "pressgauge/stats/detail/series.hpp"
#include "pressgauge/stats/normal.hpp"

namespace pressgauge::stats {
namespace {

using detail::Named;
using detail::Observed;

constexpr std::array<Named<PartitionMethod>, 2> kMethods{
    {{"pelt", PartitionMethod::pelt}, {"exact", PartitionMethod::exact}}};

enum class Penalty : std::uint8_t { bic, aic };
constexpr std::array<Named<Penalty>, 2> kPenalties{{{"bic", Penalty::bic}, {"aic", Penalty::aic}}};

void check_penalty(double penalty) {
  if (penalty >= 0 && std::isfinite(penalty)) return;
  throw DomainError("penalty is " + core::to_string(penalty) + ", expected a finite number >= 0");
}

// 2 (S - S log(S / m)), which is twice the negative log likelihood but for what no partition
// changes.
double poisson_cost(double events, double periods) {
  return events == 0 ? 0 : 2 * (events - events * std::log(events / periods));
}

// Rates and cost of the segments that end at `ends`, the last one included.
void set_segments(RateChanges& out,
                  const Observed& series,
                  const std::vector<std::size_t>& ends,
                  double alpha) {
  std::size_t begin = 0;
  for (std::size_t k = 0; k < ends.size(); ++k) {
    const double events = series.total[ends[k]] - series.total[begin];
    const auto periods = static_cast<double>(ends[k] - begin);
    const detail::Row row = detail::garwood(events, periods, alpha);
    const auto i = static_cast<Eigen::Index>(k);
    out.rates.estimate[i] = row.estimate;
    out.rates.low[i] = row.low;
    out.rates.high[i] = row.high;
    out.rates.flags[i] = row.flags;
    out.cost += poisson_cost(events, periods);
    begin = ends[k];
  }
}

}  // namespace

PartitionMethod partition_method(std::string_view name) {
  return detail::named<PartitionMethod>("method", name, kMethods);
}

double change_penalty(std::string_view name, Eigen::Index periods) {
  const auto penalty = detail::named<Penalty>("penalty", name, kPenalties);
  return penalty == Penalty::aic ? 2 : std::log(static_cast<double>(periods));
}

RateChanges event_rate_change(const core::VectorRef& y, const RateChangeOptions& options) {
  check_penalty(options.penalty);
  detail::check_alpha(options.alpha);
  const Observed series = detail::observed("y", y);
  // The best partition of the reported periods.
  const detail::Partition best = detail::best_partition(
      series.total, options.penalty, options.method == PartitionMethod::pelt);
  // Its change points among all periods.
  const auto changes = static_cast<Eigen::Index>(best.ends.size()) - 1;
  RateChanges out{.change_points = Periods(changes), .rates = Estimates(changes + 1)};
  for (Eigen::Index k = 0; k < changes; ++k) {
    out.change_points[k] = series.period[best.ends[static_cast<std::size_t>(k)]];
  }
  set_segments(out, series, best.ends, options.alpha);
  if (best.tie) out.flags |= bit(Flag::tie);
  if (series.size() < static_cast<std::size_t>(y.size())) out.flags |= bit(Flag::missing);
  return out;
}

}  // namespace pressgauge::stats
