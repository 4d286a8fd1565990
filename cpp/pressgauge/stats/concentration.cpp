// SPDX-License-Identifier: MIT
// The concentration of votes that reports only bound.
#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/elections.hpp"

namespace pressgauge::stats {
namespace {

using core::Interval;
using core::kInfinity;
using Votes = std::span<const Interval>;

// Sum of squares over the square of the sum; NaN without votes.
struct Sums {
  double votes = 0;
  double squares = 0;

  void add(double vote) {
    votes += vote;
    squares += vote * vote;
  }
  double value() const { return squares / (votes * votes); }
};

// All votes as near to a level as their bounds let them come.
double at_level(Votes votes, double level) {
  Sums out;
  for (const Interval& each : votes) out.add(std::clamp(level, each.low, each.high));
  return out.value();
}

// Between two bounds the votes that follow the level are the same ones; the others have a sum A and
// a sum of squares B, and the least is at the level B / A.
double best_level(Votes votes, double from, double to) {
  Sums others;
  for (const Interval& each : votes) {
    if (each.high <= from) others.add(each.high);
    if (each.low >= to) others.add(each.low);
  }
  return others.votes == 0 ? from : std::clamp(others.squares / others.votes, from, to);
}

double least(Votes votes) {
  std::vector<double> bounds;
  for (const Interval& each : votes) {
    bounds.push_back(each.low);
    if (std::isfinite(each.high)) bounds.push_back(each.high);
  }
  std::sort(bounds.begin(), bounds.end());
  // Above all bounds, for votes without an upper one.
  bounds.push_back(std::max(2 * bounds.back(), 1.0) * 1e6);
  double out = 1;
  for (std::size_t k = 0; k + 1 < bounds.size(); ++k) {
    for (const double level : {bounds[k], best_level(votes, bounds[k], bounds[k + 1])}) {
      const double value = at_level(votes, level);
      if (value < out) out = value;  // not for NaN
    }
  }
  return out;
}

// A party without an upper bound may have nearly all votes. Else at a corner, for the concentration
// is quasi-convex.
double most(Votes votes) {
  std::vector<Interval> open;
  Sums exact;
  for (const Interval& each : votes) {
    if (std::isinf(each.high)) return 1;
    if (each.is_exact()) exact.add(each.low);
    if (!each.is_exact()) open.push_back(each);
  }
  double out = 0;
  for (std::size_t corner = 0; corner < (std::size_t{1} << open.size()); ++corner) {
    Sums sums = exact;
    for (std::size_t k = 0; k < open.size(); ++k) {
      sums.add(((corner >> k) & 1U) != 0 ? open[k].high : open[k].low);
    }
    if (sums.votes > 0) out = std::max(out, sums.value());
  }
  return out;
}

void check(Votes votes) {
  constexpr std::ptrdiff_t kMostBounded = 20;  // a million corners
  if (votes.empty()) throw DomainError("votes is empty, expected a number for each party");
  for (std::size_t k = 0; k < votes.size(); ++k) {
    const bool pointless = votes[k].is_exact() && std::isinf(votes[k].low);
    if (!(votes[k].low < 0) && !pointless) continue;
    throw DomainError("votes[" + std::to_string(k) + "] is " + core::to_string(votes[k]) +
                      ", expected a number >= 0");
  }
  const auto bounded = std::count_if(
      votes.begin(), votes.end(), [](const Interval& each) { return !each.is_exact(); });
  if (bounded > kMostBounded) {
    throw DomainError(std::to_string(bounded) + " of the votes are bounds, expected at most 20");
  }
}

}  // namespace

Estimate concentration(Votes votes) {
  check(votes);
  Estimate out;
  out.method = "herfindahl_hirschman";
  out.identified = Interval::closed(0, 1);
  const auto missing = [](const Interval& v) { return std::isnan(v.low) || std::isnan(v.high); };
  const auto nothing = [](const Interval& v) { return v.high == 0; };
  const auto unbounded = [](const Interval& v) { return std::isinf(v.high); };
  if (std::any_of(votes.begin(), votes.end(), missing)) {
    out.flags = bit(Flag::missing);
  } else if (std::all_of(votes.begin(), votes.end(), nothing)) {
    out.flags = bit(Flag::undefined);
  } else {
    const bool open = std::any_of(votes.begin(), votes.end(), unbounded);
    out.identified = {least(votes), most(votes), false, open};
    // Rounding may part the ends of what is one number.
    out.identified.low = std::min(out.identified.low, out.identified.high);
  }
  if (out.flags != 0) out.estimate = std::numeric_limits<double>::quiet_NaN();
  return out;
}

}  // namespace pressgauge::stats
