// SPDX-License-Identifier: MIT
// The articles of tests/data/readings.txt, whose readings are hashed and counted by instructions.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace pressgauge::test {

inline const std::string kData = PRESSGAUGE_SOURCE_DIR "/tests/data/";

inline std::string content(const std::string& name) {
  std::ifstream file(kData + name, std::ios::binary);
  std::ostringstream all;
  all << file.rdbuf();
  return all.str();
}

inline std::vector<std::string> fixed_set() {
  const std::string between = "\n\f\n";
  const std::string all = content("readings.txt");
  std::vector<std::string> out;
  for (std::size_t at = 0;;) {
    const std::size_t end = all.find(between, at);
    out.push_back(all.substr(at, end == std::string::npos ? end : end - at));
    if (end == std::string::npos) return out;
    at = end + between.size();
  }
}

}  // namespace pressgauge::test
