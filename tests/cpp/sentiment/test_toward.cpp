// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/sentiment/toward.hpp"

namespace pressgauge::sentiment {
namespace {

struct Shipped {
  text::Vocabulary vocabulary = text::default_vocabulary();
  text::Rules text_rules{vocabulary};
  text::ActorRules actor_rules{text_rules};
  Rules rules{vocabulary, "#pressgauge-rules 1\nzorbly\t-4\n"};
  TowardWeights weights;

  TowardRules toward_rules() const { return {rules, weights, vocabulary}; }
  text::Document document(std::string words) const {
    return {std::move(words), text_rules, vocabulary};
  }
};

const Shipped& shipped() {
  static const Shipped made;
  return made;
}

TargetTone tone(const std::string& words, const std::string& target) {
  const auto start = static_cast<std::int64_t>(words.find(target));
  const core::Span span{start, start + static_cast<std::int64_t>(target.size())};
  return toward(shipped().document(words), target, {span}, shipped().toward_rules());
}

TEST_CASE("Words tell the tone by the side they stand on", "[sentiment][toward]") {
  CHECK(tone("Voters praised Lind for her courage.", "Lind").label == Label::positive);
  CHECK(tone("Prosecutors accused Lind of corruption.", "Lind").label == Label::negative);
  CHECK(tone("The meeting with Lind is on the second floor.", "Lind").label == Label::neutral);
  const std::string words = "Holm was beaten by Lind.";
  CHECK(tone(words, "Holm").score < tone(words, "Lind").score);
}

TEST_CASE("Contributions add up, and scores stay in range", "[sentiment][toward]") {
  const TargetTone found =
      tone("Critics said the corrupt, brutal Holm was not a good leader.", "Holm");
  double sum = 0;
  for (const Contribution& each : found.contributions) sum += each.weight * each.factor;
  CHECK(std::abs(sum - found.raw) < 1e-12);
  CHECK(found.score >= -1);
  CHECK(found.score < 0);
  CHECK(std::ranges::any_of(found.contributions, [](const Contribution& each) {
    return each.term == "good" && each.factor < 0;
  }));
}

TEST_CASE("The caller's lexicon comes first", "[sentiment][toward]") {
  CHECK(tone("A zorbly Holm came.", "Holm").score < tone("A quorbly Holm came.", "Holm").score);
}

TEST_CASE("A word without a tone may speak for any", "[sentiment][toward]") {
  // As toward.tsv says: nearness 1 / ((1 + distance / 10) max(3, words)^0.3), and negative :
  // neutral : positive = exp(m - t) : 1 : exp(m + t).
  const TowardWeights weights(
      "#pressgauge-rules 1\n(always)\t0\t0\t0\ndull\t0\t0\t1\nfine\t2\t2\t0\n");
  const std::string words = "A dull fine Holm came.";
  const auto start = static_cast<std::int64_t>(words.find("Holm"));
  const TargetTone found = toward(shipped().document(words),
                                  "Holm",
                                  {{start, start + 4}},
                                  {shipped().rules, weights, shipped().vocabulary});
  const double root = std::pow(5, 0.3);
  const double tone = 2 / (1.1 * root);
  const double strength = 1 / (1.2 * root);
  const double sum = std::exp(strength - tone) + 1 + std::exp(strength + tone);
  CHECK(std::abs(found.raw - tone) < 1e-12);
  CHECK(std::abs(found.score - (std::exp(strength + tone) - std::exp(strength - tone)) / sum) <
        1e-12);
}

TEST_CASE("Each actor has the mean of its mentions", "[sentiment][toward]") {
  const auto document = shipped().document(
      "Yesterday voters praised Anna Lind. Prosecutors accused Peter Holm of corruption. They "
      "admire Lind.");
  const auto actors = text::actors(document, shipped().actor_rules, shipped().vocabulary);
  const auto found = toward(document, actors, shipped().toward_rules());
  REQUIRE(found.size() == 2);
  CHECK(found[0].name == "Anna Lind");
  CHECK(found[0].mentions == 2);
  CHECK(found[0].label == Label::positive);
  CHECK(found[1].label == Label::negative);
}

TEST_CASE("A span without words is refused", "[sentiment][toward]") {
  const auto document = shipped().document("Lind spoke.");
  CHECK_THROWS_AS(toward(document, "", {{4, 4}}, shipped().toward_rules()), DomainError);
  CHECK_THROWS_AS(toward(document, "Holm", {}, shipped().toward_rules()), DomainError);
}

TEST_CASE("Weights that can't be read are refused", "[sentiment][toward]") {
  CHECK_THROWS_AS(TowardWeights("#pressgauge-rules 1\ngood\tx\t1\t1\n"), ParseError);
  for (const char* place : {"9", "0", "2x", "x"}) {
    const std::string row = std::string("by\tnear ") + place + "\t1\t1\n";
    CHECK_THROWS_AS(TowardWeights("#pressgauge-rules 1\n" + row), ParseError);
  }
  const TowardWeights read("#pressgauge-rules 1\ngood\t1\t2\t3\nby\tnear -2\t4\t5\n");
  CHECK(read.word("good").behind == 2);
  CHECK(read.near("by", 2, true).before == 4);
  CHECK(read.near("by", 2, false).before == 0);
}

}  // namespace
}  // namespace pressgauge::sentiment
