// SPDX-License-Identifier: MIT
#include "pressgauge/stats/rate.hpp"

#include <cmath>

#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/rate_limits.hpp"
#include "pressgauge/stats/detail/rows.hpp"

namespace pressgauge::stats {
namespace {

using core::Interval;
using core::VectorRef;
using detail::Bounded;
using detail::Column;
using detail::Domain;
using detail::Limit;
using detail::Named;
using detail::Row;

constexpr std::array<Named<RateMethod>, 8> kNames{{
    {"garwood", RateMethod::garwood},
    {"midp", RateMethod::midp},
    {"score", RateMethod::score},
    {"wald", RateMethod::wald},
    {"byar", RateMethod::byar},
    {"jeffreys", RateMethod::jeffreys},
    {"likelihood", RateMethod::likelihood},
    {"anscombe", RateMethod::anscombe},
}};
// What statsmodels and R call them.
constexpr std::array<Named<RateMethod>, 6> kAliases{{
    {"exact", RateMethod::garwood},
    {"exact-c", RateMethod::garwood},
    {"midp-c", RateMethod::midp},
    {"jeff", RateMethod::jeffreys},
    {"lr", RateMethod::likelihood},
    {"sqrt-a", RateMethod::anscombe},
}};

const Interval kRates = Interval::at_least(0);

// One unit's rate: the mean's limits over the exposure.
class RateRow {
 public:
  explicit RateRow(const IntervalOptions<RateMethod>& options)
      : method_(detail::mean_method(options.method)),
        alternative_(options.alternative),
        level_(detail::level(detail::two_sided_alpha(options.alpha, options.alternative))) {}

  Row operator()(const std::array<double, 2>& inputs) const {
    const auto [x, exposure] = inputs;
    const Limit low = method_.low(x, level_);
    const Limit high = method_.high(x, level_);
    const Row both{.estimate = x / exposure,
                   .low = low.value / exposure,
                   .high = high.value / exposure,
                   .flags = low.clipped || high.clipped ? bit(Flag::clipped) : 0};
    return detail::for_alternative(both, alternative_, kRates);
  }

 private:
  const detail::MeanMethod& method_;
  Alternative alternative_;
  detail::Level level_;
};

}  // namespace

RateMethod rate_method(std::string_view name) {
  return detail::named<RateMethod>("method", name, kNames, kAliases);
}

std::string_view method_name(RateMethod method) {
  return detail::name_of<RateMethod>(method, kNames);
}

Estimates rate(const VectorRef& count,
               const VectorRef& exposure,
               const IntervalOptions<RateMethod>& options) {
  const std::array<Column, 2> columns{
      {{"count", count, Domain::count}, {"exposure", exposure, Domain::exposure}}};
  return detail::rows(columns, {}, options.threads, RateRow(options));
}

Estimate rate(const Interval& count,
              const Interval& exposure,
              const IntervalOptions<RateMethod>& options) {
  const std::array<Bounded, 2> inputs{
      {{"count", count, Domain::count}, {"exposure", exposure, Domain::exposure}}};
  return detail::unit(
      inputs, {}, kRates, method_name(options.method), options.alpha, RateRow(options));
}

}  // namespace pressgauge::stats
