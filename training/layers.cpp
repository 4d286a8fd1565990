// SPDX-License-Identifier: MIT
// layers EVENT_SCALE DAMPING LEAD_SHARE TOLL_SHARE TOLL_FIRST: reads texts from standard input,
// each ended by a byte 0, and writes a line for each: the balances behind score, events, narration
// and quotation (nan where nobody speaks). For training/fit_link.py, which chooses what stands in
// calibration.hpp.
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <string>

#include "pressgauge/sentiment/sentiment.hpp"

using namespace pressgauge;

namespace {

sentiment::Calibration calibration_of(int count, char** arguments) {
  sentiment::Calibration calibration;
  if (count == 6) {
    calibration.event_scale = std::strtod(arguments[1], nullptr);
    calibration.damping = std::strtod(arguments[2], nullptr);
    calibration.lead_share = std::strtod(arguments[3], nullptr);
    calibration.toll_share = std::strtod(arguments[4], nullptr);
    calibration.toll_first = std::strtod(arguments[5], nullptr);
  }
  // Gains of 1, which atanh takes back.
  calibration.score_gain = calibration.events_gain = 1;
  calibration.narration_gain = calibration.quotation_gain = 1;
  return calibration;
}

void write(const sentiment::Sentiment& found) {
  const double silent = std::numeric_limits<double>::quiet_NaN();
  std::cout << found.raw << '\t' << std::atanh(found.events) << '\t' << std::atanh(found.narration)
            << '\t' << std::atanh(found.quotation.value_or(silent)) << '\n';
}

}  // namespace

int main(int count, char** arguments) {
  const sentiment::Calibration calibration = calibration_of(count, arguments);
  text::Vocabulary vocabulary = text::default_vocabulary();
  const text::Rules text_rules(vocabulary);
  const sentiment::Rules rules(vocabulary);
  std::cout.precision(12);
  double seconds = 0;
  double bytes = 0;
  for (std::string words; std::getline(std::cin, words, '\0');) {
    const text::Document document(words, text_rules, vocabulary);
    const auto start = std::chrono::steady_clock::now();
    const auto found = sentiment::score(document, rules, vocabulary, calibration);
    seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    bytes += static_cast<double>(words.size());
    write(found);
  }
  std::cerr << bytes / 1e6 / seconds << " MB/s\n";
}
