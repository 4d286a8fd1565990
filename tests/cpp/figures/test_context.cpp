// SPDX-License-Identifier: MIT
// How the text stands to a number, whose part it is and whom it counts where that is left out.
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

// `20 background subset (people)`: the number as it is written, without what is asserted.
std::string line(const figures::Figure& f) {
  std::string out = f.text;
  if (f.status != figures::Status::asserted) out += " " + std::string(to_string(f.status));
  if (f.subset) out += " subset";
  if (f.group) out += " (" + *f.group + ")";
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

}  // namespace

TEST_CASE("news of the week names earlier days by the month", "[figures][context][date]") {
  check({
      {"Police shot a smuggler on Friday. The blast in Orun on March 7 had left 20 people dead and "
       "90 injured.",
       {"a (smuggler)", "20 background (people)", "90 background (people)"}},
      {"A smuggler was shot this morning. The blast on March 7 had left 20 people dead.",
       {"A (smuggler)", "20 background (people)"}},
      {"A man was shot on Friday. In 2007 the city has counted 26 murders so far.",
       {"A (man)", "26 (murders)"}},
      // Without a day of the week the month is the article's own.
      {"The vote was held on 3 May 2016. The blast in Orun on 7 May 2016 left 20 people dead.",
       {"20 (people)"}},
      {"The vote was held on Sunday, 21 May 2006. On 22 May 2006 a mob killed 4 people.",
       {"4 (people)"}},
  });
}

TEST_CASE("a date is near the word that tells the kind", "[figures][context][date]") {
  check(
      {
          {"He was among nine sailors who died in a storm off the coast of Marland in 2011.",
           {"nine background (sailors)"}},
          // When they went missing is not when they were found.
          {"Divers recovered the remains of two women who disappeared in 2011.", {"two (women)"}},
          {"The road is steep; 2017 saw 340 crashes and 52 deaths.",
           {"340 background (crashes)", "52 background (deaths)"}},
          {"Hundreds of thousands of workers have marched since early this June.",
           {"Hundreds of thousands (workers)"}},
      },
      "2019-09-05");
}

TEST_CASE("counts of one clause stand alike", "[figures][context][status]") {
  check({
      {"The ten-year war in the hills between herders and the army has killed 8,000 people and "
       "displaced 30,000 others.",
       {"8,000 background (people)", "30,000 background (others)"}},
      {"Last week a bomb killed five guards and wounded 11.",
       {"five background (guards)", "11 background (guards)"}},
      // What is compared says nothing of what follows.
      {"The Greens slumped from 83 seats to 48.", {"83 background (seats)", "48 (seats)"}},
      // A new clause is told for itself.
      {"Remembering 1998, when 400 people died, the mayor ordered 20 villagers evacuated.",
       {"400 background (people)", "20 (villagers)"}},
  });
}

TEST_CASE("what is compared or tried in court came before", "[figures][context][status]") {
  check({
      {"Turnout was 24 percent, well above the 15 percent in the first vote.",
       {"24 percent", "15 percent background"}},
      {"The party won 40 seats, fewer than the 52 it held.",
       {"40 (seats)", "52 background (seats)"}},
      {"The court jailed three rangers for the murder of nine villagers.",
       {"three (rangers)", "nine background (villagers)"}},
      {"Last season's final ended with 64 fans arrested and three trams burned.",
       {"64 background (fans)", "three background (trams)"}},
  });
}

TEST_CASE("the first sentence may tell of last year as its news", "[figures][context][status]") {
  check({
      {"Police killed 31 people during marches last year, a commission says.", {"31 (people)"}},
      {"A mine where 31 people died last year has reopened.", {"31 background (people)"}},
      {"A mine has reopened. It was closed after 31 people died last year.",
       {"31 background (people)"}},
  });
}

TEST_CASE("what is expected besides a number says nothing of it", "[figures][context][status]") {
  check({
      {"Turnout was over 50 percent and results are expected on Monday.", {"over 50 percent"}},
      {"Each year, as early as they can, thousands of pilgrims gather at the shrine.",
       {"thousands (pilgrims)"}},
  });
}

TEST_CASE("a share that nobody got is denied", "[figures][context][status]") {
  check({
      {"No other party gained more than 5% of the votes.", {"more than 5% denied (votes)"}},
      {"The Greens gained 5% of the votes.", {"5% (votes)"}},
  });
}

TEST_CASE("more words for a part of a whole", "[figures][context][subset]") {
  check({
      {"Twelve people were injured, five seriously.", {"Twelve (people)", "five subset (people)"}},
      {"The independents took all 21 remaining seats.", {"21 subset (remaining seats)"}},
      {"About 18 million people cast ballots, out of 45 million eligible voters.",
       {"About 18 million subset (people)", "45 million (eligible voters)"}},
      {"It was an 80 percent turnout of the more than 30 million people eligible to vote.",
       {"80 percent subset", "more than 30 million (people)"}},
      {"The army counts 15 soldiers among its dead.", {"15 subset (soldiers)"}},
      {"Warrants name the men, who include the owner of the hall and three others.",
       {"three subset (others)"}},
  });
}

TEST_CASE("whom a number counts that leaves it out", "[figures][context][group]") {
  check({
      {"The paper withdrew its reporters after one of them was injured.",
       {"one subset (reporters)"}},
      {"Among likely voters, 46 percent said they would back the mayor.",
       {"46 percent (likely voters)"}},
      {"Two people were shot dead and nine others hurt, a lower toll than in 2000, when 47 died.",
       {"Two (people)", "nine (others)", "47 background (people)"}},
      {"The ministry put the number of dead at 525.", {"525"}},
      {"Goff won a plurality (56.5%) of the 32,976 valid votes.",
       {"56.5% subset (valid votes)", "32,976 (valid votes)"}},
      {"Officials reported 15 policemen, nine soldiers and dozens of rebels killed.",
       {"15 (policemen)", "nine (soldiers)", "dozens (rebels)"}},
  });
}
