// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/text/document.hpp"

using namespace pressgauge;

namespace {

text::Document document(std::string words) {
  static auto vocabulary = text::default_vocabulary();
  static const text::Rules rules(vocabulary);
  return text::Document(std::move(words), rules, vocabulary);
}

std::vector<std::string> forms(const std::string& words) {
  const text::Tokens tokens = text::tokenize(words);
  std::vector<std::string> out;
  for (const text::Token& token : tokens.items) out.emplace_back(tokens.form(token));
  return out;
}

std::vector<std::string> sentences(const text::Document& document) {
  std::vector<std::string> out;
  for (const auto& sentence : document.sentences()) out.emplace_back(document.words(sentence.span));
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("numbers keep their separators", "[text][tokens]") {
  CHECK(forms("1,200 or 3.5% of 2.5bn") == Strings{"1,200", "or", "3.5", "%", "of", "2.5bn"});
  CHECK(forms("1,2000 and 12,") == Strings{"1", ",", "2000", "and", "12", ","});
  CHECK(forms("١٢٣ and ４５") == Strings{"123", "and", "45"});
}

TEST_CASE("words keep inner apostrophes and lose possessives", "[text][tokens]") {
  CHECK(forms("Shi’ite didn't Anna’s") == Strings{"shi'ite", "didn't", "anna", "'s"});
  CHECK(forms("the U.S. at 5 p.m.") == Strings{"the", "u.s.", "at", "5", "p.m."});
}

TEST_CASE("words of ASCII alone read as those with other characters in them", "[text][tokens]") {
  const text::Tokens plain = text::tokenize("The MAYOR of Zubin's 1,200 didn't say USA, 26 or 3.5");
  const text::Tokens other = text::tokenize(
      "Th\u00ADe MA\u200BYOR o\u00ADf Zu\u00ADbin’s 1,200 did\u00ADn’t sa\u00ADy ＵSA，２６ "
      "or ３.５");
  REQUIRE(plain.items.size() == other.items.size());
  for (std::size_t i = 0; i < plain.items.size(); ++i) {
    const text::Token& a = plain.items[i];
    const text::Token& b = other.items[i];
    CHECK(plain.form(a) == other.form(b));
    CHECK(a.kind == b.kind);
    CHECK(a.capitalised == b.capitalised);
    CHECK(a.all_capitals == b.all_capitals);
  }
}

TEST_CASE("invisible characters don't break words or numbers", "[text][tokens]") {
  CHECK(forms("prot\u00ADesters 1\u200B200") == Strings{"protesters", "1200"});
}

TEST_CASE("sentences end at full stops, not at abbreviations", "[text][sentences]") {
  const auto d = document(
      "Mr. Smith met Gen. Jones in the U.S. on Monday. They spoke. \"We agreed.\" He left.");
  CHECK(sentences(d) == Strings{"Mr. Smith met Gen. Jones in the U.S. on Monday.",
                                "They spoke.",
                                "\"We agreed.\"",
                                "He left."});
}

TEST_CASE("wrapped lines are joined, short lines are paragraphs", "[text][sentences]") {
  const auto wrapped = document(
      "The police said on Monday that a group of about forty people had\n"
      "gathered in front of the town hall before the crowd was told to go\n"
      "home by the mayor. Nobody was hurt.\n");
  CHECK(wrapped.sentences().size() == 2);
  const auto lines = document("Clashes in the north\nThe police stepped in.\nSource: Agency");
  CHECK(lines.sentences().size() == 3);
}

TEST_CASE("sections tell the article from what stands around it", "[text][sections]") {
  const auto d = document(
      "Clashes in the north\n\nZUBIN, May 3 (Agency) - Two people were hurt.\n\nThe mayor "
      "spoke.\n\n"
      "Source: Agency\n\nJane Doe is an award-winning journalist at The Gazette.");
  std::vector<text::SectionKind> kinds;
  for (const auto& section : d.sections()) kinds.push_back(section.kind);
  using enum text::SectionKind;
  CHECK(kinds == std::vector{headline, dateline, body, credit, biography});
  CHECK(d.sections().back().reason == "describes the author");
}

TEST_CASE("a quote is given to who says it", "[text][quotes]") {
  const auto d = document(
      "“We will go on,” NATO chief Jens Stoltenberg said. “It is unfair and “wrong”,” he added.");
  REQUIRE(d.quotes().size() >= 2);
  REQUIRE(d.quotes()[0].speaker.has_value());
  CHECK(d.words(*d.quotes()[0].speaker) == "NATO chief Jens Stoltenberg");
  REQUIRE(d.quotes()[1].speaker.has_value());
  CHECK(d.words(*d.quotes()[1].speaker) == "NATO chief Jens Stoltenberg");
}

TEST_CASE("attribution knows what is said", "[text][attribution]") {
  const auto d =
      document("Police said 12 were hurt. Four died, officials said, a day after the vote.");
  REQUIRE(d.attributions().size() == 2);
  CHECK(d.words(d.attributions()[0].speaker) == "Police");
  CHECK(d.words(d.span_of(d.attributions()[0].content)) == "12 were hurt.");
  CHECK(d.words(d.attributions()[1].speaker) == "officials");
  CHECK(d.words(d.span_of(d.attributions()[1].content)) == "Four died,");
}

TEST_CASE("bytes and code points convert both ways", "[text][code_points]") {
  std::string words;
  for (int i = 0; i < 100; ++i) words += "aé€😀";
  const text::CodePointMap map(words);
  CHECK(map.size() == 400);
  for (std::int64_t i = 0; i <= 400; ++i) CHECK(map.code_point_of(map.byte_of(i)) == i);
  CHECK_THROWS_WITH(map.byte_of(401),
                    test::ContainsSubstring("offset 401 is not in a text of 400 characters"));
}

TEST_CASE("bytes that are not UTF-8 are refused with their place", "[text][utf8]") {
  for (const char* bad :
       {"ab\xff", "ab\xc0\x80", "ab\xed\xa0\x80", "ab\xf4\x90\x80\x80", "ab\xe2\x82"}) {
    try {
      document(bad);
      FAIL("accepted " << bad);
    } catch (const ParseError& error) {
      CHECK(error.offset() == 2);
      CHECK_THAT(error.what(), test::ContainsSubstring("at offset 2"));
    }
  }
}

TEST_CASE("a rule file's faults are named with line and column", "[text][tables]") {
  CHECK_THROWS_WITH(text::parse_table("x.tsv", "id\n", 1, 1),
                    test::ContainsSubstring("#pressgauge-rules 1"));
  CHECK_THROWS_WITH(text::parse_table("x.tsv", "#pressgauge-rules 1\na\tb\n", 3, 3),
                    test::ContainsSubstring(
                        "x.tsv, line 2, column 1: expected 3 to 3 tab-separated cells, found 2"));
  auto vocabulary = text::default_vocabulary();
  CHECK_THROWS_WITH(vocabulary.add_classes(
                        text::parse_table("x.tsv", "#pressgauge-rules 1\nbad\t@nothing\n", 2, 2)),
                    test::ContainsSubstring("@nothing"));
}

TEST_CASE("verbs are inflected by spelling and table", "[text][inflection]") {
  auto vocabulary = text::default_vocabulary();
  const auto has = [&](const char* set, const char* word) {
    return vocabulary.in(vocabulary.find(word), vocabulary.set(set));
  };
  CHECK(has("<stab>", "stabbed"));
  CHECK(has("<bury>", "buries"));
  CHECK(has("<leave:past>", "left"));
  CHECK(has("<fire:ing>", "firing"));
  CHECK(has("<policeman:plural>", "policemen"));
  CHECK_FALSE(has("<kill:ing>", "killed"));
}

TEST_CASE("words are found by their form, whatever its length", "[text][vocabulary]") {
  text::WordTable words;
  std::vector<std::string> forms;
  // All lengths from 1 to 40, many of them with the same start and end.
  for (int i = 0; i < 4000; ++i) {
    std::string form(static_cast<std::size_t>(i % 40), 'a');
    form.insert(form.size() / 2, std::to_string(i));
    forms.push_back(form);
  }
  for (std::size_t i = 0; i < forms.size(); ++i) CHECK(words.add(forms[i]) == i + 1);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    CHECK(words.add(forms[i]) == i + 1);
    CHECK(words.find(forms[i]) == i + 1);
    CHECK(words.word(static_cast<text::WordId>(i + 1)) == forms[i]);
    CHECK(words.find(forms[i] + "b") == text::kUnknownWord);
  }
  CHECK(words.find("") == text::kUnknownWord);
  CHECK(words.size() == forms.size() + 1);
}

TEST_CASE("a set holds its words and no others", "[text][vocabulary]") {
  auto vocabulary = text::default_vocabulary();
  for (int i = 0; i < 300; ++i) vocabulary.set("filler" + std::to_string(i));
  const auto far_apart = vocabulary.set("filler7|filler290|unheard");
  const auto alone = vocabulary.set("filler150");
  const auto id = [&](const char* form) { return vocabulary.find(form); };
  CHECK(vocabulary.words_of(far_apart) ==
        std::vector{id("filler7"), id("filler290"), id("unheard")});
  for (text::WordId word = 0; word < vocabulary.size(); ++word) {
    const auto& words = vocabulary.words_of(far_apart);
    CHECK(vocabulary.in(word, far_apart) ==
          (std::find(words.begin(), words.end(), word) != words.end()));
    CHECK(vocabulary.in(word, alone) == (word == id("filler150")));
  }
}

TEST_CASE("a text that is not English is noticed", "[text][language]") {
  CHECK(document("Die Polizei hat am Montag in der Stadt mehr als zwanzig Menschen nach den "
                 "Protesten festgenommen.")
            .is_foreign());
  CHECK_FALSE(
      document("The police arrested more than twenty people in the town after protests on Monday, "
               "a spokesman said.")
          .is_foreign());
}
