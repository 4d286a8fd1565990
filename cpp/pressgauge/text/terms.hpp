// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "pressgauge/text/tokens.hpp"
#include "pressgauge/text/vocabulary.hpp"

namespace pressgauge::text {

/// One step of a pattern.
struct Element {
  enum class Kind : std::uint8_t { words, name, gap, anchor, number };
  Kind kind = Kind::words;
  SetId set = 0;
  bool optional = false;
  bool percent = false;  ///< of a number
  int most = 0;          ///< of a gap: how many items it may cover
};

/// Items that a pattern may stretch over at the most; a match needs no memory but that.
inline constexpr std::size_t kMostReach = 48;

/// Compiles a pattern: steps separated by blanks. A step is a set of words as Vocabulary::set reads
/// it, with `?` at its end where it may be missing; `NAME`, one to five capitalised words; `...n`,
/// a gap of at most n items; `#`, the anchor (figures: the number with its noun); `##`, another
/// number, `##%`, a percentage.
/// @throws ParseError, also when it may stretch over more than kMostReach items.
std::vector<Element> compile_pattern(std::string_view pattern, Vocabulary& vocabulary);

/// Finds terms of several words among tokens: the longest one wins, then the one added first.
class TermMatcher {
 public:
  struct Match {
    std::uint32_t value;  ///< as given to add
    std::size_t end;      ///< token after the term
  };

  /// @throws ParseError when the pattern can't be compiled or has no first word.
  void add(std::string_view pattern, std::uint32_t value, Vocabulary& vocabulary);
  /// The term that starts at token `at`.
  std::optional<Match> match(std::span<const Token> tokens,
                             std::size_t at,
                             const Vocabulary& vocabulary) const {
    return may_start(tokens[at]) ? longest(tokens, at, vocabulary) : std::nullopt;
  }
  /// Few words start a term: most tokens need no more than this.
  bool may_start(const Token& token) const {
    return (token.word < starts_.size() && starts_[token.word]) ||
           (token.capitalised && !by_name_.empty());
  }

 private:
  std::optional<Match> longest(std::span<const Token> tokens,
                               std::size_t at,
                               const Vocabulary& vocabulary) const;

  struct Term {
    std::vector<Element> elements;
    std::uint32_t value;
  };
  void index(Term term, const Vocabulary& vocabulary);

  std::vector<Term> terms_;
  std::vector<bool> starts_;                 ///< whether the word of that number starts a term
  std::vector<std::uint32_t> list_of_word_;  ///< its place among the lists, counted from 1
  std::vector<std::vector<std::uint32_t>> by_first_word_;  ///< few words start a term
  std::vector<std::uint32_t> by_name_;                     ///< terms that start with NAME
};

/// The token after the match of `elements` at `at`, the longest where several are possible; nothing
/// if there is none.
std::optional<std::size_t> match_elements(std::span<const Element> elements,
                                          std::span<const Token> tokens,
                                          std::size_t at,
                                          const Vocabulary& vocabulary);

}  // namespace pressgauge::text
