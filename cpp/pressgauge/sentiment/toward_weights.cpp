// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/toward_weights.hpp"

#include <charconv>

#include "pressgauge/sentiment/data.hpp"

namespace pressgauge::sentiment {
namespace {

constexpr std::size_t kColumns = 4;
constexpr std::string_view kNear = "near ";

// The place of a distance among those of a function word.
std::size_t place(std::size_t distance, bool before) {
  return distance - 1 + (before ? 0 : TowardWeights::kReach);
}

}  // namespace

TowardWeights::TowardWeights() : TowardWeights(data::toward) {}

TowardWeights::TowardWeights(std::string_view content) : anywhere_(1), near_of_(1), near_(1) {
  const text::Table table = text::parse_table("toward.tsv", content, kColumns, kColumns);
  for (const text::Row& row : table.rows) {
    row.cells[1].starts_with(kNear) ? add_near(table, row) : add_word(table, row);
  }
}

text::WordId TowardWeights::number_of(std::string_view form) {
  const text::WordId id = words_.add(form);
  if (id >= anywhere_.size()) {
    anywhere_.resize(id + 1);
    near_of_.resize(id + 1);
  }
  return id;
}

void TowardWeights::add_word(const text::Table& table, const text::Row& row) {
  const TowardWeight weight{table.number(row, 1), table.number(row, 2), table.number(row, 3)};
  if (row.cells[0] == "(always)") {
    always_ = weight;
  } else if (row.cells[0] == "(own)") {
    own_ = weight;
  } else {
    anywhere_[number_of(row.cells[0])] = weight;
  }
}

void TowardWeights::add_near(const text::Table& table, const text::Row& row) {
  const std::string_view cell = row.cells[1].substr(kNear.size());
  int distance = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), distance);
  const auto size = static_cast<std::size_t>(std::abs(distance));
  if (error != std::errc() || end != cell.data() + cell.size() || size == 0 || size > kReach) {
    table.fail(row, 1, "expected a distance of 1 to 3 tokens, negative before the target");
  }
  std::size_t& at = near_of_[number_of(row.cells[0])];
  if (at == 0) {
    at = near_.size();
    near_.emplace_back();
  }
  const double tone = table.number(row, 2);
  near_[at][place(size, distance < 0)] = {tone, tone, table.number(row, 3)};
}

TowardWeight TowardWeights::word(std::string_view form) const {
  return anywhere_[words_.find(form)];
}

TowardWeight TowardWeights::near(std::string_view form, std::size_t distance, bool before) const {
  if (distance == 0 || distance > kReach) return {};
  return near_[near_of_[words_.find(form)]][place(distance, before)];
}

}  // namespace pressgauge::sentiment
