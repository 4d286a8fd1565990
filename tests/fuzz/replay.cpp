// SPDX-License-Identifier: MIT
// The seeds of every fuzz target, without a fuzzer: whatever once broke pressgauge stays mended.
#include "../fuzz/fuzz.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

using namespace pressgauge;

namespace {

std::vector<std::filesystem::path> seeds_of(const std::string& target) {
  std::vector<std::filesystem::path> out;
  const auto folder = std::filesystem::path(PRESSGAUGE_SOURCE_DIR) / "tests/fuzz/seeds" / target;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

void replay(const std::string& target, void (*run)(std::string_view)) {
  const auto seeds = seeds_of(target);
  CHECK_FALSE(seeds.empty());
  for (const auto& seed : seeds) {
    INFO(seed.string());
    std::ifstream file(seed, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    CHECK_NOTHROW(run(bytes));
  }
}

}  // namespace

#define PRESSGAUGE_FUZZ_REPLAY(name)                                  \
  TEST_CASE("seeds of the fuzz target " #name, "[fuzz][" #name "]") { \
    replay(#name, fuzz::target::name);                                \
  }
PRESSGAUGE_FUZZ_TARGETS(PRESSGAUGE_FUZZ_REPLAY)
#undef PRESSGAUGE_FUZZ_REPLAY
