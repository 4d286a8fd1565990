// SPDX-License-Identifier: MIT
#include "pressgauge/figures/currencies.hpp"

#include "pressgauge/text/inflection.hpp"

namespace pressgauge::figures {

CurrencyRules::CurrencyRules(const text::Table& table) {
  for (const text::Row& row : table.rows) {
    const std::string form(row.cells[0]);
    const std::string code(row.cells[2]);
    if (row.cells[1] == "sign") {
      signs_[form] = code;
    } else if (row.cells[1] == "word") {
      words_[form] = words_[text::plural(form)] = code;
    } else {
      table.fail(row, 1, "a currency is named by a sign or a word, not");
    }
  }
}

std::optional<std::string> CurrencyRules::find(const Codes& codes, std::string_view form) {
  const auto found = codes.find(std::string(form));
  return found == codes.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace pressgauge::figures
