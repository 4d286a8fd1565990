// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/rules.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/sentiment/data.hpp"

namespace pressgauge::sentiment {
namespace {

// Where a clause may end; as CLAUSE_MARKS in training/ratings.py.
constexpr std::string_view kClauseMarks = ",|;|:|.|!|?|(|)|[|]|\"|…|–|—|...|--";
constexpr std::string_view kSentenceMarks = ";|:|.|!|?";
constexpr std::size_t kEventColumns = 4;  // and toll, where it is set
constexpr std::size_t kModifierColumns = 6;

// Words that VADER's raters or our own list call good or bad evaluate; those that only rated
// sentences taught, and our list's words for what happens, don't.
WordWeight::Source source_of(const LexiconEntry& entry, bool own) {
  using Source = WordWeight::Source;
  if (own) return Source::own;
  const bool rated = entry.source.starts_with("vader") || entry.source.starts_with("tone");
  return rated ? Source::evaluates : Source::learned;
}

bool tolls(const text::Table& table, const text::Row& row) {
  if (row.cells.size() <= kEventColumns) return false;
  if (row.cells[kEventColumns] != "toll")
    table.fail(row, kEventColumns, "expected toll or nothing");
  return true;
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

Rules::Rules(text::Vocabulary& vocabulary, std::string_view user_lexicon, bool with_shipped)
    : clause_marks_(vocabulary.set(kClauseMarks)),
      sentence_marks_(vocabulary.set(kSentenceMarks)),
      count_words_(vocabulary.set("@count_word")),
      passing_words_{vocabulary.set("@relative"),
                     vocabulary.set("which"),
                     vocabulary.set("@relative_preposition"),
                     vocabulary.set("@leaving"),
                     vocabulary.set("@auxiliary|@adverb"),
                     vocabulary.set("has|have"),
                     vocabulary.set("@lasting_fight"),
                     vocabulary.set("-")},
      pronouns_(vocabulary.set("@speaker_pronoun")),
      determiners_(vocabulary.set("@determiner")) {
  if (with_shipped) add_words(lexicon_entries("lexicon.tsv", data::lexicon), false, vocabulary);
  add_own(user_lexicon, vocabulary);
  mark_words(vocabulary);
  if (with_shipped) add_events(vocabulary);
  add_modifiers(vocabulary);
}

void Rules::add_own(std::string_view user_lexicon, text::Vocabulary& vocabulary) {
  std::vector<LexiconEntry> words;
  for (LexiconEntry& entry : lexicon_entries("user lexicon", user_lexicon)) {
    if (entry.word.find(' ') == std::string::npos) {
      words.push_back(std::move(entry));
    } else {
      add_phrase(entry, vocabulary);
    }
  }
  add_words(words, true, vocabulary);
}

// Phrases are found as event terms are; the first one of the same length wins.
void Rules::add_phrase(const LexiconEntry& entry, text::Vocabulary& vocabulary) {
  event_matcher_.add(entry.word, static_cast<std::uint32_t>(events_.size()), vocabulary);
  events_.push_back({entry.word, entry.weight, entry.source, true});
}

void Rules::add_words(const std::vector<LexiconEntry>& words,
                      bool own,
                      text::Vocabulary& vocabulary) {
  if (words.empty()) return;
  std::string all;  // one set for all words: a set each would hold a bit for each word of all
  for (const LexiconEntry& entry : words) all += entry.word + '|';
  vocabulary.set(all);
  if (words_.size() < vocabulary.size()) words_.resize(vocabulary.size());
  for (const LexiconEntry& entry : words) {
    words_[vocabulary.find(entry.word)] = {
        entry.weight, source_of(entry, own), origin_number(entry.source)};
  }
}

void Rules::mark_words(text::Vocabulary& vocabulary) {
  std::vector<text::WordId> weighted;
  for (text::WordId id = 0; id < words_.size(); ++id) {
    if (words_[id].weight != 0) weighted.push_back(id);
  }
  weighted_ = vocabulary.trait(weighted);
}

std::uint16_t Rules::origin_number(const std::string& origin) {
  const auto found = std::find(origins_.rbegin(), origins_.rend(), origin);
  if (found != origins_.rend()) {
    return static_cast<std::uint16_t>(origins_.rend() - found - 1);
  }
  if (origins_.size() > std::numeric_limits<std::uint16_t>::max()) {
    throw DomainError("a lexicon has 65,535 sources at the most");
  }
  origins_.push_back(origin);
  return static_cast<std::uint16_t>(origins_.size() - 1);
}

void Rules::add_events(text::Vocabulary& vocabulary) {
  const auto table =
      text::parse_table("events.tsv", data::events, kEventColumns, kEventColumns + 1);
  for (const text::Row& row : table.rows) {
    const auto value = static_cast<std::uint32_t>(events_.size());
    add_pattern(table, row, 1, [&](std::string_view pattern) {
      event_matcher_.add(pattern, value, vocabulary);
    });
    events_.push_back({std::string(row.cells[0]),
                       table.number(row, 2),
                       std::string(row.cells[3]),
                       false,
                       tolls(table, row)});
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
                          table.number(row, 3),
                          static_cast<std::size_t>(table.number(row, 4))});
  }
}

}  // namespace pressgauge::sentiment
