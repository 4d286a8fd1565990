// SPDX-License-Identifier: MIT
#include "oracles.hpp"

namespace pressgauge::fuzz {

// Quotes, who says them, and what is said without marks.
void target::quotes(std::string_view input) {
  const auto document = document_of(input);
  if (document) check_quotes(*document);
}

}  // namespace pressgauge::fuzz
