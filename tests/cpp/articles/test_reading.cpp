// SPDX-License-Identifier: MIT
#include "support/catch.hpp"
#include "support/reader.hpp"

#include <string>

#include "pressgauge/core/errors.hpp"

using namespace pressgauge;

namespace {

const articles::Statistic* statistic(const articles::Reading& reading, const std::string& name) {
  for (const auto& each : reading.statistics) {
    if (each.name == name) return &each;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a reported bound stays a bound through the statistics", "[articles][statistics]") {
  const auto reading = test::read("Turnout was less than 3.5%.");
  const auto* turnout = statistic(reading, "turnout");
  REQUIRE(turnout != nullptr);
  CHECK_FALSE(turnout->estimate.estimate.has_value());
  CHECK(core::to_string(turnout->estimate.identified) == "[0, 0.035)");
  CHECK_FALSE(turnout->estimate.interval.has_value());
}

TEST_CASE("ratio and share between two sides", "[articles][statistics]") {
  const auto reading = test::read("Clashes injured 52 protesters and 30 peacekeepers.");
  const auto* ratio = statistic(reading, "injured_ratio");
  const auto* share = statistic(reading, "injured_share");
  REQUIRE((ratio != nullptr && share != nullptr));
  CHECK(*ratio->estimate.estimate == test::Approx(52.0 / 30.0));
  CHECK(*share->estimate.estimate == test::Approx(52.0 / 82.0));
}

TEST_CASE("a lower bound leaves a ratio without an upper end", "[articles][statistics]") {
  // [50, ∞) over 30: at least 1.67.
  const auto reading = test::read("At least 50 protesters and 30 peacekeepers were injured.");
  const auto* ratio = statistic(reading, "injured_ratio");
  REQUIRE(ratio != nullptr);
  CHECK(ratio->estimate.identified.low == test::Approx(50.0 / 30));
  CHECK(ratio->estimate.identified.high == core::kInfinity);
}

TEST_CASE("a whole and its parts are no two sides", "[articles][statistics]") {
  const auto reading =
      test::read("Police arrested 300 people. Officers arrested 212 men in the harbour.");
  CHECK(statistic(reading, "arrested_ratio") == nullptr);
}

TEST_CASE("an empty text is an empty reading with a warning", "[articles][input]") {
  for (const char* text : {"", "  \n\t ", "\xef\xbb\xbf"}) {
    const auto reading = test::read(text);
    CHECK(reading.figures.empty());
    REQUIRE(reading.warnings.size() == 1);
    CHECK(reading.warnings[0].code == "empty");
  }
}

TEST_CASE("a number beyond a double is left out with a warning", "[articles][input]") {
  const auto reading = test::read("The agency counted " + std::string(400, '9') + " bees.");
  CHECK(reading.figures.empty());
  REQUIRE(reading.warnings.size() == 1);
  CHECK(reading.warnings[0].code == "number_too_large");
}

TEST_CASE("a text longer than the limit is refused with both lengths", "[articles][input]") {
  articles::GaugeOptions options;
  options.max_bytes = 10;
  const articles::Gauge small(options);
  CHECK_THROWS_WITH(articles::read({"twelve bytes", std::nullopt, std::nullopt}, small),
                    test::ContainsSubstring("12 bytes, more than the limit of 10"));
}

TEST_CASE("corrections are logged and everything is computed anew", "[articles][edits]") {
  const auto reading = test::read("Clashes injured 52 protesters and 30 peacekeepers.");
  figures::Figure changed = reading.figures[1];
  changed.value = 26;
  changed.interval = core::Interval::exactly(26);
  const auto revised =
      articles::revised(reading, changed, {1, "revise", {"value"}, "AB", "misread"}, test::gauge());
  CHECK(*statistic(revised, "injured_ratio")->estimate.estimate == 2.0);
  REQUIRE(revised.edits.size() == 1);
  CHECK(revised.edits[0].reason == "misread");
  const auto rejected =
      articles::rejected(reading, {1, "reject", {}, "AB", "not ours"}, test::gauge());
  CHECK(rejected.figures.size() == 1);
  CHECK(statistic(rejected, "injured_ratio") == nullptr);
  CHECK_THROWS_WITH(articles::rejected(reading, {9, "reject", {}, "", ""}, test::gauge()),
                    test::ContainsSubstring("no figure has the number 9"));
}

TEST_CASE("a kind of one's own needs a line of data", "[articles][gauge]") {
  articles::GaugeOptions options;
  options.kinds =
      "#pressgauge-rules 1\nkind.vaccinated\tvaccinated\tdefine\tpersons event\n"
      "vaccinated.vaccinate\tvaccinated\tdone_to\tvaccinate\n";
  const articles::Gauge own(options);
  const auto reading =
      articles::read({"Some 300 children were vaccinated.", std::nullopt, std::nullopt}, own);
  REQUIRE(reading.figures.size() == 1);
  CHECK(reading.figures[0].kind == "vaccinated");
  options.kinds = "#pressgauge-rules 1\na\tb\tno_frame\tc\n";
  CHECK_THROWS_WITH(articles::Gauge(options), test::ContainsSubstring("kinds, line 2"));
}

TEST_CASE("reading twice gives the same", "[articles][determinism]") {
  const std::string text = "Police said 12 people were hurt on Monday, including two children.";
  const auto a = test::read(text, "2023-05-30");
  const auto b = test::read(text, "2023-05-30");
  CHECK(test::brief(a) == test::brief(b));
  CHECK(a.sentiment.raw == b.sentiment.raw);
}

TEST_CASE("rules of one's own are UTF-8", "[articles][gauge]") {
  const std::string bad = "#pressgauge-rules 1\nwor\xe4\t1\n";
  using articles::GaugeOptions;
  for (const auto which : {&GaugeOptions::lexicon,
                           &GaugeOptions::groups,
                           &GaugeOptions::kinds,
                           &GaugeOptions::hedges}) {
    GaugeOptions options;
    options.*which = bad;
    CHECK_THROWS_WITH(articles::Gauge(options), test::ContainsSubstring("UTF-8"));
  }
}
