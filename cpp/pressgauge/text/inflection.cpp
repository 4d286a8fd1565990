// SPDX-License-Identifier: MIT
#include "pressgauge/text/inflection.hpp"

namespace pressgauge::text {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool ends_in_consonant_y(std::string_view word) {
  return word.size() > 1 && word.ends_with('y') && !is_vowel(word[word.size() - 2]);
}

bool takes_es(std::string_view word) {
  for (const std::string_view ending : {"s", "x", "z", "ch", "sh", "o"}) {
    if (word.ends_with(ending)) return true;
  }
  return false;
}

// One syllable of consonant, vowel, consonant doubles its last letter: stab, stabbed.
bool doubles(std::string_view word) {
  if (word.size() < 3 || word.size() > 4) return false;
  const char last = word.back();
  if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
  int vowels = 0;
  for (const char c : word) vowels += is_vowel(c) ? 1 : 0;
  return vowels == 1 && is_vowel(word[word.size() - 2]);
}

std::string with_s(std::string_view word) {
  std::string out(word);
  if (ends_in_consonant_y(word)) {
    out.back() = 'i';
    return out + "es";
  }
  return out + (takes_es(word) ? "es" : "s");
}

std::string with_ed(std::string_view word) {
  std::string out(word);
  if (word.ends_with('e')) return out + "d";
  if (ends_in_consonant_y(word)) out.back() = 'i';
  if (doubles(word)) out.push_back(word.back());
  return out + "ed";
}

std::string with_ing(std::string_view word) {
  std::string out(word);
  if (word.ends_with("ie")) return out.substr(0, out.size() - 2) + "ying";
  if (word.ends_with('e') && !word.ends_with("ee")) out.pop_back();
  if (doubles(word)) out.push_back(word.back());
  return out + "ing";
}

}  // namespace

Inflection::Inflection(const Table& irregular_verbs) {
  for (const Row& row : irregular_verbs.rows) {
    const std::string base(row.cells[0]);
    irregular_[base] = {base,
                        base == "be"     ? "is"
                        : base == "have" ? "has"
                                         : with_s(base),
                        std::string(row.cells[1]),
                        std::string(row.cells[2]),
                        row.cells.size() > 3 ? std::string(row.cells[3]) : with_ing(base)};
  }
}

VerbForms Inflection::verb(std::string_view base) const {
  const std::string word(base);
  const auto found = irregular_.find(word);
  if (found != irregular_.end()) return found->second;
  return {word, with_s(base), with_ed(base), with_ed(base), with_ing(base)};
}

std::string plural(std::string_view noun) {
  if (noun.ends_with("man")) return std::string(noun.substr(0, noun.size() - 2)) + "en";
  if (noun.ends_with('o')) return std::string(noun) + "s";
  return with_s(noun);
}

}  // namespace pressgauge::text
