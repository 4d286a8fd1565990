// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <string>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/figures/extract.hpp"

using namespace pressgauge;

namespace {

struct Reader {
  text::Vocabulary vocabulary = text::default_vocabulary();
  text::Rules text_rules{vocabulary};
  figures::Rules rules{vocabulary};
};

figures::Extraction extract(const std::string& words) {
  static const Reader reader;
  const text::Document document(words, reader.text_rules, reader.vocabulary);
  return figures::extract(document, std::nullopt, reader.rules, reader.vocabulary);
}

figures::Figure only(const std::string& words) {
  const auto figures = extract(words).figures;
  REQUIRE(figures.size() == 1);
  return figures[0];
}

}  // namespace

TEST_CASE("a figure has kind, bound, group and place", "[figures][extract]") {
  const auto figure = only("At least 50 protesters were injured.");
  CHECK(figure.kind == "injured");
  CHECK(figure.bound == figures::Bound::at_least);
  CHECK(figure.value == 50);
  CHECK(core::to_string(figure.interval) == "[50, ∞)");
  CHECK(figure.group == "protesters");
  CHECK(figure.text == "At least 50");
  CHECK(figure.span.start_byte == 0);
  CHECK(figure.span.end_byte == 11);
}

TEST_CASE("offsets are bytes", "[figures][extract]") {
  const auto figure = only("In Zvečan – three people were killed.");
  CHECK(figure.text == "three");
  CHECK(figure.span.start_byte == 15);  // č takes 2 bytes, – takes 3
}

TEST_CASE("an upper bound of a percentage stays one", "[figures][extract]") {
  const auto figure = only("Turnout was less than 3.5%.");
  CHECK(figure.kind == "turnout");
  CHECK(figure.bound == figures::Bound::less_than);
  CHECK(core::to_string(figure.interval) == "[0, 3.5)");
  CHECK(figure.unit == "percent");
}

TEST_CASE("a number that counts nothing is left alone with the reason", "[figures][extract]") {
  const auto found = extract("He was jailed for 12 years.");
  CHECK(found.figures.empty());
  REQUIRE(found.left_alone.size() == 1);
  CHECK(found.left_alone[0].reason == "duration");
}

TEST_CASE("names of bounds and statuses go both ways", "[figures][figure]") {
  for (const std::string& name : figures::bound_names())
    CHECK(figures::to_string(figures::bound_of(name)) == name);
  for (const std::string& name : figures::status_names())
    CHECK(figures::to_string(figures::status_of(name)) == name);
  CHECK_THROWS_WITH(figures::bound_of("roundish"), test::ContainsSubstring("not 'roundish'"));
  CHECK_THROWS_WITH(figures::status_of("perhaps"), test::ContainsSubstring("not 'perhaps'"));
}

TEST_CASE("a pattern is anchored at one number", "[figures][patterns]") {
  auto vocabulary = text::default_vocabulary();
  CHECK_THROWS_WITH(figures::AnchoredPattern("killed", vocabulary),
                    test::ContainsSubstring("a pattern needs a #"));
  CHECK_THROWS_WITH(figures::AnchoredPattern("# killed #", vocabulary),
                    test::ContainsSubstring("a pattern has one #"));
  CHECK_THROWS_WITH(figures::AnchoredPattern("#q killed", vocabulary),
                    test::ContainsSubstring("behind # may stand"));
}
