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
           document, test::gauge().figure_rules(), test::gauge().vocabulary())) {
    out.push_back(core::to_string(q.interval) + (q.unit.empty() ? "" : " " + q.unit));
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

TEST_CASE("percentages and parts of a whole are percent", "[figures][numbers]") {
  CHECK(quantities("3.5% or 3.5 per cent or 3.5 percent") ==
        Strings{"3.5 percent", "3.5 percent", "3.5 percent"});
  CHECK(quantities("one in five and nine out of ten") == Strings{"20 percent", "90 percent"});
  CHECK(quantities("a third term in office").empty());
}

TEST_CASE("money has its currency", "[figures][numbers]") {
  CHECK(quantities("$3.2bn, US$2 million and 40 euros") ==
        Strings{"3200000000 USD", "2000000 USD", "40 EUR"});
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
