// SPDX-License-Identifier: MIT
#include <algorithm>

#include "pressgauge/figures/quantities.hpp"

namespace pressgauge::figures {

QuantityRules::QuantityRules(const text::Table& number_table,
                             const text::Table& hedge_table,
                             const text::Table& currency_table,
                             const text::Table& unit_table,
                             text::Vocabulary& vocabulary)
    : numbers(number_table, vocabulary),
      hedges(hedge_table, vocabulary),
      currencies(currency_table, vocabulary),
      units(unit_table, vocabulary),
      additional_before(vocabulary.set("@additional_before")),
      additional_after(vocabulary.set("@additional_after")),
      percent(vocabulary.set("@percent_word|pc")),
      percentage(vocabulary.set("percentage")),
      per(vocabulary.set("per")),
      cent(vocabulary.set("cent")),
      point(vocabulary.set("point|points")),
      to(vocabulary.set("to|or")),
      range_to(vocabulary.set("to|or|-|–|—")),
      pair_joint(vocabulary.set("to|-|–|—")),
      from(vocabulary.set("from")),
      change(vocabulary.set(
          "up|down|<rise>|<fall>|<increase>|<decrease>|<drop>|<climb>|<jump>|<grow>|<decline>|"
          "<raise>|<reduce>|<cut>|<lower>|<slip>|<surge>|<soar>|<shrink>|<swell>|<revise>|<change>|"
          "<go>|<move>|<upgrade>|<downgrade>|<expand>|<extend>|<plunge>|<slump>|<tumble>|<dip>|"
          "<swing>|<shift>|<slide>|<improve>|<double>|growth")),
      between(vocabulary.set("between")),
      conjunction(vocabulary.set("and")),
      contrast(vocabulary.set("but|yet")),
      comma(vocabulary.set(",")),
      hyphen(vocabulary.set("-")),
      dash(vocabulary.set("-|–|—")),
      of(vocabulary.set("of")),
      than(vocabulary.set("than")),
      article(vocabulary.set("a|an")),
      one(vocabulary.set("one")),
      before_one(vocabulary.set("this|that|the|which|each|every|no|any|another|only")),
      string_joint(vocabulary.set("-|–|/|:|.")),
      pound(vocabulary.set("<pound:plural>")) {
  const auto mark = [&](text::WordId word) -> Starts& {
    if (word >= starts_.size()) starts_.resize(std::max<std::size_t>(word + 1, vocabulary.size()));
    return starts_[word];
  };
  using Part = NumberRules::Part;
  std::vector<text::WordId> numerals;
  for (text::WordId word = 1; word < vocabulary.size(); ++word) {
    const auto [part, value] = numbers.find(word);
    const bool opens_scale = part == Part::part && (value == 2 || value == 4);
    if (part == Part::ones || part == Part::tens || part == Part::mark || opens_scale)
      mark(word).number = true;
    if (part == Part::hundred || part == Part::scale || part == Part::dozen || part == Part::part)
      mark(word).behind_article = true;
    if (starts(word).number || starts(word).behind_article) numerals.push_back(word);
  }
  for (const text::SetId set : {numbers.minus, hyphen, between}) {
    for (const text::WordId word : vocabulary.words_of(set)) mark(word).number = true;
  }
  for (const text::WordId word : vocabulary.words_of(article)) mark(word).article = true;
  for (const text::WordId word : hedges.instead_words) mark(word).instead = true;
  for (const text::WordId word : hedges.instead_later_words) mark(word).behind_article = true;
  for (const text::WordId word : currencies.first_words()) mark(word).currency = true;
  for (const text::WordId word : hedges.before_words) mark(word).hedge = true;
  for (const auto* words : {&hedges.instead_words, &hedges.instead_later_words}) {
    numerals.insert(numerals.end(), words->begin(), words->end());
  }
  numeral |= vocabulary.trait(numerals);
  for (const text::SetId set : {additional_before, article}) {
    for (const text::WordId word : vocabulary.words_of(set)) mark(word).hedge = true;
  }
}

}  // namespace pressgauge::figures
