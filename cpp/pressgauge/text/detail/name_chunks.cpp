// SPDX-License-Identifier: MIT
#include "pressgauge/text/detail/name_chunks.hpp"

#include <algorithm>
#include <utility>

namespace pressgauge::text::detail {
namespace {

constexpr std::size_t kMostTokens = 16;     // of a name; longer runs are lists in capitals
constexpr std::size_t kMostJoiners = 3;     // `of the`, `van der`
constexpr std::size_t kLongWord = 4;        // letters; headlines give all such words a capital
constexpr std::size_t kLeastLong = 3;       // long words that tell a headline
constexpr std::size_t kShortestEnding = 2;  // of actors.tsv
constexpr std::size_t kLongestEnding = 5;
constexpr std::size_t kLeastStem = 3;
constexpr double kTitleCaseShare = 0.8;  // as the tagger has it

}  // namespace

ChunkFinder::ChunkFinder(const Document& document,
                         const ActorRules& rules,
                         const Vocabulary& vocabulary)
    : document_(document), rules_(rules), vocabulary_(vocabulary) {
  for (const Sentence& sentence : document.sentences()) note_capitals(sentence);
}

std::vector<NameChunk> ChunkFinder::run() && {
  for (std::size_t i = 0; i < document_.sentences().size(); ++i) {
    const Section& section = document_.sections()[document_.sentences()[i].section];
    if (section.is_article() && section.kind != SectionKind::dateline) read(i);
  }
  return std::move(out_);
}

void ChunkFinder::note_capitals(const Sentence& sentence) {
  if (is_title_case(sentence.tokens)) return;
  for (std::size_t i = sentence.tokens.first; i < sentence.tokens.end; ++i) {
    if (token(i).kind != TokenKind::word) continue;
    if (!token(i).capitalised) {
      small_.insert(form(i));
    } else if (!is_initial(i, sentence.tokens)) {
      inside_.insert(form(i));
    }
  }
}

bool ChunkFinder::is_title_case(const TokenRange& range) const {
  std::size_t all = 0;
  std::size_t capitals = 0;
  for (std::size_t i = range.first; i < range.end; ++i) {
    if (token(i).kind != TokenKind::word || token(i).form_size < kLongWord) continue;
    ++all;
    capitals += token(i).capitalised ? 1 : 0;
  }
  // What ends with a full stop is a sentence, however many names it has.
  std::size_t last = range.end;
  while (last > range.first && form(last - 1) == "\"") --last;
  if (last > range.first && form(last - 1) == ".") return false;
  return all >= kLeastLong &&
         static_cast<double>(capitals) > kTitleCaseShare * static_cast<double>(all);
}

void ChunkFinder::read(std::size_t number) {
  const Sentence& sentence = document_.sentences()[number];
  sentence_ = number;
  title_case_ = is_title_case(sentence.tokens);
  for (std::size_t i = sentence.tokens.first; i < sentence.tokens.end;) {
    const bool starts = starts_with_article(i) ||
                        (is_name_word(i) && (may_start(i) || !is_initial(i, sentence.tokens)));
    if (!starts) {
      ++i;
      continue;
    }
    const std::size_t end = chunk_end(i, std::min(sentence.tokens.end, i + kMostTokens));
    split({i, end});
    i = end;
  }
}

// Where every word has a capital: at the start of a sentence, of speech, or behind a colon.
bool ChunkFinder::is_initial(std::size_t at, const TokenRange& sentence) const {
  while (at > sentence.first && token(at - 1).kind == TokenKind::punctuation) {
    const std::string_view mark = form(at - 1);
    if (mark == "\"" || mark == ":" || mark == "'") return true;
    if (mark == ")" || mark == "," || mark == ".") return false;
    --at;
  }
  return at == sentence.first;
}

bool ChunkFinder::may_start(std::size_t at) const {
  if (token(at).all_capitals || inside_.contains(form(at))) return true;
  const bool told =
      is(at, NameWord::title) || is(at, NameWord::first_name) || is(at, NameWord::nationality);
  return told || (token(at).word == kUnknownWord && !small_.contains(form(at)) && !has_ending(at));
}

// `Reportedly`, `Protesters`: no names, though no rule knows them.
bool ChunkFinder::has_ending(std::size_t at) const {
  for (std::size_t size = kShortestEnding; size <= kLongestEnding; ++size) {
    const std::string_view word = form(at);
    if (word.size() < size + kLeastStem) return false;
    if (rules_.is(word.substr(word.size() - size), NameWord::ending)) return true;
  }
  return false;
}

bool ChunkFinder::is_name_word(std::size_t at) const {
  const Token& word = token(at);
  if (!word.capitalised || (word.kind != TokenKind::word && word.kind != TokenKind::mixed)) {
    return false;
  }
  if (is(at, NameWord::common)) return false;
  if (title_case_ && !inside_.contains(form(at))) return false;
  // `US` is no pronoun where capitals mean something.
  const bool acronym = word.all_capitals && !title_case_;
  return acronym || !vocabulary_.in(word.word, rules_.function_words());
}

// `al-Qaeda`.
bool ChunkFinder::starts_with_article(std::size_t at) const {
  if ((form(at) != "al" && form(at) != "el") || at + 2 >= document_.tokens().size()) return false;
  return form(at + 1) == "-" && !token(at + 1).space_before && token(at + 2).capitalised &&
         !token(at + 2).space_before;
}

std::size_t ChunkFinder::chunk_end(std::size_t first, std::size_t end) const {
  std::size_t at = starts_with_article(first) ? first + 3 : first + 1;
  for (std::size_t next = at; at < end; at = next) {
    next = is_name_word(at) ? at + 1 : joined(at, first, end);
    if (next == at) break;
  }
  return std::min(at, end);
}

// The token behind what joins at `at` and the next word of the name; `at` if nothing does.
std::size_t ChunkFinder::joined(std::size_t at, std::size_t first, std::size_t end) const {
  if (form(at) == "." && !token(at).space_before && is_abbreviated(at - 1)) return at + 1;
  const bool hyphen = form(at) == "-" && !token(at).space_before;
  if (hyphen && at + 1 < end && !token(at + 1).space_before && is_name_word(at + 1)) return at + 2;
  // `Theresa May`; but `Trump May 3` has a date.
  const bool may = form(at) == "may" && token(at).capitalised && !title_case_;
  const bool date = at + 1 < end && token(at + 1).traits & kDigits;
  if (may && !date && is(first, NameWord::first_name)) return at + 1;
  return joined_by_words(at, first, end);
}

std::size_t ChunkFinder::joined_by_words(std::size_t at, std::size_t first, std::size_t end) const {
  bool connectors = false;
  std::size_t next = at;
  while (next < end && next < at + kMostJoiners) {
    const bool particle = is(next, NameWord::particle) || (next > at && form(next) == "-");
    if (!particle && !is(next, NameWord::connector)) break;
    connectors = connectors || !particle;
    ++next;
  }
  if (next == at || next >= end || !is_name_word(next)) return at;
  if (!connectors) return next + 1;
  bool body = false;
  for (std::size_t i = first; i < at; ++i) body = body || is(i, NameWord::body);
  const bool office =
      form(at) == "of" && is(at - 1, NameWord::title) && is(next, NameWord::modifier);
  return body || office ? next + 1 : at;
}

bool ChunkFinder::is_abbreviated(std::size_t at) const {
  return token(at).form_size == 1 || is(at, NameWord::courtesy) ||
         (is(at, NameWord::title) && token(at).form_size <= kLongWord);
}

// `NATO Secretary General Jens Stoltenberg`: a body, a title, a name.
void ChunkFinder::split(TokenRange chunk) {
  const std::size_t title = last_title(chunk);
  if (title == chunk.end) return add({}, chunk);
  std::size_t first = title;
  while (first > chunk.first &&
         (is(first - 1, NameWord::title) || is(first - 1, NameWord::modifier) ||
          form(first - 1) == "." || form(first - 1) == "-" || form(first - 1) == "of")) {
    --first;
  }
  std::size_t behind = title + 1;
  while (behind < chunk.end && (form(behind) == "." || form(behind) == "of" ||
                                (form(behind - 1) == "of" && is(behind, NameWord::modifier)) ||
                                form(behind) == "general")) {
    ++behind;
  }
  add({}, {chunk.first, first});
  add({first, behind}, {behind, chunk.end});
}

// `Stephen King` and `Justice Department` hold no title.
std::size_t ChunkFinder::last_title(const TokenRange& chunk) const {
  if (is(chunk.first, NameWord::first_name) || is(chunk.end - 1, NameWord::body)) return chunk.end;
  for (std::size_t i = chunk.end; i > chunk.first; --i) {
    if (is(i - 1, NameWord::title)) return i - 1;
  }
  return chunk.end;
}

void ChunkFinder::add(TokenRange title, TokenRange name) {
  while (!name.empty() && is(name.first, NameWord::nationality) && title.empty() &&
         is_nationality(name)) {
    ++name.first;
  }
  const auto joins = [&](std::size_t i) {
    return token(i).kind == TokenKind::punctuation || !token(i).capitalised;
  };
  while (!name.empty() && joins(name.first) && !starts_with_article(name.first)) ++name.first;
  const auto stop = [&](std::size_t i) { return joins(i) && !is_abbreviated(i - 1); };
  while (!name.empty() && stop(name.end - 1)) --name.end;
  if (!title.empty() || !name.empty()) out_.push_back({title, name, sentence_});
}

bool ChunkFinder::is_nationality(const TokenRange& range) const {
  for (std::size_t i = range.first; i < range.end; ++i) {
    const bool mark = token(i).kind == TokenKind::punctuation;
    if (!mark && (!is(i, NameWord::nationality) || token(i).all_capitals)) return false;
  }
  return true;
}

}  // namespace pressgauge::text::detail
