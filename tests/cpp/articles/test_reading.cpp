// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <cmath>
#include <string>

#include "pressgauge/articles/reading.hpp"
#include "pressgauge/core/errors.hpp"

using namespace pressgauge;

namespace {

const articles::Gauge& gauge() {
  static const articles::Gauge made;
  return made;
}

articles::Reading read(const std::string& text) {
  return articles::read({text, std::nullopt, std::nullopt}, gauge());
}

const std::string kClash = "At least 50 protesters and 30 peacekeepers were injured in the clash.";

}  // namespace

TEST_CASE("a reading holds figures, counts, statistics and tone", "[articles][reading]") {
  const auto reading = read(kClash);
  REQUIRE(reading.figures.size() == 2);
  CHECK(reading.counts.size() == 2);
  CHECK_FALSE(reading.statistics.empty());
  CHECK(reading.sentiment.score < 0);
  CHECK(reading.warnings.empty());
}

TEST_CASE("a lower bound stays one in what is computed from it", "[articles][statistics]") {
  // [50, ∞) over 30: at least 1.67, with no upper end.
  const auto reading = read(kClash);
  for (const auto& statistic : reading.statistics) {
    if (statistic.name != "injured_ratio") continue;
    CHECK(statistic.estimate.identified.low == test::Approx(50.0 / 30));
    CHECK(std::isinf(statistic.estimate.identified.high));
    CHECK_FALSE(statistic.estimate.interval);
  }
}

TEST_CASE("an empty text reads as nothing, with a warning", "[articles][reading]") {
  const auto reading = read(" \n");
  CHECK(reading.figures.empty());
  REQUIRE(reading.warnings.size() == 1);
  CHECK(reading.warnings[0].code == "empty");
}

TEST_CASE("an edit recounts and is logged; the first reading stays", "[articles][edits]") {
  const auto reading = read(kClash);
  const auto rejected = articles::rejected(reading, {0, "reject", {}, "AB", "a rumour"}, gauge());
  CHECK(rejected.figures.size() == 1);
  CHECK(rejected.counts.size() == 1);
  CHECK(rejected.edits.size() == 1);
  CHECK(reading.figures.size() == 2);
  CHECK_THROWS_WITH(articles::rejected(rejected, {0, "reject", {}, "AB", "again"}, gauge()),
                    test::ContainsSubstring("no figure has the number 0"));
}

TEST_CASE("a text beyond the limit is refused", "[articles][reading]") {
  articles::GaugeOptions options;
  options.max_bytes = 4;
  const articles::Gauge small(options);
  CHECK_THROWS_AS(articles::read({"12345", std::nullopt, std::nullopt}, small), DomainError);
}
