// SPDX-License-Identifier: MIT
#include "pressgauge/text/case.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include "pressgauge/text/data.hpp"
#include "pressgauge/text/tables.hpp"
#include "pressgauge/text/unicode.hpp"

namespace pressgauge::text {
namespace {

constexpr std::size_t kColumns = 5;
constexpr int kHexadecimal = 16;
constexpr int kDecimal = 10;
// Unicode's SpecialCasing.txt: the only letter whose small form is two code points, i and a dot.
constexpr char32_t kDottedI = 0x130;
constexpr std::string_view kSmallDottedI = "i\u0307";
constexpr char32_t kSigma = 0x3A3;
constexpr char32_t kSmallSigma = 0x3C3;
constexpr char32_t kFinalSigma = 0x3C2;
constexpr std::size_t kMostBytes = 4;  // of a code point

template <class Number>
Number number(const Table& table, const Row& row, std::size_t column, int base) {
  const std::string_view cell = row.cells[column];
  Number value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value, base);
  if (error != std::errc() || end != cell.data() + cell.size()) {
    table.fail(row, column, "expected a whole number");
  }
  return value;
}

CodePointRun run_of(const Table& table, const Row& row) {
  const auto hex = [&](std::size_t column) {
    return char32_t{number<std::uint32_t>(table, row, column, kHexadecimal)};
  };
  const CodePointRun run{hex(1), hex(2), hex(3), number<std::int32_t>(table, row, 4, kDecimal)};
  if (run.last < run.first || run.step == 0) table.fail(row, 1, "a run that ends before it starts");
  return run;
}

const CodePointRun* find(const std::vector<CodePointRun>& runs, char32_t value) {
  const auto after =
      std::upper_bound(runs.begin(), runs.end(), value, [](char32_t v, const CodePointRun& run) {
        return v < run.first;
      });
  if (after == runs.begin()) return nullptr;
  const CodePointRun& run = *std::prev(after);
  return value <= run.last && (value - run.first) % run.step == 0 ? &run : nullptr;
}

void append(std::string& out, char32_t value) {
  std::array<char, kMostBytes> bytes{};
  out.append(bytes.data(), write_utf8(bytes.data(), value));
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace

CaseTable::CaseTable() : CaseTable(data::case_table) {}

CaseTable::CaseTable(std::string_view content) {
  const Table table = parse_table("case_table.tsv", content, kColumns, kColumns);
  for (const Row& row : table.rows) {
    const std::string_view kind = row.cells[0];
    Runs* const runs = kind == "lower"       ? &lower_
                       : kind == "upper"     ? &upper_
                       : kind == "small"     ? &small_
                       : kind == "cased"     ? &cased_
                       : kind == "ignorable" ? &ignorable_
                                             : nullptr;
    if (!runs) table.fail(row, 0, "expected lower, upper, small, cased or ignorable");
    const CodePointRun run = run_of(table, row);
    if (!runs->empty() && run.first <= runs->back().last) table.fail(row, 1, "runs out of order");
    runs->push_back(run);
  }
}

void CaseTable::lower(std::string_view text, std::string& out) const {
  out.clear();
  for (std::size_t byte = 0; byte < text.size();) {
    const CodePoint c = decode(text, byte);
    if (c.value < kAsciiEnd) {
      const char small = kSmallLetters[static_cast<unsigned char>(text[byte])];
      out.push_back(small != 0 ? small : text[byte]);
    } else if (c.value == kDottedI) {
      out += kSmallDottedI;
    } else if (c.value == kSigma) {
      append(out, ends_word(text, byte) ? kFinalSigma : kSmallSigma);
    } else {
      const CodePointRun* const run = find(lower_, c.value);
      const std::int32_t shift = run ? run->value : 0;
      append(out, static_cast<char32_t>(static_cast<std::int32_t>(c.value) + shift));
    }
    byte += static_cast<std::size_t>(c.size);
  }
}

bool CaseTable::is_upper(std::string_view text) const {
  bool has_capital = false;
  for (std::size_t byte = 0; byte < text.size();) {
    const CodePoint c = decode(text, byte);
    // Most words are small ASCII letters: the first one decides.
    if (c.value >= 'a' && c.value <= 'z') return false;
    if (find(small_, c.value)) return false;
    has_capital = has_capital || find(upper_, c.value);
    byte += static_cast<std::size_t>(c.size);
  }
  return has_capital;
}

// Unicode's condition Final_Sigma: a letter with case before it and none behind, past what case
// ignores. Between two sigmas each byte is looked at twice at most.
bool CaseTable::ends_word(std::string_view text, std::size_t sigma) const {
  return cased_before(text, sigma) && !cased_after(text, sigma);
}

bool CaseTable::cased_before(std::string_view text, std::size_t byte) const {
  while (byte > 0) {
    do --byte;
    while (is_continuation(text[byte]));
    const char32_t value = decode(text, byte).value;
    if (!find(ignorable_, value)) return find(cased_, value) != nullptr;
  }
  return false;
}

bool CaseTable::cased_after(std::string_view text, std::size_t byte) const {
  byte += static_cast<std::size_t>(decode(text, byte).size);
  while (byte < text.size()) {
    const CodePoint c = decode(text, byte);
    if (!find(ignorable_, c.value)) return find(cased_, c.value) != nullptr;
    byte += static_cast<std::size_t>(c.size);
  }
  return false;
}

bool is_space(char32_t c) {
  if (c < kAsciiEnd) return is_ascii_space(c);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

}  // namespace pressgauge::text
