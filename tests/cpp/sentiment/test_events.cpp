// SPDX-License-Identifier: MIT
// Event terms: which rows find what, and which of them count people harmed.
#include "sentiment/read.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace pressgauge;
using test::sentiment_of;

namespace {

using Sentences = std::vector<const char*>;

auto counted(const std::string& words) {
  const auto found = sentiment_of(words);
  return std::count_if(
      found.contributions.begin(), found.contributions.end(), [](const auto& each) {
        return each.why.ends_with("a number counts it at the top");
      });
}

bool fires(const char* words, const std::string& row) {
  const auto found = sentiment_of(words);
  return std::any_of(found.contributions.begin(), found.contributions.end(), [&](const auto& each) {
    return each.why.starts_with("event " + row + ":");
  });
}

void check_row(const std::string& row, const Sentences& must, const Sentences& must_not) {
  INFO(row);
  for (const char* words : must) {
    INFO(words);
    CHECK(fires(words, row));
  }
  for (const char* words : must_not) {
    INFO(words);
    CHECK_FALSE(fires(words, row));
  }
}

}  // namespace

TEST_CASE("people harmed who are counted at the top make an article negative", "[sentiment]") {
  CHECK(counted("At least 20 people were killed when the ferry sank.") == 1);
  CHECK(counted("The ferry sank, killing dozens of pilgrims and injuring 12 sailors.") == 2);
  CHECK(counted("Four died, five were injured and two were wounded.") == 2);    // two at the most
  CHECK(counted("People were killed when the ferry sank.") == 0);               // no number
  CHECK(counted("The ferry sank in 1987 and people died.") == 0);               // a year
  CHECK(counted("No fewer boats sailed; 12 ships met: killings ended.") == 0);  // another statement
  CHECK(counted("The crew of 20 were not killed.") == 0);                       // denied
  CHECK(counted("He is accused of killing 20 people.") == 0);                   // not today's news
  const std::string plain =
      "The council met. It heard a report. A vote is due. The hall was full. ";
  CHECK(counted(plain + "In the war 20 people were killed.") == 0);  // below the top
}

TEST_CASE("harm that is told in passing is no toll", "[sentiment]") {
  CHECK(counted("The court tried the man for the blast that killed 20 people.") == 0);
  CHECK(counted("He fled in the storm, which reportedly had injured 12 sailors.") == 0);
  CHECK(counted("The ship bears the names of 30 pilgrims who drowned.") == 0);
  CHECK(counted("Critics recalled the fire that left 12 workers dead.") == 0);
  CHECK(counted("The panel studied a raid in which some 17 villagers were killed.") == 0);
  CHECK(counted("They met the 40 families whose sons the storm had not killed.") == 0);  // denied
  // A subject of its own, another clause, or what `that` points at.
  CHECK(counted("Police said that 20 people were killed.") == 1);
  CHECK(counted("Police said that on Monday the bomb killed 20 people.") == 1);
  CHECK(counted("The bridge, which opened in May, collapsed and killed 20 people.") == 1);
  CHECK(counted("In that attack 12 people died.") == 1);
  CHECK(counted("A driver who had been warned twice killed 20 people.") == 1);
}

TEST_CASE("what a war has done since it began is no toll of today", "[sentiment]") {
  CHECK(counted("The war has killed 20,000 people.") == 0);
  CHECK(counted("The long conflict between clans and herders has reportedly killed 900 people.") ==
        0);
  CHECK(counted("Some 70,000 villagers have died in the civil war.") == 0);
  CHECK(counted("At least 30,000 people have been killed since the insurgency began.") == 0);
  CHECK(counted("The uprising has injured hundreds of people.") == 0);
  CHECK(counted("The flood has killed 20 people.") == 1);
  CHECK(counted("A blast in the war-torn town has killed 20 people.") == 1);
  CHECK(counted("Three soldiers were killed in the war on Monday.") == 1);
  CHECK(counted("After years of war, a fire has killed 20 people.") == 1);
  CHECK(counted("The ferry has sunk and 20 people have died in the harbour.") == 1);
}

TEST_CASE("a killing before the law counts those accused", "[sentiment]") {
  const Sentences must{"Murder charges were filed.",
                       "The manslaughter trial of four men began.",
                       "Police hold two murder suspects.",
                       "Homicide investigations take long.",
                       "Three manslaughter convictions stand."};
  check_row("kill.22",
            must,
            {"The murder shocked four men.",
             "The trial was about murder.",
             "Suspects were charged.",
             "He was murdered on trial day.",
             "The conviction of four men stands."});
  for (const char* words : must) CHECK(counted(words) == 0);
}

TEST_CASE("illness treated is good news", "[sentiment]") {
  check_row("progress.14",
            {"A pill treats the disease.",
             "Doctors can treat malaria now.",
             "It is a way of treating this infection.",
             "The clinic treats a rare illness.",
             "They treat cancer."},
            {"He was treated for cancer.",
             "The hospital treats the wounded.",
             "They treat the villagers badly.",
             "Treat yourself to a walk.",
             "The disease spread."});
  check_row("progress.15",
            {"A life-saving operation began.",
             "It is life-saving.",
             "Life-saving drugs are short.",
             "The nurse knew a life-saving trick.",
             "Such help is life-saving for many."},
            {"He spent his life saving money.",
             "He lives saving money.",
             "The savings of a life are gone.",
             "A time-saving device was sold.",
             "Life goes on."});
  check_row("progress.16",
            {"An effective vaccine exists.",
             "Two promising drugs were shown.",
             "It is a successful therapy.",
             "The promising treatment is cheap.",
             "Effective drugs are rare."},
            {"The drug is effective.",
             "It was a successful trial.",
             "Police found drugs.",
             "The treatment of prisoners is harsh.",
             "An effective ban on drugs holds."});
  CHECK(sentiment_of("There is no effective vaccine.").events <
        sentiment_of("There is an effective vaccine.").events);
}

TEST_CASE("deaths that can be prevented are not deaths", "[sentiment]") {
  const Sentences must{"Thousands of deaths could be prevented.",
                       "Lives can be saved.",
                       "Many infections would be avoided.",
                       "Such cases might be prevented.",
                       "A life may be saved."};
  check_row("progress.17",
            must,
            {"Deaths could rise.",
             "The deaths could have been prevented.",
             "The fire could be prevented.",
             "Infections will be counted.",
             "Lives were saved."});
  for (const char* words : must) CHECK(counted(words) == 0);
}

TEST_CASE("the first toll weighs more than the second", "[sentiment]") {
  const auto raw = [](const char* words) { return sentiment_of(words).raw; };
  const double none = raw("A blast killed people. Some were injured. The town mourns.");
  const double one = raw("A blast killed 20 people. Some were injured. The town mourns.");
  const double two = raw("A blast killed 20 people. Eight were injured. The town mourns.");
  const sentiment::Calibration constants;
  CHECK(none - one == test::Approx(constants.toll_share * constants.toll_first));
  CHECK(none - two == test::Approx(constants.toll_share));
}

TEST_CASE("contributions add up to raw where tolls count", "[sentiment]") {
  const auto found = sentiment_of("A blast killed 20 people. Eight were injured. The town mourns.");
  double sum = 0;
  for (const auto& each : found.contributions) sum += each.weight * each.factor;
  CHECK(std::abs(sum - found.raw) < 1e-12);
  CHECK(found.raw < sentiment_of("A blast killed people. Some were injured. The town mourns.").raw);
}

TEST_CASE("deeds that somebody is blamed for and harm to culprits weigh less", "[sentiment]") {
  const auto events = [](const char* words) { return sentiment_of(words).events; };
  CHECK(events("He was blamed for a bombing.") > events("He was near a bombing."));
  CHECK(events("Police arrested the gunman.") > events("Police arrested the teacher."));
  CHECK(events("Soldiers killed two insurgents.") > events("Soldiers killed two teachers."));
}
