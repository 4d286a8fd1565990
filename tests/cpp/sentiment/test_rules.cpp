// SPDX-License-Identifier: MIT
#include "sentiment/read.hpp"
#include "support/catch.hpp"

#include "pressgauge/core/errors.hpp"

using namespace pressgauge;
using test::contribution_of;
using test::sentiment_of;

namespace {

const std::string kHeader = "#pressgauge-rules 1\n";

}  // namespace

TEST_CASE("a lexicon of one's own adds and overrides", "[sentiment][rules]") {
  const std::string words = "The glorious plan was splinky.";
  CHECK(sentiment_of(words).raw > 0);
  const auto found = sentiment_of(words, kHeader + "Splinky\t-3\nglorious\t0\n");
  CHECK(contribution_of(found, "glorious") == nullptr);
  REQUIRE(contribution_of(found, "splinky") != nullptr);
  CHECK(contribution_of(found, "splinky")->weight == -3);
  CHECK(found.raw < 0);
}

TEST_CASE("a lexicon of one's own comes before event words", "[sentiment][rules]") {
  const std::string words = "There was a protest.";
  CHECK(sentiment_of(words).events < 0);
  const auto found = sentiment_of(words, kHeader + "protest\t2\n");
  CHECK(contribution_of(found, "protest")->why.starts_with("your lexicon"));
  CHECK(found.raw > 0);
}

TEST_CASE("the file of the shipped lexicon can be a lexicon of one's own", "[sentiment][rules]") {
  const auto found = sentiment_of("A grand day.", kHeader + "grand\t2\t1\t1\t7\tboth\n");
  REQUIRE(contribution_of(found, "grand") != nullptr);
  CHECK(contribution_of(found, "grand")->why == "your lexicon: both");
}

TEST_CASE("faults of a lexicon are named with their place", "[sentiment][rules]") {
  CHECK_THROWS_WITH(sentiment_of("", "good\t1\n"), test::ContainsSubstring("user lexicon, line 1"));
  CHECK_THROWS_WITH(
      sentiment_of("", kHeader + "good\tgreat\n"),
      test::ContainsSubstring("user lexicon, line 2, column 6: expected a finite number: 'great'"));
  CHECK_THROWS_WITH(sentiment_of("", kHeader + "good\tinf\n"),
                    test::ContainsSubstring("expected a finite number"));
  CHECK_THROWS_WITH(sentiment_of("", kHeader + "a b c d e f g h i\t1\n"),
                    test::ContainsSubstring("column 1: expected one to 8 words: 'a b c"));
  CHECK_THROWS_WITH(sentiment_of("", kHeader + "very ...3 good\t1\n"),
                    test::ContainsSubstring("expected a word, not a mark"));
  CHECK_THROWS_WITH(
      sentiment_of("", kHeader + "good\t1\n# ours\nbad\t-1\nGood\t2\n"),
      test::ContainsSubstring("line 5, column 1: the word stands in line 2, too: 'Good'"));
  CHECK_THROWS_WITH(sentiment_of("", kHeader + "|\t1\n"),
                    test::ContainsSubstring("expected a word, not a mark"));
  CHECK_THROWS_AS(sentiment_of("", kHeader + "good\n"), ParseError);
}

TEST_CASE("every event has a weight in [-1, 1] and a reason", "[sentiment][rules]") {
  auto vocabulary = text::default_vocabulary();
  const sentiment::Rules rules(vocabulary);
  for (const auto& event : rules.events()) {
    INFO(event.id);
    CHECK(event.weight != 0);
    CHECK(event.weight >= -1);
    CHECK(event.weight <= 1);
    CHECK_FALSE(event.reason.empty());
  }
  for (const auto& modifier : rules.modifiers()) {
    INFO(modifier.id);
    CHECK(modifier.reach > 0);
    CHECK(modifier.factor >= -1);
  }
}
