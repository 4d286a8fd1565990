// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/unconditional.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "pressgauge/stats/detail/hypergeometric.hpp"
#include "pressgauge/stats/detail/maximum.hpp"

namespace pressgauge::stats::detail {
namespace {

// Two tables are as extreme as each other when they differ by rounding only.
constexpr double kTie = 1e-13;

// The binomial probabilities that a double can tell from 0 beside the greatest, k = first, ….
struct Binomial {
  double first = 0;
  std::vector<double> values;
};

// From the mode outwards, then divided by the sum: no logarithms.
void fill(Binomial& out, double n, double p) {
  constexpr double kNegligible = 1e-22;  // of the mode's
  const double odds = p / (1 - p);
  const double mode = std::min(std::floor((n + 1) * p), n);
  out.values.assign(1, 1.0);
  double sum = 1;
  double term = 1;
  double k = mode;
  for (; k > 0 && term > kNegligible; k -= 1) {
    term *= k / ((n - k + 1) * odds);
    out.values.push_back(term);
    sum += term;
  }
  out.first = k;
  std::reverse(out.values.begin(), out.values.end());
  term = 1;
  for (k = mode; k < n && term > kNegligible; k += 1) {
    term *= (n - k) / (k + 1) * odds;
    out.values.push_back(term);
    sum += term;
  }
  for (double& value : out.values) value /= sum;
}

// Room that is used again at each proportion.
struct Workspace {
  Binomial first;
  Binomial second;
  std::vector<double> below;  // sum of second's values before each place
  std::vector<double> above;  // from each place on
};

void fill_tails(Workspace& at) {
  const std::size_t size = at.second.values.size();
  at.below.assign(size + 1, 0.0);
  at.above.assign(size + 1, 0.0);
  for (std::size_t k = 0; k < size; ++k) at.below[k + 1] = at.below[k] + at.second.values[k];
  for (std::size_t k = size; k-- > 0;) at.above[k] = at.above[k + 1] + at.second.values[k];
}

// The probability of the region where both proportions are p.
double size_at(const Region& region, double p, Workspace& at) {
  fill(at.first, static_cast<double>(region.up_to.size() - 1), p);
  fill(at.second, region.n2, p);
  fill_tails(at);
  const auto last = static_cast<double>(at.second.values.size());
  const auto place = [&](double k) {
    return static_cast<std::size_t>(std::clamp(k - at.second.first, 0.0, last));
  };
  const auto begin = static_cast<std::size_t>(at.first.first);
  double sum = 0;
  for (std::size_t k = 0; k < at.first.values.size(); ++k) {
    const double up_to = region.up_to[begin + k];
    const double from = region.from[begin + k];
    sum += at.first.values[k] * (at.below[place(up_to)] + at.above[place(from)]);
  }
  return sum;
}

Region nothing(const TwoSamples& s) {
  const auto size = static_cast<std::size_t>(s.n1) + 1;
  return {std::vector<double>(size, 0.0), std::vector<double>(size, s.n2 + 1), s.n2};
}

// With more successes in the first sample, more in the second are extreme: one walk finds all ends.
template <class IsExtreme>
void walk_up_to(Region& region, const IsExtreme& is_extreme) {
  double end = 0;
  for (std::size_t x1 = 0; x1 < region.up_to.size(); ++x1) {
    while (end <= region.n2 && is_extreme(static_cast<double>(x1), end)) end += 1;
    region.up_to[x1] = end;
  }
}

template <class IsExtreme>
void walk_from(Region& region, const IsExtreme& is_extreme) {
  double begin = region.n2 + 1;
  for (std::size_t x1 = region.from.size(); x1-- > 0;) {
    while (begin > 0 && is_extreme(static_cast<double>(x1), begin - 1)) begin -= 1;
    region.from[x1] = begin;
  }
}

// Both walks may meet where all tables are extreme: none counts twice.
void keep_apart(Region& region) {
  for (std::size_t k = 0; k < region.from.size(); ++k) {
    region.from[k] = std::max(region.from[k], region.up_to[k]);
  }
}

}  // namespace

double pooled_z(const TwoSamples& s) {
  const double successes = s.successes();
  const double failures = s.total() - successes;
  if (successes == 0 || failures == 0) return 0;
  const double variance = successes * failures / (s.n1 * s.n2 * s.total());
  return difference(s) / std::sqrt(variance);
}

double fisher_tail(const TwoSamples& s, Alternative alternative) {
  const Tail tail = alternative == Alternative::less ? Tail::lower : Tail::upper;
  return hypergeometric_tail(s.x1, s.total(), s.successes(), s.n1, tail);
}

Region barnard_region(const TwoSamples& s, Alternative alternative) {
  const double observed = pooled_z(s);
  const double size = std::abs(observed) * (1 - kTie);
  const bool two_sided = alternative == Alternative::two_sided;
  const double least = two_sided ? size : observed - kTie * std::abs(observed);
  const double most = two_sided ? -size : observed + kTie * std::abs(observed);
  Region out = nothing(s);
  const auto z = [&s](double x1, double x2) { return pooled_z({x1, s.n1, x2, s.n2}); };
  if (alternative != Alternative::less) {
    walk_up_to(out, [&](double x1, double x2) { return z(x1, x2) >= least; });
  }
  if (alternative != Alternative::greater) {
    walk_from(out, [&](double x1, double x2) { return z(x1, x2) <= most; });
  }
  keep_apart(out);
  return out;
}

Region boschloo_region(const TwoSamples& s, Alternative alternative) {
  const double most = fisher_tail(s, alternative) * (1 + kTie);
  Region out = nothing(s);
  const auto is_extreme = [&](double x1, double x2) {
    return fisher_tail({x1, s.n1, x2, s.n2}, alternative) <= most;
  };
  if (alternative == Alternative::less) {
    walk_from(out, is_extreme);
  } else {
    walk_up_to(out, is_extreme);
  }
  return out;
}

double greatest_size(const Region& region) {
  constexpr double kQuarterTurn = 1.5707963267948966;
  constexpr double kPerDeviation = 5;     // grid points for a standard deviation of asin √(x / n)
  constexpr double kNearGreatest = 0.98;  // between grid points it rises by less than 1 %
  Workspace room;
  // In the angle, whose standard deviation is 1 / (2 √n) everywhere.
  const auto size_of_angle = [&](double angle) {
    const double sine = std::sin(angle);
    return size_at(region, sine * sine, room);
  };
  const double total = static_cast<double>(region.up_to.size() - 1) + region.n2;
  const double steps = std::ceil(kQuarterTurn * 2 * kPerDeviation * std::sqrt(total)) + 8;
  const double step = kQuarterTurn / steps;
  std::vector<double> grid;
  for (double k = 0; k <= steps; k += 1) {
    grid.push_back(size_of_angle(std::min(k * step, kQuarterTurn * (1 - 1e-9))));
  }
  const double best = *std::max_element(grid.begin(), grid.end());
  double greatest = best;
  for (std::size_t k = 1; k + 1 < grid.size(); ++k) {
    if (grid[k] < kNearGreatest * best || grid[k] < std::max(grid[k - 1], grid[k + 1])) continue;
    const auto centre = static_cast<double>(k) * step;
    const double high = std::min(centre + step, kQuarterTurn * (1 - 1e-9));
    greatest = std::max(greatest, maximum(size_of_angle, centre - step, high).value);
  }
  return std::min(greatest, 1.0);
}

}  // namespace pressgauge::stats::detail
