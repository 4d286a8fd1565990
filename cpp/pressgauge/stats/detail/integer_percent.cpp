// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/integer_percent.hpp"

#include <algorithm>
#include <cmath>

#include "pressgauge/stats/detail/products.hpp"
#include "pressgauge/stats/detail/saddle_point.hpp"

namespace pressgauge::stats::detail {
namespace {

constexpr std::int64_t kPercent = 100;

// The smallest count of n that is at least numerator / (100 of) of them.
std::int64_t count_from(std::int64_t numerator, std::int64_t n, const Window& window) {
  if (numerator <= 0) return 0;
  const auto per = static_cast<std::uint64_t>(kPercent * window.of);
  const Product top = product(static_cast<std::uint64_t>(numerator), static_cast<std::uint64_t>(n));
  return static_cast<std::int64_t>((top + per - 1) / per);
}

// P(first <= X < end). Each term from the one before; started anew before errors add up.
double chance_between(std::int64_t first, std::int64_t end, double n, double p, double q) {
  constexpr std::int64_t kAnew = 256;
  double sum = 0;
  double term = 0;
  for (std::int64_t k = first; k < end; ++k) {
    const auto x = static_cast<double>(k);
    term = (k - first) % kAnew == 0 ? std::exp(log_binomial(x, n, p, q))
                                    : term * ((n - x + 1) / x * (p / q));
    sum += term;
  }
  return sum;
}

}  // namespace

int whole_percent(std::int64_t part, std::int64_t whole, const Window& window) {
  // 100 part / whole + w, over 1 / (whole of), and what it leaves above a whole number.
  const auto size = static_cast<std::uint64_t>(whole);
  const Product unit = product(size, static_cast<std::uint64_t>(window.of));
  const Product w = product(size, static_cast<std::uint64_t>(window.width));
  const Product shifted =
      product(static_cast<std::uint64_t>(part), static_cast<std::uint64_t>(kPercent * window.of)) +
      w;
  return shifted % unit < 2 * w ? static_cast<int>(shifted / unit) : -1;
}

double chance_of_whole_percent(std::int64_t part, std::int64_t n, const Window& window) {
  if (part == 0 || part == n) return 1;
  const auto size = static_cast<double>(n);
  const auto mean = static_cast<double>(part);
  const double p = mean / size;
  const double q = static_cast<double>(n - part) / size;
  // Beyond this distance from the mean is less than 2 exp(-40), by Bernstein's inequality.
  constexpr double kNegligible = 40;
  constexpr double kThird = kNegligible / 3;
  const double reach = kThird + std::sqrt(kThird * kThird + 2 * kNegligible * mean * q);
  const double percent = static_cast<double>(kPercent) / size;
  const auto lowest = static_cast<std::int64_t>(std::floor((mean - reach) * percent)) - 1;
  const auto highest = static_cast<std::int64_t>(std::ceil((mean + reach) * percent)) + 1;
  double sum = 0;
  for (std::int64_t j = std::max(lowest, std::int64_t{0}); j <= std::min(highest, kPercent); ++j) {
    const std::int64_t first = count_from(j * window.of - window.width, n, window);
    const std::int64_t end = count_from(j * window.of + window.width, n, window);
    const auto near_first = static_cast<std::int64_t>(std::max(std::floor(mean - reach), 0.0));
    const auto near_end = static_cast<std::int64_t>(std::min(std::ceil(mean + reach), size)) + 1;
    sum +=
        chance_between(std::max(first, near_first), std::min({end, near_end, n + 1}), size, p, q);
  }
  return std::min(sum, 1.0);
}

}  // namespace pressgauge::stats::detail
