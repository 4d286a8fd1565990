// SPDX-License-Identifier: MIT
#include "oracles.hpp"

#include <cmath>

namespace pressgauge::fuzz {
namespace {

void check_toward(const text::Document& document) {
  const auto actors = text::actors(document, gauge().actor_rules(), gauge().vocabulary());
  const auto tones = sentiment::toward(document, actors, gauge().toward_rules());
  expect(tones.size() == actors.size(), "a tone toward each actor");
  for (const auto& tone : tones) {
    expect(tone.score >= -1 && tone.score <= 1, "the tone toward an actor is outside [-1, 1]");
    double sum = 0;
    for (const auto& each : tone.contributions) {
      check_span(document.text(), each.span, "toward");
      sum += each.weight * each.factor;
    }
    const bool adds_up = std::abs(sum - tone.raw) <= 1e-9 * (1 + std::abs(tone.raw));
    expect(adds_up, "contributions don't add up to the raw tone toward an actor");
  }
}

}  // namespace

// The tone of a text by every profile, in numbers and with reasons, and toward whom it names.
void target::sentiment(std::string_view input) {
  using sentiment::Profile;
  const auto document = document_of(input);
  if (!document) return;
  const auto& rules = gauge().sentiment_rules();
  const auto& words = gauge().vocabulary();
  for (const auto profile : {Profile::news, Profile::editorial, Profile::headline}) {
    const auto calibration = sentiment::calibration_of(profile);
    const auto full = sentiment::score(*document, rules, words, calibration);
    check_sentiment(*document, full);
    expect(same(full, sentiment::tone(*document, rules, words, calibration)),
           "the tone in numbers is not that with reasons");
  }
  check_toward(*document);
}

}  // namespace pressgauge::fuzz
