// SPDX-License-Identifier: MIT
#include "pressgauge/stats/censored.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/counts.hpp"
#include "pressgauge/stats/detail/gamma.hpp"
#include "pressgauge/stats/detail/normal_tail.hpp"
#include "pressgauge/stats/detail/proportion_limits.hpp"
#include "pressgauge/stats/detail/roots.hpp"
#include "pressgauge/stats/detail/saddle_point.hpp"

namespace pressgauge::stats {
namespace {

using core::Interval;
using core::kInfinity;
using detail::Tail;

// No count of news comes near; a double's whole numbers end some 9e15.
constexpr double kMostMean = 1e18;
constexpr double kLeastMean = 1e-300;

std::vector<Interval> checked(const std::vector<Interval>& reports) {
  if (reports.empty()) throw DomainError("reports is empty, expected at least one interval");
  std::vector<Interval> out;
  for (std::size_t k = 0; k < reports.size(); ++k) {
    out.push_back(detail::whole_numbers({"reports[" + std::to_string(k) + "]", reports[k]}));
  }
  return out;
}

// log(exp(a) - exp(b)), a >= b.
double log_difference(double a, double b) { return a + std::log1p(-std::exp(b - a)); }

// log P(low <= X <= high), from the tails on the side where they are small.
double log_probability(const Interval& report, double mean) {
  const auto [low, high, low_open, high_open] = report;
  if (low == high) return detail::log_poisson(low, mean);
  if (low == 0 && std::isinf(high)) return 0;
  if (low == 0) return detail::log_poisson_tail(high, mean, Tail::lower);
  if (std::isinf(high)) return detail::log_poisson_tail(low, mean, Tail::upper);
  if (low > mean) {
    return log_difference(detail::log_poisson_tail(low, mean, Tail::upper),
                          detail::log_poisson_tail(high + 1, mean, Tail::upper));
  }
  return log_difference(detail::log_poisson_tail(high, mean, Tail::lower),
                        detail::log_poisson_tail(low - 1, mean, Tail::lower));
}

// Its derivative in the mean: the flow into the interval at its low end less that out at its high.
double score(const Interval& report, double mean) {
  if (report.is_exact()) return report.low / mean - 1;
  const double inside = log_probability(report, mean);
  const double in =
      report.low == 0 ? 0 : std::exp(detail::log_poisson(report.low - 1, mean) - inside);
  const double out =
      std::isinf(report.high) ? 0 : std::exp(detail::log_poisson(report.high, mean) - inside);
  return in - out;
}

template <class Each>
double sum(const std::vector<Interval>& reports, const Each& each) {
  double total = 0;
  for (const Interval& report : reports) total += each(report);
  return total;
}

double best_mean(const std::vector<Interval>& reports) {
  const auto all = [&](const auto& holds) {
    return std::all_of(reports.begin(), reports.end(), holds);
  };
  if (all([](const Interval& r) { return r.low == 0; })) return 0;
  if (all([](const Interval& r) { return std::isinf(r.high); })) return kInfinity;
  const auto slope = [&](double mean) {
    return sum(reports, [mean](const Interval& report) { return score(report, mean); });
  };
  double low = 1;
  double high = 1;
  while (slope(low) < 0 && low > kLeastMean) low /= 16;
  while (slope(high) > 0 && high < kMostMean) high *= 16;
  return detail::root(slope, low, high);
}

double likelihood_at(const std::vector<Interval>& reports, double mean) {
  if (mean == 0) return 0;  // all reports allow 0, and it is certain
  if (std::isinf(mean)) return 0;
  return sum(reports, [mean](const Interval& report) { return log_probability(report, mean); });
}

// Where the log likelihood has fallen by z² / 2, on either side of its best.
Interval ratio_interval(const std::vector<Interval>& reports, double best, double alpha) {
  const double target = likelihood_at(reports, best) - detail::level(alpha).z_squared.value() / 2;
  const auto excess = [&](double mean) { return likelihood_at(reports, mean) - target; };
  Interval out{0, kInfinity, false, true};
  if (best > 0) {
    double low = std::isinf(best) ? 1 : best;
    while (low > kLeastMean && excess(low) > 0) low /= 2;
    double above = std::isinf(best) ? low : best;
    while (std::isinf(best) && excess(above) <= 0) above *= 2;
    if (low > kLeastMean) out.low = detail::root(excess, low, above);
  }
  if (!std::isinf(best)) {
    double high = std::max(best, 1.0);
    while (excess(high) > 0 && high < kMostMean) high *= 2;
    const double below = best == 0 ? kLeastMean : best;
    if (high < kMostMean) out = {out.low, detail::root(excess, below, high), false, false};
  }
  return out;
}

void fill(
    CensoredFit& out, double value, const Interval& interval, double alpha, const char* name) {
  out.estimate.estimate = value;
  out.estimate.interval = interval;
  out.estimate.confidence = 1 - alpha;
  out.estimate.method = name;
  if (std::isinf(interval.high)) out.estimate.flags |= bit(Flag::one_sided);
}

// A report as the ends of log counts: half a count beyond its whole numbers, so that an exact
// report has some width too.
std::vector<Interval> log_ends(const std::vector<Interval>& reports) {
  std::vector<Interval> out;
  for (const Interval& report : reports) {
    const double low = report.low == 0 ? -kInfinity : std::log(report.low - 0.5);
    out.push_back({low, std::log(report.high + 0.5), false, false});
  }
  return out;
}

// log P(low <= Z <= high), from the tail on the side where it is small.
double log_normal_between(double low, double high) {
  if (low > 0) {
    return log_difference(detail::log_normal_tail(low), detail::log_normal_tail(high));
  }
  if (high < 0) {
    return log_difference(detail::log_normal_tail(-high), detail::log_normal_tail(-low));
  }
  return std::log1p(-detail::normal_tail(high) - detail::normal_tail(-low));
}

// The spread of the sources is sought from a thousandth, under which no report can tell, to e^4.
constexpr double kLeastLogSpread = -7;
constexpr double kMostLogSpread = 4;

// The best spread of sources for a toll, by its logarithm, and the log likelihood there.
detail::Maximum best_spread(const std::vector<Interval>& ends, double log_toll) {
  return detail::maximum(
      [&](double log_spread) {
        const double spread = std::exp(log_spread);
        return sum(ends, [&](const Interval& each) {
          return log_normal_between((each.low - log_toll) / spread,
                                    (each.high - log_toll) / spread);
        });
      },
      kLeastLogSpread,
      kMostLogSpread);
}

// Where the profile of the likelihood has fallen by z² / 2, going from its best in steps.
double profile_end(const std::vector<Interval>& ends,
                   const detail::Maximum& best,
                   double target,
                   double step) {
  const auto excess = [&](double log_toll) { return best_spread(ends, log_toll).value - target; };
  constexpr double kFarthest = 50;  // e^50 counts, or a fraction of one that rounds to none
  double out = best.at + step;
  while (std::abs(out - best.at) < kFarthest && excess(out) > 0) out += (step *= 2);
  if (excess(out) > 0) return std::copysign(kInfinity, step);
  return detail::root(excess, best.at, out);
}

// What all reports allow together; where they contradict, all that they cover.
Interval shared(const std::vector<Interval>& reports) {
  std::optional<Interval> both = reports.front();
  Interval hull = reports.front();
  for (const Interval& report : reports) {
    if (both) both = core::intersection(*both, report);
    hull = core::hull(hull, report);
  }
  return both.value_or(hull);
}

}  // namespace

CensoredFit censored_count(const std::vector<Interval>& reports, double alpha) {
  const auto counts = checked(reports);
  CensoredFit out;
  const double best = best_mean(counts);
  out.log_likelihood = likelihood_at(counts, best);
  out.estimate.identified = shared(counts);
  fill(out, best, ratio_interval(counts, best, alpha), alpha, "censored Poisson");
  return out;
}

namespace {

// The span of all finite ends of the reports.
Interval span_of(const std::vector<Interval>& ends) {
  Interval out{kInfinity, -kInfinity, false, false};
  for (const Interval& each : ends) {
    for (const double end : {each.low, each.high}) {
      if (!std::isfinite(end)) continue;
      out = Interval::closed(std::min(out.low, end), std::max(out.high, end));
    }
  }
  return out;
}

// How many reports don't go on without end.
std::size_t bounded(const std::vector<Interval>& ends) {
  return static_cast<std::size_t>(std::count_if(
      ends.begin(), ends.end(), [](const Interval& each) { return std::isfinite(each.high); }));
}

}  // namespace

CensoredFit random_source_count(const std::vector<Interval>& reports, double alpha) {
  const double fall = detail::level(alpha).z_squared.value() / 2;
  const auto counts = checked(reports);
  const auto ends = log_ends(counts);
  constexpr const char* kMethod = "random source";
  CensoredFit out;
  out.estimate.identified = shared(counts);
  // One source tells nothing of how sources err, and lower bounds nothing of how high it goes.
  if (reports.size() < 2 || bounded(ends) == 0) {
    const double value = counts.size() == 1 && counts[0].is_exact() ? counts[0].low : kInfinity;
    out.estimate.flags = bit(Flag::degenerate);
    fill(out, value, Interval::at_least(0), alpha, kMethod);
    return out;
  }
  const Interval span = span_of(ends);
  const auto best = detail::maximum(
      [&](double log_toll) { return best_spread(ends, log_toll).value; }, span.low, span.high);
  const double log_spread = best_spread(ends, best.at).at;
  out.log_likelihood = best.value;
  out.spread = std::exp(log_spread);
  constexpr double kAtEnd = 0.01;
  if (log_spread < kLeastLogSpread + kAtEnd) out.estimate.flags = bit(Flag::degenerate);
  constexpr double kStep = 0.01;
  const double low = std::exp(profile_end(ends, best, best.value - fall, -kStep));
  const double high = std::exp(profile_end(ends, best, best.value - fall, kStep));
  fill(out, std::exp(best.at), {low, high, false, std::isinf(high)}, alpha, kMethod);
  return out;
}

}  // namespace pressgauge::stats
