// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "pressgauge/figures/quantities.hpp"

namespace pressgauge::figures::detail {

/// One number with its sign and its unit; what hedges and other numbers make of it comes after.
class Amounts {
 protected:
  Amounts(const text::Document& document,
          const text::TokenRange& range,
          const QuantityRules& rules,
          const text::Vocabulary& vocabulary)
      : document_(document),
        tokens_(std::span(document.tokens()).first(range.end)),
        range_(range),
        rules_(rules),
        vocabulary_(vocabulary) {}

  const text::Token& token(std::size_t i) const { return tokens_[i]; }
  bool in(std::size_t i, text::SetId set) const {
    return i < range_.end && vocabulary_.in(token(i).word, set);
  }
  bool is_joined(std::size_t i) const { return i < range_.end && !token(i).space_before; }
  bool has_digits(std::size_t i) const {
    return i < range_.end &&
           (token(i).kind == text::TokenKind::number || token(i).kind == text::TokenKind::mixed);
  }

  // Digits that name something.
  std::optional<Quantity> string_of_digits(std::size_t i) const;
  // A number with the sign of its currency.
  std::optional<Quantity> operand(std::size_t i) const;
  // The unit that stands behind a number becomes its own.
  void unit(Quantity& q) const;

  const text::Document& document_;
  std::span<const text::Token> tokens_;
  text::TokenRange range_;
  const QuantityRules& rules_;
  const text::Vocabulary& vocabulary_;

 private:
  std::optional<Quantity> number(std::size_t i) const;
  std::optional<Quantity> measured(std::size_t i) const;
  bool percent(Quantity& q, std::size_t i) const;
};

}  // namespace pressgauge::figures::detail
