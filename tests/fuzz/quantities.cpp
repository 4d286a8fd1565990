// SPDX-License-Identifier: MIT
#include "pressgauge/figures/quantities.hpp"

#include "oracles.hpp"

#include <cmath>

namespace pressgauge::fuzz {
namespace {

using figures::Quantity;

void check(const text::Document& document, const std::vector<Quantity>& found, const char* what) {
  std::size_t end = 0;
  for (const Quantity& each : found) {
    check_span(document.text(), each.span, what);
    if (each.overflow) {
      end = each.tokens.end;
      continue;  // whoever reads it leaves it alone
    }
    check_interval(each.interval, what);
    expect(each.tokens.first >= end && each.tokens.first < each.tokens.end &&
               each.tokens.end <= document.tokens().size(),
           std::string(what) + ": tokens out of order");
    expect(each.number.first >= each.tokens.first && each.number.end <= each.tokens.end,
           std::string(what) + ": the number is outside of it");
    expect(!each.value || std::isfinite(*each.value), std::string(what) + ": not finite");
    expect(each.last_digit > 0 && each.scale > 0, std::string(what) + ": its digits");
    end = each.tokens.end;
  }
}

void check_token(std::string_view form) {
  const auto glued = figures::number_with_letters(form);
  if (!glued) return;
  expect(glued->letters.size() < form.size(), "letters without digits");
  expect(std::isfinite(glued->value) || glued->overflow, "digits that are no number");
  const double unit = figures::last_digit_unit(glued->value);
  expect(glued->overflow || unit > 0, "the last digit of a number has no unit");
}

}  // namespace

// Numbers with hedge and unit, sentence by sentence and all together.
void target::quantities(std::string_view input) {
  const auto document = document_of(input);
  if (!document) return;
  const auto& rules = gauge().figure_rules().quantities;
  const auto& words = gauge().vocabulary();
  for (const auto& sentence : document->sentences()) {
    const auto found = figures::quantities(*document, sentence.tokens, rules, words);
    check(*document, found, "quantity");
    for (const Quantity& each : found) {
      expect(each.tokens.first >= sentence.tokens.first && each.tokens.end <= sentence.tokens.end,
             "a quantity is outside its sentence");
    }
  }
  const auto all = figures::all_quantities(*document, rules, words);
  check(*document, all, "quantity of any kind");
  for (const Quantity& each : all) expect(!each.overflow, "a quantity beyond doubles");
  for (const auto& token : document->tokens()) check_token(document->form(token));
}

}  // namespace pressgauge::fuzz
