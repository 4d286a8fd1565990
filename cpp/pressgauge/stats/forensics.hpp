// SPDX-License-Identifier: MIT
// What the numbers of polling stations look like. Nothing here proves a fraud: each function says
// how far numbers are from what a simple model of an honest count expects.
#pragma once

#include <cstdint>
#include <string_view>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/stats/options.hpp"

namespace pressgauge::stats {

/// A digit by its place from the left; last: from the right.
enum class DigitPlace : std::uint8_t { first, second, third, fourth, last };

/// The place of a name or of a number: first, second, third, fourth, last; 1, 2, 3, 4, -1.
/// @throws DomainError when there is none of that name
DigitPlace digit_place(std::string_view name);

/// Benford's law for the digits 0 … 9, and for the last digit 1/10 each.
/// @return (10,) probabilities, 0 for a first digit 0 @cite hill_1995
core::Vector digit_probabilities(DigitPlace place);

/// How often each digit stands at a place.
struct DigitTest {
  core::Vector counts;    ///< (10,) of the digits 0 … 9
  core::Vector expected;  ///< (10,) their probabilities
  double n = 0;           ///< numbers that have a digit there
  double mean = 0;        ///< of the digits
  double statistic = 0;
  double df = 0;  ///< of chi squared
  double pvalue = 0;
  std::uint32_t flags = 0;  ///< missing: NaN were left out; undefined: no number is left
};

/// Pearson's chi squared of the digits against `digit_probabilities`.
/// @param values (n,) whole numbers, at most 2^53; NaN are left out
/// @param least numbers below are left out; 0 has a last digit only
/// @throws DomainError when a value or `least` is no count
/// @cite mebane_2006 (second digit) @cite beber_scacco_2012 (last digit)
DigitTest digit_test(const core::VectorRef& values, DigitPlace place, double least = 0);

/// As `digit_test`: the mean of the digits less its expectation, over its standard error, as a
/// normal deviate. @cite mebane_2006
DigitTest digit_mean_test(const core::VectorRef& values,
                          DigitPlace place,
                          double least = 0,
                          Alternative alternative = Alternative::two_sided);

/// How the p-value of the integer percentages is found.
enum class SpikeMethod : std::uint8_t {
  binomial,    ///< the excess over its standard deviation, as a normal deviate
  monte_carlo  ///< the share of draws with as many, (1 + above) / (1 + draws)
};
/// @throws DomainError when there is none of that name
SpikeMethod spike_method(std::string_view name);

struct SpikeOptions {
  std::int64_t window = 5;  ///< half-width in percent, over `window_of`: 0.05 percent
  std::int64_t window_of = 100;
  SpikeMethod method = SpikeMethod::binomial;
  Alternative alternative = Alternative::greater;
  std::int64_t draws = 10'000;
  std::uint64_t seed = 0;
  int threads = 1;
};

/// How many units are at a whole percent, and how many would be by chance.
struct IntegerPercent {
  core::Vector histogram;  ///< (101,) units at 0, 1, … 100 percent
  double n = 0;            ///< units with a percentage
  double observed = 0;
  double expected = 0;
  double variance = 0;
  double statistic = 0;
  double pvalue = 0;
  std::uint32_t flags = 0;  ///< missing, undefined: units left out; degenerate: no variance
};

/// Percentages within a window around whole ones, [j - w, j + w), against the chance that binomial
/// counts with each unit's own share land there: expectation and variance are exact sums.
/// @param x, n (size,) a part and its whole; a unit with NaN or n = 0 is left out
/// @throws DomainError when sizes differ, a value is no count, x is above n, the window isn't
/// inside (0, 0.5), or draws < 1
/// @cite kobak_2016
IntegerPercent integer_percent_test(const core::VectorRef& x,
                                    const core::VectorRef& n,
                                    const SpikeOptions& options = {});

/// Units by turnout and by the winner's share.
struct Fingerprint {
  core::RowMatrix counts;  ///< (bins, bins): turnout down, share across; the last bin holds 1
  double n = 0;
  double left_out = 0;      ///< units with NaN, without voters or without ballots
  std::uint32_t flags = 0;  ///< above_one: units with more ballots than voters, in the last row
};

/// @param ballots, registered, winner (n,) whole numbers
/// @throws DomainError when sizes differ, a value is no count, a winner has more votes than there
/// are ballots, or bins isn't within 1 … 10,000
/// @cite klimek_2012
Fingerprint fingerprint(const core::VectorRef& ballots,
                        const core::VectorRef& registered,
                        const core::VectorRef& winner,
                        std::int64_t bins = 100);

/// Moments of log((registered - winner) / winner).
struct VoteRate {
  double n = 0;
  double left_out = 0;  ///< units with NaN, without a vote for the winner, or with all
  double mean = 0;
  double sd = 0;  ///< of the units, not of a sample
  double skewness = 0;
  double excess_kurtosis = 0;
  std::uint32_t flags = 0;
};

/// The logarithmic vote rate: near to normal in honest counts of many places.
/// @param registered, winner (n,) whole numbers
/// @throws DomainError when sizes differ, a value is no count, or a winner is above registered
/// @cite klimek_2012
VoteRate log_vote_rate(const core::VectorRef& registered, const core::VectorRef& winner);

}  // namespace pressgauge::stats
