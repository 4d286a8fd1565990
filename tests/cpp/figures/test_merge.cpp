// SPDX-License-Identifier: MIT
#include "support/catch.hpp"
#include "support/reader.hpp"

#include <string>

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
