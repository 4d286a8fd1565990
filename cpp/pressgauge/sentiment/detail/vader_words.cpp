// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/detail/vader_words.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/sentiment/data.hpp"
#include "pressgauge/text/case.hpp"
#include "pressgauge/text/tables.hpp"
#include "pressgauge/text/unicode.hpp"

namespace pressgauge::sentiment::detail {
namespace {

constexpr std::size_t kRuleColumns = 4;
constexpr std::size_t kShownBytes = 40;  // of a line that can't be read

constexpr std::array<std::pair<std::string_view, VaderRole>, 14> kRoles{
    {{"at", VaderRole::at},
     {"but", VaderRole::but},
     {"doubt", VaderRole::doubt},
     {"kind", VaderRole::kind},
     {"least", VaderRole::least},
     {"never", VaderRole::never},
     {"no", VaderRole::no},
     {"nor", VaderRole::nor},
     {"of", VaderRole::of},
     {"or", VaderRole::or_},
     {"so", VaderRole::so},
     {"this", VaderRole::this_},
     {"very", VaderRole::very},
     {"without", VaderRole::without}}};

std::string_view stripped(std::string_view line) {
  std::size_t first = line.size();
  std::size_t last = 0;
  for (std::size_t byte = 0; byte < line.size();) {
    const text::CodePoint c = text::decode(line, byte);
    const std::size_t next = byte + static_cast<std::size_t>(c.size);
    if (!text::is_space(c.value)) {
      first = std::min(first, byte);
      last = next;
    }
    byte = next;
  }
  return first < last ? line.substr(first, last - first) : std::string_view();
}

[[noreturn]] void fail(std::string_view name,
                       int line,
                       std::string_view what,
                       std::string_view at) {
  throw ParseError(std::string(name) + ", line " + std::to_string(line) + ": " + std::string(what) +
                       ": '" + std::string(at.substr(0, kShownBytes)) + "'",
                   0);
}

// As Python's float() for what a lexicon may hold: blanks and a plus sign around a decimal number.
std::optional<double> finite_number(std::string_view cell) {
  cell = stripped(cell);
  if (cell.starts_with('+') && !cell.starts_with("+-")) cell.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  const bool fits = error == std::errc() && end == cell.data() + cell.size();
  return fits && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

}  // namespace

std::vector<VaderLine> vader_lines(std::string_view name, std::string_view content) {
  text::validate_utf8(content);
  std::vector<VaderLine> lines;
  int number = 0;
  for (std::size_t start = 0; start < content.size();) {
    const std::size_t end = std::min(content.find('\n', start), content.size());
    const std::string_view line = content.substr(start, end - start);
    start = end + 1;
    ++number;
    if (line.empty()) continue;
    const std::string_view shown = stripped(line);
    const std::size_t tab = shown.find('\t');
    if (tab == std::string_view::npos) fail(name, number, "expected two tab-separated cells", line);
    const std::string_view rest = shown.substr(tab + 1);
    lines.push_back({shown.substr(0, tab), rest.substr(0, rest.find('\t')), number});
  }
  return lines;
}

VaderWords::VaderWords(std::string_view lexicon) {
  add_lexicon(lexicon);
  add_rules();
  add_roles();
}

void VaderWords::add_lexicon(std::string_view content) {
  constexpr std::string_view kName = "VADER's lexicon";
  for (const VaderLine& line : vader_lines(kName, content)) {
    const auto valence = finite_number(line.value);
    if (!valence) fail(kName, line.number, "expected a finite number", line.value);
    words_[line.key].valence = valence;  // the last line of a word counts
  }
}

void VaderWords::add_rules() {
  const auto table = text::parse_table("vader.tsv", data::vader, kRuleColumns, kRuleColumns);
  for (const text::Row& row : table.rows) {
    const std::string_view kind = row.cells[0];
    const auto words = text::split(row.cells[1], ' ');
    const auto value = finite_number(row.cells[2]);
    if (!value) table.fail(row, 2, "expected a finite number");
    if (words.empty() || words.size() > kMostPhraseWords) table.fail(row, 1, "one to three words");
    if (kind == "negator") {
      words_[std::string(words[0])].negates = true;
    } else if (kind == "booster" && words.size() == 1) {
      words_[std::string(words[0])].boost = value;
    } else if (kind == "booster" || kind == "idiom") {
      (kind == "idiom" ? idioms_ : boosters_).push_back({phrase_of(words), *value});
    } else {
      table.fail(row, 0, "expected negator, booster or idiom");
    }
  }
}

void VaderWords::add_roles() {
  for (const auto& [word, role] : kRoles) {
    words_[word].roles |= static_cast<std::uint32_t>(role);
  }
}

VaderWords::Phrase VaderWords::phrase_of(const std::vector<std::string_view>& words) {
  Phrase phrase{};
  for (std::size_t i = 0; i < words.size(); ++i) {
    VaderWord& word = words_[std::string(words[i])];
    if (word.phrase == 0) word.phrase = ++phrase_words_;
    phrase[i] = word.phrase;
  }
  return phrase;
}

std::optional<double> VaderWords::value_of(const std::vector<Valued>& phrases,
                                           const Phrase& phrase) {
  const auto found = std::find_if(
      phrases.begin(), phrases.end(), [&](const Valued& each) { return each.phrase == phrase; });
  return found == phrases.end() ? std::nullopt : std::optional(found->value);
}

}  // namespace pressgauge::sentiment::detail
