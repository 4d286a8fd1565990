// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/detail/speech.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pressgauge::sentiment::detail {
namespace {

class VoiceFinder {
 public:
  VoiceFinder(const text::Document& document,
              const Rules& rules,
              const text::Vocabulary& vocabulary)
      : document_(document), rules_(rules), vocabulary_(vocabulary) {
    out_.voice_of_token.assign(document.tokens().size(), Speech::kNarrator);
    unmarked_.resize(document.tokens().size() + 1);
    std::iota(unmarked_.begin(), unmarked_.end(), std::size_t{0});
    for (const text::Sentence& sentence : document.sentences()) {
      // Headlines give many words a capital.
      const text::SectionKind kind = document.sections()[sentence.section].kind;
      if (kind == text::SectionKind::body) note_names(sentence.tokens);
    }
    std::sort(names_.begin(), names_.end());
  }

  // What is marked first stays: quotation marks say who speaks more surely than the words around a
  // verb of speech do, and a verb of speech inside reported speech starts speech of its own.
  Speech run() && {
    for (const text::Attribution& each : document_.attributions()) note_titles(each.speaker);
    for (const text::Quote& quote : document_.quotes()) {
      mark(quote.tokens, quote.speaker ? voice_of(*quote.speaker) : Speech::kUnnamed);
    }
    const auto& attributions = document_.attributions();
    for (auto it = attributions.rbegin(); it != attributions.rend(); ++it) {
      const std::int32_t voice = voice_of(it->speaker);
      mark(it->content, voice);
      mark(tokens_of(it->verb), voice);
    }
    return std::move(out_);
  }

 private:
  // Words with a capital inside a sentence are names wherever they stand.
  void note_names(const text::TokenRange& sentence) {
    for (std::size_t i = sentence.first + 1; i < sentence.end; ++i) {
      const text::Token& token = document_.tokens()[i];
      if (token.capitalised && token.word != text::kUnknownWord) names_.push_back(token.word);
    }
  }

  void mark(const text::TokenRange& range, std::int32_t voice) {
    for (std::size_t i = next_unmarked(range.first); i < range.end; i = next_unmarked(i + 1)) {
      out_.voice_of_token[i] = voice;
      unmarked_[i] = i + 1;
    }
  }

  // Skips what is marked, so that speech within speech within speech is read once, not each time.
  std::size_t next_unmarked(std::size_t token) {
    while (unmarked_[token] != token) {
      unmarked_[token] = unmarked_[unmarked_[token]];
      token = unmarked_[token];
    }
    return token;
  }

  text::TokenRange tokens_of(const core::Span& span) const {
    const auto& tokens = document_.tokens();
    const auto first = std::partition_point(tokens.begin(), tokens.end(), [&](const auto& token) {
      return token.span.end_byte <= span.start_byte;
    });
    const auto end = std::partition_point(first, tokens.end(), [&](const auto& token) {
      return token.span.start_byte < span.end_byte;
    });
    return {static_cast<std::size_t>(first - tokens.begin()),
            static_cast<std::size_t>(end - tokens.begin())};
  }

  // `Police` at the start of a sentence has a capital and is no name: rules know the word, and it
  // has no capital inside sentences.
  bool is_name(const text::Token& token) const {
    if (!token.capitalised || token.kind != text::TokenKind::word) return false;
    if (vocabulary_.in(token.word, rules_.pronouns())) return false;
    return token.word == text::kUnknownWord ||
           std::binary_search(names_.begin(), names_.end(), token.word);
  }

  // The words of a speaker to the last one of the name, without an article: `NATO chief Jens
  // Stoltenberg`. Empty if there is no name.
  text::TokenRange name_of(const core::Span& speaker) const {
    text::TokenRange range = tokens_of(speaker);
    while (!range.empty() && !is_name(document_.tokens()[range.end - 1])) --range.end;
    if (!range.empty() &&
        vocabulary_.in(document_.tokens()[range.first].word, rules_.determiners())) {
      ++range.first;
    }
    return range;
  }

  std::string pair_at(std::size_t i) const {
    return std::string(document_.form(document_.tokens()[i])) + " " +
           std::string(document_.form(document_.tokens()[i + 1]));
  }

  std::string_view last_name(const text::TokenRange& range) const {
    return document_.form(document_.tokens()[range.end - 1]);
  }

  // Titles of two words that stand before a name: whoever is called by the title alone is who has
  // that name.
  void note_titles(const core::Span& speaker) {
    const text::TokenRange range = name_of(speaker);
    for (std::size_t i = range.first; i + 2 < range.end; ++i) {
      const bool title = document_.tokens()[i].capitalised && document_.tokens()[i + 1].capitalised;
      if (title) titles_.try_emplace(pair_at(i), last_name(range));
    }
  }

  // `The Alliance Secretary General`, where `NATO Secretary General Jens Stoltenberg` speaks too.
  std::optional<std::string_view> name_of_title(const text::TokenRange& range) const {
    if (range.end - range.first < 2) return std::nullopt;
    const auto found = titles_.find(pair_at(range.end - 2));
    return found == titles_.end() ? std::nullopt : std::optional(found->second);
  }

  // Speakers with the same last name are one.
  std::int32_t voice_of(const core::Span& speaker) {
    const text::TokenRange range = name_of(speaker);
    if (range.empty()) return Speech::kUnnamed;
    const auto of_title = name_of_title(range);
    const auto [place, added] = voices_.try_emplace(
        of_title.value_or(last_name(range)), static_cast<std::int32_t>(out_.speakers.size()));
    if (added) out_.speakers.emplace_back();
    std::string& longest = out_.speakers[static_cast<std::size_t>(place->second)];
    std::string words = document_.phrase(document_.span_of(range));
    const bool better = longest.empty() || (!of_title && words.size() > longest.size());
    if (better) longest = std::move(words);
    return place->second;
  }

  const text::Document& document_;
  const Rules& rules_;
  const text::Vocabulary& vocabulary_;
  std::vector<text::WordId> names_;    ///< of the words that rules know, in order
  std::vector<std::size_t> unmarked_;  ///< of each token: itself, or a later one to go on at
  std::unordered_map<std::string_view, std::int32_t> voices_;  ///< by last name
  std::unordered_map<std::string, std::string_view>
      titles_;  ///< last names by two words of a title
  Speech out_;
};

}  // namespace

Speech speech_of(const text::Document& document,
                 const Rules& rules,
                 const text::Vocabulary& vocabulary) {
  return VoiceFinder(document, rules, vocabulary).run();
}

}  // namespace pressgauge::sentiment::detail
