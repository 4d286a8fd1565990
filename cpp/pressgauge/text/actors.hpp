// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pressgauge/text/document.hpp"

namespace pressgauge::text {

/// What words of names are (actors.tsv), a bit each.
enum class NameWord : std::uint16_t {
  title = 1,
  courtesy = 2,
  modifier = 4,
  particle = 8,
  connector = 16,
  body = 32,
  nationality = 64,
  first_name = 128,
  common = 256,
  ending = 512,
};

/// Words that names are told by. Immutable.
class ActorRules {
 public:
  explicit ActorRules(const Rules& rules);

  bool is(std::string_view form, NameWord kind) const {
    return (kinds_[words_.find(form)] & static_cast<std::uint16_t>(kind)) != 0;
  }
  SetId function_words() const { return function_words_; }

 private:
  WordTable words_;
  std::vector<std::uint16_t> kinds_;  ///< by the word's number; 0 for no word
  SetId function_words_;
};

/// Where an actor is named.
struct ActorMention {
  core::Span span;
  TokenRange tokens;
  std::size_t sentence = 0;
  bool pronoun = false;  ///< he, her: of the only person named shortly before
};

/// Somebody or something with a name: a person, an organisation, a place.
struct Actor {
  std::string name;                  ///< its longest form, without titles
  std::vector<std::string> aliases;  ///< each form once, titles included, in order of the text
  bool person = false;               ///< known as one by a title or a first name
  std::vector<ActorMention> mentions;
};

/// The named actors of an article, in the order of their first mentions. Words with a capital are
/// names, at the start of a sentence only if they have a capital elsewhere or no rule knows them.
/// Mentions are merged by full name, last name, title, first name of a person, or initials; two
/// different first names with one last name never are. Linear in the text.
std::vector<Actor> actors(const Document& document,
                          const ActorRules& rules,
                          const Vocabulary& vocabulary);

}  // namespace pressgauge::text
