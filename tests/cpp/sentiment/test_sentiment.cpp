// SPDX-License-Identifier: MIT
#include "sentiment/read.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace pressgauge;
using sentiment::Label;
using test::contribution_of;
using test::sentiment_of;

namespace {

const std::string kFire =
    "A fire destroyed the harbour market on Friday, and four people died.\n\n"
    "“This is a terrible loss,” mayor Ana Ruiz said. Two traders were injured.\n\n"
    "The council meets on Monday. Ruiz said the town was grateful for the excellent help.";

const std::string kRescue =
    "All nine hostages were freed on Sunday, and nobody was hurt.\n\n"
    "The talented and brave young doctors won a well earned prize.\n\n"
    "Families celebrated the wonderful news, happy and safe at last.";

double sum(const sentiment::Sentiment& found) {
  double total = 0;
  for (const auto& contribution : found.contributions) {
    total += contribution.weight * contribution.factor;
  }
  return total;
}

}  // namespace

TEST_CASE("contributions add up to raw", "[sentiment]") {
  for (const std::string& words : {kFire, kRescue, kFire + "\n\n" + kRescue}) {
    const auto found = sentiment_of(words);
    REQUIRE_FALSE(found.contributions.empty());
    CHECK(std::abs(sum(found) - found.raw) < 1e-12);
    CHECK(std::abs(found.raw) < 1);
  }
}

TEST_CASE("the numbers alone are those of the score, to the last bit", "[sentiment]") {
  for (const std::string& words : {std::string(), kFire, kRescue, kFire + "\n\n" + kRescue}) {
    const auto full = sentiment_of(words);
    const auto alone = test::tone_of(words);
    CHECK(alone.score == full.score);
    CHECK(alone.raw == full.raw);
    CHECK(alone.label == full.label);
    CHECK(alone.narration == full.narration);
    CHECK(alone.quotation == full.quotation);
    CHECK(alone.events == full.events);
  }
}

TEST_CASE("contributions are words of the text with the rule that weighed them", "[sentiment]") {
  const auto found = sentiment_of(kFire);
  for (const auto& contribution : found.contributions) {
    CHECK_FALSE(contribution.span.empty());
    CHECK_FALSE(contribution.why.empty());
  }
  const auto* died = contribution_of(found, "died");
  REQUIRE(died != nullptr);
  CHECK(died->span.of(kFire) == "died");
  CHECK(died->weight < 0);
  CHECK_THAT(died->why, test::ContainsSubstring("event death.1: people died"));
}

TEST_CASE("the factor holds modifier, sentence and article", "[sentiment]") {
  const auto found = sentiment_of("It was quite superb.",
                                  "#pressgauge-rules 1\nsuperb\t3.1\nquite\t0\nit\t0\nwas\t0\n");
  REQUIRE(found.contributions.size() == 1);
  const sentiment::Calibration calibration;
  const double tone = 3.1 * 0.75 / std::sqrt(4.0);  // four words; `quite` takes a quarter off
  // The only sentence is the lead; nothing counts people harmed.
  const double balance = (1 - calibration.toll_share) * tone / (tone + calibration.damping);
  CHECK(found.raw == test::Approx(balance));
  CHECK(found.score == test::Approx(std::tanh(calibration.score_gain * balance)));
  CHECK_THAT(found.contributions[0].why,
             test::ContainsSubstring("your lexicon; intensifier.fairly"));
}

TEST_CASE("repeating the body changes nothing", "[sentiment]") {
  for (const std::string& words : {kFire, kRescue}) {
    const auto once = sentiment_of(words);
    const auto often = sentiment_of(words + "\n\n" + words + "\n\n" + words);
    CHECK(std::abs(once.score - often.score) < 0.01);
    CHECK(std::abs(once.events - often.events) < 0.01);
    CHECK(std::abs(once.narration - often.narration) < 0.01);
  }
}

TEST_CASE("negation flips a word, and ends with its clause", "[sentiment]") {
  CHECK(sentiment_of("The plan is good.").raw > 0);
  CHECK(sentiment_of("The plan is not good.").raw < 0);
  CHECK(sentiment_of("The plan isn't very good.").raw < 0);
  CHECK(sentiment_of("The plan isn’t good.").raw < 0);
  const auto after_clause = sentiment_of("If not, the plan is good.");
  const auto* good = contribution_of(after_clause, "good");
  REQUIRE(good != nullptr);
  CHECK(good->weight * good->factor > 0);
  CHECK(sentiment_of("The plan is not only good.").raw > 0);
}

TEST_CASE("intensifiers strengthen and weaken", "[sentiment]") {
  const auto factor = [](const char* words) {
    const auto found = sentiment_of(words);
    const auto* awful = contribution_of(found, "awful");
    return awful ? awful->intensity : 0;
  };
  CHECK(factor("It is an extremely awful plan.") > factor("It is an evidently awful plan."));
  CHECK(factor("It is a slightly awful plan.") < factor("It is an evidently awful plan."));
}

TEST_CASE("quotes and narration are kept apart", "[sentiment]") {
  const auto quoted =
      sentiment_of("“This is a disgraceful, shameful lie,” Ana Ruiz said on Monday.");
  REQUIRE(quoted.quotation.has_value());
  CHECK(*quoted.quotation < -0.1);
  CHECK(quoted.narration == 0);
  const auto told = sentiment_of("It was a disgraceful, shameful lie.");
  CHECK_FALSE(told.quotation.has_value());
  CHECK(told.narration < -0.1);
}

TEST_CASE("events are no opinion of the reporter", "[sentiment]") {
  const auto found = sentiment_of("A bomb killed twelve people in the old town on Friday.");
  CHECK(found.events < -0.4);
  CHECK(found.narration == 0);
  CHECK(found.label == Label::negative);
  CHECK(std::abs(sentiment_of("The committee meets on Friday in the old town.").events) < 0.2);
}

TEST_CASE("speakers have the longest of their names", "[sentiment]") {
  const auto found = sentiment_of(
      "“The plan is awful,” Holt said. “It is a crime,” Jens Holt said. “It is good,” Holt said.");
  REQUIRE(found.speakers.size() == 1);
  CHECK(found.speakers[0].speaker == "Jens Holt");
}

TEST_CASE("a town is not its mayor", "[sentiment]") {
  const auto found = sentiment_of(
      "“The plan is awful,” said the mayor of The Hague Jan Holt. “It is a crime,” The Hague "
      "said.");
  REQUIRE(found.speakers.size() == 2);
  CHECK(found.speakers[1].speaker == "Hague");
}

TEST_CASE("speakers are merged by their last name", "[sentiment]") {
  const auto found = sentiment_of(
      "“We are proud and happy,” town mayor Ana Ruiz said. Police said the road was closed. "
      "Later Ruiz said the rescue was a great success.");
  REQUIRE(found.speakers.size() == 1);
  CHECK(found.speakers[0].speaker == "town mayor Ana Ruiz");
  CHECK(found.speakers[0].score > 0);
  CHECK(found.speakers[0].words >= 9);
}

TEST_CASE("a title alone is who has it with a name", "[sentiment]") {
  const auto found = sentiment_of(
      "The Union Secretary General condemned the attack. “It is a fine day,” Union Secretary "
      "General Anna Holm said.");
  REQUIRE(found.speakers.size() == 1);
  CHECK(found.speakers[0].speaker == "Union Secretary General Anna Holm");
}

TEST_CASE("a headline's capitals make no names", "[sentiment]") {
  const auto found =
      sentiment_of("Northern Police Say Road Is Closed\n\nPolice said the road was closed.");
  CHECK(found.quotation.has_value());
  CHECK(found.speakers.empty());
}

TEST_CASE("speech within speech belongs to who speaks last", "[sentiment]") {
  const auto found = sentiment_of("Ana Ruiz said that Tom Berg called the plan a horrible fraud.");
  REQUIRE(found.speakers.size() == 2);
  CHECK(found.speakers[0].speaker == "Ana Ruiz");
  CHECK(found.speakers[1].speaker == "Tom Berg");
  CHECK(found.speakers[1].score < -0.1);
}

TEST_CASE("the author's biography and source lines are left out", "[sentiment]") {
  const auto bare = sentiment_of(kFire);
  const auto signed_article = sentiment_of(
      kFire +
      "\n\nSource: Agency\n\nJane Doe is a talented, respected and insightful journalist at The "
      "Gazette, praised for brilliant work.");
  CHECK(signed_article.raw == bare.raw);
  REQUIRE(signed_article.excluded.size() == 2);
  CHECK(signed_article.excluded[0].reason == "source line");
  CHECK(signed_article.excluded[1].reason == "describes the author");
}

TEST_CASE("good news is positive", "[sentiment]") {
  const auto found = sentiment_of(kRescue);
  CHECK(found.label == Label::positive);
  CHECK(found.events > 0.2);
  CHECK(found.narration > 0.1);
}

TEST_CASE("a text without words is neutral", "[sentiment]") {
  for (const char* words : {"", "\n\n", "* * *", "12.5"}) {
    const auto found = sentiment_of(words);
    CHECK(found.raw == 0);
    CHECK(found.score == 0);
    CHECK(found.label == Label::neutral);
    CHECK_FALSE(found.quotation.has_value());
    CHECK(found.contributions.empty());
  }
}

TEST_CASE("sentences are numbered as the document's", "[sentiment]") {
  const auto found = sentiment_of(kFire);
  REQUIRE(found.sentences.size() == 5);
  for (std::size_t i = 0; i < found.sentences.size(); ++i) {
    CHECK(found.sentences[i].sentence == i);
  }
  CHECK(found.sentences[0].raw < 0);
  CHECK(found.sentences[1].quotation < 0);
}

TEST_CASE("the article that the project began with", "[sentiment][shared]") {
  const std::filesystem::path path(PRESSGAUGE_SOURCE_DIR "/../shared/articles/kosovo.txt");
  if (!std::filesystem::exists(path)) {
    WARN("skipped: the article is not there");
    return;
  }
  std::ifstream file(path, std::ios::binary);
  const auto found = sentiment_of({std::istreambuf_iterator<char>(file), {}});
  CHECK(found.label == Label::negative);
  REQUIRE(found.quotation.has_value());
  CHECK(*found.quotation < -0.1);
  CHECK(found.events < -0.3);
  CHECK(std::abs(found.narration) < 0.1);
  for (const char* word : {"insightful", "talented", "respected"}) {
    CHECK(contribution_of(found, word) == nullptr);
  }
  CHECK(found.excluded.size() == 2);
  CHECK(found.speakers[0].speaker == "NATO Secretary General Jens Stoltenberg");
}
