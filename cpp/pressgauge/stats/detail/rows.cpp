// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/rows.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/counts.hpp"
#include "pressgauge/stats/normal.hpp"

namespace pressgauge::stats::detail {
namespace {

using core::Interval;
using core::kInfinity;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// Expected words by domain, in the order of the enum.
constexpr std::array<const char*, 4> kExpected{
    "a whole number >= 0", "a number > 0", "a number in [0, 1]", "a finite number"};

bool is_in(Domain domain, double value) {
  if (domain == Domain::count) return is_count(value);
  if (!std::isfinite(value)) return false;
  if (domain == Domain::share) return value >= 0 && value <= 1;
  return domain == Domain::real || value > 0;
}

std::string entry(const Column& column, Eigen::Index i) {
  return std::string(column.name) + "[" + std::to_string(i) + "]";
}

void check_values(const Column& column) {
  for (Eigen::Index i = 0; i < column.values.size(); ++i) {
    const double value = column.values[i];
    if (std::isnan(value) || is_in(column.domain, value)) continue;
    const char* expected = column.domain == Domain::count
                               ? count_expected(value)
                               : kExpected[static_cast<std::size_t>(column.domain)];
    throw DomainError(entry(column, i) + " is " + core::to_string(value) + ", expected " +
                      expected + ", or NaN");
  }
}

void check_sizes(const Column& a, const Column& b) {
  if (a.values.size() == b.values.size()) return;
  throw DomainError(std::string(a.name) + " has " + std::to_string(a.values.size()) + " entries, " +
                    std::string(b.name) + " has " + std::to_string(b.values.size()));
}

void check_part(const Column& part, const Column& whole) {
  for (Eigen::Index i = 0; i < part.values.size(); ++i) {
    if (!(part.values[i] > whole.values[i])) continue;
    throw DomainError(entry(part, i) + " is " + core::to_string(part.values[i]) +
                      ", expected at most " + entry(whole, i) + ", which is " +
                      core::to_string(whole.values[i]));
  }
}

// What one input allows by itself.
Interval allowed_by(const Bounded& input) {
  if (input.domain == Domain::count) return whole_numbers({input.name, input.value});
  if (std::isnan(input.value.low) || std::isnan(input.value.high)) {
    return {input.domain == Domain::real ? -kInfinity : 0, kInfinity, true, true};
  }
  const bool positive = input.value.high > 0 && input.value.low >= 0 &&
                        !(input.value.low == 0 && input.value.is_exact());
  const bool pointless = input.value.is_exact() && std::isinf(input.value.low);
  if (pointless || (input.domain == Domain::exposure && !positive)) {
    throw DomainError(std::string(input.name) + " is " + core::to_string(input.value) +
                      ", expected " + kExpected[static_cast<std::size_t>(input.domain)]);
  }
  return input.value;
}

void keep_part(const Bounded& part, const Bounded& whole, Interval& parts, Interval& wholes) {
  if (parts.low > wholes.high) {
    throw DomainError(std::string(part.name) + " is " + core::to_string(part.value) +
                      ", expected at most " + std::string(whole.name) + ", which is " +
                      core::to_string(whole.value));
  }
  wholes.low = std::max(wholes.low, parts.low);
  parts.high = std::min(parts.high, wholes.high);
}

using Points = std::vector<std::vector<double>>;

// Each point once more for each of `values`, written at `place`.
Points spread(const Points& points, std::size_t place, std::span<const double> values) {
  Points out;
  for (const auto& point : points) {
    for (const double value : values) {
      out.push_back(point);
      out.back()[place] = value;
    }
  }
  return out;
}

// Whether a part is itself the whole of another: then no region of two sides holds them all.
bool is_chain(std::span<const PartOf> parts) {
  for (const PartOf& pair : parts) {
    for (const PartOf& other : parts) {
      if (pair.whole == other.part) return true;
    }
  }
  return false;
}

// All ends, with parts cut to their wholes.
Points chain_corners(std::span<const Interval> allowed, std::span<const PartOf> parts) {
  Points out{std::vector<double>(allowed.size())};
  for (std::size_t k = 0; k < allowed.size(); ++k) {
    const std::array<double, 2> ends{allowed[k].low, allowed[k].high};
    out = spread(out, k, ends);
  }
  for (auto& point : out) {
    for (auto pair = parts.rbegin(); pair != parts.rend(); ++pair) {
      point[pair->part] = std::min(point[pair->part], point[pair->whole]);
    }
  }
  return out;
}

// The corners of what a part and its whole allow together: a region of five sides.
Points spread_pair(const Points& points,
                   const PartOf& places,
                   const Interval& part,
                   const Interval& whole) {
  const std::array<std::array<double, 2>, 5> region{{
      {part.low, whole.low},
      {part.low, whole.high},
      {std::min(part.high, whole.low), whole.low},
      {part.high, std::max(part.high, whole.low)},
      {part.high, whole.high},
  }};
  Points out;
  for (const auto& point : points) {
    for (const auto& [x, n] : region) {
      out.push_back(point);
      out.back()[places.part] = x;
      out.back()[places.whole] = n;
    }
  }
  return out;
}

bool is_in_pair(std::size_t place, std::span<const PartOf> parts) {
  return std::any_of(parts.begin(), parts.end(), [place](const PartOf& pair) {
    return pair.part == place || pair.whole == place;
  });
}

bool is_unbounded(const std::vector<double>& corner) {
  return std::any_of(corner.begin(), corner.end(), [](double x) { return std::isinf(x); });
}

// The hull of values, of which those at corners without bound are limits that nothing reaches.
class Hull {
 public:
  explicit Hull(const Interval& range) : range_(range) {}

  void add(double low, double high, bool unbounded) {
    if (std::isnan(low) || std::isnan(high)) return;
    const double least = unbounded ? outward(low, false) : low;
    const double most = unbounded ? outward(high, true) : high;
    if (least < out_.low || (least == out_.low && !unbounded)) {
      out_.low = least;
      out_.low_open = unbounded || std::isinf(least);
    }
    if (most > out_.high || (most == out_.high && !unbounded)) {
      out_.high = most;
      out_.high_open = unbounded || std::isinf(most);
    }
  }

  Interval interval() const {
    if (!(out_.low <= out_.high)) return range_;
    if (out_.low < out_.high) return out_;
    return Interval::closed(out_.low, out_.high);
  }

 private:
  // A limit that is all but an end of the range, or without bound, is that.
  double outward(double value, bool upwards) const {
    constexpr double kNegligible = 1e-9;  // the corner stands at 2^40, not at ∞
    const double end = upwards ? range_.high : range_.low;
    if (std::isinf(end)) return (upwards ? value : -value) > 1 / kNegligible ? end : value;
    return std::abs(value - end) < kNegligible ? end : value;
  }

  Interval range_;
  Interval out_{kInfinity, -kInfinity, true, true};
};

}  // namespace

void check_threads(int threads) {
  if (threads >= 1) return;
  throw DomainError("threads is " + std::to_string(threads) + ", expected at least 1");
}

void check_columns(std::span<const Column> columns, std::span<const PartOf> parts) {
  for (const Column& column : columns) check_sizes(columns.front(), column);
  for (const Column& column : columns) check_values(column);
  for (const PartOf& pair : parts) check_part(columns[pair.part], columns[pair.whole]);
}

std::vector<Interval> completions(std::span<const Bounded> inputs, std::span<const PartOf> parts) {
  std::vector<Interval> out;
  for (const Bounded& input : inputs) out.push_back(allowed_by(input));
  for (const PartOf& pair : parts) {
    keep_part(inputs[pair.part], inputs[pair.whole], out[pair.part], out[pair.whole]);
  }
  return out;
}

Points corners(std::span<const Interval> allowed, std::span<const PartOf> parts) {
  if (is_chain(parts)) return chain_corners(allowed, parts);
  Points out{std::vector<double>(allowed.size())};
  for (const PartOf& pair : parts) {
    out = spread_pair(out, pair, allowed[pair.part], allowed[pair.whole]);
  }
  for (std::size_t k = 0; k < allowed.size(); ++k) {
    if (is_in_pair(k, parts)) continue;
    const std::array<double, 2> ends{allowed[k].low, allowed[k].high};
    out = spread(out, k, ends);
  }
  return out;
}

double beyond_all(std::span<const Interval> allowed) {
  double most = 1099511627776.0;  // 2^40
  for (const Interval& each : allowed) {
    for (const double end : {each.low, each.high}) {
      if (std::isfinite(end)) most = std::max(most, std::abs(end));
    }
  }
  return most;
}

double two_sided_alpha(double alpha, Alternative alternative) {
  if (alternative == Alternative::two_sided) {
    check_alpha(alpha);
    return alpha;
  }
  if (alpha > 0 && alpha < 0.5) return 2 * alpha;
  throw DomainError("alpha is " + core::to_string(alpha) +
                    ", expected a number between 0 and 0.5, both excluded, for a one-sided "
                    "interval");
}

Row for_alternative(const Row& row, Alternative alternative, const Interval& range) {
  Row out = row;
  if (alternative == Alternative::greater && !std::isnan(row.high)) out.high = range.high;
  if (alternative == Alternative::less && !std::isnan(row.low)) out.low = range.low;
  return out;
}

Estimate exact_estimate(const Row& row, const Interval& range) {
  Estimate out;
  out.estimate = row.estimate;
  out.identified = std::isnan(row.estimate) ? range : Interval::exactly(row.estimate);
  if (!std::isnan(row.low) && !std::isnan(row.high)) {
    out.interval = Interval{row.low, row.high, std::isinf(row.low), std::isinf(row.high)};
  }
  out.flags = row.flags;
  return out;
}

Estimate missing_estimate(const Interval& range) {
  Estimate out;
  out.estimate = kNaN;
  out.identified = range;
  out.flags = bit(Flag::missing);
  return out;
}

Estimate union_of(std::span<const Row> rows,
                  std::span<const std::vector<double>> corners,
                  const Interval& range) {
  Hull identified(range);
  Hull interval(range);
  Estimate out;
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const bool unbounded = is_unbounded(corners[k]);
    identified.add(rows[k].estimate, rows[k].estimate, unbounded);
    interval.add(rows[k].low, rows[k].high, unbounded);
    out.flags |= rows[k].flags;
  }
  out.identified = identified.interval();
  if (out.identified.is_exact()) out.estimate = out.identified.low;
  out.interval = interval.interval();
  return out;
}

void set_method(Estimate& out, std::string_view method, double alpha, bool bounded) {
  out.method = method;
  if (!out.interval) return;
  out.confidence = 1 - alpha;
  if (bounded) out.method += ", union";
}

}  // namespace pressgauge::stats::detail
