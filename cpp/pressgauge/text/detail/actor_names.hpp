// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pressgauge/text/detail/name_chunks.hpp"

namespace pressgauge::text::detail {

/// Tells which names are the same actor's.
class ActorNames {
 public:
  ActorNames(const Document& document, const ActorRules& rules)
      : document_(document), rules_(rules) {}

  /// First, every chunk in order: names of several words. Returns the actor's number, nothing for a
  /// name that is left to `resolve`.
  std::optional<std::size_t> add(const NameChunk& chunk);
  /// Then, every chunk in order, with what `add` said of it.
  std::optional<std::size_t> resolve(const NameChunk& chunk, std::optional<std::size_t> known);

  std::size_t size() const { return persons_.size(); }
  bool is_person(std::size_t actor) const { return persons_[actor]; }

 private:
  using Numbers = std::unordered_map<std::string, std::size_t>;

  std::vector<std::string> words_of(const TokenRange& name) const;
  std::optional<std::size_t> same_person(const std::vector<std::string>& words) const;
  std::optional<std::size_t> one_word(const NameChunk& chunk, const std::string& word);
  std::optional<std::size_t> short_form(const NameChunk& chunk, const std::string& word) const;
  std::size_t make(bool person);
  void note_full(const NameChunk& chunk, const std::vector<std::string>& words, std::size_t actor);
  void note_recent(const NameChunk& chunk, std::size_t actor);
  bool has_last_name(const NameChunk& chunk, const std::vector<std::string>& words) const;
  bool is_person_name(const NameChunk& chunk, const std::vector<std::string>& words) const;
  std::string initials(const TokenRange& name) const;
  std::string title_of(const NameChunk& chunk) const;

  const Document& document_;
  const ActorRules& rules_;
  std::vector<bool> persons_;
  std::vector<bool> middles_;  ///< whether an actor's name has words between first and last
  Numbers by_words_;           ///< all words of a name
  Numbers by_ends_;            ///< first and last word
  Numbers by_initial_;         ///< first letter and last word
  Numbers by_last_;            ///< of the first that has it; then, of the last mentioned
  Numbers by_first_;           ///< of persons
  Numbers by_initials_;        ///< UN
  Numbers by_title_;
};

}  // namespace pressgauge::text::detail
