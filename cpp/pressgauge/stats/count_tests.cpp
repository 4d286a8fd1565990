// SPDX-License-Identifier: MIT
#include "pressgauge/stats/count_tests.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "pressgauge/stats/detail/beta.hpp"
#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/normal_tail.hpp"
#include "pressgauge/stats/detail/rows.hpp"
#include "pressgauge/stats/detail/saddle_point.hpp"
#include "pressgauge/stats/detail/share_roots.hpp"

namespace pressgauge::stats {
namespace {

using core::VectorRef;
using detail::Column;
using detail::Domain;
using detail::Row;
using detail::Share;
using detail::Tail;

constexpr std::array<detail::Named<CountTestMethod>, 3> kNames{{
    {"exact", CountTestMethod::exact},
    {"midp", CountTestMethod::midp},
    {"score", CountTestMethod::score},
}};
constexpr std::array<detail::Named<CountTestMethod>, 3> kAliases{{
    {"exact-c", CountTestMethod::exact},
    {"midp-c", CountTestMethod::midp},
    {"binom", CountTestMethod::exact},
}};

double tail(double x, double n, const Share& p, Tail side) {
  return std::exp(detail::log_binomial_tail(x, n, p.value, p.rest, side));
}

double mid_tail(double x, double n, const Share& p, Tail side) {
  return tail(x, n, p, side) - std::exp(detail::log_binomial(x, n, p.value, p.rest)) / 2;
}

// The first outcome from `from` on, away from the mode in steps of `side`, that is no likelier than
// one of log probability `most`; beyond the last outcome if there is none.
double first_unlikely(double n, const Share& p, double from, double side, double most) {
  const auto unlikely = [&](double k) {
    return detail::log_binomial(k, n, p.value, p.rest) <= most;
  };
  const double beyond = side > 0 ? n + 1 : -1;
  double in = beyond;
  double out = from - side;
  while (std::abs(in - out) > 1) {
    const double middle = out + side * std::floor(std::abs(in - out) / 2);
    (unlikely(middle) ? in : out) = middle;
  }
  return in;
}

// The probability of all outcomes that are no likelier than x.
double minlike(double x, double n, const Share& p) {
  constexpr double kSame = 1e-7;  // as R and SciPy: outcomes as likely but for rounding
  const double mode = std::min(std::floor((n + 1) * p.value), n);
  const double most = detail::log_binomial(x, n, p.value, p.rest) + std::log1p(kSame);
  if (detail::log_binomial(mode, n, p.value, p.rest) <= most) return 1;
  if (x < mode) {
    const double k = first_unlikely(n, p, mode, 1, most);
    return tail(x, n, p, Tail::lower) + (k > n ? 0 : tail(k, n, p, Tail::upper));
  }
  const double k = first_unlikely(n, p, mode, -1, most);
  return tail(x, n, p, Tail::upper) + (k < 0 ? 0 : tail(k, n, p, Tail::lower));
}

double exact_pvalue(double x, double n, const Share& p, Alternative alternative) {
  if (alternative == Alternative::less) return tail(x, n, p, Tail::lower);
  if (alternative == Alternative::greater) return tail(x, n, p, Tail::upper);
  return std::min(minlike(x, n, p), 1.0);
}

double midp_pvalue(double x, double n, const Share& p, Alternative alternative) {
  if (alternative == Alternative::less) return mid_tail(x, n, p, Tail::lower);
  if (alternative == Alternative::greater) return mid_tail(x, n, p, Tail::upper);
  return std::min(2 * std::min(mid_tail(x, n, p, Tail::lower), mid_tail(x, n, p, Tail::upper)),
                  1.0);
}

double normal_pvalue(double z, Alternative alternative) {
  if (alternative == Alternative::less) return detail::normal_tail(-z);
  if (alternative == Alternative::greater) return detail::normal_tail(z);
  return 2 * detail::normal_tail(std::abs(z));
}

// A test of x of n against p, as a row: the statistic in `estimate`, the p-value in `low`.
Row test(double x, double n, const Share& p, const CountTestOptions& options) {
  if (n == 0) return {.flags = bit(Flag::undefined)};
  if (options.method == CountTestMethod::score) {
    const double deviation = std::sqrt(n * p.value * p.rest);
    const double excess = x * p.rest - (n - x) * p.value;
    const double z = excess == 0 ? 0 : excess / deviation;
    return {.estimate = z, .low = normal_pvalue(z, options.alternative)};
  }
  const auto pvalue = options.method == CountTestMethod::exact ? exact_pvalue : midp_pvalue;
  return {.estimate = x / n, .low = pvalue(x, n, p, options.alternative)};
}

// The share of the events that are the first group's, if its rate is `ratio` times the second's.
// Only the larger of the two weights is near 1, so that none is beyond doubles.
Share first_share(double t1, double t2, double ratio) {
  std::array<int, 3> powers{};
  const double first = std::frexp(ratio, &powers[0]) * std::frexp(t1, &powers[1]);
  const double second = std::frexp(t2, &powers[2]);
  const int above = powers[0] + powers[1] - powers[2];
  const double a = std::ldexp(first, std::min(above, 0));
  const double b = std::ldexp(second, std::min(-above, 0));
  return {a / (a + b), b / (a + b)};
}

Tests tests_of(Estimates&& rows) {
  return {std::move(rows.estimate), std::move(rows.low), std::move(rows.flags)};
}

}  // namespace

CountTestMethod count_test_method(std::string_view name) {
  return detail::named<CountTestMethod>("method", name, kNames, kAliases);
}

Tests proportion_test(const VectorRef& count,
                      const VectorRef& nobs,
                      const VectorRef& p0,
                      const CountTestOptions& options) {
  const std::array<Column, 3> columns{
      {{"count", count, Domain::count}, {"nobs", nobs, Domain::count}, {"p0", p0, Domain::share}}};
  constexpr std::array<detail::PartOf, 1> kParts{{{0, 1}}};
  return tests_of(
      detail::rows(columns, kParts, options.threads, [&](const std::array<double, 3>& inputs) {
        return test(inputs[0], inputs[1], {inputs[2], 1 - inputs[2]}, options);
      }));
}

Tests rate_test(const VectorRef& x1,
                const VectorRef& t1,
                const VectorRef& x2,
                const VectorRef& t2,
                const VectorRef& ratio,
                const CountTestOptions& options) {
  const std::array<Column, 5> columns{{{"x1", x1, Domain::count},
                                       {"t1", t1, Domain::exposure},
                                       {"x2", x2, Domain::count},
                                       {"t2", t2, Domain::exposure},
                                       {"ratio", ratio, Domain::exposure}}};
  return tests_of(
      detail::rows(columns, {}, options.threads, [&](const std::array<double, 5>& inputs) {
        const Share p = first_share(inputs[1], inputs[3], inputs[4]);
        return test(inputs[0], inputs[0] + inputs[2], p, options);
      }));
}

}  // namespace pressgauge::stats
