// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/lexicon.hpp"

#include "bytes.hpp"
#include "oracles.hpp"

namespace pressgauge::fuzz {
namespace {

using sentiment::Lexicon;
using sentiment::LexiconEntry;

bool same(const std::vector<LexiconEntry>& a, const std::vector<LexiconEntry>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& two) {
    return one.word == two.word && one.weight == two.weight && one.prior == two.prior &&
           one.learned == two.learned && one.texts == two.texts && one.source == two.source;
  });
}

// What is read can be looked up, and written and read again.
void check(const std::string& rows) {
  const auto entries = sentiment::lexicon_entries("user", rows, "us");
  const Lexicon lexicon = Lexicon::empty().extended("user", rows, "us");
  expect(lexicon.size() == entries.size(), "entries are lost");
  for (const LexiconEntry& each : entries) {
    const auto found = lexicon.lookup(each.word);
    expect(found && found->weight == each.weight, "an entry is not found");
    expect(each.weight >= -4 && each.weight <= 4, "a weight outside [-4, 4]");
  }
  const auto again = Lexicon::empty().extended("again", lexicon.own_rows(), "us");
  expect(same(lexicon.entries(), again.entries()), "a lexicon is not read as it was written");
}

}  // namespace

// A user's lexicon, and a text scored by it. Parted by a form feed, the text is given, too.
void target::lexicon(std::string_view input) {
  const auto parts = parts_of(input, '\f');
  accepted([&] {
    check(parts[0]);
    text::Vocabulary words = text::default_vocabulary();
    const text::Rules text_rules(words);
    const sentiment::Rules rules(words, parts[0], false);
    const text::Document document(parts.size() > 1 ? parts[1] : parts[0], text_rules, words);
    const auto tone = sentiment::score(document, rules, words);
    check_sentiment(document, tone);
    expect(fuzz::same(tone, sentiment::tone(document, rules, words)),
           "the tone in numbers is not that with reasons");
  });
}

}  // namespace pressgauge::fuzz
