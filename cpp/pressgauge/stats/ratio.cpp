// SPDX-License-Identifier: MIT
#include "pressgauge/stats/ratio.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "pressgauge/stats/detail/methods.hpp"
#include "pressgauge/stats/detail/odds.hpp"
#include "pressgauge/stats/detail/rows.hpp"
#include "pressgauge/stats/detail/shares.hpp"
#include "pressgauge/stats/identified.hpp"

namespace pressgauge::stats {
namespace {

using core::Interval;
using core::kInfinity;
using detail::Column;
using detail::Count;
using detail::Counts;
using detail::Domain;
using detail::Level;
using detail::Method;
using detail::Row;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
const Interval kRatios = Interval::at_least(0);
const Interval kShares = Interval::closed(0, 1);

std::uint32_t ratio_flags(double a, double b, double high) {
  if (a == 0 && b == 0) return bit(Flag::undefined) | bit(Flag::one_sided);
  return std::isinf(high) ? bit(Flag::one_sided) : 0;
}

Estimates ratios(const Counts& a, const Counts& b, const ProportionOptions& options) {
  const Method& method = detail::method_of(options.method);
  const Level level = detail::level_for(options);
  const std::array<Column, 2> columns{
      {{a.name, a.values, Domain::count}, {b.name, b.values, Domain::count}}};
  return detail::rows(columns, {}, options.threads, [&](const std::array<double, 2>& inputs) {
    const auto [x, y] = inputs;
    Row out{.estimate = detail::odds_estimate(x, y),
            .low = detail::odds_low(x, y, method, level),
            .high = detail::odds_high(x, y, method, level)};
    out = detail::for_alternative(out, options.alternative, kRatios);
    out.flags = ratio_flags(x, y, out.high);
    return out;
  });
}

Estimate ratio(const Count& a, const Count& b, const ProportionOptions& options) {
  const Method& method = detail::method_of(options.method);
  const Level level = detail::level_for(options);
  // What the reports allow.
  const Interval x = detail::whole_numbers(a);
  const Interval y = detail::whole_numbers(b);
  Estimate out = identified_ratio(x, y);
  if (detail::is_missing(a) || detail::is_missing(b)) return detail::missing(out, options);
  const detail::Reports reports = detail::reports_of(x, y);
  if (reports == detail::Reports::exact) out.estimate = detail::odds_estimate(x.low, y.low);
  // What sampling adds: the ratio grows with a and falls with b.
  Row ends{.low = detail::odds_low(x.low, y.high, method, level),
           .high = detail::odds_high(x.high, y.low, method, level)};
  ends = detail::for_alternative(ends, options.alternative, kRatios);
  detail::set_interval(out, {ends.low, ends.high, false, std::isinf(ends.high)}, reports, options);
  if (reports == detail::Reports::exact) out.flags = ratio_flags(x.low, y.low, ends.high);
  return out;
}

Estimates shares_of_total(const Counts& part,
                          const Counts& rest,
                          const ProportionOptions& options) {
  detail::check_counts(part, rest);
  const core::Vector total = part.values + rest.values;
  return detail::shares(part, {"total", total}, options, detail::AboveOne::refuse);
}

// One unit of `shares_of_total`; a total of 0 has no share, and is passed over.
Estimate share_of_total(const Count& part, const Count& rest, const ProportionOptions& options) {
  const Method& method = detail::method_of(options.method);
  const Level level = detail::level_for(options);
  // What the reports allow.
  const Interval x = detail::whole_numbers(part);
  const Interval y = detail::whole_numbers(rest);
  Estimate out = identified_share(x, y);
  if (detail::is_missing(part) || detail::is_missing(rest)) return detail::missing(out, options);
  if (has(out.flags, Flag::undefined)) {
    out.estimate = kNaN;
    return out;
  }
  // What sampling adds: the share grows with the part and falls with the rest.
  const double part_low = y.high == 0 ? std::max(x.low, 1.0) : x.low;
  const double rest_low = x.high == 0 ? std::max(y.low, 1.0) : y.low;
  const auto low =
      std::isinf(y.high) ? detail::Limit{0} : method.low(part_low, part_low + y.high, level);
  const auto high =
      std::isinf(x.high) ? detail::Limit{1} : method.high(x.high, x.high + rest_low, level);
  if (low.clipped || high.clipped) out.flags |= bit(Flag::clipped);
  const Row ends =
      detail::for_alternative({.low = low.value, .high = high.value}, options.alternative, kShares);
  const Interval interval = Interval::closed(ends.low, ends.high);
  detail::set_interval(out, interval, detail::reports_of(x, y), options);
  return out;
}

}  // namespace

Estimates count_ratio(const core::VectorRef& a,
                      const core::VectorRef& b,
                      const ProportionOptions& options) {
  return ratios({"a", a}, {"b", b}, options);
}

Estimate count_ratio(const Interval& a, const Interval& b, const ProportionOptions& options) {
  return ratio({"a", a}, {"b", b}, options);
}

Estimates injury_ratio(const core::VectorRef& side_a,
                       const core::VectorRef& side_b,
                       const ProportionOptions& options) {
  return ratios({"side_a", side_a}, {"side_b", side_b}, options);
}

Estimate injury_ratio(const Interval& side_a,
                      const Interval& side_b,
                      const ProportionOptions& options) {
  return ratio({"side_a", side_a}, {"side_b", side_b}, options);
}

Estimates killed_wounded_ratio(const core::VectorRef& killed,
                               const core::VectorRef& wounded,
                               const ProportionOptions& options) {
  return ratios({"killed", killed}, {"wounded", wounded}, options);
}

Estimate killed_wounded_ratio(const Interval& killed,
                              const Interval& wounded,
                              const ProportionOptions& options) {
  return ratio({"killed", killed}, {"wounded", wounded}, options);
}

Estimates case_fatality(const core::VectorRef& killed,
                        const core::VectorRef& wounded,
                        const ProportionOptions& options) {
  return shares_of_total({"killed", killed}, {"wounded", wounded}, options);
}

Estimate case_fatality(const Interval& killed,
                       const Interval& wounded,
                       const ProportionOptions& options) {
  return share_of_total({"killed", killed}, {"wounded", wounded}, options);
}

}  // namespace pressgauge::stats
