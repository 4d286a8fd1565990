// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/shares.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/methods.hpp"
#include "pressgauge/stats/detail/rows.hpp"
#include "pressgauge/stats/identified.hpp"

namespace pressgauge::stats::detail {
namespace {

using core::Interval;

constexpr PartOf kPartOfWhole{0, 1};
const Interval kUnit = Interval::closed(0, 1);
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

std::uint32_t limit_flags(const Limit& low, const Limit& high) {
  return (low.clipped || high.clipped ? bit(Flag::clipped) : 0) |
         (low.degenerate || high.degenerate ? bit(Flag::degenerate) : 0);
}

// A share without an interval.
Row row_without(double part, double whole) {
  const std::uint32_t above_one = part > whole ? bit(Flag::above_one) : 0;
  if (whole == 0) return {kNaN, kNaN, kNaN, bit(Flag::undefined) | above_one};
  return {part / whole, kNaN, kNaN, above_one};
}

Row row(double part, double whole, const Method& method, const Level& level) {
  if (std::isnan(part) || std::isnan(whole)) return {kNaN, kNaN, kNaN, bit(Flag::missing)};
  if (!(whole > 0 && part <= whole)) return row_without(part, whole);
  const Limit low = method.low(part, whole, level);
  const Limit high = method.high(part, whole, level);
  return {part / whole, low.value, high.value, limit_flags(low, high)};
}

using Chunk = Eigen::Array<double, Eigen::Dynamic, 1, 0, 256, 1>;

// Wilson's interval, the default, of some rows at once, in the same operations as `wilson_ends`.
void wilson_chunk(const core::VectorRef& part,
                  const core::VectorRef& whole,
                  double z_squared,
                  Eigen::Index first,
                  Eigen::Index size,
                  Estimates& out) {
  const Chunk x = part.segment(first, size).array();
  const Chunk n = whole.segment(first, size).array();
  const Chunk share = x / n;
  const Chunk sum = wilson_sum(x, n, z_squared);
  out.estimate.segment(first, size) = share.matrix();
  out.low.segment(first, size) = (2 * x * share / sum).matrix();
  out.high.segment(first, size) = (sum / (2 * (n + z_squared))).matrix();
  for (Eigen::Index i = 0; i < size; ++i) {
    out.flags[first + i] = 0;
    if (x[i] < n[i]) continue;
    // All of them, none of none, more than all, or not reported.
    const bool all = x[i] == n[i] && n[i] > 0;
    const bool missing = std::isnan(x[i]) || std::isnan(n[i]);
    const Row row = missing ? Row{.flags = bit(Flag::missing)}
                    : all   ? Row{1, out.low[first + i], 1, 0}
                            : row_without(x[i], n[i]);
    out.estimate[first + i] = row.estimate;
    out.low[first + i] = row.low;
    out.high[first + i] = row.high;
    out.flags[first + i] = row.flags;
  }
}

Estimates wilson_shares(const core::VectorRef& part,
                        const core::VectorRef& whole,
                        const Level& level,
                        int threads) {
  Estimates out(part.size());
  const double z_squared = level.z_squared.value();
  for_ranges(part.size(), threads, [&](Eigen::Index begin, Eigen::Index end) {
    for (Eigen::Index i = begin; i < end; i += Chunk::MaxRowsAtCompileTime) {
      const auto size = std::min<Eigen::Index>(Chunk::MaxRowsAtCompileTime, end - i);
      wilson_chunk(part, whole, z_squared, i, size, out);
    }
  });
  return out;
}

void refuse_above_one(const Count& part, const Count& whole) {
  throw DomainError(std::string(part.name) + " is " + core::to_string(part.value) +
                    ", expected at most " + std::string(whole.name) + ", which is " +
                    core::to_string(whole.value));
}

// The whole numbers with 1 <= whole and part <= whole that the two reports leave.
struct Completions {
  Interval part;
  Interval whole;
};

Completions completions(const Interval& part, const Interval& whole) {
  Completions out{part, whole};
  out.whole.low = std::max({whole.low, part.low, 1.0});
  out.part.high = std::min(part.high, whole.high);
  return out;
}

struct Point {
  double part;
  double whole;
};

// The corners of the completions: the interval of a proportion moves with the part, and against the
// whole, so that its outermost ends are at corners.
std::array<Point, 5> corners(const Completions& all) {
  const double low = all.part.low;
  const double high = all.part.high;
  return {{{low, all.whole.low},
           {low, all.whole.high},
           {std::min(high, all.whole.low), all.whole.low},
           {high, std::max(high, all.whole.low)},
           {high, all.whole.high}}};
}

struct Union {
  double low = 1;
  double high = 0;
  std::uint32_t flags = 0;
};

Union union_over(const Completions& all, const Method& method, const Level& level) {
  Union out;
  for (const auto& [part, whole] : corners(all)) {
    if (std::isinf(part) || std::isinf(whole)) continue;
    const Row at = row(part, whole, method, level);
    out = {std::min(out.low, at.low), std::max(out.high, at.high), out.flags | at.flags};
  }
  // Without an upper end the share comes as near to 0, and to 1, as one likes.
  if (std::isinf(all.whole.high)) out.low = 0;
  if (std::isinf(all.part.high)) out.high = 1;
  return out;
}

}  // namespace

void check_alternative(ProportionMethod method, Alternative alternative) {
  if (method != ProportionMethod::blaker || alternative == Alternative::two_sided) return;
  throw DomainError("method blaker gives two-sided intervals only, alternative is '" +
                    std::string(alternative_name(alternative)) + "': use clopper_pearson");
}

Level level_for(const ProportionOptions& options) {
  check_alternative(options.method, options.alternative);
  return level(two_sided_alpha(options.alpha, options.alternative));
}

Estimates shares(const Counts& part,
                 const Counts& whole,
                 const ProportionOptions& options,
                 AboveOne above_one) {
  const Method& method = method_of(options.method);
  const Level level = level_for(options);
  const std::array<Column, 2> columns{
      {{part.name, part.values, Domain::count}, {whole.name, whole.values, Domain::count}}};
  const std::span<const PartOf> parts(&kPartOfWhole, above_one == AboveOne::refuse ? 1 : 0);
  if (options.method == ProportionMethod::wilson && options.alternative == Alternative::two_sided) {
    check_columns(columns, parts);
    return wilson_shares(part.values, whole.values, level, options.threads);
  }
  return rows(columns, parts, options.threads, [&](const std::array<double, 2>& inputs) {
    const Row at = row(inputs[0], inputs[1], method, level);
    return for_alternative(at, options.alternative, kUnit);
  });
}

Reports reports_of(const Interval& a, const Interval& b) {
  return a.is_exact() && b.is_exact() ? Reports::exact : Reports::bounded;
}

void set_interval(Estimate& estimate,
                  const Interval& interval,
                  Reports reports,
                  const ProportionOptions& options) {
  estimate.interval = interval;
  estimate.confidence = 1 - options.alpha;
  estimate.method = method_name(options.method);
  if (reports == Reports::bounded) estimate.method += ", union";
}

Estimate missing(const Estimate& identified, const ProportionOptions& options) {
  Estimate out = identified;
  out.estimate = kNaN;
  out.method = method_name(options.method);
  out.flags = bit(Flag::missing);
  return out;
}

Estimate share(const Count& part,
               const Count& whole,
               const ProportionOptions& options,
               AboveOne above_one) {
  const Level level = level_for(options);
  // What the reports allow.
  const Interval parts = whole_numbers(part);
  const Interval wholes = whole_numbers(whole);
  Estimate out = identified_quotient(parts, wholes);
  if (is_missing(part) || is_missing(whole)) return missing(out, options);
  if (has(out.flags, Flag::above_one) && above_one == AboveOne::refuse) {
    refuse_above_one(part, whole);
  }
  if (has(out.flags, Flag::undefined)) out.estimate = kNaN;
  if (has(out.flags, Flag::undefined) || has(out.flags, Flag::above_one)) return out;
  // What sampling adds to each number that they allow.
  const Union all = union_over(completions(parts, wholes), method_of(options.method), level);
  out.flags |= all.flags;
  const Row ends = for_alternative({.low = all.low, .high = all.high}, options.alternative, kUnit);
  set_interval(out, Interval::closed(ends.low, ends.high), reports_of(parts, wholes), options);
  return out;
}

}  // namespace pressgauge::stats::detail
