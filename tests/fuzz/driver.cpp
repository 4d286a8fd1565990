// SPDX-License-Identifier: MIT
// One program for each target: PRESSGAUGE_FUZZ_TARGET is its name.
#include "fuzz.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

// Rules are loaded before the clock of the first input runs.
extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
  pressgauge::fuzz::gauge().tagger();
  pressgauge::fuzz::gauge().actor_rules();
  pressgauge::fuzz::gauge().toward_rules();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  pressgauge::fuzz::target::PRESSGAUGE_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
  return 0;
}
