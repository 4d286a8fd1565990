// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/lexicon.hpp"

#include <cmath>
#include <unordered_map>
#include <utility>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/sentiment/data.hpp"
#include "pressgauge/text/tables.hpp"
#include "pressgauge/text/tokens.hpp"
#include "pressgauge/text/unicode.hpp"

namespace pressgauge::sentiment {
namespace {

constexpr std::size_t kLeastColumns = 2;  // word and weight
constexpr std::size_t kMostColumns = 6;
constexpr std::size_t kMostWords = 8;  // of a phrase
constexpr double kMostWeight = 4;  // of a word, either way; a heavier one would drown its article

double number_or_zero(const text::Table& table, const text::Row& row, std::size_t column) {
  return column < row.cells.size() ? table.number(row, column) : 0;
}

// Lower case, plain apostrophes, one blank between words. The number of words comes with it.
std::pair<std::string, std::size_t> form(std::string_view words) {
  const text::Tokens tokens = text::tokenize(words);
  std::string out;
  for (const text::Token& token : tokens.items) {
    if (!out.empty()) out += ' ';
    out += tokens.form(token);
  }
  return {std::move(out), tokens.items.size()};
}

// What patterns of terms give a meaning of its own.
bool is_pattern_syntax(std::string_view words) {
  return words.find_first_of("|<>@#?") != std::string_view::npos ||
         words.find("...") != std::string_view::npos;
}

bool is_mark(std::string_view word) {
  return word == "|" || word == "<" || word == ">" || word == "@";
}

std::string checked_form(const text::Table& table, const text::Row& row) {
  auto [words, n] = form(row.cells[0]);
  if (n == 0 || n > kMostWords) {
    table.fail(row, 0, "expected one to " + std::to_string(kMostWords) + " words");
  }
  if (n == 1 ? is_mark(words) : is_pattern_syntax(words)) {
    table.fail(row, 0, "expected a word, not a mark");
  }
  return std::move(words);
}

// Of the row, or that of the whole file.
std::string source_of(const text::Row& row, std::string_view source) {
  const std::string_view cell = row.cells.size() == kMostColumns ? row.cells.back() : "";
  return std::string(cell.empty() ? source : cell);
}

}  // namespace

std::vector<LexiconEntry> lexicon_entries(std::string_view name,
                                          std::string_view content,
                                          std::string_view source) {
  text::validate_utf8(content);
  const auto table = text::parse_table(name, content, kLeastColumns, kMostColumns);
  std::vector<LexiconEntry> entries;
  std::unordered_map<std::string, int> lines;
  for (const text::Row& row : table.rows) {
    std::string word = checked_form(table, row);
    const double weight = table.number(row, 1);
    if (std::abs(weight) > kMostWeight) table.fail(row, 1, "a weight is in [-4, 4]");
    const auto [first, is_new] = lines.emplace(word, row.line);
    if (!is_new) {
      table.fail(row, 0, "the word stands in line " + std::to_string(first->second) + ", too");
    }
    entries.push_back({std::move(word),
                       weight,
                       number_or_zero(table, row, 2),
                       number_or_zero(table, row, 3),
                       static_cast<std::int64_t>(number_or_zero(table, row, 4)),
                       source_of(row, source)});
  }
  return entries;
}

Lexicon Lexicon::shipped() {
  Words words;
  for (auto& entry : lexicon_entries("lexicon.tsv", data::lexicon)) {
    std::string word = entry.word;
    words.emplace(std::move(word), std::move(entry));
  }
  Lexicon lexicon;
  lexicon.shipped_ = std::make_shared<const Words>(std::move(words));
  return lexicon;
}

Lexicon Lexicon::extended(std::string_view name,
                          std::string_view content,
                          std::string_view source) const {
  if (source.find_first_of("\t\n\r\f") != std::string_view::npos) {
    throw DomainError("a source is one line without tabs, not '" + std::string(source) + "'");
  }
  Lexicon out = *this;
  for (auto& entry : lexicon_entries(name, content, source)) {
    std::string word = entry.word;
    out.own_.insert_or_assign(std::move(word), std::move(entry));
  }
  return out;
}

std::optional<LexiconEntry> Lexicon::lookup(std::string_view word) const {
  const std::string words = form(word).first;
  if (const auto found = own_.find(words); found != own_.end()) return found->second;
  if (!shipped_) return std::nullopt;
  const auto found = shipped_->find(words);
  return found == shipped_->end() ? std::nullopt : std::optional(found->second);
}

std::vector<LexiconEntry> Lexicon::entries() const {
  Words all = own_;
  if (shipped_) all.insert(shipped_->begin(), shipped_->end());
  std::vector<LexiconEntry> out;
  out.reserve(all.size());
  for (auto& [word, entry] : all) out.push_back(std::move(entry));
  return out;
}

std::size_t Lexicon::size() const {
  if (!shipped_) return own_.size();
  std::size_t both = 0;
  for (const auto& [word, entry] : own_) both += shipped_->contains(word) ? 1 : 0;
  return own_.size() + shipped_->size() - both;
}

std::string Lexicon::own_rows() const {
  if (own_.empty()) return "";
  std::string out = "#pressgauge-rules 1\n";
  for (const auto& [word, e] : own_) {
    out += word + '\t' + core::to_string(e.weight) + '\t' + core::to_string(e.prior) + '\t' +
           core::to_string(e.learned) + '\t' + std::to_string(e.texts) + '\t' + e.source + '\n';
  }
  return out;
}

}  // namespace pressgauge::sentiment
