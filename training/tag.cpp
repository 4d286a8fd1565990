// SPDX-License-Identifier: MIT
// tag [ROUNDS]: reads texts from standard input, each ended by a byte 0, and says how fast the
// tagger is: the time that its weights take to load, and tokens a second in the best of ROUNDS.
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <string>
#include <vector>

#include "pressgauge/text/tagger.hpp"

using namespace pressgauge;

namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main(int count, char** arguments) {
  const int rounds = count > 1 ? std::atoi(arguments[1]) : 5;
  double loading = std::numeric_limits<double>::infinity();
  for (int i = 0; i < rounds; ++i) {
    const auto start = std::chrono::steady_clock::now();
    const text::Tagger loaded = text::default_tagger();
    loading = std::min(loading, seconds_since(start));
  }
  const text::Tagger tagger = text::default_tagger();
  text::Vocabulary vocabulary = text::default_vocabulary();
  const text::Rules rules(vocabulary);
  std::vector<text::Document> documents;
  std::size_t tokens = 0;
  for (std::string words; std::getline(std::cin, words, '\0');) {
    documents.emplace_back(words, rules, vocabulary);
    tokens += documents.back().tokens().size();
  }
  double best = std::numeric_limits<double>::infinity();
  std::size_t nouns = 0;  // so that nothing is left out
  std::vector<text::WordClass> classes;
  for (int i = 0; i < rounds; ++i) {
    const auto start = std::chrono::steady_clock::now();
    for (const text::Document& document : documents) {
      for (const text::Sentence& sentence : document.sentences()) {
        tagger.tag(document, sentence.tokens, classes);
        for (const text::WordClass each : classes) nouns += text::is_noun(each) ? 1 : 0;
      }
    }
    best = std::min(best, seconds_since(start));
  }
  std::cout << "loading " << loading * 1e3 << " ms; " << tokens << " tokens, "
            << static_cast<double>(tokens) / best / 1e6 << " million a second, "
            << best * 1e9 / static_cast<double>(tokens) << " ns each; nouns "
            << nouns / static_cast<std::size_t>(rounds) << '\n';
}
