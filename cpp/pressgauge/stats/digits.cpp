// SPDX-License-Identifier: MIT
#include <array>
#include <cmath>
#include <limits>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/gamma.hpp"
#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/stations.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/forensics.hpp"

namespace pressgauge::stats {
namespace {

using core::Vector;
using core::VectorRef;
using detail::Column;
using detail::Named;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr Eigen::Index kDigits = 10;

constexpr std::array<Named<DigitPlace>, 5> kPlaces{{
    {"first", DigitPlace::first},
    {"second", DigitPlace::second},
    {"third", DigitPlace::third},
    {"fourth", DigitPlace::fourth},
    {"last", DigitPlace::last},
}};
constexpr std::array<Named<DigitPlace>, 5> kPlaceAliases{{
    {"1", DigitPlace::first},
    {"2", DigitPlace::second},
    {"3", DigitPlace::third},
    {"4", DigitPlace::fourth},
    {"-1", DigitPlace::last},
}};
// The digit at a place, or -1 where the number has none there.
int digit_at(std::uint64_t value, DigitPlace place) {
  if (place == DigitPlace::last) return static_cast<int>(value % 10);
  if (value == 0) return -1;
  std::array<int, 20> digits{};
  std::size_t size = 0;
  for (; value > 0; value /= 10) digits[size++] = static_cast<int>(value % 10);
  const auto from_left = static_cast<std::size_t>(place);
  return from_left < size ? digits[size - 1 - from_left] : -1;
}

// Counts, n, mean and flags; the test comes after.
DigitTest digits_of(const VectorRef& values, DigitPlace place, double least) {
  const Column column{"counts", values};
  detail::check_stations({&column, 1});
  if (!(least >= 0 && std::isfinite(least))) {
    throw DomainError("least is " + core::to_string(least) + ", expected a number >= 0");
  }
  DigitTest out;
  out.counts = Vector::Zero(kDigits);
  out.expected = digit_probabilities(place);
  for (const double value : values) {
    if (std::isnan(value)) out.flags |= bit(Flag::missing);
    if (!(value >= least)) continue;
    const int digit = digit_at(static_cast<std::uint64_t>(value), place);
    if (digit >= 0) out.counts[digit] += 1;
  }
  out.n = out.counts.sum();
  out.mean = out.counts.dot(Vector::LinSpaced(kDigits, 0, kDigits - 1)) / out.n;
  if (out.n == 0) out.flags |= bit(Flag::undefined);
  return out;
}

}  // namespace

DigitPlace digit_place(std::string_view name) {
  return detail::named<DigitPlace>("digit", name, kPlaces, kPlaceAliases);
}

Vector digit_probabilities(DigitPlace place) {
  if (place == DigitPlace::last) return Vector::Constant(kDigits, 1.0 / kDigits);
  // Over all that may stand before the digit; log1p keeps the digits of each small term.
  std::int64_t low = place == DigitPlace::first ? 0 : 1;
  for (int k = 1; k < static_cast<int>(place); ++k) low *= 10;
  const std::int64_t end = place == DigitPlace::first ? 1 : 10 * low;
  Vector out(kDigits);
  for (Eigen::Index digit = 0; digit < kDigits; ++digit) {
    double sum = 0;
    for (std::int64_t before = low; before < end; ++before) {
      const auto number = static_cast<double>(10 * before + digit);
      if (number > 0) sum += std::log1p(1 / number);
    }
    out[digit] = sum / std::log(10.0);
  }
  return out;
}

DigitTest digit_test(const VectorRef& values, DigitPlace place, double least) {
  DigitTest out = digits_of(values, place, least);
  out.df = -1;
  for (Eigen::Index digit = 0; digit < kDigits; ++digit) {
    const double expected = out.n * out.expected[digit];
    if (out.expected[digit] == 0) continue;
    const double off = out.counts[digit] - expected;
    out.statistic += off * off / expected;
    out.df += 1;
  }
  out.pvalue = out.n == 0 ? kNaN : detail::chi_squared_tail(out.statistic, out.df);
  return out;
}

DigitTest digit_mean_test(const VectorRef& values,
                          DigitPlace place,
                          double least,
                          Alternative alternative) {
  DigitTest out = digits_of(values, place, least);
  const Vector digits = Vector::LinSpaced(kDigits, 0, kDigits - 1);
  const double mean = out.expected.dot(digits);
  const double variance = out.expected.dot((digits.array() - mean).square().matrix());
  out.statistic = (out.mean - mean) / std::sqrt(variance / out.n);
  out.df = kNaN;
  out.pvalue = out.n == 0 ? kNaN : detail::normal_pvalue(out.statistic, alternative);
  return out;
}

}  // namespace pressgauge::stats
