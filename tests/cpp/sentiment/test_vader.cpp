// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <string>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/sentiment/vader.hpp"

using namespace pressgauge;
using sentiment::Vader;

namespace {

const std::string kLexicon = "good\t1.9\nbad\t-2.5\n\ngreat\t3.1\t0.4\t[3, 3]\r\n";

double compound(const std::string& text) {
  return Vader(kLexicon, "😀\tgreat\n").scores(text).compound;
}

}  // namespace

// Expected values: vaderSentiment 3.3.2 with the same lexicon.
TEST_CASE("VADER's scores are those of the package", "[sentiment][vader]") {
  const auto scores = Vader(kLexicon, "").scores("The food was good.");
  CHECK(scores.negative == 0);
  CHECK(scores.neutral == 0.508);
  CHECK(scores.positive == 0.492);
  CHECK(scores.compound == 0.4404);
  CHECK(compound("The food was GOOD.") == 0.5622);
  CHECK(compound("The food was not good.") == -0.3412);
  CHECK(compound("The food was good!!!!!!") == 0.6209);
  CHECK(compound("") == 0);
  CHECK(compound(" \n") == 0);
}

TEST_CASE("VADER reads an emoji as its name", "[sentiment][vader]") {
  CHECK(compound("😀") == compound("great"));
  CHECK(compound("x😀 y") == compound("x great y"));
  CHECK(compound("😀y") == 0);  // nothing parts the name from what follows
}

TEST_CASE("VADER refuses what it can't read", "[sentiment][vader]") {
  CHECK_THROWS_AS(Vader("good\n", ""), ParseError);
  CHECK_THROWS_AS(Vader("good\tfine\n", ""), ParseError);
  CHECK_THROWS_AS(Vader("good\t1\xff\n", ""), ParseError);
  CHECK_THROWS_AS(Vader("", "x\n"), ParseError);
  CHECK_THROWS_AS(compound("good \xff"), ParseError);
}
