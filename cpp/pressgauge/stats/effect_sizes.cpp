// SPDX-License-Identifier: MIT
#include "pressgauge/stats/effect_sizes.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/rows.hpp"
#include "pressgauge/stats/detail/strata.hpp"

namespace pressgauge::stats {
namespace {

using detail::Column;
using detail::Domain;
using detail::Named;
using detail::PartOf;
using detail::Stratum;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

constexpr std::array<Named<Effect>, 6> kEffects{{
    {"or", Effect::log_odds_ratio},
    {"rr", Effect::log_risk_ratio},
    {"rd", Effect::risk_difference},
    {"as", Effect::arcsine_difference},
    {"irr", Effect::log_rate_ratio},
    {"ird", Effect::rate_difference},
}};
// As metafor (upper case) and statsmodels call them.
constexpr std::array<Named<Effect>, 10> kOtherEffects{{
    {"OR", Effect::log_odds_ratio},
    {"RR", Effect::log_risk_ratio},
    {"RD", Effect::risk_difference},
    {"AS", Effect::arcsine_difference},
    {"IRR", Effect::log_rate_ratio},
    {"IRD", Effect::rate_difference},
    {"odds-ratio", Effect::log_odds_ratio},
    {"risk-ratio", Effect::log_risk_ratio},
    {"diff", Effect::risk_difference},
    {"arcsine", Effect::arcsine_difference},
}};

bool is_of_rates(Effect effect) {
  return effect == Effect::log_rate_ratio || effect == Effect::rate_difference;
}

struct Size {
  double y;
  double v;
};

// log(a / b), with all its digits also where the two are nearly one.
double log_ratio(double a, double b, double difference) {
  const double ratio = a / b;
  return ratio > 0.5 && ratio < 2 ? std::log1p(difference / b) : std::log(ratio);
}

Size of_odds(const Stratum& t) {
  return {log_ratio(t.a * t.d, t.b * t.c, cross(t)), 1 / t.a + 1 / t.b + 1 / t.c + 1 / t.d};
}

Size of_risks(const Stratum& t) {
  const double n1 = t.group_1();
  const double n2 = t.group_2();
  // a n2 - c n1 = ad - bc, and 1/a - 1/n1 = b / (a n1).
  return {log_ratio(t.a * n2, t.c * n1, cross(t)), t.b / (t.a * n1) + t.d / (t.c * n2)};
}

Size of_difference(const Stratum& t) {
  const double n1 = t.group_1();
  const double n2 = t.group_2();
  return {cross(t) / n1 / n2, t.a / n1 * (t.b / n1) / n1 + t.c / n2 * (t.d / n2) / n2};
}

Size of_arcsines(const Stratum& t) {
  const auto angle = [](double x, double rest) {
    return std::atan2(std::sqrt(x), std::sqrt(rest));
  };
  return {angle(t.a, t.b) - angle(t.c, t.d), 1 / (4 * t.group_1()) + 1 / (4 * t.group_2())};
}

Size of_table(Effect effect, const std::array<double, 4>& inputs, double correction) {
  Stratum t{inputs[0], inputs[1] - inputs[0], inputs[2], inputs[3] - inputs[2]};
  if (t.group_1() == 0 || t.group_2() == 0) return {kNaN, kNaN};
  if (t.a == 0 || t.b == 0 || t.c == 0 || t.d == 0) {
    for (double* cell : {&t.a, &t.b, &t.c, &t.d}) *cell += correction;
  }
  if (effect == Effect::log_odds_ratio) return of_odds(t);
  if (effect == Effect::log_risk_ratio) return of_risks(t);
  return effect == Effect::risk_difference ? of_difference(t) : of_arcsines(t);
}

Size of_rates(Effect effect, const std::array<double, 4>& inputs, double correction) {
  auto [x1, t1, x2, t2] = inputs;
  if (x1 == 0 || x2 == 0) {
    x1 += correction;
    x2 += correction;
  }
  const Stratum cells{x1, x2, t1, t2};  // x1 t2 - x2 t1 is their cross
  if (effect == Effect::log_rate_ratio) {
    return {log_ratio(x1 * t2, x2 * t1, cross(cells)), 1 / x1 + 1 / x2};
  }
  return {cross(cells) / t1 / t2, x1 / t1 / t1 + x2 / t2 / t2};
}

std::uint32_t flags_of_size(const Size& size) {
  if (!std::isfinite(size.y) || !std::isfinite(size.v)) return bit(Flag::undefined);
  return size.v == 0 ? bit(Flag::degenerate) : 0;
}

void check(const std::array<Column, 4>& columns, bool rates, double correction) {
  constexpr std::array<PartOf, 2> kParts{{{0, 1}, {2, 3}}};
  detail::check_columns(columns, std::span<const PartOf>(kParts.data(), rates ? 0 : 2));
  if (correction >= 0 && std::isfinite(correction)) return;
  throw DomainError("correction is " + core::to_string(correction) + ", expected a number >= 0");
}

}  // namespace

Effect effect_of(std::string_view name) {
  return detail::named<Effect>("measure", name, kEffects, kOtherEffects);
}

EffectSizes effect_sizes(Effect effect,
                         const core::VectorRef& x1,
                         const core::VectorRef& n1,
                         const core::VectorRef& x2,
                         const core::VectorRef& n2,
                         double correction) {
  const bool rates = is_of_rates(effect);
  const Domain whole = rates ? Domain::exposure : Domain::count;
  check({{{"x1", x1}, {"n1", n1, whole}, {"x2", x2}, {"n2", n2, whole}}}, rates, correction);
  EffectSizes out(x1.size());
  for (Eigen::Index i = 0; i < x1.size(); ++i) {
    const std::array<double, 4> inputs{x1[i], n1[i], x2[i], n2[i]};
    Size size{kNaN, kNaN};
    out.flags[i] = bit(Flag::missing);
    if (!std::isnan(x1[i] + n1[i] + x2[i] + n2[i])) {
      size = rates ? of_rates(effect, inputs, correction) : of_table(effect, inputs, correction);
      out.flags[i] = flags_of_size(size);
    }
    const bool defined = !has(out.flags[i], Flag::undefined);
    out.y[i] = defined ? size.y : kNaN;
    out.v[i] = defined ? size.v : kNaN;
  }
  return out;
}

}  // namespace pressgauge::stats
