// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <string>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/text/case.hpp"

using namespace pressgauge;

namespace {

std::string small(const std::string& text) {
  std::string out;
  text::CaseTable().lower(text, out);
  return out;
}

}  // namespace

// Expected values: Python 3.11's str.lower and str.isupper.
TEST_CASE("small letters are Python's", "[text][case]") {
  CHECK(small("NEWS Ärger ЖУК") == "news ärger жук");
  CHECK(small("İ") == "i\u0307");
  CHECK(small("\u212A") == "k");  // the sign of kelvin
  CHECK(small("ΟΔΟΣ") == "οδος");
  CHECK(small("ΟΔΟΣ. ΣΑΣ.Α Σ") == "οδος. σασ.α σ");
  CHECK(small("Ａ") == "ａ");
}

TEST_CASE("a word is upper case when it has a capital and no other letter with case",
          "[text][case]") {
  const text::CaseTable table;
  for (const char* word : {"NEWS", "A1", "ÄRGER", "U.S.", "Ⅷ", "中A", "\u2C98\u1B1E"}) {
    CHECK(table.is_upper(word));
  }
  for (const char* word : {"", "12", "News", "中", "ǅA", "ªA", "ß"})
    CHECK_FALSE(table.is_upper(word));
  CHECK(table.is_upper(std::string("A\0", 2)));
}

TEST_CASE("white space is that of str.split", "[text][case]") {
  for (const char32_t c : U"\t\n\x1c\x1f \x85\u00a0\u2003\u3000") {
    if (c != 0) CHECK(text::is_space(c));
  }
  for (const char32_t c : U"a\x1b\u200b\ufeff") CHECK_FALSE(text::is_space(c));
}

TEST_CASE("a table of case that is none is refused", "[text][case]") {
  const std::string header = "#pressgauge-rules 1\n";
  for (const char* row : {"title\t41\t5A\t1\t32\n",
                          "lower\tx\t5A\t1\t32\n",
                          "lower\t5A\t41\t1\t32\n",
                          "upper\t41\t5A\t1\t0\nupper\t42\t43\t1\t0\n"}) {
    CHECK_THROWS_AS(text::CaseTable(header + row), ParseError);
  }
}
