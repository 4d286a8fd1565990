// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/vader.hpp"

#include "bytes.hpp"
#include "fuzz.hpp"

#include <cmath>

namespace pressgauge::fuzz {
namespace {

using sentiment::Vader;
using sentiment::VaderScores;

const Vader& ours() {
  static const Vader made(
      "good\t1.9\nbad\t-2.5\ngreat\t3.1\nkilled\t-3.5\nfine\t0.8\nno\t-1.2\nkind\t2.4\n"
      "least\t-0.1\n:)\t2.0\n:(\t-1.9\n",
      "😀\tgrinning good face\n💔\tbroken heart bad\n");
  return made;
}

void check(const Vader& vader, std::string_view text) {
  const VaderScores scores = vader.scores(text);
  for (const double share : {scores.negative, scores.neutral, scores.positive}) {
    expect(share >= 0 && share <= 1, "a share outside [0, 1]");
  }
  const double sum = scores.negative + scores.neutral + scores.positive;
  expect(sum == 0 || std::abs(sum - 1) < 0.0021, "shares that don't add up to 1");
  expect(scores.compound >= -1 && scores.compound <= 1, "compound outside [-1, 1]");
  const VaderScores again = vader.scores(text);
  expect(scores.compound == again.compound && scores.neutral == again.neutral, "scored twice");
}

}  // namespace

// A text by a lexicon of ours; or, in three parts parted by form feeds, lexicon, emoji and text.
void target::vader(std::string_view input) {
  const auto parts = parts_of(input, '\f');
  accepted([&] {
    if (parts.size() == 3) {
      check(Vader(parts[0], parts[1]), parts[2]);
    } else {
      check(ours(), input);
    }
  });
}

}  // namespace pressgauge::fuzz
