// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/vader.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "pressgauge/sentiment/detail/vader_valence.hpp"

namespace pressgauge::sentiment {
namespace {

// vaderSentiment 3.3.2.
constexpr double kExclamation = 0.292;  // what each ! adds, up to four
constexpr std::ptrdiff_t kMostExclamations = 4;
constexpr double kQuestion = 0.18;  // what each ? adds, if there are two or three
constexpr std::ptrdiff_t kFewQuestions = 3;
constexpr double kManyQuestions = 0.96;
constexpr double kAlpha = 15;          // sum of valences at which compound is about 0.71, squared
constexpr std::size_t kShortWord = 2;  // a word that short keeps its marks: it may be an emoticon
constexpr double kShareScale = 1e3;
constexpr double kCompoundScale = 1e4;
constexpr std::string_view kNegatedVerb = "n't";

bool is_mark(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < text::kAsciiEnd && text::kAsciiClasses[byte] == text::CharacterClass::punctuation;
}

bool is_longer(std::string_view word, std::size_t code_points) {
  std::size_t count = 0;
  for (std::size_t byte = 0; byte < word.size() && count <= code_points; ++count) {
    byte += static_cast<std::size_t>(text::decode(word, byte).size);
  }
  return count > code_points;
}

std::string_view without_marks(std::string_view token) {
  std::string_view word = token;
  while (!word.empty() && is_mark(word.front())) word.remove_prefix(1);
  while (!word.empty() && is_mark(word.back())) word.remove_suffix(1);
  return is_longer(word, kShortWord) ? word : token;
}

// Calls `use` with what stands between white space.
template <class Use>
void each_token(std::string_view text, Use use) {
  std::size_t start = 0;
  for (std::size_t byte = 0; byte < text.size();) {
    const text::CodePoint c = text::decode(text, byte);
    const std::size_t next = byte + static_cast<std::size_t>(c.size);
    if (text::is_space(c.value)) {
      if (start < byte) use(text.substr(start, byte - start));
      start = next;
    }
    byte = next;
  }
  if (start < text.size()) use(text.substr(start));
}

std::vector<detail::VaderToken> tokens_of(std::string_view text,
                                          const detail::VaderWords& words,
                                          const text::CaseTable& letters) {
  std::vector<detail::VaderToken> tokens;
  std::string small;
  each_token(text, [&](std::string_view token) {
    token = without_marks(token);
    letters.lower(token, small);
    const detail::VaderWord& word = words.find(small);
    const bool negates = word.negates || small.find(kNegatedVerb) != std::string::npos;
    tokens.push_back({&word, letters.is_upper(token), negates});
  });
  return tokens;
}

double emphasis(std::string_view text) {
  const auto exclamations = std::count(text.begin(), text.end(), '!');
  const auto questions = std::count(text.begin(), text.end(), '?');
  double added = static_cast<double>(std::min(exclamations, kMostExclamations)) * kExclamation;
  if (questions > kFewQuestions) {
    added += kManyQuestions;
  } else if (questions > 1) {
    added += static_cast<double>(questions) * kQuestion;
  }
  return added;
}

// Python's round(value, digits) with scale = 10^digits: the nearest decimal of the exact value,
// half to even. The product is exact as the sum of two doubles, so ties are seen; the quotient of
// two exact numbers is the double nearest to the decimal. |value| is at most 1.
double rounded(double value, double scale) {
  if (!std::isfinite(value)) return value;
  const double product = value * scale;
  const double lost = std::fma(value, scale, -product);
  double whole = std::floor(product);
  const double above_half = (product - whole - 0.5) + lost;
  const bool is_odd = std::fmod(whole, 2) != 0;
  if (above_half > 0 || (above_half == 0 && is_odd)) whole += 1;
  return std::copysign(whole / scale, value);
}

double normalized(double sum) { return std::clamp(sum / std::sqrt(sum * sum + kAlpha), -1.0, 1.0); }

VaderScores scores_of(const std::vector<double>& valences, double emphasis) {
  double sum = 0;
  double positive = 0;
  double negative = 0;
  std::size_t neutral = 0;
  for (const double valence : valences) {
    sum += valence;
    if (valence > 0) positive += valence + 1;  // a neutral word counts 1
    if (valence < 0) negative += valence - 1;
    if (valence == 0) ++neutral;
  }
  if (sum > 0) sum += emphasis;
  if (sum < 0) sum -= emphasis;
  if (positive > std::abs(negative)) {
    positive += emphasis;
  } else if (positive < std::abs(negative)) {
    negative -= emphasis;
  }
  const double total = positive + std::abs(negative) + static_cast<double>(neutral);
  return {rounded(std::abs(negative / total), kShareScale),
          rounded(static_cast<double>(neutral) / total, kShareScale),
          rounded(std::abs(positive / total), kShareScale),
          rounded(normalized(sum), kCompoundScale)};
}

}  // namespace

Vader::Vader(std::string_view lexicon, std::string_view emoji) : words_(lexicon) {
  for (const detail::VaderLine& line : detail::vader_lines("VADER's emoji", emoji)) {
    if (line.key.empty()) continue;
    const text::CodePoint c = text::decode(line.key, 0);
    // Texts are looked through one code point at a time: longer keys are never found.
    if (line.key.size() != static_cast<std::size_t>(c.size)) continue;
    emoji_[c.value] = std::string(line.value);
    if (c.value < text::kAsciiEnd) ascii_[c.value] = true;
  }
}

VaderScores Vader::scores(std::string_view text) const {
  text::validate_utf8(text);
  const auto candidate = std::find_if(text.begin(), text.end(), [&](char c) {
    return may_be_emoji(static_cast<unsigned char>(c));
  });
  std::string named;
  if (candidate != text.end()) text = named = with_names(text);
  const std::vector<detail::VaderToken> tokens = tokens_of(text, words_, case_);
  if (tokens.empty()) return {};
  std::vector<double> valences = detail::VaderValence(words_, tokens).all();
  detail::weigh_contrast(tokens, valences);
  return scores_of(valences, emphasis(text));
}

// The text with each emoji as its name, parted by a blank from what is before it but not from what
// follows, as vaderSentiment does it.
std::string Vader::with_names(std::string_view text) const {
  std::string named;
  named.reserve(text.size());
  bool after_blank = true;
  for (std::size_t byte = 0; byte < text.size();) {
    const text::CodePoint c = text::decode(text, byte);
    const auto size = static_cast<std::size_t>(c.size);
    const bool may_be = may_be_emoji(static_cast<unsigned char>(text[byte]));
    const auto found = may_be ? emoji_.find(c.value) : emoji_.end();
    if (found != emoji_.end()) {
      if (!after_blank) named += ' ';
      named += found->second;
      after_blank = false;
    } else {
      named += text.substr(byte, size);
      after_blank = c.value == ' ';
    }
    byte += size;
  }
  return named;
}

}  // namespace pressgauge::sentiment
