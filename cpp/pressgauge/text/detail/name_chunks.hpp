// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

#include "pressgauge/text/actors.hpp"

namespace pressgauge::text::detail {

/// A name as it stands in a sentence.
struct NameChunk {
  TokenRange title;  ///< may be empty
  TokenRange name;   ///< empty where the title stands alone
  std::size_t sentence = 0;

  TokenRange tokens() const {
    if (title.empty()) return name;
    return {title.first, name.empty() ? title.end : name.end};
  }
};

/// Finds runs of words with a capital, and tells titles from names.
class ChunkFinder {
 public:
  ChunkFinder(const Document& document, const ActorRules& rules, const Vocabulary& vocabulary);
  std::vector<NameChunk> run() &&;

 private:
  void note_capitals(const Sentence& sentence);
  bool is_title_case(const TokenRange& range) const;
  void read(std::size_t number);
  bool is_initial(std::size_t at, const TokenRange& sentence) const;
  bool may_start(std::size_t at) const;
  bool has_ending(std::size_t at) const;
  bool is_name_word(std::size_t at) const;
  bool starts_with_article(std::size_t at) const;
  std::size_t chunk_end(std::size_t first, std::size_t end) const;
  std::size_t joined(std::size_t at, std::size_t first, std::size_t end) const;
  std::size_t joined_by_words(std::size_t at, std::size_t first, std::size_t end) const;
  bool is_abbreviated(std::size_t at) const;
  void split(TokenRange chunk);
  std::size_t last_title(const TokenRange& chunk) const;
  void add(TokenRange title, TokenRange name);
  bool is_nationality(const TokenRange& range) const;

  bool is(std::size_t at, NameWord kind) const { return rules_.is(form(at), kind); }
  const Token& token(std::size_t at) const { return document_.tokens()[at]; }
  std::string_view form(std::size_t at) const { return document_.form(token(at)); }

  const Document& document_;
  const ActorRules& rules_;
  const Vocabulary& vocabulary_;
  std::unordered_set<std::string_view> inside_;  ///< forms with a capital inside sentences
  std::unordered_set<std::string_view> small_;   ///< forms without one
  std::size_t sentence_ = 0;
  bool title_case_ = false;
  std::vector<NameChunk> out_;
};

}  // namespace pressgauge::text::detail
