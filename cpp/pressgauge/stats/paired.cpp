// SPDX-License-Identifier: MIT
#include "pressgauge/stats/paired.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "pressgauge/stats/detail/beta.hpp"
#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/normal_tail.hpp"
#include "pressgauge/stats/detail/paired_limits.hpp"
#include "pressgauge/stats/detail/rows.hpp"
#include "pressgauge/stats/detail/saddle_point.hpp"

namespace pressgauge::stats {
namespace {

using core::Interval;
using core::VectorRef;
using detail::Ends;
using detail::Level;
using detail::Named;
using detail::Paired;
using detail::Row;

constexpr std::array<Named<PairedMethod>, 3> kMethods{{
    {"tango", PairedMethod::tango},
    {"newcombe", PairedMethod::newcombe},
    {"wald", PairedMethod::wald},
}};
constexpr std::array<Named<PairedMethod>, 1> kAliases{{{"score", PairedMethod::tango}}};
constexpr std::array<Named<McNemarMethod>, 4> kTests{{
    {"exact", McNemarMethod::exact},
    {"midp", McNemarMethod::midp},
    {"asymptotic", McNemarMethod::asymptotic},
    {"corrected", McNemarMethod::corrected},
}};

const Interval kRange = Interval::closed(-1, 1);

Row row(const Paired& units, PairedMethod method, const Level& level) {
  // In the order of the enum.
  constexpr std::array<detail::PairedEndsOf, 3> kEnds{
      detail::tango, detail::newcombe_paired, detail::wald_paired};
  if (units.size() == 0) return {.low = -1, .high = 1, .flags = bit(Flag::undefined)};
  const Ends ends = kEnds[static_cast<std::size_t>(method)](units, level);
  const std::uint32_t flags =
      (ends.clipped ? bit(Flag::clipped) : 0) | (ends.no_width ? bit(Flag::degenerate) : 0);
  return {units.difference(), ends.low, ends.high, flags};
}

auto row_function(const IntervalOptions<PairedMethod>& options) {
  const Level level = detail::level(detail::two_sided_alpha(options.alpha, options.alternative));
  return [level, options](const std::array<double, 4>& in) {
    const Row both = row({in[0], in[1], in[2], in[3]}, options.method, level);
    return detail::for_alternative(both, options.alternative, kRange);
  };
}

// Of a split of n that is even under the hypothesis.
double binomial_pvalue(double x, double n, double share_of_x, Alternative alternative) {
  constexpr double kEven = 0.5;
  const double left_out = (1 - share_of_x) * std::exp(detail::log_binomial(x, n, kEven, kEven));
  const auto tail = [&](detail::Tail side) {
    return std::exp(detail::log_binomial_tail(x, n, kEven, kEven, side)) - left_out;
  };
  if (alternative == Alternative::less) return tail(detail::Tail::lower);
  if (alternative == Alternative::greater) return tail(detail::Tail::upper);
  const double smaller = std::min(tail(detail::Tail::lower), tail(detail::Tail::upper));
  return std::min(2 * smaller, 1.0);
}

Row normal_test(double first, double second, double correction, Alternative alternative) {
  const double excess = std::max(0.0, std::abs(first - second) - correction);
  const double z = std::copysign(excess, first - second) / std::sqrt(first + second);
  if (alternative == Alternative::two_sided) {
    return {.estimate = z * z, .low = std::min(2 * detail::normal_tail(std::abs(z)), 1.0)};
  }
  return {.estimate = z, .low = detail::normal_tail(alternative == Alternative::less ? -z : z)};
}

Row test(double first, double second, const McNemarOptions& options) {
  if (first + second == 0) return {.estimate = 0, .low = 1, .flags = bit(Flag::degenerate)};
  switch (options.method) {
    case McNemarMethod::asymptotic:
      return normal_test(first, second, 0, options.alternative);
    case McNemarMethod::corrected:
      return normal_test(first, second, 1, options.alternative);
    default: {
      const double share = options.method == McNemarMethod::midp ? 0.5 : 1;
      return {.estimate = first,
              .low = binomial_pvalue(first, first + second, share, options.alternative)};
    }
  }
}

}  // namespace

PairedMethod paired_method(std::string_view name) {
  return detail::named<PairedMethod>("method", name, kMethods, kAliases);
}

McNemarMethod mcnemar_method(std::string_view name) {
  return detail::named<McNemarMethod>("method", name, kTests);
}

Estimates paired_diff(const VectorRef& both,
                      const VectorRef& first_only,
                      const VectorRef& second_only,
                      const VectorRef& neither,
                      const IntervalOptions<PairedMethod>& options) {
  const std::array<detail::Column, 4> inputs{{{"both", both},
                                              {"first_only", first_only},
                                              {"second_only", second_only},
                                              {"neither", neither}}};
  return detail::rows(inputs, {}, options.threads, row_function(options));
}

Estimate paired_diff(const Interval& both,
                     const Interval& first_only,
                     const Interval& second_only,
                     const Interval& neither,
                     const IntervalOptions<PairedMethod>& options) {
  const std::array<detail::Bounded, 4> inputs{{{"both", both},
                                               {"first_only", first_only},
                                               {"second_only", second_only},
                                               {"neither", neither}}};
  const std::string_view name = detail::name_of<PairedMethod>(options.method, kMethods);
  return detail::unit(inputs, {}, kRange, name, options.alpha, row_function(options));
}

Tests mcnemar(const VectorRef& first_only,
              const VectorRef& second_only,
              const McNemarOptions& options) {
  const std::array<detail::Column, 2> inputs{
      {{"first_only", first_only}, {"second_only", second_only}}};
  Estimates out = detail::rows(inputs, {}, options.threads, [&](const std::array<double, 2>& in) {
    return test(in[0], in[1], options);
  });
  return {std::move(out.estimate), std::move(out.low), std::move(out.flags)};
}

}  // namespace pressgauge::stats
