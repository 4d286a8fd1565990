// SPDX-License-Identifier: MIT
#include "support/catch.hpp"
#include "support/reader.hpp"

#include <string>

#include "pressgauge/core/errors.hpp"

using namespace pressgauge;
using Strings = std::vector<std::string>;

namespace {

Strings brief(const std::string& text, const char* published = nullptr) {
  return test::brief(test::read(text, published));
}

}  // namespace

TEST_CASE("the verb tells what is counted", "[figures][kinds]") {
  CHECK(brief("Police arrested 30 protesters.") == Strings{"arrested exact 30"});
  CHECK(brief("Thirty protesters were arrested.") == Strings{"arrested exact 30"});
  CHECK(brief("The arrests of 30 protesters drew criticism.") == Strings{"arrested exact 30"});
  CHECK(brief("Some 30 protesters gathered.") == Strings{"participants about [25, 35]"});
  CHECK(brief("The blast killed 12 and wounded 30.") ==
        Strings{"killed exact 12", "injured exact 30"});
}

TEST_CASE("bounds are not shared in a list, verbs are", "[figures][kinds]") {
  CHECK(brief("Clashes broke out, injuring at least 50 protesters and 30 soldiers.") ==
        Strings{"injured at_least [50, ∞)", "injured exact 30"});
}

TEST_CASE("what is left out is taken from the number before", "[figures][kinds]") {
  CHECK(brief("Twelve people were killed in Arun and seven in Sel.") ==
        Strings{"killed exact 12", "killed exact 7"});
  const auto reading = test::read("The attack left 12 soldiers dead and 30 wounded.");
  CHECK(test::brief(reading) == Strings{"killed exact 12", "injured exact 30"});
  CHECK(reading.figures[1].group == "soldiers");
}

TEST_CASE("the word that tells the kind is kept as evidence", "[figures][evidence]") {
  const std::string text =
      "A spokesman denied that 12 people, among them two guards, had been killed or hurt.";
  const auto reading = test::read(text);
  REQUIRE(reading.figures.size() == 2);
  const auto words = [&](const std::string& field) {
    for (const auto& each : reading.figures[0].evidence) {
      if (each.field == field) return std::string(each.span.of(text));
    }
    return std::string();
  };
  CHECK(words("kind") == "killed");
  CHECK(words("status") == "denied");
  CHECK(words("group") == "people");
  CHECK(words("source") == "A spokesman");
}

TEST_CASE("parts are told from wholes", "[figures][subset]") {
  CHECK(brief("Nine people died, including three children.") ==
        Strings{"killed exact 9", "killed exact 3 subset"});
  CHECK(brief("The party won 24 of the 50 seats.") ==
        Strings{"seats exact 24 subset", "seats exact 50"});
}

TEST_CASE("plans, fears and denials are no facts", "[figures][status]") {
  CHECK(brief("The union will send another 700 troops.") ==
        Strings{"deployed exact 700 planned additional"});
  CHECK(brief("The dam could kill 100 people.") == Strings{"killed exact 100 hypothetical"});
  CHECK(brief("The mayor denied that 12 people had died.") == Strings{"killed exact 12 denied"});
}

TEST_CASE("zeros and single victims count, other zeros and single people don't",
          "[figures][zero]") {
  CHECK(brief("No one was hurt in the fire.") == Strings{"injured exact 0"});
  CHECK(brief("A policeman was killed on Sunday.") == Strings{"killed exact 1"});
  CHECK(brief("A policeman said there was no reason to worry.").empty());
}

TEST_CASE("numbers that count nothing are left alone with the reason", "[figures][left_alone]") {
  const auto reading =
      test::read("On May 26 at 10:39 a.m. Ahmed, 34, ran 200 kilometers to gate 9 for Boeing 737.");
  CHECK(reading.figures.empty());
  Strings reasons;
  for (const auto& number : reading.left_alone) reasons.push_back(number.reason);
  CHECK(reasons == Strings{"date",
                           "time of day or score",
                           "time of day or score",
                           "age",
                           "measure",
                           "name or identifier",
                           "name or identifier"});
}

TEST_CASE("turnout, shares and seats of an election", "[figures][elections]") {
  CHECK(brief("Turnout was less than 3.5%.") == Strings{"turnout less_than [0, 3.5)"});
  const auto reading =
      test::read("The Greens won 41.2 percent of the vote, followed by the Blues with 33.");
  REQUIRE(!reading.figures.empty());
  CHECK(reading.figures[0].kind == "vote_share");
  CHECK(reading.figures[0].actor == "The Greens");
}

TEST_CASE("spans are bytes in the core", "[figures][extract]") {
  const auto reading = test::read("In Zvečan – three people were killed.");
  REQUIRE(reading.figures.size() == 1);
  CHECK(reading.figures[0].text == "three");
  CHECK(reading.figures[0].span.start_byte == 15);  // č takes 2 bytes, – takes 3
}

TEST_CASE("who says it is the source", "[figures][source]") {
  const auto reading =
      test::read("At least 27 people were killed, police said. Nobody else spoke.");
  REQUIRE(reading.figures.size() == 1);
  CHECK(reading.figures[0].source == "police");
}

TEST_CASE("dates are resolved against the article's day", "[figures][dates]") {
  const auto day = [](const std::string& text, const char* published) {
    const auto reading = test::read(text, published);
    const auto& date = reading.figures.at(0).date;
    return date && date->first ? figures::iso_date(*date->first) : "none";
  };
  // 2023-05-30 is a Tuesday.
  CHECK(day("On Monday 12 people died.", "2023-05-30") == "2023-05-29");
  CHECK(day("Last Friday, May 26, police held 12 people.", "2023-05-30") == "2023-05-26");
  CHECK(day("He spoke a day after 12 people died.", "2023-05-30") == "2023-05-29");
  CHECK(day("Twelve people died on March 4, 2019.", "2023-05-30") == "2019-03-04");
  CHECK(day("On Monday 12 people died.", nullptr) == "none");
}

TEST_CASE("what is still to come lies ahead", "[figures][dates]") {
  const auto day = [](const std::string& text) {
    const auto reading = test::read(text, "2023-05-30");  // a Tuesday
    return figures::iso_date(*reading.figures.at(0).date->first);
  };
  CHECK(day("The union will send 700 troops on Monday.") == "2023-06-05");
  CHECK(day("The union will send 700 troops on March 4.") == "2024-03-04");
  CHECK(day("The union sent 700 troops on Monday.") == "2023-05-29");
}

TEST_CASE("a day that no calendar has is no date", "[figures][dates]") {
  CHECK(test::read("Friday, May 45, saw 12 people arrested.", "2023-05-30").figures.size() >= 1);
  CHECK(test::read("Friday, May 45", "2023-05-30").figures.empty());
}

TEST_CASE("an event long before the article is background", "[figures][status]") {
  CHECK(brief("In the riots of 2004, 19 people died.", "2023-05-30") ==
        Strings{"killed exact 19 background"});
}

TEST_CASE("a date that is none is refused", "[figures][dates]") {
  for (const char* bad : {"2023-02-30", "30.5.2023", "2023-5-3", ""}) {
    CHECK_THROWS_WITH(figures::parse_iso_date(bad), test::ContainsSubstring("2023-05-30, got '"));
  }
}

TEST_CASE("what lasts since two days takes the nearer one", "[figures][dates]") {
  const auto reading =
      test::read("Since 1998 the conflict has killed 90 people, and 12 have died since 2004.");
  REQUIRE(reading.figures.size() == 2);
  CHECK(reading.figures[0].date->text == "1998");
  CHECK(reading.figures[1].date->text == "2004");
}

TEST_CASE("days outside of the years 1 to 9999 stay unresolved", "[figures][dates]") {
  CHECK_THROWS_AS(figures::parse_iso_date("0000-12-31"), DomainError);
  for (const auto& [text, day] : {std::pair("Two people were killed last Friday.", "0001-01-01"),
                                  std::pair("Two people will be moved tomorrow.", "9999-12-31")}) {
    for (const auto& figure : test::read(text, day).figures) {
      if (figure.date) CHECK_FALSE(figure.date->first);
    }
  }
}

TEST_CASE("a number beyond whole ones is read beside a bare one", "[figures]") {
  CHECK_NOTHROW(test::read("The party won 15 from " + std::string(110, '2') + " seats."));
}
