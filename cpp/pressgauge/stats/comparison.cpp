// SPDX-License-Identifier: MIT
#include "pressgauge/stats/comparison.hpp"

#include <array>
#include <cmath>

#include "pressgauge/stats/detail/comparison_limits.hpp"
#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/rows.hpp"

namespace pressgauge::stats {
namespace {

using core::Interval;
using core::VectorRef;
using detail::Bounded;
using detail::Column;
using detail::Ends;
using detail::Level;
using detail::Named;
using detail::PartOf;
using detail::Row;
using detail::TwoSamples;

constexpr std::array<Named<DifferenceMethod>, 6> kDifferences{{
    {"miettinen_nurminen", DifferenceMethod::miettinen_nurminen},
    {"mee", DifferenceMethod::mee},
    {"newcombe", DifferenceMethod::newcombe},
    {"newcombe_cc", DifferenceMethod::newcombe_cc},
    {"agresti_caffo", DifferenceMethod::agresti_caffo},
    {"wald", DifferenceMethod::wald},
}};
constexpr std::array<Named<DifferenceMethod>, 5> kDifferenceAliases{{
    {"score", DifferenceMethod::mee},
    {"mn", DifferenceMethod::miettinen_nurminen},
    {"newcomb", DifferenceMethod::newcombe},             // statsmodels
    {"agresti-caffo", DifferenceMethod::agresti_caffo},  // statsmodels
    {"ac", DifferenceMethod::agresti_caffo},
}};
constexpr std::array<Named<RiskRatioMethod>, 4> kRatios{{
    {"miettinen_nurminen", RiskRatioMethod::miettinen_nurminen},
    {"koopman", RiskRatioMethod::koopman},
    {"katz_log", RiskRatioMethod::katz_log},
    {"walter", RiskRatioMethod::walter},
}};
constexpr std::array<Named<RiskRatioMethod>, 5> kRatioAliases{{
    {"score", RiskRatioMethod::koopman},
    {"mn", RiskRatioMethod::miettinen_nurminen},
    {"katz", RiskRatioMethod::katz_log},
    {"log", RiskRatioMethod::katz_log},         // statsmodels
    {"log-adjusted", RiskRatioMethod::walter},  // statsmodels
}};
constexpr std::array<Named<OddsRatioMethod>, 7> kOdds{{
    {"conditional_exact", OddsRatioMethod::conditional_exact},
    {"conditional_midp", OddsRatioMethod::conditional_midp},
    {"conditional_blaker", OddsRatioMethod::conditional_blaker},
    {"score", OddsRatioMethod::score},
    {"miettinen_nurminen", OddsRatioMethod::miettinen_nurminen},
    {"gart", OddsRatioMethod::gart},
    {"woolf", OddsRatioMethod::woolf},
}};
constexpr std::array<Named<OddsRatioMethod>, 9> kOddsAliases{{
    {"conditional", OddsRatioMethod::conditional_exact},  // SciPy
    {"exact", OddsRatioMethod::conditional_exact},
    {"midp", OddsRatioMethod::conditional_midp},
    {"blaker", OddsRatioMethod::conditional_blaker},
    {"mn", OddsRatioMethod::miettinen_nurminen},
    {"sample", OddsRatioMethod::woolf},         // SciPy
    {"logit", OddsRatioMethod::woolf},          // statsmodels
    {"logit-adjusted", OddsRatioMethod::gart},  // statsmodels
    {"cornfield", OddsRatioMethod::score},
}};

// A quantity: its values, and what each method makes of two samples.
struct Quantity {
  std::string_view method;
  double (*estimate)(const TwoSamples&);
  detail::EndsOf ends;
  Interval range;
};

const Interval kDifferenceRange = Interval::closed(-1, 1);
const Interval kRatioRange = Interval::at_least(0);

Quantity quantity(DifferenceMethod method) {
  // In the order of the enum.
  constexpr std::array<detail::EndsOf, 6> kEnds{detail::miettinen_nurminen_difference,
                                                detail::mee,
                                                detail::newcombe,
                                                detail::newcombe_cc,
                                                detail::agresti_caffo,
                                                detail::wald_difference};
  return {detail::name_of<DifferenceMethod>(method, kDifferences),
          detail::difference,
          kEnds[static_cast<std::size_t>(method)],
          kDifferenceRange};
}

Quantity quantity(RiskRatioMethod method) {
  constexpr std::array<detail::EndsOf, 4> kEnds{
      detail::miettinen_nurminen_ratio, detail::koopman, detail::katz_log, detail::walter};
  return {detail::name_of<RiskRatioMethod>(method, kRatios),
          detail::risk_ratio,
          kEnds[static_cast<std::size_t>(method)],
          kRatioRange};
}

bool is_conditional(OddsRatioMethod method) {
  return method <= OddsRatioMethod::conditional_blaker;
}

Quantity quantity(OddsRatioMethod method) {
  constexpr std::array<detail::EndsOf, 7> kEnds{detail::conditional_exact,
                                                detail::conditional_midp,
                                                detail::conditional_blaker,
                                                detail::score_odds,
                                                detail::miettinen_nurminen_odds,
                                                detail::gart,
                                                detail::woolf};
  Quantity out{detail::name_of<OddsRatioMethod>(method, kOdds),
               detail::sample_odds_ratio,
               kEnds[static_cast<std::size_t>(method)],
               kRatioRange};
  if (is_conditional(method)) out.estimate = detail::conditional_odds_ratio;
  if (method == OddsRatioMethod::gart) out.estimate = detail::adjusted_odds_ratio;
  return out;
}

std::uint32_t flags_of(const Row& row, const Ends& ends) {
  std::uint32_t flags = std::isnan(row.estimate) ? bit(Flag::undefined) : 0;
  if (std::isinf(row.high)) flags |= bit(Flag::one_sided);
  if (ends.clipped) flags |= bit(Flag::clipped);
  if (ends.no_width) flags |= bit(Flag::degenerate);
  return flags;
}

// A sample of none says nothing: any value is possible.
Row row(const Quantity& of, const TwoSamples& samples, const Level& level) {
  Row out{.low = of.range.low, .high = of.range.high, .flags = bit(Flag::undefined)};
  if (samples.n1 == 0 || samples.n2 == 0) return out;
  const Ends ends = of.ends(samples, level);
  out = {.estimate = of.estimate(samples), .low = ends.low, .high = ends.high};
  out.flags = flags_of(out, ends);
  return out;
}

constexpr std::array<PartOf, 2> kParts{{{0, 1}, {2, 3}}};

template <class Method>
auto row_function(const Quantity& of, const IntervalOptions<Method>& options) {
  const Level level = detail::level(detail::two_sided_alpha(options.alpha, options.alternative));
  return [of, level, alternative = options.alternative](const std::array<double, 4>& in) {
    const Row both = row(of, {in[0], in[1], in[2], in[3]}, level);
    return detail::for_alternative(both, alternative, of.range);
  };
}

template <class Method>
Estimates columns(const VectorRef& count1,
                  const VectorRef& nobs1,
                  const VectorRef& count2,
                  const VectorRef& nobs2,
                  const IntervalOptions<Method>& options) {
  const std::array<Column, 4> inputs{
      {{"count1", count1}, {"nobs1", nobs1}, {"count2", count2}, {"nobs2", nobs2}}};
  return detail::rows(
      inputs, kParts, options.threads, row_function(quantity(options.method), options));
}

template <class Method>
Estimate one(const Interval& count1,
             const Interval& nobs1,
             const Interval& count2,
             const Interval& nobs2,
             const IntervalOptions<Method>& options) {
  const std::array<Bounded, 4> inputs{
      {{"count1", count1}, {"nobs1", nobs1}, {"count2", count2}, {"nobs2", nobs2}}};
  const Quantity of = quantity(options.method);
  return detail::unit(
      inputs, kParts, of.range, of.method, options.alpha, row_function(of, options));
}

}  // namespace

DifferenceMethod difference_method(std::string_view name) {
  return detail::named<DifferenceMethod>("method", name, kDifferences, kDifferenceAliases);
}

RiskRatioMethod risk_ratio_method(std::string_view name) {
  return detail::named<RiskRatioMethod>("method", name, kRatios, kRatioAliases);
}

OddsRatioMethod odds_ratio_method(std::string_view name) {
  return detail::named<OddsRatioMethod>("method", name, kOdds, kOddsAliases);
}

Estimates proportion_diff(const VectorRef& count1,
                          const VectorRef& nobs1,
                          const VectorRef& count2,
                          const VectorRef& nobs2,
                          const IntervalOptions<DifferenceMethod>& options) {
  return columns(count1, nobs1, count2, nobs2, options);
}

Estimate proportion_diff(const Interval& count1,
                         const Interval& nobs1,
                         const Interval& count2,
                         const Interval& nobs2,
                         const IntervalOptions<DifferenceMethod>& options) {
  return one(count1, nobs1, count2, nobs2, options);
}

Estimates risk_ratio(const VectorRef& count1,
                     const VectorRef& nobs1,
                     const VectorRef& count2,
                     const VectorRef& nobs2,
                     const IntervalOptions<RiskRatioMethod>& options) {
  return columns(count1, nobs1, count2, nobs2, options);
}

Estimate risk_ratio(const Interval& count1,
                    const Interval& nobs1,
                    const Interval& count2,
                    const Interval& nobs2,
                    const IntervalOptions<RiskRatioMethod>& options) {
  return one(count1, nobs1, count2, nobs2, options);
}

Estimates odds_ratio(const VectorRef& count1,
                     const VectorRef& nobs1,
                     const VectorRef& count2,
                     const VectorRef& nobs2,
                     const IntervalOptions<OddsRatioMethod>& options) {
  return columns(count1, nobs1, count2, nobs2, options);
}

Estimate odds_ratio(const Interval& count1,
                    const Interval& nobs1,
                    const Interval& count2,
                    const Interval& nobs2,
                    const IntervalOptions<OddsRatioMethod>& options) {
  return one(count1, nobs1, count2, nobs2, options);
}

}  // namespace pressgauge::stats
