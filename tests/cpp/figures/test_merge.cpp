// SPDX-License-Identifier: MIT
#include "support/catch.hpp"
#include "support/reader.hpp"

#include <string>

#include "pressgauge/figures/merge.hpp"

using namespace pressgauge;
using Numbers = std::vector<std::int64_t>;

TEST_CASE("a bound and a number of one group are one count", "[figures][merge]") {
  const auto reading =
      test::read("The clash hurt 52 protesters. At least 50 protesters were injured in all.");
  REQUIRE(reading.counts.size() == 1);
  CHECK(reading.counts[0].mentions == Numbers{0, 1});
  CHECK(reading.counts[0].agree);
  CHECK(reading.counts[0].interval == core::Interval::exactly(52));
}

TEST_CASE("one number under two names is one count", "[figures][merge]") {
  const auto reading =
      test::read("Thirty peacekeepers were hurt. Thirty members of the mission were injured.");
  REQUIRE(reading.counts.size() == 1);
  CHECK(reading.counts[0].why == "same number under another name");
}

TEST_CASE("a small number under another name may be another count", "[figures][merge]") {
  CHECK(test::read("Two peacekeepers were hurt. Two members of the crew were injured.")
            .counts.size() == 2);
}

TEST_CASE("a later toll supersedes the earlier reading", "[figures][merge]") {
  const auto reading =
      test::read("The death toll rose to 31 on Sunday from 14 a day earlier.", "2023-05-30");
  REQUIRE(reading.counts.size() == 1);
  CHECK(reading.counts[0].mentions == Numbers{0});
  CHECK(reading.counts[0].superseded == Numbers{1});
  CHECK(reading.counts[0].interval == core::Interval::exactly(31));
}

TEST_CASE("sources that disagree are kept side by side", "[figures][merge]") {
  const auto reading = test::read(
      "Police said 25,000 protesters marched. Organisers said 70,000 protesters marched.");
  REQUIRE(reading.counts.size() == 1);
  CHECK_FALSE(reading.counts[0].agree);
  CHECK(reading.counts[0].interval == core::Interval::closed(25000, 70000));
  REQUIRE(reading.warnings.size() == 1);
  CHECK(reading.warnings[0].code == "disagreement");
}

TEST_CASE("a part points to its whole", "[figures][merge]") {
  const auto reading = test::read("Nine people died, including three children.");
  REQUIRE(reading.counts.size() == 2);
  CHECK(reading.counts[1].parent == 0);
}

TEST_CASE("plans are not merged with facts", "[figures][merge]") {
  CHECK(test::read("The army sent 700 troops. The army will send 700 troops.").counts.size() == 2);
}

TEST_CASE("a group is itself wherever a line ends in it", "[figures][merge]") {
  const auto reading = test::read(
      "At least 12 student\nprotesters were injured, police said. Hospitals said 15 student \r\n"
      "protesters were injured.");
  REQUIRE(reading.counts.size() == 1);
  CHECK(reading.counts[0].group == "student protesters");
  CHECK(reading.figures[1].group == "student protesters");
}

TEST_CASE("counts stay what they were when a figure of another is rejected", "[figures][merge]") {
  const auto reading = test::read(
      "A strike hit five trucks. Police said 12 officers were injured. Three of them were "
      "released. "
      "The mayor said 40 officers were injured.");
  REQUIRE(reading.figures.size() == 4);
  const auto rejected = articles::rejected(reading, {0, "reject", {}, "", ""}, test::gauge());
  const auto brief = [](const std::vector<figures::Count>& counts) {
    std::vector<std::pair<std::vector<std::int64_t>, std::string>> out;
    for (const auto& count : counts) out.emplace_back(count.mentions, count.why);
    return out;
  };
  auto before = brief(reading.counts);
  REQUIRE(before.front().first == std::vector<std::int64_t>{0});
  before.erase(before.begin());
  CHECK(brief(rejected.counts) == before);
}

TEST_CASE("a figure with the noun of the one it is the same as is no part of itself",
          "[figures][merge]") {
  auto reading = test::read("At least 12 of the 40 voters, 12 of the 40 voters, were injured.");
  REQUIRE(reading.figures.size() >= 2);
  for (auto& figure : reading.figures) {
    figure.subset = true;
    figure.kind = "injured";
    figure.unit = "persons";
    figure.interval = core::Interval::exactly(12);
    figure.bound = figures::Bound::exact;
    figure.evidence = {{"group", {0, 5}}};
    figure.assumed.clear();
  }
  const auto counts =
      figures::merge(reading.figures, test::gauge().figure_rules(), test::gauge().vocabulary());
  for (const auto& count : counts) CHECK(count.parent != count.id);
}
