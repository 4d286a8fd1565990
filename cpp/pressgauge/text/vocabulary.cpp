// SPDX-License-Identifier: MIT
#include "pressgauge/text/vocabulary.hpp"

#include <algorithm>
#include <utility>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/text/data.hpp"

namespace pressgauge::text {

std::uint64_t WordTable::hash_of(std::string_view form) {
  std::uint64_t hash = 0;
  const auto mix = [&](std::uint64_t value) {
    hash = (hash ^ value) * kPrime;
    hash ^= hash >> 32U;
  };
  for (; form.size() > kShort; form.remove_prefix(kShort)) mix(load(form.data(), kShort));
  mix(packed(form.data(), form.size()));
  return hash;
}

WordTable::WordTable() : words_(1), slots_(1024) {}

WordId WordTable::add(std::string_view form) {
  const Key key = key_of(form);
  std::size_t at = slot_of(key, form);
  if (slots_[at].id != kUnknownWord) return slots_[at].id;
  if (2 * words_.size() >= slots_.size()) {
    grow();
    at = slot_of(key, form);
  }
  slots_[at] = {key.value, key.size, static_cast<WordId>(words_.size())};
  words_.emplace_back(form);
  return slots_[at].id;
}

void WordTable::grow() {
  std::vector<Slot> old(2 * slots_.size());
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.id != kUnknownWord) slots_[slot_of({slot.value, slot.size}, words_[slot.id])] = slot;
  }
}

void Vocabulary::WordSet::add(WordId word) {
  if (word >= has.size()) has.resize(word + 1);
  if (!has[word]) words.push_back(word);
  has[word] = true;
}

void Vocabulary::add_classes(const Table& classes) {
  for (const Row& row : classes.rows) {
    WordSet& of_class = classes_[std::string(row.cells[0])];
    for (const std::string_view word : split(row.cells[1], ' ')) {
      try {
        add_alternative(of_class, word);
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
  members_.push_back(members(made.words));
  sets_.push_back(std::move(made.words));
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
    for (const WordId word : std::vector<WordId>(found->second.words)) set.add(word);
  } else {
    set.add(words_.add(atom));
  }
}

void Vocabulary::add_forms(WordSet& set, std::string_view lemma) {
  const std::size_t colon = lemma.find(':');
  const std::string_view form = colon == std::string_view::npos ? "" : lemma.substr(colon + 1);
  const std::string_view word = lemma.substr(0, colon);
  if (form == "plural") {
    set.add(words_.add(word));
    set.add(words_.add(plural(word)));
    return;
  }
  const VerbForms verb = inflection_.verb(word);
  if (form == "past") {
    set.add(words_.add(verb.past));
  } else if (form == "participle") {
    set.add(words_.add(verb.participle));
  } else if (form == "ing") {
    set.add(words_.add(verb.ing));
  } else if (form == "finite") {
    for (const auto* each : {&verb.base, &verb.third, &verb.past}) set.add(words_.add(*each));
  } else if (form.empty()) {
    for (const auto* each : {&verb.base, &verb.third, &verb.past, &verb.participle, &verb.ing}) {
      set.add(words_.add(*each));
    }
  } else {
    throw ParseError(
        "unknown word form ':" + std::string(form) + "' (past, participle, ing, finite, plural)",
        0);
  }
}

// A class may still grow, a set never does: its bits are set once.
Vocabulary::Members Vocabulary::members(const std::vector<WordId>& words) {
  if (words.empty()) return {};
  const auto [least, most] = std::minmax_element(words.begin(), words.end());
  const Members made{
      static_cast<std::uint32_t>(bits_.size()), *least / 64, *most / 64 - *least / 64 + 1};
  bits_.resize(bits_.size() + made.blocks);
  for (const WordId word : words) {
    bits_[made.start + word / 64 - made.first_block] |= std::uint64_t{1} << (word % 64);
  }
  return made;
}

Traits Vocabulary::trait(const std::vector<WordId>& words) {
  if (next_trait_ == 0) throw DomainError("a word has no more traits to give");
  for (const WordId word : words) {
    if (word >= traits_.size()) traits_.resize(word + 1);
    traits_[word] |= next_trait_;
  }
  return std::exchange(next_trait_, next_trait_ << 1U);
}

Vocabulary default_vocabulary() {
  Vocabulary vocabulary(Inflection(parse_table("verbs.tsv", data::verbs, 3, 4)));
  vocabulary.add_classes(parse_table("words.tsv", data::words, 2, 2));
  return vocabulary;
}

}  // namespace pressgauge::text
