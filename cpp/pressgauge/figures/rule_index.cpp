// SPDX-License-Identifier: MIT
#include <algorithm>

#include "pressgauge/figures/rules.hpp"

namespace pressgauge::figures {
namespace {

// Of two patterns that cost the same the one with more words says more.
constexpr double kWordBonus = 0.2;

}  // namespace

void RuleIndex::ByWord::add(text::WordId word, const Entry& entry) {
  if (word >= places_.size()) places_.resize(word + 1);
  if (places_[word] == 0) {
    lists_.emplace_back();
    places_[word] = static_cast<std::uint32_t>(lists_.size());
  }
  lists_[places_[word] - 1].push_back(entry);
}

std::vector<text::WordId> RuleIndex::ByWord::words() const {
  std::vector<text::WordId> out;
  for (text::WordId word = 0; word < places_.size(); ++word) {
    if (places_[word] != 0) out.push_back(word);
  }
  return out;
}

void RuleIndex::ask_signs(SignTable& signs) {
  std::vector<text::WordId> keys = by_word_before_.words();
  for (const text::WordId word : by_word_behind_.words()) keys.push_back(word);
  key_ = signs.add_key(keys);
  while (kReaches[reach_] < farthest_) ++reach_;
  for (const Rule& rule : rules_) {
    for (const text::SetId set : rule.pattern.asked()) signs.ask(set);
  }
}

void RuleIndex::take_signs(const SignTable& signs) {
  const auto take = [&](Entries& entries) {
    for (Entry& entry : entries) entry.needs = rules_[entry.rule].pattern.needs(signs);
  };
  for (ByWord* index : {&by_word_before_, &by_word_behind_, &by_noun_}) {
    for (Entries& entries : index->lists()) take(entries);
  }
  take(always_);
}

void RuleIndex::add(Rule rule, const text::Vocabulary& vocabulary) {
  rule.cost -= kWordBonus * rule.pattern.words();
  const Entry entry{
      rule.cost, static_cast<std::uint32_t>(rules_.size()), rule.pattern.key_place(), {}};
  if (!rule.pattern.has_key()) {
    always_.push_back(entry);
  } else {
    const KeyPlace& key = entry.key;
    ByWord& index = rule.pattern.key_is_noun() ? by_noun_
                    : key.before               ? by_word_before_
                                               : by_word_behind_;
    if (!rule.pattern.key_is_noun())
      farthest_ = std::max(farthest_, std::min<std::size_t>(key.farthest, kWindow));
    for (const text::WordId word : vocabulary.words_of(rule.pattern.key())) index.add(word, entry);
  }
  rules_.push_back(std::move(rule));
}

}  // namespace pressgauge::figures
