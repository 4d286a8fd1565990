// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "pressgauge/text/actors.hpp"

namespace pressgauge::text {
namespace {

std::vector<Actor> actors_of(std::string words) {
  static auto vocabulary = default_vocabulary();
  static const Rules rules(vocabulary);
  static const ActorRules actor_rules(rules);
  return actors(Document(std::move(words), rules, vocabulary), actor_rules, vocabulary);
}

std::vector<std::string> names_of(std::string words) {
  std::vector<std::string> names;
  for (const Actor& actor : actors_of(std::move(words))) names.push_back(actor.name);
  return names;
}

using Names = std::vector<std::string>;

TEST_CASE("A name is itself wherever a line ends in it", "[text][actors]") {
  const auto found = actors_of(
      "On Monday the council of the town heard the complaints of the union leader Mira\n"
      "Holt, who spoke for an hour before the doors were closed. Then Mira Holt left by\n"
      "the door of the old harbour.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].name == "Mira Holt");
  CHECK(found[0].aliases == Names{"Mira Holt"});
  CHECK(found[0].mentions.size() == 2);
}

TEST_CASE("A last name and a title stand for who has them", "[text][actors]") {
  const auto found = actors_of(
      "On Monday NATO Secretary General Jens Stoltenberg spoke in Oslo. Stoltenberg was calm. "
      "Later the Secretary General left.");
  REQUIRE(found.size() == 3);
  CHECK(found[0].name == "NATO");
  CHECK(found[1].name == "Jens Stoltenberg");
  CHECK(found[1].person);
  CHECK(found[1].mentions.size() == 3);
  CHECK(found[1].aliases == Names{"Secretary General Jens Stoltenberg",
                                  "Jens Stoltenberg",
                                  "Stoltenberg",
                                  "Secretary General"});
  CHECK(found[2].name == "Oslo");
}

TEST_CASE("Initials in brackets and elsewhere are the body's", "[text][actors]") {
  const auto found = actors_of(
      "The North Atlantic Treaty Organization (NATO) met. Then NATO spoke of the United States. "
      "The U.S. agreed.");
  REQUIRE(found.size() == 2);
  CHECK(found[0].name == "North Atlantic Treaty Organization");
  CHECK(found[0].mentions.size() == 3);
  CHECK(found[1].name == "United States");
  CHECK(found[1].mentions.size() == 2);
}

TEST_CASE("Two first names with one last name are two", "[text][actors]") {
  const auto found = actors_of(
      "Yesterday Anna Lind met Peter Lind. Lind smiled. Then Anna Lind left, and Lind waved.");
  REQUIRE(found.size() == 2);
  CHECK(found[0].name == "Anna Lind");
  CHECK(found[0].mentions.size() == 3);
  CHECK(found[1].mentions.size() == 2);
}

TEST_CASE("Middle initials and first letters are one person's", "[text][actors]") {
  CHECK(names_of("We saw John F. Holm there. John Holm spoke, and J. Holm left.") ==
        Names{"John F. Holm"});
  CHECK(names_of("The World Health Organization met the World Trade Organization.") ==
        Names{"World Health Organization", "World Trade Organization"});
}

TEST_CASE("Names keep their small words, and end where a possessive does", "[text][actors]") {
  CHECK(names_of("They met Ursula von der Leyen's aides and Abdel Fattah al-Sisi at the Ministry "
                 "of Defence.") ==
        Names{"Ursula von der Leyen", "Abdel Fattah al-Sisi", "Ministry of Defence"});
}

TEST_CASE("The start of a sentence, days and nationalities are no names", "[text][actors]") {
  CHECK(names_of("Police said on Monday that Turkish soldiers left in March. Many were tired.")
            .empty());
  CHECK(names_of("The Russian President Boris Orlov left.") == Names{"Boris Orlov"});
}

TEST_CASE("A pronoun is of the only person named", "[text][actors]") {
  const auto one = actors_of("They praised Anna Lind. She was glad.");
  REQUIRE(one.size() == 1);
  REQUIRE(one[0].mentions.size() == 2);
  CHECK(one[0].mentions[1].pronoun);
  const auto two = actors_of("They praised Anna Lind and Peter Holm. She was glad.");
  REQUIRE(two.size() == 2);
  CHECK(two[0].mentions.size() == 1);
}

TEST_CASE("A surname that is a title elsewhere", "[text][actors]") {
  CHECK(names_of("We read Stephen King at the Justice Department.") ==
        Names{"Stephen King", "Justice Department"});
}

TEST_CASE("Nothing has no actors, and all capitals end", "[text][actors]") {
  CHECK(actors_of("").empty());
  std::string many;
  for (int i = 0; i < 50'000; ++i) many += "Abcd ";
  CHECK(actors_of(many).size() < 10);
}

}  // namespace
}  // namespace pressgauge::text
