// SPDX-License-Identifier: MIT
// What the readers of numbers see of a sentence.
#pragma once

#include "pressgauge/figures/numbers.hpp"

namespace pressgauge::figures::detail {

using Part = NumberRules::Part;

/// Tokens up to `end`, with the questions that number readers ask of them.
struct NumberView {
  const text::Document& document;
  std::size_t end;
  const NumberRules& rules;
  const text::Vocabulary& vocabulary;

  NumberView up_to(std::size_t limit) const { return {document, limit, rules, vocabulary}; }
  const text::Token& token(std::size_t i) const { return document.tokens()[i]; }
  std::string_view form(std::size_t i) const { return document.form(token(i)); }
  bool in(std::size_t i, text::SetId set) const {
    return i < end && vocabulary.in(token(i).word, set);
  }
  NumberRules::Word word(std::size_t i) const {
    return i < end ? rules.find(token(i).word) : NumberRules::Word{};
  }
  bool is(std::size_t i, text::TokenKind kind) const { return i < end && token(i).kind == kind; }
  bool is_digits(std::size_t i) const { return is(i, text::TokenKind::number); }
  /// Whether no white space stands before a token.
  bool is_joined(std::size_t i) const { return i < end && !token(i).space_before; }
  /// The token behind a hyphen that joins two words; `i` itself where there is none.
  std::size_t past_hyphen(std::size_t i) const {
    return in(i, rules.hyphen) && is_joined(i) && is_joined(i + 1) ? i + 1 : i;
  }
  /// Whether what stands at `i` can't be a noun that goes with the word before: `a third` ends
  /// here, `a third term` goes on.
  bool ends_part(std::size_t i) const { return i >= end || in(i, rules.part_end); }
};

/// A number that was read, before its sign.
struct Reading {
  std::size_t end = 0;  ///< token behind it
  double value = 0;
  double last_digit = 0;  ///< 0: by the value
  double scale = 1;       ///< of its last scale word: 1e6 for `2.5 million`
  double trailing =
      1;  ///< of all multiplying words that it ends in: 1e5 for `two hundred thousand`
  bool overflow = false;
};

/// `1,200`, `1 200`, `2.5`, `3.2bn`, `1e6`, without what words add.
std::optional<Reading> digits_at(const NumberView& view, std::size_t at);

/// `a hundred and twenty`, `two dozen`, `three point five`.
std::optional<Reading> cardinal_at(const NumberView& view, std::size_t at);

/// Multiplies by the scale words that follow: `2.5 million`, `3 hundred thousand`.
void take_scales(const NumberView& view, Reading& number);

/// A part of a whole.
struct Fraction {
  std::size_t end = 0;
  double value = 0;
  bool slashed = false;
};

/// `half`, `a third`, `two thirds`, `3/4`, `½`: nothing where a noun follows what may be an
/// ordinal.
std::optional<Fraction> fraction_at(const NumberView& view, std::size_t at);

/// `one in five`, `nine out of ten`, `one over 20`: `count` stands before what follows.
std::optional<Fraction> ratio_after(const NumberView& view, const Reading& count, bool in_digits);

/// Adds the part that makes a number mixed: `two and a half`, `2 1/2`, `a million and a half`.
void take_mixed(const NumberView& view, std::size_t at, Reading& number);

}  // namespace pressgauge::figures::detail
