// SPDX-License-Identifier: MIT
#include "sentiment/read.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/sentiment/link_fit.hpp"
#include "pressgauge/sentiment/profiles.hpp"

using namespace pressgauge;
using sentiment::fit_link;
using sentiment::Label;
using sentiment::Link;
using sentiment::LinkFitOptions;
using sentiment::Profile;

namespace {

struct Sample {
  std::vector<double> raw;
  std::vector<double> ratings;
};

// Ratings that follow a link exactly, but for `noise` up and down in turn.
Sample sample(int n, const Link& link, double noise = 0) {
  Sample made;
  for (int i = 0; i < n; ++i) {
    const double raw = -0.95 + 1.9 * (i * 7 % n) / (n - 1);
    const double off = (i % 3 - 1) * noise;
    made.raw.push_back(raw);
    made.ratings.push_back(std::clamp(link.score(raw) + off, -1.0, 1.0));
  }
  return made;
}

LinkFitOptions through_zero() {
  LinkFitOptions options;
  options.through_zero = true;
  return options;
}

}  // namespace

TEST_CASE("a link is found again from the scores that it gave", "[sentiment][link]") {
  for (const Link& link : {Link{0.3, 0.0}, Link{1.4, 0.2}, Link{6.0, -0.3}, Link{0.8, -0.9}}) {
    const auto [raw, ratings] = sample(60, link);
    const auto fit = fit_link(raw, ratings);
    CHECK(fit.link.gain == test::Approx(link.gain).epsilon(1e-4));
    CHECK(fit.link.offset == test::Approx(link.offset).margin(1e-4));
    CHECK(fit.r == test::Approx(1).margin(1e-6));
    CHECK(fit.error < 1e-4);
    CHECK(fit.n == 60);
    CHECK(fit_link(raw, ratings).link == fit.link);
  }
}

TEST_CASE("no other gain and offset leave less error", "[sentiment][link]") {
  const auto [raw, ratings] = sample(80, {1.2, 0.1}, 0.2);
  const auto error = [&](const Link& link) {
    double sum = 0;
    for (std::size_t i = 0; i < raw.size(); ++i)
      sum += std::pow(link.score(raw[i]) - ratings[i], 2);
    return sum;
  };
  const Link best = fit_link(raw, ratings).link;
  for (const double gain : {0.98, 1.0, 1.02}) {
    for (const double offset : {-0.01, 0.0, 0.01}) {
      CHECK(error(best) <= error({best.gain * gain, best.offset + offset}) + 1e-9);
    }
  }
}

TEST_CASE("through zero only the gain is fitted", "[sentiment][link]") {
  const auto [raw, ratings] = sample(60, {1.4, 0.2});
  const auto fit = fit_link(raw, ratings, through_zero());
  CHECK(fit.link.offset == 0);
  CHECK_FALSE(std::signbit(fit.link.offset));
  CHECK(fit.link.score(0) == 0);
}

TEST_CASE("a step is a curve of the greatest gain", "[sentiment][link]") {
  const auto [raw, ratings] = sample(60, {500, 0});
  const double gain = fit_link(raw, ratings).link.gain;
  CHECK(gain <= 50 * (1 + 1e-12));
  CHECK(gain == test::Approx(50).epsilon(1e-3));
}

TEST_CASE("labels that are all right have an F1 of 1", "[sentiment][link]") {
  Sample three;
  for (int i = 0; i < 30; ++i) {
    three.raw.push_back(0.8 * (i % 3 - 1));
    three.ratings.push_back(0.7 * (i % 3 - 1));
  }
  CHECK(fit_link(three.raw, three.ratings).macro_f1 == 1);
}

TEST_CASE("thresholds are where labels agree best with those of the ratings", "[sentiment][link]") {
  // Readers call a text positive from 0.1 on; the scores follow the ratings exactly.
  const auto [raw, ratings] = sample(200, {1, 0.2});
  const auto fit = fit_link(raw, ratings);
  CHECK(fit.link.negative_below == test::Approx(-0.1).margin(0.011));
  CHECK(fit.link.positive_above == test::Approx(0.1).margin(0.011));
  CHECK(fit.macro_f1 > 0.95);

  LinkFitOptions own;
  own.thresholds = {-0.3, 0.4};
  const auto kept = fit_link(raw, ratings, own);
  CHECK(kept.link.negative_below == -0.3);
  CHECK(kept.link.positive_above == 0.4);
}

TEST_CASE("a class that no rating is of leaves its threshold and a warning", "[sentiment][link]") {
  auto [raw, ratings] = sample(60, {1, 0});
  for (double& rating : ratings) rating = std::min(rating, 0.0);
  const auto fit = fit_link(raw, ratings);
  CHECK(fit.link.positive_above == 0.1);
  REQUIRE(fit.warnings.size() == 1);
  CHECK_THAT(fit.warnings[0], test::ContainsSubstring("no rating is positive"));
}

TEST_CASE("a class that all ratings are of leaves its threshold", "[sentiment][link]") {
  // Through zero the scores of the lowest texts are negative, though their ratings are positive.
  Sample good;
  for (int i = 0; i < 40; ++i) {
    good.raw.push_back(-0.2 + 0.03 * i);
    good.ratings.push_back(0.2 + 0.01 * i);
  }
  const auto fit = fit_link(good.raw, good.ratings, through_zero());
  CHECK(fit.link.positive_above == 0.1);
  CHECK(fit.link.negative_below == -0.1);
}

TEST_CASE("few texts are told of, with the interval of r", "[sentiment][link]") {
  const auto [raw, ratings] = sample(20, {1, 0}, 0.3);
  const auto fit = fit_link(raw, ratings);
  REQUIRE_FALSE(fit.warnings.empty());
  CHECK_THAT(fit.warnings[0],
             test::ContainsSubstring("only 20 rated texts: the 95 % interval of r is 0."));
}

TEST_CASE("ratings that no link fits are refused", "[sentiment][link]") {
  using Column = std::vector<double>;
  const auto fails = [](const Column& raw, const Column& ratings, const char* why) {
    CHECK_THROWS_WITH(fit_link(raw, ratings), test::ContainsSubstring(why));
    CHECK_THROWS_AS(fit_link(raw, ratings), DomainError);
  };
  const auto [raw, ratings] = sample(12, {1, 0});
  const auto with = [&](double value) {
    Column changed = ratings;
    changed[3] = value;
    return changed;
  };
  fails(raw, Column(11, 0.1), "there are 12 texts and 11 ratings");
  fails(Column(9, 0.1), Column(9, 0.1), "a link needs 10 rated texts, not 9");
  fails(raw, with(1.5), "ratings are in [-1, 1], not 1.5");
  fails(raw, with(std::numeric_limits<double>::quiet_NaN()), "(number 3)");
  fails(Column(12, 0.25), ratings, "raw is 0.250000 for every text");
  fails(raw, Column(12, 0.5), "the ratings don't rise with raw");
  Column falling = ratings;
  for (double& rating : falling) rating = -rating;
  fails(raw, falling, "the ratings don't rise with raw (r = -");
  // r is of the ratings' deviations, however small they are beside their mean.
  Column nearly;
  for (const double x : raw) nearly.push_back(0.7 - 1e-9 * x);
  fails(raw, nearly, "(r = -1.000000)");
}

TEST_CASE("a link that is none is refused", "[sentiment][link]") {
  CHECK_THROWS_WITH(checked(Link{0, 0}), test::ContainsSubstring("above 0, not 0.0"));
  CHECK_THROWS_WITH(checked(Link{1, std::numeric_limits<double>::infinity()}),
                    test::ContainsSubstring("offset of a link is finite"));
  CHECK_THROWS_WITH(checked(Link{1, 0, 0.2, -0.2}), test::ContainsSubstring("the lower one first"));
  CHECK_THROWS_WITH(checked(Link{1, 0, -1.2, 0.2}), test::ContainsSubstring("[-1, 1]"));
}

TEST_CASE("profiles have names, and news is what calibration.hpp says", "[sentiment][profile]") {
  for (const Profile profile : {Profile::news, Profile::editorial, Profile::headline}) {
    CHECK(sentiment::profile_of(to_string(profile)) == profile);
    CHECK(checked(link_of(profile)).score(0) == 0);
  }
  CHECK_THROWS_WITH(sentiment::profile_of("tweet"), test::ContainsSubstring("not 'tweet'"));
  const auto found = test::sentiment_of("The massacre horrified the town.");
  auto news = found;
  apply(link_of(Profile::news), news);
  CHECK(news.score == found.score);
  CHECK(news.label == found.label);
}
