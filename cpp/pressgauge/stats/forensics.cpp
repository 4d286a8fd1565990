// SPDX-License-Identifier: MIT
#include "pressgauge/stats/forensics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/integer_percent.hpp"
#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/products.hpp"
#include "pressgauge/stats/detail/random.hpp"
#include "pressgauge/stats/detail/stations.hpp"
#include "pressgauge/stats/detail/threads.hpp"
#include "pressgauge/stats/estimate.hpp"

namespace pressgauge::stats {
namespace {

using core::Vector;
using core::VectorRef;
using detail::Column;
using detail::Named;
using detail::PartOf;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::array<Named<SpikeMethod>, 2> kSpikes{{
    {"binomial", SpikeMethod::binomial},
    {"monte_carlo", SpikeMethod::monte_carlo},
}};
constexpr std::array<Named<SpikeMethod>, 3> kSpikeAliases{{
    {"binomial-exact", SpikeMethod::binomial},
    {"mc", SpikeMethod::monte_carlo},
    {"monte-carlo", SpikeMethod::monte_carlo},
}};

}  // namespace

SpikeMethod spike_method(std::string_view name) {
  return detail::named<SpikeMethod>("method", name, kSpikes, kSpikeAliases);
}

namespace {

struct Chances {
  std::vector<double> of_units;
  IntegerPercent out;
};

detail::Window window_of(const SpikeOptions& options) {
  constexpr std::int64_t kMost = 1'000'000'000;  // so that products fit into 128 bits
  const bool fits = options.window_of > 0 && options.window_of <= kMost;
  if (fits && options.window > 0 && 2 * options.window < options.window_of) {
    return {options.window, options.window_of};
  }
  throw DomainError("window is " + std::to_string(options.window) + "/" +
                    std::to_string(options.window_of) +
                    " percent, expected between 0 and 0.5, of at most 9 decimals");
}

Chances chances(const VectorRef& part, const VectorRef& whole, const SpikeOptions& options) {
  const detail::Window window = window_of(options);
  Chances found;
  found.out.histogram = Vector::Zero(101);
  std::vector<Eigen::Index> units;
  for (Eigen::Index i = 0; i < part.size(); ++i) {
    const bool missing = std::isnan(part[i]) || std::isnan(whole[i]);
    if (missing) found.out.flags |= bit(Flag::missing);
    if (!missing && whole[i] == 0) found.out.flags |= bit(Flag::undefined);
    if (!missing && whole[i] > 0) units.push_back(i);
  }
  found.of_units.resize(units.size());
  const auto size = static_cast<Eigen::Index>(units.size());
  detail::for_ranges(size, options.threads, [&](Eigen::Index begin, Eigen::Index end) {
    for (auto k = static_cast<std::size_t>(begin); k < static_cast<std::size_t>(end); ++k) {
      found.of_units[k] =
          detail::chance_of_whole_percent(static_cast<std::int64_t>(part[units[k]]),
                                          static_cast<std::int64_t>(whole[units[k]]),
                                          window);
    }
  });
  for (const Eigen::Index i : units) {
    const int percent = detail::whole_percent(
        static_cast<std::int64_t>(part[i]), static_cast<std::int64_t>(whole[i]), window);
    if (percent >= 0) found.out.histogram[percent] += 1;
  }
  return found;
}

// The number at whole percents in a draw. Units are independent, so that a unit's own chance is as
// good as a draw of its votes.
double drawn(const std::vector<double>& of_units, std::uint64_t seed, std::uint64_t draw) {
  detail::Random random(seed, draw);
  double out = 0;
  for (const double chance : of_units) {
    if (chance < 1) out += random.uniform() < chance ? 1 : 0;
    if (chance >= 1) out += 1;
  }
  return out;
}

double monte_carlo(const Chances& found, const SpikeOptions& options) {
  std::vector<double> draws(static_cast<std::size_t>(options.draws));
  detail::for_ranges(options.draws, options.threads, [&](Eigen::Index begin, Eigen::Index end) {
    for (Eigen::Index k = begin; k < end; ++k) {
      draws[static_cast<std::size_t>(k)] =
          drawn(found.of_units, options.seed, static_cast<std::uint64_t>(k));
    }
  });
  const double observed = found.out.observed;
  const auto share = [&](auto beyond) {
    const auto count = std::count_if(draws.begin(), draws.end(), beyond);
    return (1 + static_cast<double>(count)) / (1 + static_cast<double>(options.draws));
  };
  const double above = share([&](double draw) { return draw >= observed; });
  const double below = share([&](double draw) { return draw <= observed; });
  if (options.alternative == Alternative::greater) return above;
  if (options.alternative == Alternative::less) return below;
  return std::min(1.0, 2 * std::min(above, below));
}

}  // namespace

IntegerPercent integer_percent_test(const VectorRef& x,
                                    const VectorRef& n,
                                    const SpikeOptions& options) {
  const std::array<Column, 2> columns{{{"x", x}, {"n", n}}};
  const PartOf part_of_whole{0, 1};
  detail::check_stations(columns, {&part_of_whole, 1});
  if (options.draws < 1) {
    throw DomainError("draws is " + std::to_string(options.draws) + ", expected at least 1");
  }
  Chances found = chances(x, n, options);
  IntegerPercent& out = found.out;
  out.n = static_cast<double>(found.of_units.size());
  out.observed = out.histogram.sum();
  for (const double chance : found.of_units) {
    out.expected += chance;
    out.variance += chance * (1 - chance);
  }
  if (out.variance == 0) out.flags |= bit(Flag::degenerate);
  out.statistic =
      out.variance == 0 ? kNaN : (out.observed - out.expected) / std::sqrt(out.variance);
  out.pvalue = out.variance == 0 ? kNaN : detail::normal_pvalue(out.statistic, options.alternative);
  if (options.method == SpikeMethod::monte_carlo && out.variance > 0) {
    out.pvalue = monte_carlo(found, options);
  }
  return out;
}

namespace {

// The bin of part / whole among `bins` of [0, 1]; the last one holds 1, and more.
Eigen::Index bin_of(double part, double whole, std::int64_t bins) {
  const detail::Product place =
      detail::product(static_cast<std::uint64_t>(part), static_cast<std::uint64_t>(bins)) /
      static_cast<std::uint64_t>(whole);
  const auto most = static_cast<std::uint64_t>(bins - 1);
  return static_cast<Eigen::Index>(place < most ? static_cast<std::uint64_t>(place) : most);
}

}  // namespace

Fingerprint fingerprint(const VectorRef& ballots,
                        const VectorRef& registered,
                        const VectorRef& winner,
                        std::int64_t bins) {
  const std::array<Column, 3> columns{
      {{"registered", registered}, {"ballots", ballots}, {"winner", winner}}};
  const PartOf winner_of_ballots{2, 1};
  detail::check_stations(columns, {&winner_of_ballots, 1});
  constexpr std::int64_t kMostBins = 10'000;
  if (bins < 1 || bins > kMostBins) {
    throw DomainError("bins is " + std::to_string(bins) + ", expected 1 to 10000");
  }
  Fingerprint out{core::RowMatrix::Zero(bins, bins)};
  for (Eigen::Index i = 0; i < ballots.size(); ++i) {
    const bool missing = std::isnan(registered[i] + ballots[i] + winner[i]);
    if (missing) out.flags |= bit(Flag::missing);
    if (missing || registered[i] == 0 || ballots[i] == 0) {
      out.left_out += 1;
      continue;
    }
    if (ballots[i] > registered[i]) out.flags |= bit(Flag::above_one);
    out.counts(bin_of(ballots[i], registered[i], bins), bin_of(winner[i], ballots[i], bins)) += 1;
    out.n += 1;
  }
  return out;
}

VoteRate log_vote_rate(const VectorRef& registered, const VectorRef& winner) {
  const std::array<Column, 2> columns{{{"registered", registered}, {"winner", winner}}};
  const PartOf winner_of_registered{1, 0};
  detail::check_stations(columns, {&winner_of_registered, 1});
  VoteRate out;
  std::vector<double> rates;
  for (Eigen::Index i = 0; i < winner.size(); ++i) {
    if (std::isnan(registered[i] + winner[i])) out.flags |= bit(Flag::missing);
    const double others = registered[i] - winner[i];
    if (winner[i] > 0 && others > 0) rates.push_back(std::log(others / winner[i]));
  }
  out.n = static_cast<double>(rates.size());
  out.left_out = static_cast<double>(winner.size()) - out.n;
  double sum = 0;
  for (const double rate : rates) sum += rate;
  out.mean = sum / out.n;
  double second = 0;
  double third = 0;
  double fourth = 0;
  for (const double rate : rates) {
    const double off = rate - out.mean;
    second += off * off;
    third += off * off * off;
    fourth += off * off * off * off;
  }
  const double variance = second / out.n;
  constexpr double kOfNormal = 3;
  out.sd = std::sqrt(variance);
  out.skewness = third / out.n / (variance * out.sd);
  out.excess_kurtosis = fourth / out.n / (variance * variance) - kOfNormal;
  if (out.n == 0) out.flags |= bit(Flag::undefined);
  if (out.n > 0 && variance == 0) out.flags |= bit(Flag::degenerate);
  return out;
}

}  // namespace pressgauge::stats
