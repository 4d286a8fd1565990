// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/methods.hpp"

#include <array>
#include <string>
#include <utility>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"

namespace pressgauge::stats {
namespace {

using Names = std::pair<std::string_view, ProportionMethod>;

// In the order of the enum.
constexpr std::array<detail::Method, 12> kMethods{{
    {ProportionMethod::wilson, "wilson", detail::wilson_low, detail::wilson_high},
    {ProportionMethod::wilson_cc, "wilson_cc", detail::wilson_cc_low, detail::wilson_cc_high},
    {ProportionMethod::wald, "wald", detail::wald_low, detail::wald_high},
    {ProportionMethod::agresti_coull,
     "agresti_coull",
     detail::agresti_coull_low,
     detail::agresti_coull_high},
    {ProportionMethod::arcsine, "arcsine", detail::arcsine_low, detail::arcsine_high},
    {ProportionMethod::clopper_pearson,
     "clopper_pearson",
     detail::clopper_pearson_low,
     detail::clopper_pearson_high},
    {ProportionMethod::jeffreys, "jeffreys", detail::jeffreys_low, detail::jeffreys_high},
    {ProportionMethod::jeffreys_bcd,
     "jeffreys_bcd",
     detail::jeffreys_bcd_low,
     detail::jeffreys_bcd_high},
    {ProportionMethod::logit, "logit", detail::logit_low, detail::logit_high},
    {ProportionMethod::midp, "midp", detail::midp_low, detail::midp_high},
    {ProportionMethod::blaker, "blaker", detail::blaker_low, detail::blaker_high},
    {ProportionMethod::likelihood, "likelihood", detail::likelihood_low, detail::likelihood_high},
}};

// What other libraries call them.
constexpr std::array<Names, 4> kAliases{{
    {"score", ProportionMethod::wilson},
    {"ac", ProportionMethod::agresti_coull},
    {"beta", ProportionMethod::clopper_pearson},
    {"exact", ProportionMethod::clopper_pearson},
}};

}  // namespace

const detail::Method& detail::method_of(ProportionMethod method) {
  return kMethods[static_cast<std::size_t>(method)];
}

std::string_view method_name(ProportionMethod method) { return detail::method_of(method).name; }

ProportionMethod proportion_method(std::string_view name) {
  std::string known;
  for (const detail::Method& method : kMethods) {
    if (method.name == name) return method.method;
    known += (known.empty() ? "" : ", ") + std::string(method.name);
  }
  for (const auto& [alias, method] : kAliases) {
    if (alias == name) return method;
  }
  throw DomainError("method is '" + std::string(name) + "', expected one of " + known);
}

}  // namespace pressgauge::stats
