// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <string>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/text/tagger.hpp"

using namespace pressgauge;
using text::WordClass;

namespace {

const text::Tagger& tagger() {
  static const text::Tagger loaded = text::default_tagger();
  return loaded;
}

text::Document document(const std::string& words) {
  static auto vocabulary = text::default_vocabulary();
  static const text::Rules rules(vocabulary);
  return text::Document(words, rules, vocabulary);
}

std::string tags(const text::Document& document, const text::Tagger& tagger) {
  std::string out;
  for (const WordClass each : text::word_classes(document, tagger)) {
    if (!out.empty()) out += ' ';
    out += text::to_string(each);
  }
  return out;
}

std::string tags(const std::string& words) { return tags(document(words), tagger()); }

// The class of the first token of that form.
std::string tag_of(const std::string& form, const std::string& words) {
  const text::Document d = document(words);
  const auto classes = text::word_classes(d, tagger());
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if (d.form(d.tokens()[i]) == form) return std::string(text::to_string(classes[i]));
  }
  return "no such token";
}

// A table of `rows`, and of what every table must have.
text::Tagger tagger_of(const std::string& rows) {
  const std::string table =
      "#pressgauge-rules 1\nword\t<edge>\tis=\nword\t<link>\talways=X\n"
      "word\t<mark>\talways=PUNCT\nword\t<mixed>\tis=\nword\t<number>\talways=CD\n" +
      rows;
  return text::Tagger(text::parse_table("own.tsv", table, 3, 41));
}

}  // namespace

TEST_CASE("tags are read as they are written", "[text][tagger]") {
  for (std::size_t i = 0; i < text::kWordClasses; ++i) {
    const auto each = static_cast<WordClass>(i);
    CHECK(text::parse_word_class(text::to_string(each)) == each);
  }
  CHECK(text::to_string(WordClass::prp_possessive) == "PRP$");
  CHECK_FALSE(text::parse_word_class("nn"));
}

TEST_CASE("a plain report", "[text][tagger]") {
  CHECK(tags("Three soldiers were killed and 1,200 people fled the northern city on Monday.") ==
        "CD NNS VBD VBN CC CD NNS VBD DT JJ NN IN NNP PUNCT");
  CHECK(tags("Police said they had arrested 30 armed men.") ==
        "NNS VBD PRP VBD VBN CD JJ NNS PUNCT");
}

TEST_CASE("one word in several classes", "[text][tagger]") {
  CHECK(tag_of("wounded", "The blast wounded 12 villagers.") == "VBD");
  CHECK(tag_of("wounded", "At least 12 villagers were wounded.") == "VBN");
  CHECK(tag_of("march", "Thousands joined the march in Cairo.") == "NN");
  CHECK(tag_of("march", "They plan to march in Cairo.") == "VB");
  CHECK(tag_of("march", "They met in March.") == "NNP");
  CHECK(tag_of("'s", "The country's army left.") == "POS");
  CHECK(tag_of("'s", "He said it's over.") == "VBZ");
  CHECK(tag_of("there", "There were 40 deaths.") == "EX");
}

TEST_CASE("capitals don't turn headlines into names", "[text][tagger]") {
  CHECK(tag_of("killed", "Bomb Blast Kills Twelve, Gunmen Killed In Northern City") != "NNP");
  CHECK(tag_of("soldiers", "SOLDIERS KILLED IN NORTHERN CITY") == "NNS");
  CHECK(tag_of("in", "SOLDIERS KILLED IN NORTHERN CITY") == "IN");
}

TEST_CASE("words that no table has are told by their ends and neighbours", "[text][tagger]") {
  CHECK(tag_of("frobbled", "The men frobbled the gate.") == "VBD");
  CHECK(tag_of("frobbles", "Three frobbles were found.") == "NNS");
  CHECK(tag_of("frobbling", "They were frobbling the gate.") == "VBG");
  CHECK(tag_of("frobia", "He lives in Frobia.") == "NNP");
}

TEST_CASE("marks, numbers and links need no weights", "[text][tagger]") {
  CHECK(tags("$ 30 % ☃ & www.example.org") == "SYM CD SYM PUNCT CC X");
  CHECK(tags("").empty());
}

TEST_CASE("the same words get the same classes in any document", "[text][tagger]") {
  const std::string sentence = "At least 30 people were hurt when police fired at them.";
  const std::string alone = tags(sentence);
  CHECK(tags(sentence + " " + sentence) == alone + " " + alone);
  std::vector<WordClass> out(100, WordClass::x);
  const text::Document d = document(sentence);
  tagger().tag(d, d.sentences()[0].tokens, out);
  CHECK(out.size() == d.tokens().size());
}

TEST_CASE("any text gets one class for each token", "[text][tagger]") {
  for (const std::string words :
       {"'", "é ñandú ÉTÉ", "a", "--", "G7's 26th", "…", "x\n\ny\n\nz", "I I I"}) {
    const text::Document d = document(words);
    CHECK(text::word_classes(d, tagger()).size() == d.tokens().size());
  }
}

TEST_CASE("weights add up over parts, and the first class wins a tie", "[text][tagger]") {
  CHECK(tags(document("ga gb"), tagger_of("")) == "CC CC");
  CHECK(tags(document("ga gb"), tagger_of("word\tga\tis=NN:5\tprevious=VB:7\n")) == "NN VB");
  CHECK(tags(document("ga gb"),
             tagger_of("word\tga\tclass=NN\tis=NN:5\nword\tgb\tclass=VB\tis=JJ:5\tNN=RB:6\n")) ==
        "NN RB");
  CHECK(tags(document("ga gb"), tagger_of("suffix\tb\tis=NN:5\nshape\txx|\tis=VB:6\n")) == "CC VB");
  CHECK(tags(document("ga gb"), tagger_of("class\t|\tprevious=NN:1\nclasses\t| NN\tis=VB:1\n")) ==
        "NN VB");
  CHECK(tags(document("gab zagab"),
             tagger_of("suffix\tgab\tis=NN:2\nsuffix\tb\tis=NN:2\n"
                       "shape\tx\t|=VB:3\tCC=JJ:3\tVB=JJ:3\n")) == "VB NN");
}

TEST_CASE("a malformed table is refused, with the place", "[text][tagger]") {
  const auto refused = [](const std::string& row, const std::string& why) {
    CHECK_THROWS_WITH(tagger_of(row + "\n"), test::ContainsSubstring(why));
    CHECK_THROWS_WITH(tagger_of(row + "\n"), test::ContainsSubstring("own.tsv, line 7"));
  };
  refused("wrd\tx\tis=NN:1", "unknown kind of feature");
  refused("word\tx\tis=NM:1", "unknown word class 'NM'");
  refused("word\tx\tis=NN:1.5", "whole numbers from -999 to 999");
  refused("word\tx\tis=NN:1000", "whole numbers from -999 to 999");
  refused("word\tx\tis=NN", "whole numbers from -999 to 999");
  refused("word\tx\tof=NN:1", "unknown part");
  refused("word\tx\tVB=NN:1\tJJ=NN:1", "order of the alphabet");
  refused("word\t<edge>\tis=NN:1", "stands here twice");
  refused("word\tx\tNN:1", "expected part=weights");
  refused("suffix\tabcde\tis=NN:1", "at most 4 ASCII letters");
  refused("suffix\té\tis=NN:1", "at most 4 ASCII letters");
  refused("prefix\tabc\tnext=NN:1", "expected is=");
  refused("class\tNN\tis=NN:1", "expected next= or previous=");
  refused("classes\tNN\tis=NN:1", "expected two classes");
  refused("shape\txx\tis=NN:1", "expected one shape or three");
  refused("shape\txq.\tis=NN:1", "a shape is one of");
  CHECK_THROWS_WITH(tagger_of("suffix\ta\tis=NN:1\nsuffix\ta\tis=NN:1\n"),
                    test::ContainsSubstring("'a' stands here twice"));
  CHECK_THROWS_WITH(
      text::Tagger(text::parse_table("own.tsv", "#pressgauge-rules 1\nword\tx\tis=\n", 3, 41)),
      test::ContainsSubstring("no line for the word <edge>"));
}
