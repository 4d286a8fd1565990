// SPDX-License-Identifier: MIT
#include "pressgauge/stats/klimek.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/random.hpp"
#include "pressgauge/stats/detail/stations.hpp"
#include "pressgauge/stats/estimate.hpp"

namespace pressgauge::stats {
namespace {

using core::VectorRef;
using detail::Column;
using detail::PartOf;

constexpr double kExtremeWidth = 0.075;  // Klimek et al. (2012), supporting information

// Random numbers of one unit, drawn once: only the model changes between comparisons.
struct Draw {
  double kind;
  double turnout;
  double share;
  double amount;
};

struct Unit {
  double turnout;
  double share;  ///< the winner's, of the ballots
};

std::vector<Draw> draws_of(std::size_t size, std::uint64_t seed) {
  detail::Random random(seed);
  std::vector<Draw> out(size);
  for (Draw& draw : out) {
    draw.kind = random.uniform();
    draw.turnout = random.normal();
    draw.share = random.normal();
    draw.amount = std::abs(random.normal());
  }
  return out;
}

Unit unit_of(const KlimekModel& model, const Draw& draw) {
  const double t = std::clamp(model.turnout + model.turnout_sd * draw.turnout, 0.0, 1.0);
  const double s = std::clamp(model.share + model.share_sd * draw.share, 0.0, 1.0);
  double x = 0;
  if (draw.kind < model.incremental) {
    x = std::min(model.width * draw.amount, 1.0);
  } else if (draw.kind < model.incremental + model.extreme) {
    x = std::max(1 - kExtremeWidth * draw.amount, 0.0);
  }
  if (x == 0) return {t, s};
  const double all = std::min(t + x * (1 - t), 1.0);
  const double winner = t * s + x * (1 - t) + std::pow(x, model.exponent) * (1 - s) * t;
  return {all, std::min(winner / all, 1.0)};  // rounding must not make more votes than voters
}

// Roots of the shares of units in each bin: their scalar product is 1 less Hellinger's distance.
class Roots {
 public:
  explicit Roots(std::int64_t bins) : bins_(static_cast<std::size_t>(bins)), at_(bins_ * bins_) {}

  void add(const Unit& unit) { at_[bin(unit.turnout) * bins_ + bin(unit.share)] += 1; }
  void finish(double n) {
    for (double& each : at_) each = std::sqrt(each / n);
  }
  double distance(const Roots& other) const {
    double product = 0;
    for (std::size_t k = 0; k < at_.size(); ++k) product += at_[k] * other.at_[k];
    return std::max(0.0, 1 - product);
  }

 private:
  std::size_t bin(double share) const {
    const auto place = static_cast<std::size_t>(share * static_cast<double>(bins_));
    return std::min(place, bins_ - 1);
  }

  std::size_t bins_;
  std::vector<double> at_;
};

// Of the sorted values below, the one at a share of all.
double quantile(const std::vector<double>& sorted, double share) {
  const auto place = static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1));
  return sorted[place];
}

class Search {
 public:
  Search(const std::vector<Unit>& units, const KlimekOptions& options)
      : bins_(options.bins),
        draws_(draws_of(std::max(units.size(), static_cast<std::size_t>(options.draws)),
                        options.seed)),
        data_(options.bins) {
    for (const Unit& unit : units) {
      data_.add(unit);
      turnouts_.push_back(unit.turnout);
      shares_.push_back(unit.share);
    }
    data_.finish(static_cast<double>(units.size()));
    std::sort(turnouts_.begin(), turnouts_.end());
    std::sort(shares_.begin(), shares_.end());
  }

  std::size_t draws() const { return draws_.size(); }
  double distance(const KlimekModel& model) const {
    Roots simulated(bins_);
    for (const Draw& draw : draws_) simulated.add(unit_of(model, draw));
    simulated.finish(static_cast<double>(draws_.size()));
    return data_.distance(simulated);
  }

  // Fraud moves units upwards: with a share f of them, the lower quantiles of the honest ones are
  // nearly those of all, at (1 - f) of their place.
  KlimekModel start(double incremental, double extreme, double exponent, double width) const {
    constexpr double kBelowOneSd = 0.15865525393145707;  // P(Z < -1)
    constexpr double kLeastSd = 0.005;
    const double honest = 1 - std::min(incremental + extreme, 0.95);
    KlimekModel out{incremental, extreme, exponent, width};
    out.turnout = quantile(turnouts_, honest / 2);
    out.share = quantile(shares_, honest / 2);
    out.turnout_sd = std::max(kLeastSd, out.turnout - quantile(turnouts_, honest * kBelowOneSd));
    out.share_sd = std::max(kLeastSd, out.share - quantile(shares_, honest * kBelowOneSd));
    return out;
  }

 private:
  std::int64_t bins_;
  std::vector<Draw> draws_;
  Roots data_;
  std::vector<double> turnouts_;
  std::vector<double> shares_;
};

struct Found {
  KlimekModel model;
  double distance;
  bool converged = true;
};

// A number of the model with the range that the search stays in, and its first step.
struct Range {
  double KlimekModel::*number;
  double low;
  double high;
  double step;
};

constexpr std::array<Range, 8> kRanges{{
    {&KlimekModel::turnout, 0, 1, 0.02},
    {&KlimekModel::turnout_sd, 0.005, 0.5, 0.02},
    {&KlimekModel::share, 0, 1, 0.02},
    {&KlimekModel::share_sd, 0.005, 0.5, 0.02},
    {&KlimekModel::incremental, 0, 1, 0.05},
    {&KlimekModel::extreme, 0, 1, 0.02},
    {&KlimekModel::exponent, 0.1, 10, 0.4},
    {&KlimekModel::width, 0.02, 1, 0.05},
}};
constexpr std::size_t kHonest = 4;  // the first of them: those without fraud

bool improve(const Search& search, const Range& range, double step, Found& best) {
  for (const double move : {step, -step}) {
    KlimekModel next = best.model;
    next.*range.number = std::clamp(next.*range.number + move, range.low, range.high);
    if (next.*range.number == best.model.*range.number) continue;
    if (next.incremental + next.extreme > 1) continue;
    const double distance = search.distance(next);
    if (distance >= best.distance) continue;
    best = {next, distance};
    return true;
  }
  return false;
}

// One number after the other, with steps that are halved when none helps.
Found descend(const Search& search, const KlimekModel& from, std::size_t numbers) {
  constexpr int kMostRounds = 200;
  constexpr double kLeastStep = 1.0 / 64;
  Found best{from, search.distance(from)};
  double scale = 1;
  for (int k = 0; k < kMostRounds; ++k) {
    bool better = false;
    for (std::size_t i = 0; i < numbers; ++i) {
      if (improve(search, kRanges[i], scale * kRanges[i].step, best)) better = true;
    }
    if (better) continue;
    scale /= 2;
    if (scale < kLeastStep) return best;
  }
  best.converged = false;
  return best;
}

Found best_start(const Search& search) {
  Found best{search.start(0, 0, 1, 0.2), 1};
  best.distance = search.distance(best.model);
  for (const double incremental : {0.05, 0.1, 0.2, 0.4, 0.6, 0.8}) {
    for (const double extreme : {0.0, 0.02, 0.1}) {
      for (const double exponent : {0.5, 1.0, 2.0}) {
        for (const double width : {0.1, 0.2, 0.4}) {
          const KlimekModel model = search.start(incremental, extreme, exponent, width);
          const double distance = search.distance(model);
          if (distance < best.distance) best = {model, distance};
        }
      }
    }
  }
  return best;
}

void check(const VectorRef& ballots, const VectorRef& registered, const VectorRef& winner) {
  const std::array<Column, 3> columns{
      {{"ballots", ballots}, {"registered", registered}, {"winner", winner}}};
  const PartOf winner_of_ballots{2, 0};
  detail::check_stations(columns, {&winner_of_ballots, 1});
}

void check(const KlimekOptions& options) {
  if (options.bins < 2 || options.bins > 1000) {
    throw DomainError("bins is " + std::to_string(options.bins) + ", expected 2 to 1000");
  }
  if (options.draws < 1 || options.draws > 100'000'000) {
    throw DomainError("draws is " + std::to_string(options.draws) + ", expected 1 to 10^8");
  }
}

void check(const KlimekModel& model) {
  const bool honest = model.turnout_sd >= 0 && model.share_sd >= 0 &&
                      std::isfinite(model.turnout + model.turnout_sd) &&
                      std::isfinite(model.share + model.share_sd);
  const bool fraud = model.incremental >= 0 && model.extreme >= 0 &&
                     model.incremental + model.extreme <= 1 && model.exponent > 0 &&
                     model.width >= 0;
  if (honest && fraud) return;
  throw DomainError("incremental is " + core::to_string(model.incremental) + ", extreme " +
                    core::to_string(model.extreme) + ", exponent " +
                    core::to_string(model.exponent) + ", width " + core::to_string(model.width) +
                    ", expected shares that add up to at most 1, an exponent > 0, and finite "
                    "widths >= 0");
}

}  // namespace

KlimekFit klimek_fit(const VectorRef& ballots,
                     const VectorRef& registered,
                     const VectorRef& winner,
                     const KlimekOptions& options) {
  check(ballots, registered, winner);
  check(options);
  KlimekFit out;
  std::vector<Unit> units;
  for (Eigen::Index i = 0; i < ballots.size(); ++i) {
    if (std::isnan(ballots[i] + registered[i] + winner[i])) out.flags |= bit(Flag::missing);
    if (!(ballots[i] > 0 && registered[i] > 0 && winner[i] >= 0)) continue;
    if (ballots[i] > registered[i]) out.flags |= bit(Flag::above_one);
    units.push_back({std::min(ballots[i] / registered[i], 1.0), winner[i] / ballots[i]});
  }
  constexpr std::size_t kLeastUnits = 50;
  if (units.size() < kLeastUnits) {
    throw DomainError("there are " + std::to_string(units.size()) +
                      " units with voters and ballots, expected at least 50");
  }
  out.n = static_cast<double>(units.size());
  out.left_out = static_cast<double>(ballots.size()) - out.n;
  const Search search(units, options);
  const Found honest = descend(search, search.start(0, 0, 1, 0.2), kHonest);
  Found best = descend(search, best_start(search).model, kRanges.size());
  // Four more numbers come nearer by chance: 8 n times the gain is then about chi squared.
  constexpr double kChance = 18.467;  // of 4 degrees of freedom, at 1/1000
  const double n = 1 / (1 / out.n + 1 / static_cast<double>(search.draws()));
  if (8 * n * (honest.distance - best.distance) < kChance) best = honest;
  out.model = best.model;
  out.distance = best.distance;
  out.distance_honest = honest.distance;
  if (!best.converged) out.flags |= bit(Flag::no_convergence);
  if (best.distance == honest.distance) out.flags |= bit(Flag::degenerate);
  return out;
}

KlimekUnits klimek_simulate(const VectorRef& registered,
                            const KlimekModel& model,
                            std::uint64_t seed) {
  const Column column{"registered", registered};
  detail::check_stations({&column, 1});
  check(model);
  const auto draws = draws_of(static_cast<std::size_t>(registered.size()), seed);
  KlimekUnits out{core::Vector(registered.size()), core::Vector(registered.size())};
  for (Eigen::Index i = 0; i < registered.size(); ++i) {
    const Unit unit = unit_of(model, draws[static_cast<std::size_t>(i)]);
    out.ballots[i] = std::round(registered[i] * unit.turnout);
    out.winner[i] = std::round(out.ballots[i] * unit.share);
  }
  return out;
}

}  // namespace pressgauge::stats
