// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/noncentral.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>

#include "pressgauge/stats/detail/fitted_cells.hpp"

namespace pressgauge::stats::detail {
namespace {

constexpr double kNegligible = 1e-19;  // of a sum, for terms that fall

// P(X = k + step) / P(X = k)
double ratio(const Margins& margins, double k, double step, double odds_ratio) {
  return step > 0 ? odds_ratio * margins.rise(k) : 1 / (odds_ratio * margins.rise(k - 1));
}

void scale(Side& side, double factor) {
  side.sum *= factor;
  side.first *= factor;
  side.second *= factor;
}

// Adds the terms on one side of x; where they grow beyond all numbers, the unit grows with them.
void add_side(const Margins& margins, double x, double step, double odds_ratio, Sides& sides) {
  constexpr double kHuge = 1e250;
  const double end = step > 0 ? margins.most() : margins.least();
  Side& side = step > 0 ? sides.above : sides.below;
  double term = sides.at;
  for (double k = x; k != end;) {
    const double next = ratio(margins, k, step, odds_ratio);
    term *= next;
    k += step;
    const double distance = std::abs(k - x);
    side.sum += term;
    side.first += distance * term;
    side.second += distance * distance * term;
    if (next < 1 && distance * distance * term <= kNegligible * (side.second + sides.at)) break;
    if (term < kHuge) continue;
    scale(sides.below, 1 / kHuge);
    scale(sides.above, 1 / kHuge);
    sides.at /= kHuge;
    term /= kHuge;
  }
}

// The likeliest k: near the expected number, and found from there.
double mode(const Margins& margins, double odds_ratio) {
  const double n1 = margins.n1 + 1;
  const double n2 = margins.n2 + 1;
  const double expected = fitted_cells(n1, n2, margins.successes + 1, odds_ratio).success1;
  double k = std::clamp(std::floor(expected), margins.least(), margins.most());
  while (k < margins.most() && ratio(margins, k, 1, odds_ratio) > 1) k += 1;
  while (k > margins.least() && ratio(margins, k, -1, odds_ratio) > 1) k -= 1;
  return k;
}

}  // namespace

Sides sides(const Margins& margins, double x, double odds_ratio) {
  Sides out;
  add_side(margins, x, -1, odds_ratio, out);
  add_side(margins, x, 1, odds_ratio, out);
  return out;
}

LogTail log_tail(
    const Margins& margins, double x, double odds_ratio, Tail tail, double share_of_x) {
  const Sides all = sides(margins, x, odds_ratio);
  const Side& side = tail == Tail::upper ? all.above : all.below;
  const double sign = tail == Tail::upper ? 1 : -1;
  const double sum = share_of_x * all.at + side.sum;
  const double mean = (all.above.first - all.below.first) / all.total();  // less x
  return {std::log(sum / all.total()), sign * side.first / sum - mean};
}

double Likelihoods::at(double x) const {
  const double place = x - first;
  if (place < 0 || place >= static_cast<double>(values.size())) return 0;
  return values[static_cast<std::size_t>(place)];
}

double Likelihoods::tail(double x, Tail tail) const {
  const auto size = static_cast<double>(values.size());
  // How many of the values, from the far end.
  const double count = tail == Tail::lower ? x - first + 1 : first + size - x;
  const auto taken = static_cast<std::ptrdiff_t>(std::clamp(count, 0.0, size));
  const double sum = tail == Tail::lower
                         ? std::accumulate(values.begin(), values.begin() + taken, 0.0)
                         : std::accumulate(values.rbegin(), values.rbegin() + taken, 0.0);
  return std::min(1.0, sum / total);
}

Likelihoods likelihoods(const Margins& margins, double odds_ratio) {
  const double top = mode(margins, odds_ratio);
  std::vector<double> down;
  double term = 1;
  for (double k = top; k > margins.least() && term > 0; k -= 1) {
    term *= ratio(margins, k, -1, odds_ratio);
    down.push_back(term);
  }
  Likelihoods out;
  out.first = top - static_cast<double>(down.size());
  out.values.assign(down.rbegin(), down.rend());
  out.values.push_back(term = 1);
  for (double k = top; k < margins.most() && term > 0; k += 1) {
    term *= ratio(margins, k, 1, odds_ratio);
    out.values.push_back(term);
  }
  // Small terms first, on either side of the mode.
  const auto below = static_cast<std::ptrdiff_t>(down.size());
  out.total = 1 + std::accumulate(out.values.begin(), out.values.begin() + below, 0.0) +
              std::accumulate(out.values.rbegin(), out.values.rend() - (below + 1), 0.0);
  return out;
}

}  // namespace pressgauge::stats::detail
