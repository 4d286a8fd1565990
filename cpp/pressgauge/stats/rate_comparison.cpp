// SPDX-License-Identifier: MIT
// Ratio and difference of two Poisson rates.
#include <algorithm>
#include <cmath>
#include <limits>

#include "pressgauge/stats/detail/methods.hpp"
#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/odds.hpp"
#include "pressgauge/stats/detail/rate_limits.hpp"
#include "pressgauge/stats/detail/roots.hpp"
#include "pressgauge/stats/detail/rows.hpp"
#include "pressgauge/stats/rate.hpp"

namespace pressgauge::stats {
namespace {

using core::Interval;
using core::kInfinity;
using core::VectorRef;
using detail::Bounded;
using detail::Column;
using detail::Domain;
using detail::Level;
using detail::Named;
using detail::Row;

using Two = std::array<double, 4>;  // x1, t1, x2, t2

constexpr std::array<Named<RateRatioMethod>, 7> kRatioNames{{
    {"score", RateRatioMethod::score},
    {"exact", RateRatioMethod::exact},
    {"midp", RateRatioMethod::midp},
    {"blaker", RateRatioMethod::blaker},
    {"likelihood", RateRatioMethod::likelihood},
    {"jeffreys", RateRatioMethod::jeffreys},
    {"log_wald", RateRatioMethod::log_wald},
}};
constexpr std::array<Named<RateRatioMethod>, 4> kRatioAliases{{
    {"wilson", RateRatioMethod::score},
    {"clopper_pearson", RateRatioMethod::exact},
    {"exact-c", RateRatioMethod::exact},
    {"waldlog", RateRatioMethod::log_wald},
}};
constexpr std::array<Named<RateDiffMethod>, 3> kDiffNames{{
    {"score", RateDiffMethod::score},
    {"wald", RateDiffMethod::wald},
    {"mover_score", RateDiffMethod::mover_score},
}};
constexpr std::array<Named<RateDiffMethod>, 1> kDiffAliases{{
    {"mover", RateDiffMethod::mover_score},
}};

const Interval kRatios = Interval::at_least(0);
const Interval kDifferences{-kInfinity, kInfinity, true, true};

// The interval of the share of x1 in x1 + x2 that a ratio's interval comes from.
ProportionMethod share_method(RateRatioMethod method) {
  constexpr std::array<ProportionMethod, 6> kShares{ProportionMethod::wilson,
                                                    ProportionMethod::clopper_pearson,
                                                    ProportionMethod::midp,
                                                    ProportionMethod::blaker,
                                                    ProportionMethod::likelihood,
                                                    ProportionMethod::jeffreys};
  return kShares[static_cast<std::size_t>(method)];
}

Row log_wald(double x1, double x2, const Level& level) {
  if (x1 == 0 || x2 == 0) return {.low = 0, .high = kInfinity, .flags = bit(Flag::degenerate)};
  const double width = level.z.value() * std::sqrt(1 / x1 + 1 / x2);
  return {.low = x1 / x2 * std::exp(-width), .high = x1 / x2 * std::exp(width)};
}

class RatioRow {
 public:
  explicit RatioRow(const IntervalOptions<RateRatioMethod>& options)
      : method_(options.method),
        alternative_(options.alternative),
        level_(detail::level(detail::two_sided_alpha(options.alpha, options.alternative))) {
    if (method_ != RateRatioMethod::log_wald) {
      detail::check_alternative(share_method(method_), alternative_);
    }
  }

  Row operator()(const Two& inputs) const {
    const auto [x1, t1, x2, t2] = inputs;
    Row out = limits(x1, x2);
    out.low = out.low * t2 / t1;
    out.high = out.high * t2 / t1;
    out = detail::for_alternative(out, alternative_, kRatios);
    out.estimate = detail::odds_estimate(x1, x2) * t2 / t1;
    if (std::isinf(out.high)) out.flags |= bit(Flag::one_sided);
    if (x1 == 0 && x2 == 0) out.flags |= bit(Flag::undefined);
    return out;
  }

 private:
  Row limits(double x1, double x2) const {
    if (method_ == RateRatioMethod::log_wald) return log_wald(x1, x2, level_);
    const detail::Method& method = detail::method_of(share_method(method_));
    return {.low = detail::odds_low(x1, x2, method, level_),
            .high = detail::odds_high(x1, x2, method, level_)};
  }

  RateRatioMethod method_;
  Alternative alternative_;
  Level level_;
};

// The second rate where the likelihood is largest among all with λ1 = λ2 + d, d >= 0: the positive
// root of T λ² + (T d - X) λ - x2 d, written so that nothing cancels.
double restricted_rate(double x1, double x2, double total_exposure, double d) {
  const double b = total_exposure * d - x1 - x2;
  const double root = std::hypot(b, 2 * std::sqrt(total_exposure * x2 * d));
  if (b > 0) return 2 * x2 * d / (b + root);
  return (root - b) / (2 * total_exposure);
}

// The variance of the difference of the rates, were it d.
double variance_at(const Two& inputs, double d) {
  const auto [x1, t1, x2, t2] = inputs;
  if (d >= 0) {
    const double second = restricted_rate(x1, x2, t1 + t2, d);
    return (second + d) / t1 + second / t2;
  }
  const double first = restricted_rate(x2, x1, t1 + t2, -d);
  return first / t1 + (first - d) / t2;
}

// Where (difference - d)² = z² V(d), on one side of the difference.
double score_end(const Two& inputs, double difference, double side, const Level& level) {
  // Exposures further apart than doubles reach.
  if (std::isinf(inputs[1] + inputs[3])) return std::numeric_limits<double>::quiet_NaN();
  const double z2 = level.z_squared.value();
  const auto excess = [&](double distance) {
    return distance * distance - z2 * variance_at(inputs, difference + side * distance);
  };
  // V grows at most as d / min(t1, t2) does, so that doubling soon gets above.
  double most = 1 / (inputs[1] + inputs[3]);
  while (excess(most) <= 0) most *= 2;
  // Of no events at all a distance of 0 is a root too, and not the one that is wanted.
  constexpr double kLeast = 1e-300;
  return difference + side * detail::root(excess, kLeast, most);
}

class DiffRow {
 public:
  explicit DiffRow(const IntervalOptions<RateDiffMethod>& options)
      : method_(options.method),
        alternative_(options.alternative),
        level_(detail::level(detail::two_sided_alpha(options.alpha, options.alternative))) {}

  Row operator()(const Two& inputs) const {
    const auto [x1, t1, x2, t2] = inputs;
    const double difference = x1 / t1 - x2 / t2;
    Row out{.estimate = difference};
    if (method_ == RateDiffMethod::score) {
      // By the smaller exposure, so that squares stay within doubles: a power of two changes no
      // digit.
      int power = 0;
      std::frexp(std::min(t1, t2), &power);
      const Two scaled{x1, std::ldexp(t1, -power), x2, std::ldexp(t2, -power)};
      const double middle = scaled[0] / scaled[1] - scaled[2] / scaled[3];
      out.low = std::ldexp(score_end(scaled, middle, -1, level_), -power);
      out.high = std::ldexp(score_end(scaled, middle, 1, level_), -power);
    } else if (method_ == RateDiffMethod::wald) {
      const double width = level_.z.value() * std::hypot(std::sqrt(x1) / t1, std::sqrt(x2) / t2);
      out.low = difference - width;
      out.high = difference + width;
    } else {
      out.low = difference - mover_width(x1, t1, x2, t2);
      out.high = difference + mover_width(x2, t2, x1, t1);
    }
    if (std::isnan(out.low) || std::isnan(out.high)) out.flags |= bit(Flag::undefined);
    return detail::for_alternative(out, alternative_, kDifferences);
  }

 private:
  // How far the difference reaches down: its first rate to its low end, its second to its high one.
  double mover_width(double x1, double t1, double x2, double t2) const {
    const detail::MeanMethod& score = detail::mean_method(RateMethod::score);
    return std::hypot((x1 - score.low(x1, level_).value) / t1,
                      (score.high(x2, level_).value - x2) / t2);
  }

  RateDiffMethod method_;
  Alternative alternative_;
  Level level_;
};

std::array<Column, 4> columns_of(const VectorRef& x1,
                                 const VectorRef& t1,
                                 const VectorRef& x2,
                                 const VectorRef& t2) {
  return {{{"x1", x1, Domain::count},
           {"t1", t1, Domain::exposure},
           {"x2", x2, Domain::count},
           {"t2", t2, Domain::exposure}}};
}

std::array<Bounded, 4> inputs_of(const Interval& x1,
                                 const Interval& t1,
                                 const Interval& x2,
                                 const Interval& t2) {
  return {{{"x1", x1, Domain::count},
           {"t1", t1, Domain::exposure},
           {"x2", x2, Domain::count},
           {"t2", t2, Domain::exposure}}};
}

}  // namespace

RateRatioMethod rate_ratio_method(std::string_view name) {
  return detail::named<RateRatioMethod>("method", name, kRatioNames, kRatioAliases);
}

std::string_view method_name(RateRatioMethod method) {
  return detail::name_of<RateRatioMethod>(method, kRatioNames);
}

RateDiffMethod rate_diff_method(std::string_view name) {
  return detail::named<RateDiffMethod>("method", name, kDiffNames, kDiffAliases);
}

std::string_view method_name(RateDiffMethod method) {
  return detail::name_of<RateDiffMethod>(method, kDiffNames);
}

Estimates rate_ratio(const VectorRef& x1,
                     const VectorRef& t1,
                     const VectorRef& x2,
                     const VectorRef& t2,
                     const IntervalOptions<RateRatioMethod>& options) {
  return detail::rows(columns_of(x1, t1, x2, t2), {}, options.threads, RatioRow(options));
}

Estimate rate_ratio(const Interval& x1,
                    const Interval& t1,
                    const Interval& x2,
                    const Interval& t2,
                    const IntervalOptions<RateRatioMethod>& options) {
  return detail::unit(inputs_of(x1, t1, x2, t2),
                      {},
                      kRatios,
                      method_name(options.method),
                      options.alpha,
                      RatioRow(options));
}

Estimates rate_diff(const VectorRef& x1,
                    const VectorRef& t1,
                    const VectorRef& x2,
                    const VectorRef& t2,
                    const IntervalOptions<RateDiffMethod>& options) {
  return detail::rows(columns_of(x1, t1, x2, t2), {}, options.threads, DiffRow(options));
}

Estimate rate_diff(const Interval& x1,
                   const Interval& t1,
                   const Interval& x2,
                   const Interval& t2,
                   const IntervalOptions<RateDiffMethod>& options) {
  return detail::unit(inputs_of(x1, t1, x2, t2),
                      {},
                      kDifferences,
                      method_name(options.method),
                      options.alpha,
                      DiffRow(options));
}

}  // namespace pressgauge::stats
