// SPDX-License-Identifier: MIT
#include "pressgauge/stats/identified.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "pressgauge/core/errors.hpp"

namespace pressgauge::stats {
namespace {

using core::Interval;
using core::kInfinity;

constexpr const char* kMethod = "identified set";
const Interval kUnit = Interval::closed(0, 1);

struct Reported {
  std::string_view name;
  Interval value;
};

void check_not_negative(const Reported& reported) {
  if (reported.value.low >= 0) return;
  throw DomainError(std::string(reported.name) + " is " + core::to_string(reported.value) +
                    ", expected no number below 0");
}

Estimate estimate_of(const Interval& set, std::uint32_t flags = 0) {
  Estimate out;
  if (set.is_exact()) out.estimate = set.low;
  out.identified = set;
  out.method = kMethod;
  out.flags = flags;
  return out;
}

bool is_zero(const Interval& value) { return value.low == 0 && value.high == 0; }
bool reaches_zero(const Interval& value) { return value.low == 0 && !value.low_open; }

// An end with whether it is open.
struct End {
  double value;
  bool open;
};

// 0 over anything is 0, however the divisor's end is reported; a number over ∞ is never quite 0.
End ratio_low(const Interval& a, const Interval& b) {
  if (reaches_zero(a)) return {0, false};
  if (std::isinf(b.high)) return {0, true};
  return {a.low / b.high, a.low_open || b.high_open};
}

End ratio_high(const Interval& a, const Interval& b) {
  if (a.high == 0) return {0, false};
  if (b.low == 0 || std::isinf(a.high)) return {kInfinity, true};
  return {a.high / b.low, a.high_open || b.low_open};
}

End share_low(const Interval& part, const Interval& rest) {
  if (rest.high == 0) return {1, false};
  if (reaches_zero(part)) return {0, false};
  if (std::isinf(rest.high)) return {0, true};
  return {part.low / (part.low + rest.high), part.low_open || rest.high_open};
}

End share_high(const Interval& part, const Interval& rest) {
  if (part.high == 0) return {0, false};
  if (reaches_zero(rest)) return {1, false};
  if (std::isinf(part.high)) return {1, true};
  return {part.high / (part.high + rest.low), part.high_open || rest.low_open};
}

// Rounding may bring two ends to one number, past each other, or both beyond the largest double.
Interval interval_of(const End& low, const End& high) {
  const double start = std::min(low.value, std::numeric_limits<double>::max());
  const bool open = high.open || std::isinf(high.value);
  if (start < high.value) return {start, high.value, low.open, open};
  return Interval::closed(std::min(start, high.value), std::max(start, high.value));
}

}  // namespace

Estimate identified(const Interval& value) { return estimate_of(value); }

Estimate identified_ratio(const Interval& a, const Interval& b) {
  check_not_negative({"a", a});
  check_not_negative({"b", b});
  if (is_zero(b)) return estimate_of(Interval::at_least(0), bit(Flag::undefined));
  const Interval set = interval_of(ratio_low(a, b), ratio_high(a, b));
  return estimate_of(set, std::isinf(set.high) ? bit(Flag::one_sided) : 0);
}

Estimate identified_share(const Interval& part, const Interval& rest) {
  check_not_negative({"part", part});
  check_not_negative({"rest", rest});
  if (is_zero(part) && is_zero(rest)) return estimate_of(kUnit, bit(Flag::undefined));
  return estimate_of(interval_of(share_low(part, rest), share_high(part, rest)));
}

Estimate identified_quotient(const Interval& part, const Interval& whole) {
  check_not_negative({"part", part});
  check_not_negative({"whole", whole});
  const Estimate ratio = identified_ratio(part, whole);
  if (is_zero(whole)) {
    if (part.contains(0.0)) return estimate_of(kUnit, ratio.flags);
    return estimate_of(ratio.identified, ratio.flags | bit(Flag::above_one));
  }
  const auto share = core::intersection(ratio.identified, kUnit);
  if (!share) return estimate_of(ratio.identified, ratio.flags | bit(Flag::above_one));
  return estimate_of(*share, *share == ratio.identified ? 0 : bit(Flag::clipped));
}

Reconciled reconcile(const std::vector<Interval>& mentions) {
  if (mentions.empty()) throw DomainError("mentions is empty, expected at least one interval");
  std::optional<Interval> shared = mentions.front();
  Interval hull = mentions.front();
  for (const Interval& mention : mentions) {
    if (shared) shared = core::intersection(*shared, mention);
    hull = core::hull(hull, mention);
  }
  return {shared.value_or(hull), shared.has_value()};
}

}  // namespace pressgauge::stats
