// SPDX-License-Identifier: MIT
// What the fuzz targets share. A target is a function of bytes: it throws Broken where pressgauge
// gives what it must not give, and lets out whatever pressgauge must not throw. libFuzzer calls it
// with bytes that it makes up (driver.cpp), the core's tests with the files of seeds/ (replay.cpp).
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "pressgauge/articles/gauge.hpp"
#include "pressgauge/core/errors.hpp"

// Every target: its name is that of its function, its source file and its folder of seeds.
#define PRESSGAUGE_FUZZ_TARGETS(X) \
  X(arrow)                         \
  X(batch)                         \
  X(dates)                         \
  X(document)                      \
  X(elections)                     \
  X(figures)                       \
  X(lexicon)                       \
  X(merge)                         \
  X(quantities)                    \
  X(quotes)                        \
  X(reading)                       \
  X(rules)                         \
  X(sentiment)                     \
  X(series)                        \
  X(stats)                         \
  X(vader)

namespace pressgauge::fuzz {

// In a namespace of their own: some are named as the modules are.
namespace target {
#define PRESSGAUGE_FUZZ_DECLARE(name) void name(std::string_view input);
PRESSGAUGE_FUZZ_TARGETS(PRESSGAUGE_FUZZ_DECLARE)
#undef PRESSGAUGE_FUZZ_DECLARE
}  // namespace target

/// A result is not what it must be. No pressgauge::Error: those are what may be thrown.
class Broken : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

inline void expect(bool holds, const std::string& what) {
  if (!holds) throw Broken(what);
}

/// Whether `work` is done; pressgauge may refuse its input, and by its own errors only.
template <class Work>
bool accepted(Work work) {
  try {
    work();
    return true;
  } catch (const Error&) {
    return false;
  }
}

/// The default gauge, made once.
inline const articles::Gauge& gauge() {
  static const articles::Gauge made;
  return made;
}

}  // namespace pressgauge::fuzz
