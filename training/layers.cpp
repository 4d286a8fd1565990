// SPDX-License-Identifier: MIT
// Reads texts from standard input, each ended by a byte 0, and writes a line for each: the sums behind
// its sentiment before calibration. For training/fit_link.py.
#include <chrono>
#include <cmath>
#include <iostream>
#include <iterator>
#include <string>

#include "pressgauge/sentiment/link.hpp"
#include "pressgauge/sentiment/sentiment.hpp"

using namespace pressgauge;

namespace {

double raw_of(double score, double gain) { return std::atanh(score) / gain; }

void write(const sentiment::Sentiment& s) {
  double events = 0;
  for (const sentiment::Contribution& c : s.contributions) {
    if (c.why.starts_with("event ")) events += c.weight * c.factor / sentiment::kEventScale;
  }
  std::cout << s.raw << '\t' << s.raw - events * sentiment::kEventScale << '\t' << events << '\t'
            << raw_of(s.narration, sentiment::kNarrationGain) << '\t'
            << (s.quotation ? raw_of(*s.quotation, sentiment::kQuotationGain) : NAN) << '\t'
            << s.score << '\t' << s.narration << '\t' << s.quotation.value_or(NAN) << '\t'
            << s.events << '\n';
}

}  // namespace

int main() {
  text::Vocabulary vocabulary = text::default_vocabulary();
  const text::Rules text_rules(vocabulary);
  const sentiment::Rules rules(vocabulary);
  std::cout.precision(12);
  double seconds = 0;
  double bytes = 0;
  for (std::string words; std::getline(std::cin, words, '\0');) {
    const text::Document document(words, text_rules, vocabulary);
    const auto start = std::chrono::steady_clock::now();
    const sentiment::Sentiment found = sentiment::score(document, rules, vocabulary);
    seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    bytes += static_cast<double>(words.size());
    write(found);
  }
  std::cerr << bytes / 1e6 / seconds << " MB/s\n";
}
