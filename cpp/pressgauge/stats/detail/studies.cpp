// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/studies.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"

namespace pressgauge::stats::detail {
namespace {

// Squares of effects over squares of variances stay within doubles.
constexpr double kMost = 1e50;

std::string entry(std::string_view name, std::size_t i, std::size_t across) {
  std::string place = std::to_string(across == 0 ? i : i / across);
  if (across != 0) place += ", " + std::to_string(i % across);
  return std::string(name) + "[" + place + "]";
}

}  // namespace

Weighted weighted(const Studies& studies, double tau2) {
  Weighted out;
  // From the first study on, so that equal effects leave residuals of exactly 0.
  const double origin = studies.y[0];
  double moment = 0;
  for (std::size_t i = 0; i < studies.size(); ++i) {
    const double w = 1 / (studies.v[i] + tau2);
    out.sum += w;
    out.sum_of_squares += w * w;
    moment += w * (studies.y[i] - origin);
  }
  const double shift = moment / out.sum;
  out.mean = origin + shift;
  for (std::size_t i = 0; i < studies.size(); ++i) {
    const double r = (studies.y[i] - origin) - shift;
    const double w = 1 / (studies.v[i] + tau2);
    const double share = w * r * r;
    out.q += share;
    out.q_squared += w * share;
  }
  return out;
}

Plain plain(std::span<const double> y) {
  Plain out;
  double moment = 0;
  for (const double value : y) moment += value - y[0];
  const double shift = moment / static_cast<double>(y.size());
  out.mean = y[0] + shift;
  for (const double value : y) {
    const double r = (value - y[0]) - shift;
    out.sum_of_squares += r * r;
  }
  return out;
}

double typical_variance(const Studies& studies) {
  // (k - 1) / (Σw - Σw² / Σw), the divisor as a sum of products so that nothing cancels where one
  // study has nearly all the weight: Σ_i w_i (Σ_j≠i w_j) / Σw.
  double sum = 0;
  double pairs = 0;
  for (const double v : studies.v) {
    const double w = 1 / v;
    pairs += w * sum;
    sum += w;
  }
  return static_cast<double>(studies.size() - 1) / (2 * pairs / sum);
}

void check_studies(std::span<const double> y, std::span<const double> v, std::size_t across) {
  if (y.size() != v.size()) {
    throw DomainError("y has " + std::to_string(y.size()) + " entries, v has " +
                      std::to_string(v.size()));
  }
  for (std::size_t i = 0; i < y.size(); ++i) {
    if (std::abs(y[i]) > kMost) {
      throw DomainError(entry("y", i, across) + " is " + core::to_string(y[i]) +
                        ", expected a finite number up to 1e50, or NaN");
    }
    if (v[i] > kMost || v[i] < 1 / kMost) {
      throw DomainError(entry("v", i, across) + " is " + core::to_string(v[i]) +
                        ", expected a variance > 0 from 1e-50 to 1e50, or NaN");
    }
  }
}

}  // namespace pressgauge::stats::detail
