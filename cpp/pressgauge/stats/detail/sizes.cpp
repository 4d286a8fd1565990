// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/sizes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/gamma.hpp"
#include "pressgauge/stats/detail/power_tail.hpp"
#include "pressgauge/stats/detail/rows.hpp"

namespace pressgauge::stats::detail {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Exponent {
  double alpha;
  double variance;   // of log x under the law
  double log_total;  // log of the sum, or integral, of x^-alpha from xmin on
  bool found = true;
};

// alpha for which the mean of log(x / xmin) under the law is `mean`. In the continuous law that is
// 1 / (alpha - 1); the reciprocal of the mean, counted from xmin - 1/2, is nearly straight in the
// discrete one too, so that Newton's method needs few steps.
Exponent discrete_exponent(double xmin, double mean) {
  constexpr int kMostSteps = 60;
  constexpr double kSmallStep = 1e-14;
  constexpr double kRounding = 1e-9;
  constexpr double kUnderflow = 600;  // exp(-kUnderflow) is still a number, with its derivatives
  const double origin = std::log(xmin - 0.5);
  const double target = mean + (std::log(xmin) - origin);
  double low = 1;
  double high = kUnderflow / std::log(xmin + 1);
  double alpha = std::min(1 + 1 / target, 0.5 * high);
  double variance = 0;
  double last = high;
  for (int k = 0; k < kMostSteps; ++k) {
    const Zeta zeta = hurwitz_zeta(alpha, xmin);
    const double slope = zeta.first / zeta.value;
    variance = zeta.second / zeta.value - slope * slope;
    const double expected = -slope - origin;
    (expected > target ? low : high) = alpha;
    const double step = (1 / target - 1 / expected) * expected * expected / variance;
    // A small step that doesn't shrink is rounding error.
    const double size = std::abs(step) / alpha;
    if (size <= kSmallStep || (size < kRounding && size > 0.5 * last)) {
      return {alpha, variance, std::log(zeta.value)};
    }
    last = size;
    const double next = alpha + step;
    alpha = next > low && next < high ? next : 0.5 * (low + high);
  }
  return {alpha, variance, std::log(hurwitz_zeta(alpha, xmin).value), false};
}

Exponent continuous_exponent(double xmin, double mean) {
  const double alpha = 1 + 1 / mean;
  return {alpha, mean * mean, std::log(mean) - (alpha - 1) * std::log(xmin)};
}

// Distances at one place of the data: just below the size and at it.
struct Distance {
  double below;
  double at;
};

// Kolmogorov's distance by the distances at each size from `start` on.
template <class DistanceAt>
void set_distances(PowerLawFit& fit,
                   std::size_t start,
                   std::size_t size,
                   double limit,
                   const DistanceAt& distance_at) {
  // Some sizes first: most fits that are farther than the limit show it there.
  constexpr std::size_t kStride = 16;
  for (std::size_t i = start; i < size && limit < kInfinity; i += kStride) {
    const Distance each = distance_at(i);
    fit.ks = std::max({fit.ks, each.below, each.at});
  }
  for (std::size_t i = start; i < size && fit.ks < limit; ++i) {
    const Distance each = distance_at(i);
    fit.ks = std::max({fit.ks, each.below, each.at});
    fit.ks_observed = std::max(fit.ks_observed, each.at);
  }
}

void set_discrete(PowerLawFit& fit, const Sizes& sizes, std::size_t start, double limit) {
  const PowerTail tail(fit.alpha, fit.xmin);
  const double n = sizes.from[start];
  set_distances(fit, start, sizes.size(), limit, [&](std::size_t i) {
    const double term = tail.term(sizes.log[i]);
    const double sum = tail.sum_from(sizes.value[i], term);
    return Distance{std::abs(sizes.from[i] / n - sum / tail.total()),
                    std::abs(sizes.from[i + 1] / n - (sum - term) / tail.total())};
  });
}

void set_continuous(PowerLawFit& fit, const Sizes& sizes, std::size_t start, double limit) {
  const double n = sizes.from[start];
  const double log_xmin = std::log(fit.xmin);
  set_distances(fit, start, sizes.size(), limit, [&](std::size_t i) {
    const double above = std::exp((1 - fit.alpha) * (sizes.log[i] - log_xmin));
    return Distance{std::abs(sizes.from[i] / n - above), std::abs(sizes.from[i + 1] / n - above)};
  });
}

std::string number_of(const Sizes& sizes) {
  return core::to_string(sizes.size() == 0 ? 0 : sizes.from.front());
}

// A size of 0 is no place where a law begins.
std::size_t first_positive(const Sizes& sizes) {
  return sizes.size() > 0 && sizes.value.front() == 0 ? 1 : 0;
}

PowerLawFit best_fit(const Sizes& sizes, bool discrete) {
  const std::size_t first = first_positive(sizes);
  if (sizes.size() < first + 2) {
    throw DomainError("x has " + std::to_string(sizes.size() - first) +
                      " different sizes above 0 "
                      "of " +
                      number_of(sizes) + ", expected at least 2 to choose xmin");
  }
  // The last size alone has no exponent.
  PowerLawFit best{.ks = kInfinity};
  for (std::size_t k = first; k + 1 < sizes.size(); ++k) {
    const PowerLawFit fit = fit_from(sizes, k, sizes.value[k], discrete, best.ks);
    if (fit.ks < best.ks && !has(fit.flags, Flag::no_convergence)) best = fit;
  }
  if (best.ks < kInfinity) return best;
  return fit_from(sizes, first, sizes.value[first], discrete);
}

}  // namespace

std::vector<double> reported_sizes(const core::VectorRef& x, bool discrete) {
  const std::array<Column, 1> column{{{"x", x, discrete ? Domain::count : Domain::exposure}}};
  check_columns(column);
  std::vector<double> out;
  std::copy_if(
      x.begin(), x.end(), std::back_inserter(out), [](double each) { return !std::isnan(each); });
  return out;
}

Sizes sizes_of(std::vector<double>& x) {
  std::sort(x.begin(), x.end());
  Sizes out;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (i > 0 && x[i] == x[i - 1]) continue;
    out.value.push_back(x[i]);
    out.log.push_back(std::log(x[i]));
    out.from.push_back(static_cast<double>(x.size() - i));
  }
  out.from.push_back(0);
  out.log_from.resize(out.from.size());
  for (std::size_t k = out.size(); k-- > 0;) {
    const double count = out.from[k] - out.from[k + 1];
    out.log_from[k] = out.log_from[k + 1] + count * out.log[k];
  }
  return out;
}

PowerLawFit fit_from(
    const Sizes& sizes, std::size_t start, double xmin, bool discrete, double limit) {
  const double n = sizes.from[start];
  PowerLawFit fit{.xmin = xmin, .tail = static_cast<std::int64_t>(n)};
  const double log_xmin = std::log(xmin);
  const double mean = sizes.log_from[start] / n - log_xmin;
  // Nearer to xmin, the difference of two logarithms is rounding.
  constexpr double kLeastMean = 1e-12;
  if (mean <= kLeastMean * (1 + std::abs(log_xmin))) {
    fit.alpha = kInfinity;
    fit.standard_error = kNaN;
    fit.loglik = discrete ? 0 : kInfinity;
    fit.flags = bit(Flag::degenerate);
    return fit;
  }
  const Exponent exponent =
      discrete ? discrete_exponent(xmin, mean) : continuous_exponent(xmin, mean);
  fit.alpha = exponent.alpha;
  fit.standard_error = 1 / std::sqrt(n * exponent.variance);
  fit.loglik = -fit.alpha * sizes.log_from[start] - n * exponent.log_total;
  if (!exponent.found) fit.flags = bit(Flag::no_convergence);
  (discrete ? set_discrete : set_continuous)(fit, sizes, start, limit);
  return fit;
}

PowerLawFit fit_sizes(const Sizes& sizes, const PowerLawOptions& options) {
  if (!options.xmin) return best_fit(sizes, options.discrete);
  const double xmin = *options.xmin;
  const bool whole = xmin == std::floor(xmin) && xmin >= 1;
  if (!(xmin > 0) || std::isinf(xmin) || (options.discrete && !whole)) {
    throw DomainError("xmin is " + core::to_string(xmin) + ", expected " +
                      (options.discrete ? "a whole number >= 1" : "a number > 0"));
  }
  const auto at = std::lower_bound(sizes.value.begin(), sizes.value.end(), xmin);
  if (at == sizes.value.end()) {
    throw DomainError("xmin is " + core::to_string(xmin) + ", and none of " + number_of(sizes) +
                      " sizes is that large");
  }
  const auto start = static_cast<std::size_t>(at - sizes.value.begin());
  return fit_from(sizes, start, xmin, options.discrete);
}

PowerLawFit fit_sample(std::vector<double>& x, const PowerLawOptions& options) {
  const Sizes sizes = sizes_of(x);
  const std::size_t candidates = sizes.size() - first_positive(sizes);
  const bool lawful = options.xmin ? sizes.value.back() >= *options.xmin : candidates >= 2;
  if (lawful) return fit_sizes(sizes, options);
  return {.alpha = kNaN, .xmin = kNaN};
}

}  // namespace pressgauge::stats::detail
