// SPDX-License-Identifier: MIT
// Constructions in which news counts: what each number counts, how it is bounded, who is counted,
// and how the text stands to it.
#include "support/catch.hpp"
#include "support/reader.hpp"

#include <string>
#include <vector>

using namespace pressgauge;

namespace {

using Lines = std::vector<std::string>;
struct Row {
  std::string text;
  Lines figures;
};

// `kind [bound] interval (group) [status] [subset] [additional]`, without what is exact and
// asserted.
std::string line(const figures::Figure& f) {
  std::string out = f.kind + " ";
  if (f.bound != figures::Bound::exact) out += std::string(figures::to_string(f.bound)) + " ";
  out += core::to_string(f.interval);
  if (f.group) out += " (" + *f.group + ")";
  if (f.status != figures::Status::asserted) out += " " + std::string(to_string(f.status));
  if (f.subset) out += " subset";
  if (f.additional) out += " additional";
  return out;
}

void check(const std::vector<Row>& rows, const char* published = nullptr) {
  for (const Row& row : rows) {
    Lines lines;
    for (const figures::Figure& f : test::read(row.text, published).figures)
      lines.push_back(line(f));
    INFO(row.text);
    CHECK(lines == row.figures);
  }
}

// Nothing in these is a figure, and each number is left alone for the reason.
void check_left_alone(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const auto reading = test::read(row.text);
    Lines reasons;
    for (const auto& number : reading.left_alone) reasons.push_back(number.reason);
    INFO(row.text);
    CHECK(reasons == row.figures);
    CHECK(reading.figures.empty());
  }
}

}  // namespace

TEST_CASE("a number goes on with what was counted before it", "[figures][readings][ellipsis]") {
  check({
      {"The Greens won 31 seats, the Farmers three and the Liberals two.",
       {"seats 31 (seats)", "seats 3 (seats)", "seats 2 (seats)"}},
      {"Norland sent 400 troops and Tamur 150.",
       {"deployed 400 (troops)", "deployed 150 (troops)"}},
      {"The Greens won 31 seats. Labour lost 91.", {"seats 31 (seats)", "seats 91 (seats)"}},
      {"Police arrested 12 men in the harbour. Two were picked up at the airport.",
       {"arrested 12 (men)", "arrested 2 (men)"}},
      {"Six miners were rescued on Friday. Three died.",
       {"rescued 6 (miners)", "killed 3 (miners)"}},
      {"Norland has promised 200 soldiers. Tamur has pledged 90.",
       {"deployed 200 (soldiers) planned", "deployed 90 (soldiers) planned"}},
  });
}

TEST_CASE("so many were counted before", "[figures][readings][ellipsis]") {
  check({
      {"Police arrested four men. The four are in custody.",
       {"arrested 4 (men)", "arrested 4 (men)"}},
      {"Three nurses were kidnapped. All three were freed on Monday.",
       {"abducted 3 (nurses)", "rescued 3 (nurses)"}},
      {"Two boys and five girls went missing. The five were found alive.",
       {"missing 2 (boys)", "missing 5 (girls)", "rescued 5 (girls)"}},
  });
}

TEST_CASE("of them means those that were counted last", "[figures][readings][subset]") {
  check({
      {"Rebels killed 31 villagers, nine of them women.",
       {"killed 31 (villagers)", "killed 9 (women) subset"}},
      {"Some 40 sailors were rescued. Six of them were injured.",
       {"rescued about [35, 45] (sailors)", "injured 6 (sailors) subset"}},
      {"The bus carried 40 pupils, four of whom died.",
       {"other 40 (pupils)", "killed 4 (pupils) subset"}},
  });
}

TEST_CASE("a sentence may open with the whole", "[figures][readings][subset]") {
  check({
      {"Of the 29 miners, 15 were rescued.", {"other 29 (miners)", "rescued 15 (miners) subset"}},
      {"Of 60 hostages, eight were killed.",
       {"abducted 60 (hostages)", "killed 8 (hostages) subset"}},
      {"Of the 300 people arrested, 40 were freed.",
       {"arrested 300 (people)", "rescued 40 (people) subset"}},
  });
}

TEST_CASE("what stands next to the whole of a part tells its kind", "[figures][readings][subset]") {
  check({
      {"Three of the nine suspects were arrested.",
       {"arrested 3 (suspects) subset", "other 9 (suspects)"}},
      {"Two of the 14 wounded soldiers died.",
       {"killed 2 (wounded soldiers) subset", "injured 14 (wounded soldiers)"}},
      {"Ten of the 40 trapped miners were rescued.",
       {"rescued 10 (trapped miners) subset", "other 40 (trapped miners)"}},
  });
}

TEST_CASE("the number of those who", "[figures][readings][group]") {
  check({
      {"Police put the number of marchers at 10,000.", {"participants 10000 (marchers)"}},
      {"The number of people killed has risen to 58.", {"killed 58 (people)"}},
      {"The number of arrests stood at 112.", {"arrested 112 (arrests)"}},
      {"The number of refugees has reached 4,000.", {"displaced 4000 (refugees)"}},
  });
}

TEST_CASE("a list is told at its end", "[figures][readings][list]") {
  check({
      {"The army said 150 soldiers, 95 civilians and 200 rebels were killed.",
       {"killed 150 (soldiers)", "killed 95 (civilians)", "killed 200 (rebels)"}},
      {"Six homes, two schools and 12 cars were burned.",
       {"damaged 6 (homes)", "damaged 2 (schools)", "damaged 12 (cars)"}},
      {"Two women and three children drowned.", {"killed 2 (women)", "killed 3 (children)"}},
  });
}

TEST_CASE("an earlier reading of the same number", "[figures][readings][status]") {
  check({
      {"The death toll rose to 31, up from 14.", {"killed 31", "killed 14 background"}},
      {"Turnout was 63 percent, up from 57 percent in 2019.",
       {"turnout 63", "turnout 57 background"}},
      {"The party won 24 seats, compared with 30 four years ago.",
       {"seats 24 (seats)", "seats 30 (seats) background"}},
      {"Turnout fell to 38 percent from 45 percent.", {"turnout 38", "turnout 45 background"}},
  });
}

TEST_CASE("tallies of votes are two figures", "[figures][readings][votes]") {
  check({
      {"Parliament approved the budget 230-197.", {"votes 230", "votes 197"}},
      {"The senate rejected the bill by 31 to 24.", {"votes 31", "votes 24"}},
      {"The council passed it with a 9-4 vote.", {"votes 9", "votes 4"}},
      {"Voters rejected the plan by 54 to 46 percent.", {"vote_share 54", "vote_share 46"}},
      {"The charter was approved by 61 percent to 39 percent.", {"vote_share 61", "vote_share 39"}},
  });
}

TEST_CASE("a bare share in an article on a vote is one of the vote", "[figures][readings][votes]") {
  check({
      {"Voters chose a new parliament in the election. The Greens had 23 percent.",
       {"vote_share 23"}},
      {"The presidential election went to a runoff. Dorn got 44 percent.", {"vote_share 44"}},
      {"Voters went to the polls in the referendum. Hallin gave the plan 61 percent.",
       {"vote_share 61"}},
      {"The firm makes boats in Hallin. Its share was at 44 percent.", {"other 44"}},
  });
}

TEST_CASE("votes cast and those surveyed", "[figures][readings][group]") {
  check({
      {"Officials counted 48,100 votes cast.", {"votes 48100 (votes cast)"}},
      {"Dorn had 51 percent of votes cast.", {"vote_share 51 (votes cast)"}},
      {"Half of those surveyed were undecided.", {"poll_share 50 (those surveyed)"}},
      {"Some 62 percent of those polled opposed the tax.",
       {"poll_share about [55.8, 68.2] (those polled)"}},
  });
}

TEST_CASE("forces of so many members", "[figures][readings][deployed]") {
  check({
      {"The union will send a 20,000-strong force.", {"deployed 20000 (force) planned"}},
      {"A 600-member peacekeeping force patrols the border.", {"deployed 600 (member)"}},
      {"The council has 15 members.", {"other 15 (members)"}},
  });
}

TEST_CASE("a person who is named is not counted", "[figures][readings][apposition]") {
  check({
      {"Joan Reyes, a teacher who drowned, was from Sel.", {}},
      {"Pavel Lind, a policeman, was killed.", {}},
      {"A policeman was killed.", {"killed 1 (policeman)"}},
      {"A girl, a boy and a teacher were killed.",
       {"killed 1 (girl)", "killed 1 (boy)", "killed 1 (teacher)"}},
  });
}

TEST_CASE("ages are no figures", "[figures][readings][left_alone]") {
  check_left_alone({
      {"The youngest, 14, spoke first.", {"age"}},
      {"They met a woman of 81.", {"age"}},
      {"The clinic is for children under five.", {"age"}},
      {"Workers would retire at 67 instead of 64.", {"age", "age"}},
      {"Falk, 34, was aged 12 when she left.", {"age", "age"}},
  });
}

TEST_CASE("scores and levels of scales are no figures", "[figures][readings][left_alone]") {
  check_left_alone({
      {"The team lost 3-1.", {"score", "score"}},
      {"Lorne beat Casteran 2-1 on Sunday.", {"score", "score"}},
      {"The match ended in a 0-0 draw.", {"score", "score"}},
      {"The alert was raised to level 4.", {"name or identifier"}},
      {"The quake had a magnitude of 6.1.", {"level on a scale"}},
  });
}

TEST_CASE("asides in brackets stand in nobody's way", "[figures][readings][brackets]") {
  check({
      {"The army (which took no side before) killed 12 rebels.", {"killed 12 (rebels)"}},
      {"Twelve rebels (most of them young and far from home) were killed.", {"killed 12 (rebels)"}},
      {"The Civic Bloc (41.2 percent) won the election ahead of the Green party (33 percent).",
       {"vote_share 41.2", "vote_share 33"}},
  });
}

TEST_CASE("two nouns for one number", "[figures][readings][group]") {
  check({
      {"Thirty policemen and soldiers were wounded.", {"injured 30 (policemen and soldiers)"}},
      {"The ferry sank, killing 80 passengers and crew.", {"killed 80 (passengers and crew)"}},
      {"Twelve teachers and pupils were rescued.", {"rescued 12 (teachers and pupils)"}},
  });
}

TEST_CASE("strong patterns outdo the verb in them, weak ones and hints give way to it",
          "[figures][readings][frames]") {
  check({
      // strong: abducted.demand outdoes `release`.
      {"The families demanded the release of 12 fishermen.", {"abducted 12 (fishermen)"}},
      {"The army secured the release of 12 fishermen.", {"abducted 12 (fishermen)"}},
      {"The release of 12 fishermen was welcomed.", {"rescued 12 (fishermen)"}},
      // weak: abducted.hostages where nothing else tells.
      {"There were 12 hostages.", {"abducted 12 (hostages)"}},
      {"Twelve hostages were killed.", {"killed 12 (hostages)"}},
      {"Twelve hostages were freed.", {"rescued 12 (hostages)"}},
      // hint: killed.lost, displaced.left.
      {"The army lost 12 soldiers.", {"killed 12 (soldiers)"}},
      {"Some 300 families have left.", {"displaced about [250, 350] (families)"}},
      {"The navy lost 12 sailors, missing since Friday.", {"missing 12 (sailors)"}},
  });
}

TEST_CASE("what happened before the news is background", "[figures][readings][status]") {
  check({
      {"The law was passed after the attack in Sel that killed 19 people.",
       {"killed 19 (people) background"}},
      {"The trial began over a fire in which 27 workers died.", {"killed 27 (workers) background"}},
      {"The bridge opened three years after a flood killed 40 people.",
       {"killed 40 (people) background"}},
      {"The fire killed 19 people.", {"killed 19 (people)"}},
  });
}

TEST_CASE("a date that opens the sentence holds for all of it", "[figures][readings][status]") {
  check(
      {
          {"In 2004, riots over the price of bread, fuel and rents killed 19 people.",
           {"killed 19 (people) background"}},
          {"In May 2019, pirates off the coast of Kessin seized 26 sailors.",
           {"abducted 26 (sailors) background"}},
          {"On Monday, pirates off the coast of Kessin seized 26 sailors.",
           {"abducted 26 (sailors)"}},
      },
      "2026-04-17");
}

TEST_CASE("what is intended or needed is no fact", "[figures][readings][status]") {
  check({
      {"The ministry hopes to rescue 40 miners.", {"rescued 40 (miners) planned"}},
      {"The plan is to build 300 homes.", {"other 300 (homes) planned"}},
      {"The army managed to rescue 40 miners.", {"rescued 40 (miners)"}},
      {"A party needs 31 seats to govern.", {"seats 31 (seats) hypothetical"}},
      {"The bloc is short of 63 seats.", {"seats 63 (seats) hypothetical"}},
      {"The agency appealed for 200 doctors.", {"deployed 200 (doctors) hypothetical"}},
  });
}

TEST_CASE("a list is as certain as its first number", "[figures][readings][status]") {
  check({
      {"The union will send 300 soldiers, 40 engineers and six helicopters.",
       {"deployed 300 (soldiers) planned",
        "deployed 40 (engineers) planned",
        "deployed 6 (helicopters) planned"}},
      {"The mayor denied that 12 men and three women had been arrested.",
       {"arrested 12 (men) denied", "arrested 3 (women) denied"}},
      {"The dam could kill 100 people and injure 400.",
       {"killed 100 (people) hypothetical", "injured 400 (people) hypothetical"}},
  });
}

TEST_CASE("#only asks for a number without a noun", "[figures][readings][patterns]") {
  check({
      {"The death toll is at 40.", {"killed 40"}},
      // votes.against: `#only … against`
      {"The bill passed with 40 in favour and 12 against.", {"votes 40", "votes 12"}},
      {"The bill was passed with 12 ministers against.", {"other 12 (ministers)"}},
  });
}

TEST_CASE("what would have been, must be or was more than before", "[figures][readings][status]") {
  check({
      {"The bridge would have cost 40 million euros and created 600 jobs.",
       {"money 40000000 hypothetical", "other 600 (jobs) hypothetical"}},
      {"At least 40 percent of voters had to take part.",
       {"turnout at_least [40, ∞) (voters) hypothetical"}},
      {"Organisers said 70,000 protesters had taken part.", {"participants 70000 (protesters)"}},
      {"The party won 22 seats, 13 fewer than four years ago.",
       {"seats 22 (seats)", "other 13 (seats)"}},
      {"Rebels said that 15 soldiers had died, which the army denied.",
       {"killed 15 (soldiers) denied"}},
      {"Earlier reports put the death toll at 44.", {"killed 44 background"}},
  });
}

TEST_CASE("a toll that is revised, a number that stands far behind what it counts",
          "[figures][readings][killed]") {
  check({
      {"Death toll in border fighting raised to 58.", {"killed 58"}},
      {"The number of people killed in fighting on the border between Tamur and Velmar has risen "
       "to 58.",
       {"killed 58 (people)"}},
      {"The army released 14 of the 21 nurses whom rebels had seized.",
       {"rescued 14 (nurses) subset", "abducted 21 (nurses)"}},
  });
}

TEST_CASE("shares of a poll and of an economy are none of a vote", "[figures][readings][votes]") {
  check({
      {"Voters choose a parliament in an election in May. Support for the party has fallen to 24 "
       "percent.",
       {"poll_share 24"}},
      {"Voters choose a parliament in an election in May. Inflation stood at 11 percent.",
       {"other 11"}},
      {"Voters choose a parliament in an election in May. Dorn stood at 11 percent.",
       {"vote_share 11"}},
  });
}

TEST_CASE("short months, names and ages in words", "[figures][readings][left_alone]") {
  check_left_alone({
      {"On Nov. 20 the court opened.", {"date"}},
      {"It met the Group of Eight in Oslo.", {"part of a name"}},
      {"\"It is over,\" said Agnes Tir, 55.", {"age"}},
      {"Radio 4 spoke of Mission 88.", {"name or identifier", "name or identifier"}},
  });
  check({{"A group of eight hikers was rescued.", {"rescued 8 (hikers)"}}});
}

TEST_CASE("whose a number is that leaves out its verb", "[figures][readings][actor]") {
  const auto reading = test::read("The Conservatives won 19 seats, the Greens 12.");
  REQUIRE(reading.figures.size() == 2);
  CHECK(reading.figures[0].actor == "The Conservatives");
  CHECK(reading.figures[1].actor == "Greens");
}

TEST_CASE("an article alone says nothing", "[figures][readings][source]") {
  const auto reading = test::read("Idris Kane said that the state would hire 1,200 teachers.");
  REQUIRE(reading.figures.size() == 1);
  CHECK(reading.figures[0].source == "Idris Kane");
}
