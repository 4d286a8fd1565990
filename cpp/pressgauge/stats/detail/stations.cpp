// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/stations.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/normal_tail.hpp"

namespace pressgauge::stats::detail {

void check_stations(std::span<const Column> columns, std::span<const PartOf> parts) {
  constexpr double kMostCount = 9007199254740992;  // 2^53
  check_columns(columns, parts);
  for (const Column& column : columns) {
    for (Eigen::Index i = 0; i < column.values.size(); ++i) {
      if (!(column.values[i] > kMostCount)) continue;
      throw DomainError(std::string(column.name) + "[" + std::to_string(i) + "] is " +
                        core::to_string(column.values[i]) + ", expected at most 2^53");
    }
  }
}

double normal_pvalue(double z, Alternative alternative) {
  if (alternative == Alternative::greater) return normal_tail(z);
  if (alternative == Alternative::less) return normal_tail(-z);
  return std::min(1.0, 2 * normal_tail(std::abs(z)));
}

}  // namespace pressgauge::stats::detail
