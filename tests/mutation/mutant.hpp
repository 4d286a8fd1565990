// SPDX-License-Identifier: MIT
// Which mutant is awake, for a mutated copy of the core (tests/mutation/mutate.py): none, unless
// PRESSGAUGE_MUTANT has a number. With PRESSGAUGE_MUTANT_REACHED, a file of a byte for each mutant,
// the places that are run are marked there.
#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>

namespace pressgauge {

struct Mutants {
  static constexpr std::size_t kMost = 1024;
  int awake = -1;
  volatile unsigned char* reached = nullptr;

  Mutants() {
    if (const char* number = std::getenv("PRESSGAUGE_MUTANT")) awake = std::atoi(number);
    if (const char* path = std::getenv("PRESSGAUGE_MUTANT_REACHED")) {
      const int file = ::open(path, O_RDWR);
      void* map = ::mmap(nullptr, kMost, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
      if (map != MAP_FAILED) reached = static_cast<unsigned char*>(map);
      ::close(file);
    }
  }
};

inline bool mutant(int number) {
  static const Mutants mutants;
  if (mutants.reached) mutants.reached[number] = 1;
  return number == mutants.awake;
}

}  // namespace pressgauge
