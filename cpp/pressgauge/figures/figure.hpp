// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pressgauge/core/interval.hpp"
#include "pressgauge/core/span.hpp"
#include "pressgauge/figures/dates.hpp"

namespace pressgauge::figures {

/// How the wording bounds the number.
enum class Bound : std::uint8_t {
  exact,
  at_least,
  more_than,
  at_most,
  less_than,
  about,
  range,
  vague
};
/// How the text stands to what it counts.
enum class Status : std::uint8_t { asserted, planned, hypothetical, denied, background };

/// Names as the public sees them. @throws DomainError for a name that is none.
std::string to_string(Bound bound);
std::string to_string(Status status);
std::vector<std::string> bound_names();
std::vector<std::string> status_names();
Bound bound_of(const std::string& name);
Status status_of(const std::string& name);

/// Where a field of a figure was read.
struct Evidence {
  std::string field;
  core::Span span;
};

/// A number that the text states, with what it counts.
struct Figure {
  std::int64_t number = 0;  ///< in the order of the text
  core::Span span;          ///< the number with its hedge and unit sign, without the counted noun
  std::string text;
  std::string kind = "other";
  Bound bound = Bound::exact;
  std::optional<double>
      value;                ///< as stated, percentages in percent; none for ranges and vague words
  core::Interval interval;  ///< what the wording implies
  std::string unit;
  std::optional<std::string> group;  ///< who or what is counted
  std::optional<std::string> actor;  ///< whose votes or seats, who sent, arrested, killed
  Status status = Status::asserted;
  bool subset = false;
  bool additional = false;
  std::optional<std::string> source;
  std::optional<DateSpan> date;
  std::optional<std::string> place;
  std::size_t sentence = 0;
  std::string rule;  ///< the rule that gave its kind
  std::vector<Evidence> evidence;
  std::vector<std::string> assumed;  ///< fields filled from context or by default
};

/// A number that was read and is no figure.
struct LeftAlone {
  core::Span span;
  std::string rule;
  std::string reason;
};

/// Mentions of one quantity.
struct Count {
  std::int64_t id = 0;  ///< number of its first mention
  std::string kind;
  std::optional<std::string> group;
  core::Interval interval;
  std::vector<std::int64_t> mentions;
  std::vector<std::int64_t> superseded;  ///< earlier readings, outside the interval
  std::optional<std::int64_t> parent;    ///< the count of which this is a part
  bool agree = true;
  std::string why;
  std::string unit;
  Status status = Status::asserted;
  std::optional<DateSpan> date;
  std::optional<std::string> place;
  std::string sort;  ///< of people that it counts: security, crowd, …; generic_person where the
                     ///< noun fits anyone
};

}  // namespace pressgauge::figures
