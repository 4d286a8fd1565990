// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "pressgauge/text/tables.hpp"

namespace pressgauge::figures {

/// Codes of currencies by their signs and words (currencies.tsv).
class CurrencyRules {
 public:
  explicit CurrencyRules(const text::Table& table);
  /// The code of `$` before a number.
  std::optional<std::string> of_sign(std::string_view sign) const { return find(signs_, sign); }
  /// The code of `euros` behind one.
  std::optional<std::string> of_word(std::string_view word) const { return find(words_, word); }

 private:
  using Codes = std::unordered_map<std::string, std::string>;
  static std::optional<std::string> find(const Codes& codes, std::string_view form);
  Codes signs_;
  Codes words_;
};

}  // namespace pressgauge::figures
