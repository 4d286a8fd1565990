// SPDX-License-Identifier: MIT
#include "pressgauge/figures/hedges.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/figures/numbers.hpp"

namespace pressgauge::figures {
namespace {

Hedge::Where where_of(const text::Table& table, const text::Row& row) {
  const std::string_view name = row.cells[1];
  if (name == "before") return Hedge::Where::before;
  if (name == "after") return Hedge::Where::after;
  if (name == "instead") return Hedge::Where::instead;
  table.fail(row, 1, "a hedge stands before, after or instead of a number, not");
}

Hedge::End end_of(const text::Table& table, const text::Row& row, std::size_t column) {
  const std::string_view cell = row.cells[column];
  if (cell == "v") return {true, 0};
  if (cell == "v-w") return {true, -1};
  if (cell == "v+w") return {true, 1};
  if (cell == "inf") return {false, core::kInfinity};
  double value = 0;
  if (std::from_chars(cell.data(), cell.data() + cell.size(), value).ec != std::errc()) {
    table.fail(row, column, "an end is v, v-w, v+w, inf or a number, not");
  }
  return {false, value};
}

double number_of(const text::Table& table, const text::Row& row, std::size_t column) {
  const Hedge::End end = end_of(table, row, column);
  if (end.of_value) table.fail(row, column, "expected a number, not");
  return end.number;
}

Hedge hedge_of(const text::Table& table, const text::Row& row) {
  Hedge hedge;
  hedge.id = std::string(row.cells[0]);
  hedge.where = where_of(table, row);
  try {
    hedge.bound = bound_of(std::string(row.cells[3]));
  } catch (const DomainError& error) {
    table.fail(row, 3, error.what());
  }
  hedge.low = end_of(table, row, 4);
  hedge.high = end_of(table, row, 5);
  hedge.low_open = row.cells[6] == "low" || row.cells[6] == "both";
  hedge.high_open = row.cells[6] == "high" || row.cells[6] == "both";
  hedge.units = number_of(table, row, 7);
  hedge.share = number_of(table, row, 8);
  return hedge;
}

}  // namespace

core::Interval Hedge::interval(double value, double last_digit) const {
  const double width = std::max(units * last_digit, share * std::abs(value));
  const auto end = [&](const End& e) { return e.of_value ? value + e.number * width : e.number; };
  const double to = end(high);
  // Nothing is counted below 0 (`nearly 0`), but what is less than -30 may be anything below, and a
  // point is left where open ends would leave nothing (`fewer than 0`).
  const double below = low.of_value ? end(low) : -core::kInfinity;
  const double from = std::min(value >= 0 ? std::max(end(low), 0.0) : below, to);
  const bool is_open = from < to;
  return core::checked({from, to, low_open && is_open, high_open && is_open});
}

HedgeRules::HedgeRules(const text::Table& table, text::Vocabulary& vocabulary) {
  for (const text::Row& row : table.rows) {
    Hedge hedge = hedge_of(table, row);
    auto& matcher = hedge.where == Hedge::Where::before  ? before
                    : hedge.where == Hedge::Where::after ? after
                                                         : instead;
    try {
      matcher.add(row.cells[2], static_cast<std::uint32_t>(all.size()), vocabulary);
      note_words(hedge, row.cells[2], vocabulary);
    } catch (const ParseError& error) {
      table.fail(row, 2, error.what());
    }
    all.push_back(std::move(hedge));
  }
}

void HedgeRules::note_words(const Hedge& hedge,
                            std::string_view pattern,
                            text::Vocabulary& vocabulary) {
  if (hedge.where == Hedge::Where::after) return;
  const bool replaces = hedge.where == Hedge::Where::instead;
  auto* first = replaces ? &instead_words : &before_words;
  bool is_first = true;
  for (const text::Element& element : text::compile_pattern(pattern, vocabulary)) {
    const auto& named = vocabulary.words_of(element.set);
    if (is_first) first->insert(first->end(), named.begin(), named.end());
    if (replaces) instead_later_words.insert(instead_later_words.end(), named.begin(), named.end());
    // Behind a word that may be missing, the next may come first too.
    is_first = is_first && element.optional;
  }
}

core::Interval implied_interval(Bound bound, double value, const HedgeRules& rules) {
  if (bound == Bound::exact) return core::Interval::exactly(value);
  if (bound == Bound::range || bound == Bound::vague) {
    throw DomainError("a bound of '" + to_string(bound) + "' needs an interval, not the value " +
                      core::to_string(value));
  }
  const auto hedge = std::find_if(
      rules.all.begin(), rules.all.end(), [&](const Hedge& h) { return h.bound == bound; });
  if (hedge == rules.all.end())
    throw DomainError("no hedge has the bound '" + to_string(bound) + "'");
  return hedge->interval(value, last_digit_unit(value));
}

}  // namespace pressgauge::figures
