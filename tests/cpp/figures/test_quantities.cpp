// SPDX-License-Identifier: MIT
#include "support/catch.hpp"
#include "support/reader.hpp"

#include <cmath>
#include <string>

#include "pressgauge/core/errors.hpp"

using namespace pressgauge;

namespace {

// The quantities of a text as `interval unit`.
std::vector<std::string> quantities(const std::string& words) {
  const text::Document document(words, test::gauge().text_rules(), test::gauge().vocabulary());
  std::vector<std::string> out;
  for (const auto& q : figures::all_quantities(
           document, test::gauge().figure_rules().quantities, test::gauge().vocabulary())) {
    out.push_back(core::to_string(q.interval) + (q.unit.empty() ? "" : " " + std::string(q.unit)));
  }
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("numbers in digits, words and both are read", "[figures][numbers]") {
  CHECK(quantities("1,200 and 3.5 and 2.5 million") == Strings{"1200", "3.5", "2500000"});
  CHECK(quantities("one hundred and three; twenty-one; two thousand and five") ==
        Strings{"103", "21", "2005"});
  CHECK(quantities("a dozen, two dozen, half a million, a hundred people") ==
        Strings{"12", "24", "500000", "100"});
  CHECK(quantities("3.2bn and 15k") == Strings{"3200000000", "15000"});
}

TEST_CASE("percentages in all spellings", "[figures][numbers]") {
  CHECK(quantities("3.5% or 3.5 per cent or 3.5 percent or 3.5 pc or 3.5 per-cent") ==
        Strings{"3.5 percent", "3.5 percent", "3.5 percent", "3.5 percent", "3.5 percent"});
  CHECK(quantities("half a percent, a quarter of one percent") ==
        Strings{"0.5 percent", "0.25 percent"});
  CHECK(quantities("2 percentage points and a 2-percentage-point rise") ==
        Strings{"2 points", "2 points"});
}

TEST_CASE("a part of a whole is its number here, and percent in figures", "[figures][numbers]") {
  CHECK(quantities("one in five and nine out of ten") == Strings{"0.2", "0.9"});
  const auto reading = test::read("Two thirds of the voters backed it.");
  REQUIRE(reading.figures.size() == 1);
  CHECK(reading.figures[0].interval.low == test::Approx(200.0 / 3));
  CHECK(reading.figures[0].unit == "percent");
}

TEST_CASE("money has its currency", "[figures][numbers]") {
  CHECK(quantities("$3.2bn, US$2 million and 40 euros") ==
        Strings{"3200000000 USD", "2000000 USD", "40 EUR"});
}

TEST_CASE("currencies by sign, code and word", "[figures][numbers]") {
  CHECK(quantities("A$5 million, EUR 20, 20 GBP, Rs 500, five Australian dollars") ==
        Strings{"5000000 AUD", "20 EUR", "20 GBP", "500 INR", "5 AUD"});
  // A small number is won by somebody.
  CHECK(quantities("33 won by Labour, 5,000 won") == Strings{"33", "5000 KRW"});
  CHECK(quantities("500 pounds of explosives") == Strings{"500"});
}

TEST_CASE("what is measured has its unit", "[figures][numbers]") {
  CHECK(quantities("42km, 42 kilometres, 20 °C, 90 km/h, 34-year-old, two square miles") ==
        Strings{"42 kilometre",
                "42 kilometre",
                "20 degree celsius",
                "90 kilometre per hour",
                "34 year",
                "2 square mile"});
  CHECK(quantities("the 1980s, the 26th, a 5G network, the G20").empty());
  // In figures they count nothing.
  CHECK(test::read("They walked 42km.").figures.empty());
}

TEST_CASE("ranges in all spellings", "[figures][numbers]") {
  CHECK(quantities("20 to 30; 20-30; 20–30; between 20 and 30; 20 or 30; two or three") ==
        Strings{"[20, 30]", "[20, 30]", "[20, 30]", "[20, 30]", "[20, 30]", "[2, 3]"});
  CHECK(quantities("2-3 million, two or three million, five to six hundred") ==
        Strings{"[2000000, 3000000]", "[2000000, 3000000]", "[500, 600]"});
  CHECK(quantities("$5 to $10; €5m-€10m; $2-3bn") ==
        Strings{"[5, 10] USD", "[5000000, 10000000] EUR", "[2000000000, 3000000000] USD"});
  CHECK(quantities("5% to 10%; 5 to 10 per cent; 5 per cent to 10 per cent") ==
        Strings{"[5, 10] percent", "[5, 10] percent", "[5, 10] percent"});
  CHECK(quantities("between a quarter and a third of them") ==
        Strings{"[0.25, 0.3333333333333333]"});
  CHECK(quantities("more than 3 but less than 8; at least 20 and at most 30") ==
        Strings{"(3, 8)", "[20, 30]"});
}

TEST_CASE("what looks like a range and is none", "[figures][numbers]") {
  CHECK(quantities("The toll rose from 14 to 31.") == Strings{"14", "31"});
  CHECK(quantities("They beat them 30 to 20.") == Strings{"30", "20"});
  CHECK(quantities("killed 12 — 30 wounded") == Strings{"12", "30"});
  CHECK(quantities("12 and 30; 5% or 12 people") == Strings{"12", "30", "5 percent", "12"});
  CHECK(quantities("at least 25%, as high as 90%") ==
        Strings{"[25, ∞) percent", "[0, 90] percent"});
}

TEST_CASE("a percent sign behind a pair serves both", "[figures][numbers]") {
  CHECK(quantities("by 51 to 48 percent") == Strings{"51 percent", "48 percent"});
  CHECK(quantities("rose from 40 to 45 percent") == Strings{"40 percent", "45 percent"});
}

TEST_CASE("strings of digits name something", "[figures][numbers]") {
  CHECK(quantities("Call 555-0123-99 by 2020-05-01, the 2004-05 season").empty());
}

TEST_CASE("one as a pronoun is no quantity", "[figures][numbers]") {
  CHECK(quantities("The one you know, no one and this one").empty());
  CHECK(quantities("One man and one hundred women") == Strings{"1", "100"});
}

TEST_CASE("hedges imply intervals", "[figures][hedges]") {
  CHECK(quantities("at least 50") == Strings{"[50, ∞)"});
  CHECK(quantities("more than 50") == Strings{"(50, ∞)"});
  CHECK(quantities("up to 50") == Strings{"[0, 50]"});
  CHECK(quantities("fewer than 50") == Strings{"[0, 50)"});
  // max(half the unit of the last digit, 10 %): max(5, 5)
  CHECK(quantities("about 50") == Strings{"[45, 55]"});
  CHECK(quantities("nearly 400") == Strings{"[300, 400)"});
  CHECK(quantities("50 or more") == Strings{"[50, ∞)"});
  CHECK(quantities("between 900 and 1,100") == Strings{"[900, 1100]"});
  CHECK(quantities("dozens of people") == Strings{"[24, 99]"});
  CHECK(quantities("well over 50, north of 50, 50-plus") ==
        Strings{"(50, ∞)", "(50, ∞)", "(50, ∞)"});
  CHECK(quantities("at the very least 50; no fewer than 50; 50 at least") ==
        Strings{"[50, ∞)", "[50, ∞)", "[50, ∞)"});
  CHECK(quantities("30-odd, 30 or so, 30 give or take") ==
        Strings{"[25, 35]", "[25, 35]", "[25, 35]"});
  CHECK(quantities("a total of 12, an additional 12") == Strings{"12", "12"});
  CHECK(quantities("less than -30") == Strings{"(-∞, -30)"});
}

TEST_CASE("vague words multiply", "[figures][hedges]") {
  CHECK(quantities("several hundred; a few thousand; hundreds of thousands; tens of thousands") ==
        Strings{"[300, 900]", "[2000, 6000]", "[200000, 999999]", "[20000, 99999]"});
  CHECK(quantities("a couple of hundred") == Strings{"[200, 300]"});
  CHECK(quantities("several hundred thousand; billions") ==
        Strings{"[300000, 999999]", "[2000000000, 9999999999]"});
}

TEST_CASE("a bound wins over an approximation", "[figures][hedges]") {
  CHECK(quantities("at least some 50") == Strings{"[50, ∞)"});
}

TEST_CASE("the unit of the last significant digit", "[figures][numbers]") {
  CHECK(figures::last_digit_unit(1200) == 100);
  CHECK(figures::last_digit_unit(3.5) == 0.1);
  CHECK(figures::last_digit_unit(0) == 1);
}

TEST_CASE("a bound and a value imply an interval", "[figures][hedges]") {
  const auto& rules = test::gauge().figure_rules().quantities.hedges;
  CHECK(figures::implied_interval(figures::Bound::at_least, 50, rules) ==
        core::Interval::at_least(50));
  CHECK_THROWS_WITH(figures::implied_interval(figures::Bound::range, 50, rules),
                    test::ContainsSubstring("'range'"));
}

TEST_CASE("a bound that is none is refused with those that are", "[figures][bounds]") {
  CHECK_THROWS_WITH(figures::bound_of("atleast"), test::ContainsSubstring("not 'atleast'"));
}

TEST_CASE("a number that no double holds is no quantity", "[figures][quantities]") {
  const text::Document document(std::string(400, '9') + " people and 5 men",
                                test::gauge().text_rules(),
                                test::gauge().vocabulary());
  const auto found = figures::all_quantities(
      document, test::gauge().figure_rules().quantities, test::gauge().vocabulary());
  REQUIRE(found.size() == 1);
  CHECK(found[0].value == 5);
}
