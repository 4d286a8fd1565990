// SPDX-License-Identifier: MIT
#include "pressgauge/figures/currencies.hpp"

#include <algorithm>
#include <charconv>

namespace pressgauge::figures {
namespace {

// The letters that a sign starts with: us of us$.
std::size_t letters_of(std::string_view sign) {
  std::size_t size = 0;
  while (size < sign.size() && sign[size] >= 'a' && sign[size] <= 'z') ++size;
  return size;
}

// A currency's words with its plural: australian <dollar:plural>.
std::string with_plural(std::string_view words) {
  const std::size_t last = words.rfind(' ');
  const std::size_t start = last == std::string_view::npos ? 0 : last + 1;
  return std::string(words.substr(0, start)) + "<" + std::string(words.substr(start)) + ":plural>";
}

double least_of(const text::Table& table, const text::Row& row) {
  if (row.cells.size() < 4) return 0;
  const std::string_view cell = row.cells[3];
  double least = 0;
  if (std::from_chars(cell.data(), cell.data() + cell.size(), least).ec != std::errc())
    table.fail(row, 3, "the least number is not a number:");
  return least;
}

}  // namespace

CurrencyRules::CurrencyRules(const text::Table& table, text::Vocabulary& vocabulary) {
  const auto word = [&](std::string_view form) {
    return vocabulary.words_of(vocabulary.set(form))[0];
  };
  for (const text::Row& row : table.rows) {
    const std::string_view name = row.cells[0];
    const std::string_view how = row.cells[1];
    const std::size_t number = currencies_.size();
    currencies_.push_back({std::string(row.cells[2]), least_of(table, row)});
    if (how == "sign") {
      const std::size_t split = letters_of(name);
      const text::WordId prefix = split > 0 ? word(name.substr(0, split)) : text::kUnknownWord;
      const text::WordId sign = split < name.size() ? word(name.substr(split)) : text::kUnknownWord;
      signs_.push_back({prefix, sign, number});
      first_words_.push_back(split > 0 ? prefix : sign);
    } else if (how == "word") {
      words_.add(with_plural(name), static_cast<std::uint32_t>(number), vocabulary);
    } else if (how == "code") {
      signs_.push_back({word(name), text::kUnknownWord, number});
      first_words_.push_back(word(name));
      words_.add(name, static_cast<std::uint32_t>(number), vocabulary);
    } else {
      table.fail(row, 1, "a currency is named by a sign, a word or a code, not");
    }
  }
}

std::optional<CurrencyRules::Found> CurrencyRules::before(std::span<const text::Token> tokens,
                                                          std::size_t at) const {
  const text::WordId first = tokens[at].word;
  if (first == text::kUnknownWord) return std::nullopt;
  const text::WordId next = at + 1 < tokens.size() && !tokens[at + 1].space_before
                                ? tokens[at + 1].word
                                : text::kUnknownWord;
  std::optional<Found> best;
  for (const Sign& sign : signs_) {
    const std::string* code = &currencies_[sign.currency].code;
    if (sign.prefix == text::kUnknownWord) {
      if (sign.sign == first && !best) best = Found{code, at + 1};
    } else if (sign.prefix == first && sign.sign == text::kUnknownWord) {
      if (tokens[at].all_capitals || tokens[at].capitalised) best = Found{code, at + 1};
    } else if (sign.prefix == first && sign.sign == next) {
      return Found{code, at + 2};
    }
  }
  return best;
}

std::optional<CurrencyRules::Found> CurrencyRules::behind(
    std::span<const text::Token> tokens,
    std::size_t at,
    double value,
    const text::Vocabulary& vocabulary) const {
  if (at >= tokens.size() || tokens[at].word == text::kUnknownWord) return std::nullopt;
  const auto match = words_.match(tokens, at, vocabulary);
  if (!match || value < currencies_[match->value].least) return std::nullopt;
  return Found{&currencies_[match->value].code, match->end};
}

}  // namespace pressgauge::figures
