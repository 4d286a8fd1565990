// SPDX-License-Identifier: MIT
#include "pressgauge/stats/seats.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/apportionment.hpp"
#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/products.hpp"
#include "pressgauge/stats/detail/tables.hpp"
#include "pressgauge/stats/detail/threads.hpp"
#include "pressgauge/stats/estimate.hpp"

namespace pressgauge::stats {
namespace {

using core::RowMatrixRef;
using core::VectorRef;
using detail::Named;
using detail::Table;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kMostSeats = 1e9;  // so that the largest product has 192 bits

constexpr std::array<Named<SeatMethod>, 11> kMethods{{
    {"dhondt", SeatMethod::dhondt},
    {"sainte_lague", SeatMethod::sainte_lague},
    {"modified_sainte_lague", SeatMethod::modified_sainte_lague},
    {"danish", SeatMethod::danish},
    {"imperiali_divisor", SeatMethod::imperiali_divisor},
    {"adams", SeatMethod::adams},
    {"huntington_hill", SeatMethod::huntington_hill},
    {"lr_hare", SeatMethod::lr_hare},
    {"lr_droop", SeatMethod::lr_droop},
    {"lr_hagenbach_bischoff", SeatMethod::lr_hagenbach_bischoff},
    {"lr_imperiali", SeatMethod::lr_imperiali},
}};
constexpr std::array<Named<SeatMethod>, 12> kAliases{{
    {"jefferson", SeatMethod::dhondt},
    {"greatest_divisors", SeatMethod::dhondt},
    {"webster", SeatMethod::sainte_lague},
    {"imperiali", SeatMethod::imperiali_divisor},
    {"smallest_divisors", SeatMethod::adams},
    {"hill", SeatMethod::huntington_hill},
    {"hare", SeatMethod::lr_hare},
    {"hamilton", SeatMethod::lr_hare},
    {"hare_niemeyer", SeatMethod::lr_hare},
    {"largest_remainder", SeatMethod::lr_hare},
    {"droop", SeatMethod::lr_droop},
    {"hagenbach_bischoff", SeatMethod::lr_hagenbach_bischoff},
}};

void check_seats(const Table& votes, const VectorRef& seats) {
  if (seats.size() != votes.values.rows()) {
    throw DomainError("seats has " + std::to_string(seats.size()) + " entries, votes has " +
                      std::to_string(votes.values.rows()) + " rows");
  }
  for (Eigen::Index i = 0; i < seats.size(); ++i) {
    const double value = seats[i];
    if (std::isnan(value)) continue;
    if (value >= 0 && value <= kMostSeats && value == std::floor(value)) continue;
    throw DomainError("seats[" + std::to_string(i) + "] is " + core::to_string(value) +
                      ", expected a whole number from 0 to 10^9, or NaN");
  }
}

void check_totals(const Table& votes) {
  constexpr double kMostVotes = 9007199254740992;  // 2^53
  for (Eigen::Index i = 0; i < votes.values.rows(); ++i) {
    const auto total = detail::total_of(votes.row(i));
    if (!((total.hi - kMostVotes) + total.lo > 0)) continue;
    throw DomainError("votes of row " + std::to_string(i) + " are " +
                      core::to_string(total.value()) + " in all, expected at most 2^53");
  }
}

void check_threshold(const Threshold& threshold) {
  // Above, products with votes would not fit into 128 bits.
  constexpr std::int64_t kMostDenominator = 1'000'000'000'000'000'000;
  const bool fits = threshold.denominator > 0 && threshold.denominator <= kMostDenominator;
  if (fits && threshold.numerator >= 0 && threshold.numerator < threshold.denominator) return;
  throw DomainError("threshold is " + std::to_string(threshold.numerator) + "/" +
                    std::to_string(threshold.denominator) +
                    ", expected a share from 0, below 1, of at most 18 decimals");
}

// The places of the parties that take part: with votes, and not below the threshold.
std::vector<std::size_t> taking_part(std::span<const double> votes, const Threshold& threshold) {
  std::uint64_t total = 0;
  for (const double each : votes) total += static_cast<std::uint64_t>(each);
  const auto least = detail::product(total, static_cast<std::uint64_t>(threshold.numerator));
  std::vector<std::size_t> out;
  for (std::size_t k = 0; k < votes.size(); ++k) {
    const auto own = detail::product(static_cast<std::uint64_t>(votes[k]),
                                     static_cast<std::uint64_t>(threshold.denominator));
    if (votes[k] > 0 && own >= least) out.push_back(k);
  }
  return out;
}

bool is_quota(SeatMethod method) { return method >= SeatMethod::lr_hare; }

void allocate_row(std::span<const double> votes,
                  double seats,
                  SeatMethod method,
                  const Threshold& threshold,
                  Eigen::Index i,
                  Allocation& out) {
  const auto none = [&](Flag flag) {
    out.seats.row(i).setConstant(kNaN);
    out.flags[i] = bit(flag);
  };
  if (std::isnan(seats) || detail::has_missing(votes)) return none(Flag::missing);
  if (seats == 0) return;
  const auto parties = taking_part(votes, threshold);
  if (parties.empty()) return none(Flag::undefined);
  std::vector<std::uint64_t> counts;
  for (const std::size_t k : parties) counts.push_back(static_cast<std::uint64_t>(votes[k]));
  const auto asked = static_cast<std::uint64_t>(seats);
  const auto done = is_quota(method) ? detail::largest_remainders(counts, asked, method)
                                     : detail::highest_quotients(counts, asked, method);
  if (!done.possible) return none(Flag::inconsistent);
  for (std::size_t k = 0; k < parties.size(); ++k) {
    const auto column = static_cast<Eigen::Index>(parties[k]);
    out.seats(i, column) = static_cast<double>(done.seats[k]);
    if (!done.tied[k]) continue;
    out.tied(i, column) = 1;
    out.flags[i] |= bit(Flag::tie);
  }
}

}  // namespace

SeatMethod seat_method(std::string_view name) {
  return detail::named<SeatMethod>("method", name, kMethods, kAliases);
}

Allocation allocate_seats(const RowMatrixRef& votes,
                          const VectorRef& seats,
                          SeatMethod method,
                          const Threshold& threshold,
                          int threads) {
  const Table table{"votes", votes};
  detail::check_table(table, detail::Numbers::whole);
  check_seats(table, seats);
  check_totals(table);
  check_threshold(threshold);
  Allocation out{core::RowMatrix::Zero(votes.rows(), votes.cols()),
                 core::RowMatrix::Zero(votes.rows(), votes.cols()),
                 core::Flags::Zero(votes.rows())};
  detail::for_ranges(votes.rows(), threads, [&](Eigen::Index begin, Eigen::Index end) {
    for (Eigen::Index i = begin; i < end; ++i) {
      allocate_row(table.row(i), seats[i], method, threshold, i, out);
    }
  });
  return out;
}

}  // namespace pressgauge::stats
