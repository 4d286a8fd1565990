// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/grid.hpp"

#include <cmath>

namespace pressgauge::stats::detail {
namespace {

using core::Interval;

constexpr int kMostValues = 17;  // of one input: three inputs are then looked at 4913 times

std::vector<double> values_in(const Interval& allowed) {
  std::vector<double> out;
  if (allowed.high - allowed.low < kMostValues) {
    // Counted by themselves: beyond 2^53 a number and the next are one.
    for (int k = 0; k < kMostValues && allowed.low + k <= allowed.high; ++k) {
      if (out.empty() || allowed.low + k > out.back()) out.push_back(allowed.low + k);
    }
    return out;
  }
  constexpr double kFar = 1048576;  // 2^20: as far as values between the ends go without a bound
  const double width = std::isinf(allowed.high) ? kFar : allowed.high - allowed.low;
  for (int k = 0; k + 1 < kMostValues; ++k) {
    const double share = static_cast<double>(k) / (kMostValues - 1);
    const double x = allowed.low + std::floor(std::expm1(share * std::log1p(width)));
    if (out.empty() || x > out.back()) out.push_back(x);
  }
  out.push_back(allowed.high);
  return out;
}

}  // namespace

std::vector<std::vector<double>> grid(std::span<const Interval> allowed,
                                      std::span<const PartOf> parts) {
  std::vector<std::vector<double>> points{{}};
  for (const Interval& each : allowed) {
    const std::vector<double> values = values_in(each);
    std::vector<std::vector<double>> longer;
    for (const auto& point : points) {
      for (const double value : values) {
        longer.push_back(point);
        longer.back().push_back(value);
      }
    }
    points = std::move(longer);
  }
  for (auto& point : points) {
    for (const PartOf& pair : parts) {
      point[pair.part] = std::min(point[pair.part], point[pair.whole]);
    }
  }
  return points;
}

}  // namespace pressgauge::stats::detail
