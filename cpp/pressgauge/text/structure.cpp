// SPDX-License-Identifier: MIT
#include "pressgauge/text/structure.hpp"

#include <algorithm>

#include "pressgauge/core/names.hpp"
#include "pressgauge/text/data.hpp"

namespace pressgauge::text {
namespace {

constexpr std::int64_t kWrappedLineLeast =
    50;  // bytes of a line that may have been broken for its length
constexpr std::size_t kHeadlineMost = 25;  // tokens
constexpr std::size_t kDatelineMost = 14;  // tokens

bool is_terminal(std::string_view form) {
  return form == "." || form == "?" || form == "!" || form == "..." || form == "…";
}
bool is_closer(std::string_view form) {
  return form == "\"" || form == "'" || form == ")" || form == "]";
}

// Whether a line whose last token is `last` looks finished: a full stop, perhaps with closing marks
// behind it.
bool line_is_finished(const Tokens& tokens, std::size_t last) {
  while (last > 0 && is_closer(tokens.form(tokens.items[last]))) --last;
  const std::string_view form = tokens.form(tokens.items[last]);
  return is_terminal(form) || form == ":" || form == ";";
}

struct LineEnd {
  std::size_t next;    // the token after it
  std::int64_t bytes;  // of the line before it
};

std::vector<LineEnd> line_ends(const Tokens& tokens) {
  std::vector<LineEnd> out;
  std::int64_t line_start = 0;
  for (std::size_t i = 0; i < tokens.items.size(); ++i) {
    const Token& token = tokens.items[i];
    if (token.newlines_before == 0 && i > 0) continue;
    if (i > 0) out.push_back({i, tokens.items[i - 1].span.end_byte - line_start});
    line_start = token.span.start_byte;
  }
  return out;
}

// Text that was broken into lines of even length: most single line ends stand in the middle of a
// sentence.
bool is_wrapped(const Tokens& tokens, const std::vector<LineEnd>& ends) {
  int single = 0;
  int inside = 0;
  for (const auto& [next, bytes] : ends) {
    if (tokens.items[next].newlines_before != 1) continue;
    ++single;
    inside += bytes >= kWrappedLineLeast && !line_is_finished(tokens, next - 1) ? 1 : 0;
  }
  return single > 1 && inside * 2 > single;
}

bool is_headline(const Tokens& tokens, const std::vector<TokenRange>& paragraphs) {
  if (paragraphs.size() < 2) return false;
  const TokenRange& first = paragraphs[0];
  const std::string_view last = tokens.form(tokens.items[first.end - 1]);
  return first.end - first.first <= kHeadlineMost && !is_terminal(last) && !is_closer(last) &&
         last != ":" && last != "," && tokens.items[first.first].capitalised;
}

// KABUL (Reuters) - · PARIS, May 3 — : the token after the dash, or the paragraph's first token.
std::size_t dateline_end(const Tokens& tokens, const TokenRange& paragraph) {
  const Token& first = tokens.items[paragraph.first];
  if (!first.all_capitals) return paragraph.first;
  const std::size_t most = std::min(paragraph.end, paragraph.first + kDatelineMost);
  for (std::size_t i = paragraph.first + 1; i < most; ++i) {
    const Token& token = tokens.items[i];
    const std::string_view form = tokens.form(token);
    if (token.space_before && (form == "-" || form == "--" || form == "–" || form == "—"))
      return i + 1;
    const bool fits = token.capitalised || token.kind == TokenKind::number || form == "," ||
                      form == "(" || form == ")" || form == "." || form == "/";
    if (!fits) break;
  }
  return paragraph.first;
}

SectionKind section_kind(const Table& table, const Row& row) {
  const std::string_view name = row.cells[1];
  if (name == "credit") return SectionKind::credit;
  if (name == "biography") return SectionKind::biography;
  if (name == "boilerplate") return SectionKind::boilerplate;
  table.fail(row, 1, "a section is credit, biography or boilerplate, not");
}

Section section_of(const Tokens& tokens, SectionKind kind, TokenRange range) {
  return {kind, span_of(tokens, range), range, "", ""};
}

Section paragraph_section(const Tokens& tokens,
                          const std::vector<TokenRange>& paragraphs,
                          std::size_t number,
                          const SectionRules& rules,
                          const Vocabulary& vocabulary) {
  const TokenRange& range = paragraphs[number];
  Section section = section_of(tokens, SectionKind::body, range);
  const auto of_paragraph = std::span(tokens.items).first(range.end);
  const auto match = rules.matcher.match(of_paragraph, range.first, vocabulary);
  if (!match) {
    if (number == 0 && is_headline(tokens, paragraphs)) section.kind = SectionKind::headline;
    return section;
  }
  const SectionRules::Rule& rule = rules.rules[match->value];
  if (rule.only_near_end && number * 2 < paragraphs.size()) return section;
  section.kind = rule.kind;
  section.rule = rule.id;
  section.reason = rule.reason;
  return section;
}

void append(std::vector<Section>& sections, Section next) {
  if (!sections.empty() && sections.back().kind == next.kind && sections.back().rule == next.rule) {
    sections.back().span.end_byte = next.span.end_byte;
    sections.back().tokens.end = next.tokens.end;
  } else {
    sections.push_back(std::move(next));
  }
}

Traits traits(const Tokens& tokens, std::size_t first, std::size_t end) {
  Traits all = 0;
  for (std::size_t i = first; i < end; ++i) all |= tokens.items[i].traits;
  return all;
}

class SentenceSplitter {
 public:
  SentenceSplitter(const Tokens& tokens, const SentenceRules& rules, const Vocabulary& vocabulary)
      : tokens_(tokens), rules_(rules), vocabulary_(vocabulary) {}

  // The token after the sentence that starts at `first`.
  std::size_t end_of(std::size_t first, std::size_t paragraph_end) const {
    for (std::size_t i = first; i < paragraph_end; ++i) {
      if (!is_terminal_mark(i) && !is_dotted(i)) continue;
      const std::size_t end = past_closers(i + 1, paragraph_end);
      if (end >= paragraph_end) return paragraph_end;
      if (ends_with(i, end)) return end;
    }
    return paragraph_end;
  }

 private:
  std::string_view form(std::size_t i) const { return tokens_.form(tokens_.items[i]); }

  bool is_terminal_mark(std::size_t i) const {
    return tokens_.items[i].kind == TokenKind::punctuation && is_terminal(form(i));
  }

  std::size_t past_closers(std::size_t i, std::size_t end) const {
    while (i < end && !tokens_.items[i].space_before && is_closer(form(i))) ++i;
    return i;
  }

  bool ends_with(std::size_t i, std::size_t next) const {
    const Token& after = tokens_.items[next];
    if (!after.space_before) return false;
    if (is_dotted(i)) return after.capitalised && vocabulary_.in(after.word, rules_.starters);
    if (!is_terminal_mark(i)) return false;
    const bool starts_small = after.kind == TokenKind::word && !after.capitalised;
    return !starts_small && !(form(i) == "." && is_abbreviated(i, after));
  }

  bool is_dotted(std::size_t i) const {
    return tokens_.items[i].kind == TokenKind::word && form(i).size() > 2 && form(i).ends_with('.');
  }

  bool is_abbreviated(std::size_t stop, const Token& after) const {
    if (stop == 0 || tokens_.items[stop].space_before) return false;
    const Token& before = tokens_.items[stop - 1];
    if (vocabulary_.in(before.word, rules_.never_last)) return true;
    const bool initial = before.capitalised && tokens_.form(before).size() == 1;
    const bool seldom = vocabulary_.in(before.word, rules_.seldom_last);
    return (initial || seldom) && !vocabulary_.in(after.word, rules_.starters);
  }

  const Tokens& tokens_;
  const SentenceRules& rules_;
  const Vocabulary& vocabulary_;
};

}  // namespace

std::string to_string(SectionKind kind) {
  constexpr core::Names<6> kNames{
      "headline", "dateline", "body", "credit", "biography", "boilerplate"};
  return core::name_of(kind, kNames);
}

core::Span span_of(const Tokens& tokens, const TokenRange& range) {
  if (range.empty()) return {};
  return {tokens.items[range.first].span.start_byte, tokens.items[range.end - 1].span.end_byte};
}

SectionRules::SectionRules(Vocabulary& vocabulary) {
  const Table table = parse_table("sections.tsv", data::sections, 5, 5);
  for (const Row& row : table.rows) {
    matcher.add(row.cells[3], static_cast<std::uint32_t>(rules.size()), vocabulary);
    rules.push_back({std::string(row.cells[0]),
                     section_kind(table, row),
                     row.cells[2] == "end",
                     std::string(row.cells[4])});
  }
}

SentenceRules::SentenceRules(Vocabulary& vocabulary) {
  vocabulary.add_classes(parse_table("abbreviations.tsv", data::abbreviations, 2, 2));
  never_last = vocabulary.set("@never_last");
  seldom_last = vocabulary.set("@seldom_last");
  starters = vocabulary.set("@sentence_starter");
}

std::vector<TokenRange> paragraphs(const Tokens& tokens) {
  std::vector<TokenRange> out;
  const std::vector<LineEnd> ends = line_ends(tokens);
  const bool wrapped = is_wrapped(tokens, ends);
  out.reserve(ends.size() + 1);
  std::size_t first = 0;
  for (const auto& [next, bytes] : ends) {
    const bool goes_on = wrapped ? bytes >= kWrappedLineLeast || !line_is_finished(tokens, next - 1)
                                 : !tokens.items[next].capitalised &&
                                       !line_is_finished(tokens, next - 1) &&
                                       tokens.items[next].kind == TokenKind::word;
    if (tokens.items[next].newlines_before == 1 && goes_on) continue;
    out.push_back({first, next});
    first = next;
  }
  if (first < tokens.items.size()) out.push_back({first, tokens.items.size()});
  return out;
}

std::vector<Section> sections(const Tokens& tokens,
                              const std::vector<TokenRange>& paragraphs,
                              const SectionRules& rules,
                              const Vocabulary& vocabulary) {
  std::vector<Section> out;
  bool dateline_possible = true;
  for (std::size_t number = 0; number < paragraphs.size(); ++number) {
    Section section = paragraph_section(tokens, paragraphs, number, rules, vocabulary);
    if (section.kind == SectionKind::body && dateline_possible) {
      dateline_possible = false;
      const std::size_t end = dateline_end(tokens, section.tokens);
      if (end > section.tokens.first && end < section.tokens.end) {
        append(out, section_of(tokens, SectionKind::dateline, {section.tokens.first, end}));
        section = section_of(tokens, SectionKind::body, {end, section.tokens.end});
      }
    }
    append(out, std::move(section));
  }
  return out;
}

std::vector<Sentence> sentences(const Tokens& tokens,
                                const std::vector<TokenRange>& paragraphs,
                                const std::vector<Section>& sections,
                                const SentenceRules& rules,
                                const Vocabulary& vocabulary) {
  std::vector<Sentence> out;
  out.reserve(2 * paragraphs.size());
  const SentenceSplitter splitter(tokens, rules, vocabulary);
  std::size_t section = 0;
  for (const TokenRange& paragraph : paragraphs) {
    for (std::size_t first = paragraph.first; first < paragraph.end;) {
      while (sections[section].tokens.end <= first) ++section;
      const std::size_t end =
          splitter.end_of(first, std::min(paragraph.end, sections[section].tokens.end));
      out.push_back(
          {span_of(tokens, {first, end}), {first, end}, section, traits(tokens, first, end)});
      first = end;
    }
  }
  return out;
}

}  // namespace pressgauge::text
