// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pressgauge/text/tables.hpp"

namespace pressgauge::text {

/// The forms of an English verb.
struct VerbForms {
  std::string base;
  std::string third;       ///< kills
  std::string past;        ///< killed
  std::string participle;  ///< killed
  std::string ing;         ///< killing
};

/// Builds word forms when rules are loaded: by spelling rules, with a table of what is irregular.
class Inflection {
 public:
  /// Rows: base, past, participle[, ing].
  explicit Inflection(const Table& irregular_verbs);

  VerbForms verb(std::string_view base) const;

 private:
  std::unordered_map<std::string, VerbForms> irregular_;
};

/// Singular and regular plural of a noun.
std::string plural(std::string_view noun);

}  // namespace pressgauge::text
