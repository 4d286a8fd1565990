// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "pressgauge/sentiment/rules.hpp"
#include "pressgauge/text/document.hpp"

namespace pressgauge::sentiment::detail {

struct Term;

/// Says which event terms count people who are harmed (`killing 107`, `at least 20 were injured`).
class Tolls {
 public:
  Tolls(const text::Document& document, const Rules& rules, const text::Vocabulary& vocabulary)
      : document_(document), rules_(rules), vocabulary_(vocabulary) {}

  /// Whether a number near the term counts what it says, as news and not in passing. What is
  /// weakened, as what somebody is accused of, or denied is no toll of today.
  bool is_toll(const Term& term, const text::TokenRange& sentence) const;

 private:
  bool is_counted(const Term& term, const text::TokenRange& sentence) const;
  bool counts(std::size_t token) const;
  bool is_in_relative_clause(std::size_t at, std::size_t first) const;
  bool is_of_a_war(const text::TokenRange& term, const text::TokenRange& sentence) const;
  bool is_war(std::size_t token) const;
  bool is_in(std::size_t token, text::SetId set) const;

  const text::Document& document_;
  const Rules& rules_;
  const text::Vocabulary& vocabulary_;
};

}  // namespace pressgauge::sentiment::detail
