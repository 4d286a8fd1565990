// SPDX-License-Identifier: MIT
#include "pressgauge/text/detail/actor_names.hpp"

#include <algorithm>

namespace pressgauge::text::detail {
namespace {

template <class Numbers>
std::optional<std::size_t> found(const Numbers& numbers, const std::string& key) {
  const auto at = numbers.find(key);
  return at == numbers.end() ? std::nullopt : std::optional(at->second);
}

// Names keep apart what a blank would run together.
std::string ends(const std::vector<std::string>& words) {
  return words.front() + ' ' + words.back();
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += word + ' ';
  return all;
}

std::string initial_and_last(const std::vector<std::string>& words) {
  return words.front().substr(0, 1) + ' ' + words.back();
}

std::string without_stops(std::string_view form) {
  std::string letters;
  std::ranges::copy_if(form, std::back_inserter(letters), [](char c) { return c != '.'; });
  return letters;
}

bool only_initials_between(const std::vector<std::string>& words) {
  return std::all_of(words.begin() + 1, words.end() - 1, [](const std::string& word) {
    return without_stops(word).size() == 1;
  });
}

}  // namespace

// Hyphens join, full stops of initials are no words.
std::vector<std::string> ActorNames::words_of(const TokenRange& name) const {
  std::vector<std::string> words;
  bool hyphen = false;
  for (std::size_t i = name.first; i < name.end; ++i) {
    const std::string_view form = document_.form(document_.tokens()[i]);
    if (form == ".") continue;
    if (form == "-" && !words.empty()) {
      words.back() += form;
      hyphen = true;
    } else if (hyphen) {
      words.back() += form;
      hyphen = false;
    } else {
      words.emplace_back(form);
    }
  }
  return words;
}

std::optional<std::size_t> ActorNames::add(const NameChunk& chunk) {
  const std::vector<std::string> words = words_of(chunk.name);
  if (words.size() < 2) return std::nullopt;
  auto actor = found(by_words_, joined(words));
  if (!actor) actor = same_person(words);
  if (!actor) actor = make(false);
  if (words.size() > 2 && !only_initials_between(words)) middles_[*actor] = true;
  if (is_person_name(chunk, words)) persons_[*actor] = true;
  note_full(chunk, words, *actor);
  return actor;
}

// `John Kennedy` is `John F. Kennedy` and `J. Kennedy`; `World Trade Organization` isn't `World
// Health Organization`.
std::optional<std::size_t> ActorNames::same_person(const std::vector<std::string>& words) const {
  const bool own_middle = !only_initials_between(words);
  const auto fits = [&](std::optional<std::size_t> actor) {
    return actor && !(own_middle && middles_[*actor]);
  };
  if (const auto actor = found(by_ends_, ends(words)); fits(actor)) return actor;
  if (without_stops(words.front()).size() != 1) {
    const auto actor = found(by_ends_, words.front().substr(0, 1) + ' ' + words.back());
    return fits(actor) ? actor : std::nullopt;
  }
  const auto actor = found(by_initial_, initial_and_last(words));
  return fits(actor) ? actor : std::nullopt;
}

std::size_t ActorNames::make(bool person) {
  persons_.push_back(person);
  middles_.push_back(false);
  return persons_.size() - 1;
}

void ActorNames::note_full(const NameChunk& chunk,
                           const std::vector<std::string>& words,
                           std::size_t actor) {
  by_words_.try_emplace(joined(words), actor);
  by_ends_.try_emplace(ends(words), actor);
  by_initial_.try_emplace(initial_and_last(words), actor);
  by_initials_.try_emplace(initials(chunk.name), actor);
  if (has_last_name(chunk, words)) by_last_.try_emplace(words.back(), actor);
  if (persons_[actor]) by_first_.try_emplace(words.front(), actor);
  if (!chunk.title.empty()) by_title_.try_emplace(title_of(chunk), actor);
}

// `Bank of America` isn't called America, nor North Korea Korea.
bool ActorNames::has_last_name(const NameChunk& chunk,
                               const std::vector<std::string>& words) const {
  if (rules_.is(words.front(), NameWord::nationality)) return false;
  const auto& tokens = document_.tokens();
  return std::none_of(tokens.begin() + static_cast<std::ptrdiff_t>(chunk.name.first),
                      tokens.begin() + static_cast<std::ptrdiff_t>(chunk.name.end),
                      [&](const Token& token) {
                        return !token.capitalised &&
                               rules_.is(document_.form(token), NameWord::connector);
                      });
}

bool ActorNames::is_person_name(const NameChunk& chunk,
                                const std::vector<std::string>& words) const {
  if (rules_.is(words.back(), NameWord::body)) return false;
  return !chunk.title.empty() || (words.size() > 1 && rules_.is(words[0], NameWord::first_name));
}

// Of the words with a capital: UN, DoD is DOD.
std::string ActorNames::initials(const TokenRange& name) const {
  std::string letters;
  for (std::size_t i = name.first; i < name.end; ++i) {
    const Token& token = document_.tokens()[i];
    if (token.capitalised) letters += document_.form(token).substr(0, 1);
  }
  return letters;
}

std::string ActorNames::title_of(const NameChunk& chunk) const {
  return joined(words_of(chunk.title));
}

std::optional<std::size_t> ActorNames::resolve(const NameChunk& chunk,
                                               std::optional<std::size_t> known) {
  std::optional<std::size_t> actor = known;
  if (!actor) {
    const std::vector<std::string> words = words_of(chunk.name);
    actor = words.empty() ? found(by_title_, title_of(chunk)) : one_word(chunk, words.front());
  }
  if (actor) note_recent(chunk, *actor);
  return actor;
}

std::optional<std::size_t> ActorNames::one_word(const NameChunk& chunk, const std::string& word) {
  if (const auto actor = short_form(chunk, word)) {
    if (!chunk.title.empty()) persons_[*actor] = true;
    return actor;
  }
  const std::size_t actor = make(!chunk.title.empty());
  by_words_.emplace(joined({word}), actor);
  by_last_.emplace(word, actor);
  return actor;
}

std::optional<std::size_t> ActorNames::short_form(const NameChunk& chunk,
                                                  const std::string& word) const {
  const std::string letters = without_stops(word);
  const Token& token = document_.tokens()[chunk.name.first];
  const bool acronym = token.all_capitals || letters.size() < word.size();
  if (acronym && letters.size() > 1) {
    if (const auto actor = found(by_initials_, letters)) return actor;
  }
  if (const auto actor = found(by_last_, word)) return actor;
  if (const auto actor = found(by_words_, joined({word}))) return actor;
  return chunk.title.empty() ? found(by_first_, word) : std::nullopt;
}

// Who has a last name or title stays called by it until another one is mentioned in full.
void ActorNames::note_recent(const NameChunk& chunk, std::size_t actor) {
  const std::vector<std::string> words = words_of(chunk.name);
  if (!chunk.title.empty()) by_title_[title_of(chunk)] = actor;
  if (words.size() < 2) return;
  if (has_last_name(chunk, words)) by_last_[words.back()] = actor;
  if (persons_[actor]) by_first_[words.front()] = actor;
}

}  // namespace pressgauge::text::detail
