// SPDX-License-Identifier: MIT
#include "sentiment/read.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/sentiment/lexicon.hpp"

using namespace pressgauge;
using sentiment::Lexicon;
using test::contribution_of;
using test::sentiment_of;

namespace {

const std::string kHeader = "#pressgauge-rules 1\n";

// Scores without the words and event terms that are shipped.
sentiment::Sentiment own_sentiment_of(std::string words, std::string_view lexicon) {
  auto vocabulary = text::default_vocabulary();
  const text::Rules text_rules(vocabulary);
  const sentiment::Rules rules(vocabulary, lexicon, false);
  return score(text::Document(std::move(words), text_rules, vocabulary), rules, vocabulary);
}

}  // namespace

TEST_CASE("a lexicon is looked up, extended and written", "[sentiment][lexicon]") {
  const auto shipped = Lexicon::shipped();
  const auto superb = shipped.lookup("Superb");
  REQUIRE(superb);
  CHECK(superb->weight > 0);
  CHECK_FALSE(superb->source.empty());
  CHECK_FALSE(shipped.lookup("glibbery"));

  const auto own = shipped.extended("words.tsv", kHeader + "glibbery\t-2.5\nSUPERB\t0\n", "wave 2");
  CHECK(own.size() == shipped.size() + 1);
  CHECK(own.entries().size() == own.size());
  CHECK(own.lookup("superb")->weight == 0);
  CHECK(own.lookup("glibbery")->source == "wave 2");
  CHECK(shipped.lookup("superb")->weight > 0);
  const auto entries = own.entries();
  CHECK(std::is_sorted(
      entries.begin(), entries.end(), [](auto& a, auto& b) { return a.word < b.word; }));

  const auto again = Lexicon::empty().extended("again", own.own_rows(), "");
  CHECK(again.size() == 2);
  CHECK(again.lookup("glibbery")->source == "wave 2");
  CHECK(again.own_rows() == own.own_rows());
  CHECK_FALSE(again.has_shipped());
  CHECK(Lexicon::empty().own_rows().empty());
  CHECK_THROWS_AS(own.extended("x", kHeader, "two\nlines"), DomainError);
}

TEST_CASE("a later extension comes before an earlier one", "[sentiment][lexicon]") {
  const auto own = Lexicon::empty()
                       .extended("a", kHeader + "glum\t-1\n", "a")
                       .extended("b", kHeader + "glum\t-2\n", "b");
  CHECK(own.size() == 1);
  CHECK(own.lookup("glum")->weight == -2);
  CHECK(own.lookup("glum")->source == "b");
}

TEST_CASE("a phrase is scored as one, and no event", "[sentiment][lexicon]") {
  const std::string words = "It was not a landslide win for the glum mayor.";
  const auto found = sentiment_of(
      words, kHeader + "landslide win\t3\t0\t0\t0\tcodebook 2\nglum\t-2\t0\t0\t0\tours\n");
  const auto* win = contribution_of(found, "landslide win");
  REQUIRE(win != nullptr);
  CHECK(win->span.of(words) == "landslide win");
  CHECK(win->weight == 3);
  CHECK(win->negation < 0);
  CHECK(win->why.starts_with("your lexicon: codebook 2; "));
  CHECK(contribution_of(found, "glum")->why == "your lexicon: ours");
  CHECK_FALSE(std::any_of(found.contributions.begin(),
                          found.contributions.end(),
                          [](const auto& each) { return each.why.starts_with("event"); }));
  CHECK(found.narration < 0);
  double sum = 0;
  for (const auto& each : found.contributions) sum += each.weight * each.factor;
  CHECK(std::abs(sum - found.raw) < 1e-12);
}

TEST_CASE("a phrase of weight 0 silences its words", "[sentiment][lexicon]") {
  const std::string words = "The superb example bank opened.";
  const auto before = sentiment_of(words);
  REQUIRE(contribution_of(before, "superb") != nullptr);
  const auto after = sentiment_of(words, kHeader + "superb example bank\t0\n");
  CHECK(contribution_of(after, "superb") == nullptr);
  CHECK(contribution_of(after, "superb example bank") == nullptr);
}

TEST_CASE("an own lexicon alone knows no other words or events", "[sentiment][lexicon]") {
  const std::string words = "Die Rettung war wunderbar, superb, und niemand starb: die murder.";
  const auto found = own_sentiment_of(words, kHeader + "wunderbar\t3\n");
  REQUIRE(found.contributions.size() == 1);
  CHECK(found.contributions[0].term == "wunderbar");
  CHECK(found.contributions[0].why == "your lexicon");
  CHECK(found.events == 0);
  CHECK(own_sentiment_of(words, kHeader).contributions.empty());
}

TEST_CASE("contributions name the source of a shipped word", "[sentiment][lexicon]") {
  const auto found = test::sentiment_of("A superb day.");
  const auto* superb = contribution_of(found, "superb");
  REQUIRE(superb != nullptr);
  CHECK(superb->why.starts_with("lexicon: "));
}
