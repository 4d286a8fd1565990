// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressgauge::sentiment {

/// What a lexicon says of a word or phrase.
struct LexiconEntry {
  std::string word;   ///< as the tokens of a text have it; words of a phrase are apart by one blank
  double weight = 0;  ///< in [-4, 4]; 0 silences
  double prior = 0;   ///< rated by people out of context
  double learned = 0;      ///< what ratings of texts correct or add
  std::int64_t texts = 0;  ///< rated texts that hold the word
  std::string source;      ///< where the weight is from
};

/// The rows of a lexicon file: word or phrase, weight, and where they are known prior, learned,
/// texts, source. An empty `source` of a row is `source`.
/// @throws ParseError that names file, line and column: a row without a finite weight in [-4, 4],
/// marks in place of words, a word that stands in two lines.
std::vector<LexiconEntry> lexicon_entries(std::string_view name,
                                          std::string_view content,
                                          std::string_view source = "");

/// Words with weights: those that pressgauge ships, or none, and a user's own before them.
/// Immutable; copies share the words that are shipped.
class Lexicon {
 public:
  static Lexicon shipped();
  static Lexicon empty() { return {}; }

  /// This lexicon with the rows of a lexicon file, which come before its own.
  /// @throws ParseError as lexicon_entries.
  /// @throws DomainError when `source` is more than a line.
  Lexicon extended(std::string_view name, std::string_view content, std::string_view source) const;

  /// @param word as it stands in a text: capitals and curly quotes don't matter.
  std::optional<LexiconEntry> lookup(std::string_view word) const;
  /// All entries, sorted by their words.
  std::vector<LexiconEntry> entries() const;
  std::size_t size() const;
  bool has_shipped() const { return shipped_ != nullptr; }
  /// The user's own entries as a lexicon file.
  std::string own_rows() const;

 private:
  using Words = std::map<std::string, LexiconEntry, std::less<>>;
  std::shared_ptr<const Words> shipped_;
  Words own_;
};

}  // namespace pressgauge::sentiment
