// SPDX-License-Identifier: MIT
#include "pressgauge/stats/reports.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/products.hpp"
#include "pressgauge/stats/detail/rows.hpp"

namespace pressgauge::stats {
namespace {

using core::Interval;
using core::VectorRef;
using detail::Domain;
using detail::Row;
using detail::SignedProduct;

// Quotients rounded down and up, of a divisor > 0.
std::int64_t floor_quotient(SignedProduct a, SignedProduct b) {
  const SignedProduct quotient = a / b;
  return static_cast<std::int64_t>(a % b != 0 && a < 0 ? quotient - 1 : quotient);
}

std::int64_t ceil_quotient(SignedProduct a, SignedProduct b) { return -floor_quotient(-a, b); }

std::int64_t power_of_ten(int decimals) {
  constexpr int kMostDecimals = 9;
  if (decimals < 0 || decimals > kMostDecimals) {
    throw DomainError("decimals is " + std::to_string(decimals) + ", expected 0 to 9");
  }
  std::int64_t out = 1;
  for (int k = 0; k < decimals; ++k) out *= 10;
  return out;
}

void check_percents(const VectorRef& percent, double unit) {
  constexpr double kNearlyWhole = 1e-6;  // 33.3 is no double, so that 33.3 * 10 is not quite 333
  for (Eigen::Index i = 0; i < percent.size(); ++i) {
    const double value = percent[i];
    if (std::isnan(value)) continue;
    const double digits = value * unit;
    const bool whole = std::abs(digits - std::round(digits)) <= kNearlyWhole;
    if (value >= 0 && value <= 100 && whole) continue;
    throw DomainError("percent[" + std::to_string(i) + "] is " + core::to_string(value) +
                      ", expected a number in [0, 100] of at most the given decimals");
  }
}

// m / unit percent, from below and above by half of 1 / unit, of n: k >= (2m - 1) n / (200 unit).
Row counts_row(double percent, double nobs, std::int64_t unit) {
  if (nobs == 0) return {.flags = bit(Flag::undefined)};
  const SignedProduct n = static_cast<std::int64_t>(nobs);
  const SignedProduct m = std::llround(percent * static_cast<double>(unit));
  const SignedProduct divisor = static_cast<SignedProduct>(200) * unit;
  const std::int64_t low = std::max<std::int64_t>(ceil_quotient((2 * m - 1) * n, divisor), 0);
  const std::int64_t high =
      std::min(floor_quotient((2 * m + 1) * n, divisor), static_cast<std::int64_t>(nobs));
  Row out{.low = static_cast<double>(std::min(low, high)),
          .high = static_cast<double>(std::max(low, high))};
  if (low == high) out.estimate = out.low;
  if (low > high) out.flags = bit(Flag::inconsistent);
  return out;
}

void check_any(std::size_t reports) {
  if (reports == 0) throw DomainError("reports is empty, expected at least one interval");
}

// Where an interval begins or ends on the line. At one number, a closed begin comes before a closed
// end, since they share it; an open end before all, an open begin after all.
struct Event {
  double at;
  int order;  ///< open end 0, closed begin 1, closed end 2, open begin 3
  std::size_t report;

  bool begins() const { return order == 1 || order == 3; }
  friend bool operator<(const Event& a, const Event& b) {
    if (a.at != b.at) return a.at < b.at;
    if (a.order != b.order) return a.order < b.order;
    return a.report < b.report;
  }
};

std::vector<Event> events_of(const std::vector<Interval>& reports) {
  std::vector<Event> out;
  for (std::size_t k = 0; k < reports.size(); ++k) {
    const Interval& each = reports[k];
    out.push_back({each.low, each.low_open ? 3 : 1, k});
    out.push_back({each.high, each.high_open ? 0 : 2, k});
  }
  std::sort(out.begin(), out.end());
  return out;
}

ConsistentSubset subset_of(const std::vector<Interval>& reports, const std::vector<bool>& open) {
  ConsistentSubset out;
  for (std::size_t k = 0; k < reports.size(); ++k) {
    if (!open[k]) continue;
    out.interval = out.reports.empty()
                       ? reports[k]
                       : core::intersection(out.interval, reports[k]).value_or(out.interval);
    out.reports.push_back(k);
  }
  return out;
}

// What was known of the low end before each report, and of the high end after it.
Interval cut(const Interval& report, const Interval& before, const Interval& after) {
  Interval out = report;
  if (before.low > out.low || (before.low == out.low && before.low_open)) {
    out.low = before.low;
    out.low_open = before.low_open;
  }
  if (after.high < out.high || (after.high == out.high && after.high_open)) {
    out.high = after.high;
    out.high_open = after.high_open;
  }
  return out;
}

bool is_empty(const Interval& interval) {
  return interval.low > interval.high ||
         (interval.low == interval.high && (interval.low_open || interval.high_open));
}

}  // namespace

Estimates percent_counts(const VectorRef& percent, const VectorRef& nobs, int decimals) {
  const std::int64_t unit = power_of_ten(decimals);
  check_percents(percent, static_cast<double>(unit));
  const std::array<detail::Column, 2> columns{
      {{"percent", percent, Domain::real}, {"nobs", nobs, Domain::count}}};
  return detail::rows(columns, {}, 1, [&](const std::array<double, 2>& inputs) {
    return counts_row(inputs[0], inputs[1], unit);
  });
}

std::vector<ConsistentSubset> consistent_subsets(const std::vector<Interval>& reports) {
  check_any(reports.size());
  std::vector<ConsistentSubset> out;
  std::vector<bool> open(reports.size());
  bool grew = false;
  for (const Event& event : events_of(reports)) {
    // A set that only grew is maximal when the first of its intervals ends.
    if (!event.begins() && grew) out.push_back(subset_of(reports, open));
    grew = event.begins();
    open[event.report] = event.begins();
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return a.reports.size() > b.reports.size();
  });
  return out;
}

Timeline toll_timeline(const std::vector<Interval>& reports) {
  check_any(reports.size());
  const Interval all{-core::kInfinity, core::kInfinity, true, true};
  std::vector<Interval> after(reports.size(), all);
  for (std::size_t k = reports.size() - 1; k > 0; --k) {
    after[k - 1] = cut(after[k], all, reports[k]);
  }
  Timeline out;
  Interval before = all;
  for (std::size_t k = 0; k < reports.size(); ++k) {
    const Interval here = cut(reports[k], before, after[k]);
    const bool consistent = !is_empty(here);
    out.intervals.push_back(consistent ? here : reports[k]);
    out.consistent.push_back(consistent);
    before = cut(before, reports[k], all);
  }
  return out;
}

}  // namespace pressgauge::stats
