// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/series.hpp"

#include <array>
#include <cmath>
#include <string>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/gamma.hpp"

namespace pressgauge::stats::detail {

Observed observed(std::string_view name, const core::VectorRef& values) {
  const std::array<Column, 1> column{{{name, values, Domain::count}}};
  check_columns(column);
  Observed out;
  for (Eigen::Index i = 0; i < values.size(); ++i) {
    if (std::isnan(values[i])) continue;
    out.total.push_back(out.total.back() + values[i]);
    out.period.push_back(i + 1);
  }
  constexpr double kExact = 9007199254740992.0;  // 2^53
  if (out.total.back() > kExact) {
    throw DomainError("the sum of " + std::string(name) + " is " +
                      core::to_string(out.total.back()) + ", expected at most 2^53");
  }
  if (out.size() > 0) return out;
  throw DomainError(std::string(name) + " has " + std::to_string(values.size()) +
                    " entries, expected at least one that is reported");
}

Row garwood(double events, double exposure, double alpha) {
  const double log_tail = std::log(0.5 * alpha);
  return {.estimate = events / exposure,
          .low = events == 0 ? 0 : gamma_quantile(events, Tail::lower, log_tail) / exposure,
          .high = gamma_quantile(events + 1, Tail::upper, log_tail) / exposure};
}

}  // namespace pressgauge::stats::detail
