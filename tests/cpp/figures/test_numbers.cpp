// SPDX-License-Identifier: MIT
#include "support/catch.hpp"
#include "support/reader.hpp"

#include <string>
#include <vector>

#include "pressgauge/core/errors.hpp"

using namespace pressgauge;

namespace {

// The numbers of a text, read one after the other from its start.
std::vector<double> numbers(const std::string& words) {
  const text::Document document(words, test::gauge().text_rules(), test::gauge().vocabulary());
  const auto& rules = test::gauge().figure_rules().quantities.numbers;
  std::vector<double> out;
  const std::size_t end = document.tokens().size();
  for (std::size_t i = 0; i < end;) {
    const auto number = figures::number_at(document, i, end, rules, test::gauge().vocabulary());
    if (number) out.push_back(number->value);
    i = number ? number->tokens.end : i + 1;
  }
  return out;
}

using Numbers = std::vector<double>;

}  // namespace

TEST_CASE("digits are read with every separator of English news", "[figures][numbers]") {
  CHECK(numbers("1,200 and 1,200,000.5 and .5") == Numbers{1200, 1200000.5, 0.5});
  CHECK(numbers("1\u00A0200 and 1\u202F234\u202F567.89 and 1\u200912\u2009345") ==
        Numbers{1200, 1234567.89, 1, 12345});
  CHECK(numbers("1'200 and 1 414 021 100") == Numbers{1200, 1414021100});
  // One group behind a plain space is a number of its own.
  CHECK(numbers("On May 12 300 people") == Numbers{12, 300});
  CHECK(numbers("1,2\u00AD00 and 1\u200B2") == Numbers{1200, 12});
  CHECK(numbers("１，２００ and ١٬٢٠٠ and ٣٫٥") == Numbers{1200, 1200, 3.5});
}

TEST_CASE("signs and powers", "[figures][numbers]") {
  CHECK(numbers("-5 and \u22125.5 and minus five") == Numbers{-5, -5.5, -5});
  CHECK(numbers("COVID-19 and 20-30") == Numbers{19, 20, 30});
  CHECK(numbers("1e10 and 6x10^-4 and 2^10") == Numbers{1e10, 6e-4, 1024});
}

TEST_CASE("number words", "[figures][numbers]") {
  CHECK(numbers("a hundred and twenty; twenty-two hundred; one trillion") ==
        Numbers{120, 2200, 1e12});
  CHECK(numbers("two hundred and thirty-four thousand five hundred and sixty-seven") ==
        Numbers{234567});
  CHECK(numbers("two dozen, three hundred and two dozen, a dozen") == Numbers{24, 324, 12});
  CHECK(numbers("three point one four and nought point eleven") == Numbers{3.14, 0.11});
  CHECK(numbers("at one point three men") == Numbers{1, 3});
}

TEST_CASE("scale words and letters multiply", "[figures][numbers]") {
  CHECK(numbers("2.5 million, 2.5-million, 3.2bn, 15k, 3 hundred thousand") ==
        Numbers{2.5e6, 2.5e6, 3.2e9, 15e3, 3e5});
  CHECK(numbers("half a million, half million, a quarter of a million, half a dozen") ==
        Numbers{5e5, 5e5, 25e4, 6});
  CHECK(numbers("three quarters of a million") == Numbers{75e4});
}

TEST_CASE("mixed numbers", "[figures][numbers]") {
  CHECK(numbers("two and a half; two-and-a-half; 2 1/2; 2½; five and three quarters") ==
        Numbers{2.5, 2.5, 2.5, 2.5, 5.75});
  // (2 + 1/2) million; a million and half of one
  CHECK(numbers("two and a half million; a million and a half") == Numbers{2.5e6, 1.5e6});
  CHECK(numbers("a dozen and a half") == Numbers{18});
  CHECK(numbers("killed 12 and two thirds of the crew") == Numbers{12, 2.0 / 3});
  CHECK(numbers("two and a third man") == Numbers{2});
}

TEST_CASE("parts of a whole", "[figures][numbers]") {
  CHECK(numbers("half of them, a third of them, two thirds, three-quarters, 3/4, ¾") ==
        Numbers{0.5, 1.0 / 3, 2.0 / 3, 0.75, 0.75, 0.75});
  CHECK(numbers("one in five, nine out of ten, one out of every thousand, 1 in 4") ==
        Numbers{0.2, 0.9, 0.001, 0.25});
  CHECK(numbers("three twenty-firsts and fifty-four hundredths") == Numbers{3.0 / 21, 0.54});
}

TEST_CASE("what looks like a part and is none", "[figures][numbers]") {
  CHECK(numbers("a third term, the second half of the game").empty());
  CHECK(numbers("9/11 and 24/7") == Numbers{9, 11, 24, 7});
  CHECK(numbers("12 in 30 cities, one in 2003") == Numbers{12, 30, 1, 2003});
  CHECK(numbers("one third party") == Numbers{1});
}

TEST_CASE("a number beyond what a double holds is marked", "[figures][numbers]") {
  const std::string digits(400, '9');
  const text::Document document(digits, test::gauge().text_rules(), test::gauge().vocabulary());
  const auto number = figures::number_at(document,
                                         0,
                                         document.tokens().size(),
                                         test::gauge().figure_rules().quantities.numbers,
                                         test::gauge().vocabulary());
  REQUIRE(number.has_value());
  CHECK(number->overflow);
}

TEST_CASE("a table of numbers with an unknown part is refused", "[figures][numbers]") {
  auto vocabulary = text::default_vocabulary();
  const auto table = text::parse_table("numbers", "#pressgauge-rules 1\nseven\tdigit\t7\n", 3, 3);
  CHECK_THROWS_WITH(figures::NumberRules(table, vocabulary),
                    test::ContainsSubstring("line 2") && test::ContainsSubstring("'digit'"));
}
