// SPDX-License-Identifier: MIT
// The case of letters exactly as Python's str has it. The tokenizer's lower() (unicode.hpp) knows
// fewer scripts and folds full-width letters; this one serves scorers that must agree with Python.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressgauge::text {

/// Code points first, first + step, ... last, with one value.
struct CodePointRun {
  char32_t first = 0;
  char32_t last = 0;
  char32_t step = 1;
  std::int32_t value = 0;
};

/// What Unicode says of the case of letters (data/case_table.tsv). Immutable once made.
class CaseTable {
 public:
  CaseTable();
  /// @throws ParseError when `content` is not a file like data/case_table.tsv.
  explicit CaseTable(std::string_view content);

  /// Writes the small letters of valid UTF-8 over `out`: as str.lower, with the sigma that ends a
  /// word.
  void lower(std::string_view text, std::string& out) const;
  /// Whether there is a capital and no small or title-case letter: as str.isupper.
  bool is_upper(std::string_view text) const;

 private:
  using Runs = std::vector<CodePointRun>;

  bool ends_word(std::string_view text, std::size_t sigma) const;
  bool cased_before(std::string_view text, std::size_t byte) const;
  bool cased_after(std::string_view text, std::size_t byte) const;

  Runs lower_;
  Runs upper_;
  Runs small_;
  Runs cased_;
  Runs ignorable_;
};

/// White space of ASCII as str.split has it, with the separators U+001C to U+001F.
constexpr bool is_ascii_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F);
}
/// White space as str.split has it.
bool is_space(char32_t value);

}  // namespace pressgauge::text
