// SPDX-License-Identifier: MIT
#include "pressgauge/stats/mover.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/rows.hpp"

namespace pressgauge::stats {
namespace {

using core::kInfinity;
using detail::Row;

struct Quantity {
  double estimate;
  double low;
  double high;
};

Row difference_row(const Quantity& first, const Quantity& second) {
  const double value = first.estimate - second.estimate;
  return {.estimate = value,
          .low = value - std::hypot(first.estimate - first.low, second.high - second.estimate),
          .high = value + std::hypot(first.high - first.estimate, second.estimate - second.low)};
}

// What the equation (θ1 - r θ2)² = (θ1 - e1)² + r² (e2 - θ2)² is made of, as a quadratic in r.
struct Quadratic {
  double constant;  // e1 (2 θ1 - e1)
  double half_linear;
  double leading;  // e2 (2 θ2 - e2)

  Quadratic(const Quantity& first, double end_1, const Quantity& second, double end_2)
      : constant(end_1 * (2 * first.estimate - end_1)),
        half_linear(first.estimate * second.estimate),
        leading(end_2 * (2 * second.estimate - end_2)) {}

  double root() const {
    return std::sqrt(std::max(half_linear * half_linear - constant * leading, 0.0));
  }
};

// The smaller root, as constant / (half + root): nothing cancels.
double ratio_low(const Quantity& first, const Quantity& second) {
  if (first.low == 0 || std::isinf(second.high)) return 0;
  const Quadratic at(first, first.low, second, second.high);
  return at.constant / (at.half_linear + at.root());
}

double ratio_high(const Quantity& first, const Quantity& second) {
  const Quadratic at(first, first.high, second, second.low);
  if (second.low == 0 || std::isinf(first.high) || !(at.leading > 0)) return kInfinity;
  return (at.half_linear + at.root()) / at.leading;
}

Row ratio_row(const Quantity& first, const Quantity& second) {
  Row out{.estimate = first.estimate / second.estimate,
          .low = ratio_low(first, second),
          .high = ratio_high(first, second)};
  if (first.estimate == 0 && second.estimate == 0) out.flags |= bit(Flag::undefined);
  if (std::isinf(out.high)) out.flags |= bit(Flag::one_sided);
  return out;
}

void check_not_negative(const char* name, const WithIntervals& column) {
  for (Eigen::Index i = 0; i < column.low.size(); ++i) {
    if (!(column.low[i] < 0)) continue;
    throw DomainError(std::string(name) + "[" + std::to_string(i) + "] reaches down to " +
                      core::to_string(column.low[i]) + ", expected a quantity of at least 0");
  }
}

Estimates rows_of(const WithIntervals& first,
                  const WithIntervals& second,
                  Row (*row_of)(const Quantity&, const Quantity&)) {
  const Eigen::Index size = first.estimate.size();
  if (second.estimate.size() != size) {
    throw DomainError("first has " + std::to_string(size) + " entries, second has " +
                      std::to_string(second.estimate.size()));
  }
  Estimates out(size);
  for (Eigen::Index i = 0; i < size; ++i) {
    const Quantity one{first.estimate[i], first.low[i], first.high[i]};
    const Quantity two{second.estimate[i], second.low[i], second.high[i]};
    const bool missing = std::isnan(one.low) || std::isnan(two.low);
    const Row row = missing ? Row{.flags = bit(Flag::missing)} : row_of(one, two);
    out.estimate[i] = row.estimate;
    out.low[i] = row.low;
    out.high[i] = row.high;
    out.flags[i] = row.flags;
  }
  return out;
}

}  // namespace

Estimates mover_difference(const WithIntervals& first, const WithIntervals& second) {
  return rows_of(first, second, difference_row);
}

Estimates mover_ratio(const WithIntervals& first, const WithIntervals& second) {
  check_not_negative("first", first);
  check_not_negative("second", second);
  return rows_of(first, second, ratio_row);
}

}  // namespace pressgauge::stats
