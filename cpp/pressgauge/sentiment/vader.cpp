// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/vader.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <utility>

#include "pressgauge/sentiment/detail/vader_tokens.hpp"
#include "pressgauge/sentiment/detail/vader_valence.hpp"

namespace pressgauge::sentiment {
namespace {

// vaderSentiment 3.3.2.
constexpr double kExclamation = 0.292;  // what each ! adds, up to four
constexpr std::ptrdiff_t kMostExclamations = 4;
constexpr double kQuestion = 0.18;  // what each ? adds, if there are two or three
constexpr std::ptrdiff_t kFewQuestions = 3;
constexpr double kManyQuestions = 0.96;
constexpr double kAlpha = 15;  // sum of valences at which compound is about 0.71, squared
constexpr double kShareScale = 1e3;
constexpr double kCompoundScale = 1e4;
constexpr std::uint64_t kHighestBits = 0x8080808080808080U;

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
  if (above_half > 0 || (above_half == 0 && std::fmod(whole, 2) != 0)) whole += 1;
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
    if (c.value < text::kAsciiEnd) has_ascii_ = ascii_[c.value] = true;
  }
}

VaderScores Vader::scores(std::string_view text) const {
  text::validate_utf8(text);
  std::string named;
  if (name_emoji(text, named)) text = named;
  const std::vector<detail::VaderToken> tokens = detail::vader_tokens(text, words_, case_);
  if (tokens.empty()) return {};
  std::vector<double> valences = detail::VaderValence(words_, tokens).all();
  detail::weigh_contrast(tokens, valences);
  return scores_of(valences, emphasis(text));
}

// The next byte that an emoji may begin at: where none is ASCII, the highest bit of eight bytes at
// once tells.
std::size_t Vader::next_candidate(std::string_view text, std::size_t byte) const {
  std::uint64_t word = 0;
  for (; !has_ascii_ && byte + sizeof word <= text.size(); byte += sizeof word) {
    std::memcpy(&word, text.data() + byte, sizeof word);
    if ((word & kHighestBits) != 0) break;
  }
  while (byte < text.size() && !may_be_emoji(static_cast<unsigned char>(text[byte]))) ++byte;
  return byte;
}

// Writes the text with each emoji as its name, parted by a blank from what is before it but not
// from what follows, as vaderSentiment does it. False, and nothing written, where there is none.
bool Vader::name_emoji(std::string_view text, std::string& named) const {
  std::size_t copied = 0;
  bool is_any = false;
  for (std::size_t byte = 0; byte < text.size();) {
    byte = next_candidate(text, byte);
    if (byte == text.size()) break;
    const text::CodePoint c = text::decode(text, byte);
    const std::size_t next = byte + static_cast<std::size_t>(c.size);
    const auto found = emoji_.find(c.value);
    if (found != emoji_.end()) {
      named += text.substr(copied, byte - copied);
      // Right behind another one, what is before it is that one's name.
      const bool follows = is_any && copied == byte;
      if (follows || (byte > 0 && text[byte - 1] != ' ')) named += ' ';
      named += found->second;
      copied = next;
      is_any = true;
    }
    byte = next;
  }
  if (is_any) named += text.substr(copied);
  return is_any;
}

}  // namespace pressgauge::sentiment
