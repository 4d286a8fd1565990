// SPDX-License-Identifier: MIT
#include "pressgauge/text/vocabulary.hpp"

#include "pressgauge/core/errors.hpp"
#include "pressgauge/text/data.hpp"

namespace pressgauge::text {

void Vocabulary::WordSet::add(WordId word) {
  if (has(word)) return;
  words.push_back(word);
  const std::size_t block = word / 64;
  if (block >= bits.size()) bits.resize(block + 1, 0);
  bits[block] |= std::uint64_t{1} << (word % 64);
}

WordId Vocabulary::intern(std::string_view form) {
  const auto [place, added] =
      ids_.try_emplace(std::string(form), static_cast<WordId>(words_.size()));
  if (added) words_.emplace_back(form);
  return place->second;
}

WordId Vocabulary::find(std::string_view form) const {
  const auto found = ids_.find(form);
  return found == ids_.end() ? kUnknownWord : found->second;
}

void Vocabulary::add_classes(const Table& classes) {
  for (const Row& row : classes.rows) {
    const std::string name(row.cells[0]);
    const auto [place, added] = classes_.try_emplace(name, static_cast<SetId>(sets_.size()));
    if (added) sets_.emplace_back();
    for (const std::string_view word : split(row.cells[1], ' ')) {
      try {
        add_alternative(sets_[place->second], word);
      } catch (const ParseError& error) {
        classes.fail(row, 1, error.what());
      }
    }
  }
}

SetId Vocabulary::set(std::string_view alternatives) {
  const std::string key(alternatives);
  if (const auto known = set_ids_.find(key); known != set_ids_.end()) return known->second;
  // Named only once it is made: an unknown class must be refused each time it is asked for.
  WordSet made;
  for (const std::string_view atom : split(alternatives, '|')) add_alternative(made, atom);
  const auto id = static_cast<SetId>(sets_.size());
  sets_.push_back(std::move(made));
  set_ids_.emplace(key, id);
  return id;
}

void Vocabulary::add_alternative(WordSet& set, std::string_view atom) {
  if (atom.size() > 2 && atom.starts_with('<') && atom.ends_with('>')) {
    add_forms(set, atom.substr(1, atom.size() - 2));
  } else if (atom.size() > 1 && atom.starts_with('@')) {
    const auto found = classes_.find(std::string(atom.substr(1)));
    if (found == classes_.end())
      throw ParseError("no word class is named '" + std::string(atom) + "'", 0);
    for (const WordId word : std::vector<WordId>(sets_[found->second].words)) set.add(word);
  } else {
    set.add(intern(atom));
  }
}

void Vocabulary::add_forms(WordSet& set, std::string_view lemma) {
  const std::size_t colon = lemma.find(':');
  const std::string_view form = colon == std::string_view::npos ? "" : lemma.substr(colon + 1);
  const std::string_view word = lemma.substr(0, colon);
  if (form == "plural") {
    set.add(intern(word));
    set.add(intern(plural(word)));
    return;
  }
  const VerbForms verb = inflection_.verb(word);
  if (form == "past") {
    set.add(intern(verb.past));
  } else if (form == "participle") {
    set.add(intern(verb.participle));
  } else if (form == "ing") {
    set.add(intern(verb.ing));
  } else if (form == "finite") {
    for (const auto* each : {&verb.base, &verb.third, &verb.past}) set.add(intern(*each));
  } else if (form.empty()) {
    for (const auto* each : {&verb.base, &verb.third, &verb.past, &verb.participle, &verb.ing}) {
      set.add(intern(*each));
    }
  } else {
    throw ParseError(
        "unknown word form ':" + std::string(form) + "' (past, participle, ing, finite, plural)",
        0);
  }
}

Vocabulary default_vocabulary() {
  Vocabulary vocabulary(Inflection(parse_table("verbs.tsv", data::verbs, 3, 4)));
  vocabulary.add_classes(parse_table("words.tsv", data::words, 2, 2));
  return vocabulary;
}

}  // namespace pressgauge::text
