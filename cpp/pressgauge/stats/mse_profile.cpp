// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <limits>

#include "pressgauge/stats/detail/gamma.hpp"
#include "pressgauge/stats/detail/loglinear_fit.hpp"
#include "pressgauge/stats/detail/overlaps.hpp"
#include "pressgauge/stats/detail/roots.hpp"
#include "pressgauge/stats/detail/rows.hpp"
#include "pressgauge/stats/loglinear.hpp"
#include "pressgauge/stats/normal.hpp"

namespace pressgauge::stats {
namespace {

using core::Interval;
using core::kInfinity;
using detail::Ending;
using detail::LoglinearState;
using detail::Mask;
using detail::Overlaps;
using detail::Row;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kNobody = 1e-9;  // the unseen, where 0 would have no logarithm
constexpr double kBeyond = 1e15;  // persons: no count reaches it
constexpr double kDoubling = 2;

// The multinomial likelihood of the number that nobody saw, all else at its best.
class Profile {
 public:
  Profile(const Overlaps& seen, std::vector<Mask> terms)
      : counts_(seen.counts), terms_(std::move(terms)), observed_(seen.observed) {}

  /// Its logarithm, without the terms that don't depend on the unseen.
  double value(double unseen) {
    fit(unseen);
    const double all = observed_ + unseen;
    double sum = detail::log_gamma(all + 1) - detail::log_gamma(unseen + 1);
    for (std::size_t h = 0; h < counts_.size(); ++h) {
      if (counts_[h] > 0) sum += counts_[h] * std::log(state_.fitted[h] / all);
    }
    return sum;
  }

  /// Its slope: at the best values of all else only the explicit terms count.
  double slope(double unseen) {
    fit(unseen);
    const double all = observed_ + unseen;
    return detail::digamma(all + 1) - detail::digamma(unseen + 1) +
           std::log(state_.fitted[0] / all);
  }

 private:
  void fit(double unseen) {
    counts_[0] = unseen;
    state_ = detail::loglinear_fit(counts_, terms_, true);
  }

  std::vector<double> counts_;
  std::vector<Mask> terms_;
  double observed_;
  LoglinearState state_;
};

// Where f, positive at `low`, first turns negative; ∞ where it doesn't.
template <class F>
double crossing_above(F&& f, double low, double step) {
  double inside = low;
  double at_inside = f(low);
  for (double outside = low + step; outside < kBeyond; outside = low + step) {
    const double at_outside = f(outside);
    if (at_outside <= 0) return detail::root(f, inside, outside, at_inside, at_outside);
    inside = outside;
    at_inside = at_outside;
    step *= kDoubling;
  }
  return kInfinity;
}

Row profile_row(Profile& profile, double observed, double guess, double drop) {
  const auto slope = [&](double unseen) { return profile.slope(unseen); };
  Row out;
  // The top.
  double best = kNobody;
  if (slope(kNobody) > 0) best = crossing_above(slope, kNobody, std::max(guess, 1.0));
  if (std::isinf(best)) {
    out = {.estimate = kInfinity, .low = observed, .high = kInfinity};
    out.flags = bit(Flag::one_sided);
    return out;
  }
  const double top = profile.value(best);
  const auto above = [&](double unseen) { return profile.value(unseen) - top + drop; };
  // Both ends.
  const double at_nobody = above(kNobody);
  const bool reaches_nobody = best == kNobody || at_nobody >= 0;
  out.low = reaches_nobody ? 0 : detail::root(above, kNobody, best, at_nobody, drop);
  out.high = crossing_above(above, best, std::max(best, 1.0));
  if (reaches_nobody) out.flags |= bit(Flag::clipped);
  if (std::isinf(out.high)) out.flags |= bit(Flag::one_sided);
  out.estimate = observed + (best == kNobody ? 0 : best);
  out.low += observed;
  out.high += observed;
  return out;
}

}  // namespace

Estimate mse_profile(const core::VectorRef& counts,
                     const Interactions& interactions,
                     double alpha,
                     Alternative alternative) {
  const Overlaps seen = detail::overlaps_of(counts);
  const auto terms = detail::hierarchical_terms(interactions, seen.lists);
  const double z = detail::two_sided_deviate(detail::two_sided_alpha(alpha, alternative)).value();
  const Interval range = Interval::at_least(seen.observed);
  Estimate out;
  if (seen.missing) {
    out = detail::missing_estimate(range);
  } else {
    const LoglinearState state = detail::loglinear_fit(seen.counts, terms, false);
    Row row{.estimate = kNaN, .low = seen.observed, .high = kInfinity};
    row.flags = bit(Flag::undefined) | bit(Flag::one_sided);
    if (state.ending != Ending::unidentified) {
      Profile profile(seen, terms);
      const double guess = state.ending == Ending::unbounded ? seen.observed : state.fitted[0];
      row = profile_row(profile, seen.observed, guess, z * z / 2);
    }
    out = detail::exact_estimate(detail::for_alternative(row, alternative, range), range);
  }
  detail::set_method(out, "profile", alpha, false);
  return out;
}

}  // namespace pressgauge::stats
