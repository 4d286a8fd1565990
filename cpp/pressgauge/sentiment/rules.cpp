// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/rules.hpp"

#include <charconv>
#include <cmath>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/sentiment/data.hpp"
#include "pressgauge/text/tokens.hpp"

namespace pressgauge::sentiment {
namespace {

// Where a clause may end; as CLAUSE_MARKS in training/ratings.py.
constexpr std::string_view kClauseMarks = ",|;|:|.|!|?|(|)|[|]|\"|…|–|—|...|--";
constexpr std::size_t kLexiconColumns = 6;
constexpr std::size_t kUserColumns = 2;  // at least word and weight
constexpr std::size_t kEventColumns = 4;
constexpr std::size_t kModifierColumns = 6;
constexpr std::size_t kSourceColumn = 5;
constexpr double kMostWeight = 4;  // of a word, either way; a heavier one would drown its article

double number(const text::Table& table, const text::Row& row, std::size_t column) {
  const std::string_view cell = row.cells[column];
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value)) {
    table.fail(row, column, "expected a finite number");
  }
  return value;
}

// The word as the tokens of a text have it.
std::string form(const text::Table& table, const text::Row& row) {
  const text::Tokens tokens = text::tokenize(row.cells[0]);
  if (tokens.items.size() != 1) table.fail(row, 0, "expected one word");
  return std::string(tokens.form(tokens.items[0]));
}

bool is_pattern_syntax(std::string_view word) {
  return word == "|" || word == "<" || word == ">" || word == "@";
}

// Words that VADER's raters or our own list call good or bad evaluate; those that only rated
// sentences taught, and our list's words for what happens, don't.
WordWeight::Source source_of(const text::Row& row) {
  using enum WordWeight::Source;
  const std::string_view source = row.cells[kSourceColumn];
  return source.starts_with("vader") || source.starts_with("tone") ? evaluates : learned;
}

template <class Add>
void add_pattern(const text::Table& table, const text::Row& row, std::size_t column, Add add) {
  try {
    add(row.cells[column]);
  } catch (const ParseError& error) {
    table.fail(row, column, error.what());
  }
}

}  // namespace

Rules::Rules(text::Vocabulary& vocabulary) : Rules(vocabulary, "#pressgauge-rules 1\n") {}

Rules::Rules(text::Vocabulary& vocabulary, std::string_view user_lexicon)
    : clause_marks_(vocabulary.set(kClauseMarks)),
      pronouns_(vocabulary.set("@speaker_pronoun")),
      determiners_(vocabulary.set("@determiner")) {
  const auto shipped =
      text::parse_table("lexicon.tsv", data::lexicon, kLexiconColumns, kLexiconColumns);
  const auto own = text::parse_table("user lexicon", user_lexicon, kUserColumns, kLexiconColumns);
  add_lexicon(shipped, false, vocabulary);
  add_lexicon(own, true, vocabulary);
  add_events(vocabulary);
  add_modifiers(vocabulary);
}

void Rules::add_lexicon(const text::Table& table, bool own, text::Vocabulary& vocabulary) {
  std::vector<std::string> forms;
  std::string all;  // one set for all words: a set each would hold a bit for each word of all
  for (const text::Row& row : table.rows) {
    forms.push_back(form(table, row));
    if (is_pattern_syntax(forms.back())) table.fail(row, 0, "expected a word, not a mark");
    all += forms.back() + '|';
  }
  vocabulary.set(all);
  if (words_.size() < vocabulary.size()) words_.resize(vocabulary.size());
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const text::Row& row = table.rows[i];
    const double weight = number(table, row, 1);
    if (std::abs(weight) > kMostWeight) table.fail(row, 1, "a weight is in [-4, 4]");
    words_[vocabulary.find(forms[i])] = {weight,
                                         own ? WordWeight::Source::own : source_of(row)};
  }
}

void Rules::add_events(text::Vocabulary& vocabulary) {
  const auto table = text::parse_table("events.tsv", data::events, kEventColumns, kEventColumns);
  for (const text::Row& row : table.rows) {
    const auto value = static_cast<std::uint32_t>(events_.size());
    add_pattern(table, row, 1, [&](std::string_view pattern) {
      event_matcher_.add(pattern, value, vocabulary);
    });
    events_.push_back(
        {std::string(row.cells[0]), number(table, row, 2), std::string(row.cells[3])});
  }
}

void Rules::add_modifiers(text::Vocabulary& vocabulary) {
  const auto table =
      text::parse_table("modifiers.tsv", data::modifiers, kModifierColumns, kModifierColumns);
  for (const text::Row& row : table.rows) {
    const auto value = static_cast<std::uint32_t>(modifiers_.size());
    add_pattern(table, row, 2, [&](std::string_view pattern) {
      modifier_matcher_.add(pattern, value, vocabulary);
    });
    modifiers_.push_back({std::string(row.cells[0]),
                          row.cells[1] == "negator",
                          number(table, row, 3),
                          static_cast<std::size_t>(number(table, row, 4))});
  }
}

}  // namespace pressgauge::sentiment
