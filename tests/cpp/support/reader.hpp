// SPDX-License-Identifier: MIT
// What the tests of figures and articles read with: the default gauge, made once.
#pragma once

#include <string>
#include <vector>

#include "pressgauge/articles/reading.hpp"

namespace pressgauge::test {

inline const articles::Gauge& gauge() {
  static const articles::Gauge made;
  return made;
}

inline articles::Reading read(const std::string& text, const char* published = nullptr) {
  articles::Article article{text, std::nullopt, std::nullopt};
  if (published) article.published = figures::parse_iso_date(published);
  return articles::read(article, gauge());
}

/// The figures as `kind bound interval`, with their status where it isn't asserted.
inline std::vector<std::string> brief(const articles::Reading& reading) {
  std::vector<std::string> out;
  for (const figures::Figure& f : reading.figures) {
    std::string line =
        f.kind + " " + figures::to_string(f.bound) + " " + core::to_string(f.interval);
    if (f.status != figures::Status::asserted) line += " " + figures::to_string(f.status);
    if (f.subset) line += " subset";
    if (f.additional) line += " additional";
    out.push_back(line);
  }
  return out;
}

}  // namespace pressgauge::test
