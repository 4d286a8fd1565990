// SPDX-License-Identifier: MIT
#include "pressgauge/text/speech.hpp"

#include <algorithm>

#include "pressgauge/text/unicode.hpp"

namespace pressgauge::text {
namespace {

constexpr std::size_t kSpeakerMost = 14;  // tokens that name a speaker

class QuoteFinder {
 public:
  QuoteFinder(const Tokens& tokens, std::string_view text) : tokens_(tokens), text_(text) {}

  void paragraph(const TokenRange& range) {
    open_ = kNone;
    for (std::size_t i = range.first; i < range.end; ++i) {
      if (is_double_quote(tokens_.items[i])) mark(i, range);
    }
    // A quotation that goes on in the next paragraph has no closing mark here.
    if (open_ != kNone && range.end > open_ + 1) add(open_, range.end);
  }

  std::vector<Quote> take() { return std::move(out_); }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  void mark(std::size_t i, const TokenRange& range) {
    const bool opens = open_ == kNone ? can_open(i, range) : always_opens(i);
    if (opens) {
      open_ = i;
    } else if (open_ != kNone) {
      add(open_, i + 1);
      open_ = kNone;
    }
  }

  bool is_double_quote(const Token& token) const {
    return token.kind == TokenKind::punctuation && tokens_.form(token) == "\"";
  }
  char32_t raw(std::size_t i) const {
    return decode(text_, static_cast<std::size_t>(tokens_.items[i].span.start_byte)).value;
  }
  bool always_opens(std::size_t i) const { return raw(i) == 0x201C || raw(i) == 0x201E; }
  bool can_open(std::size_t i, const TokenRange& range) const {
    if (raw(i) == 0x201D) return false;
    return i + 1 < range.end && !tokens_.items[i + 1].space_before;
  }
  void add(std::size_t first, std::size_t end) {
    out_.push_back({span_of(tokens_, {first, end}), {first, end}, std::nullopt});
  }

  const Tokens& tokens_;
  std::string_view text_;
  std::size_t open_ = kNone;
  std::vector<Quote> out_;
};

class AttributionFinder {
 public:
  AttributionFinder(const Tokens& tokens,
                    const std::vector<Quote>& quotes,
                    const SpeechRules& rules,
                    const Vocabulary& vocabulary)
      : tokens_(tokens), quotes_(quotes), rules_(rules), vocabulary_(vocabulary) {}

  void sentence(const Sentence& sentence, std::size_t number) {
    sentence_ = sentence.tokens;
    number_ = number;
    note_start();
    if ((sentence.traits & rules_.verbs_or_according) == 0) return;
    for (std::size_t i = sentence_.first; i < sentence_.end; ++i) {
      if ((token(i).traits & rules_.verbs_or_according) == 0) continue;
      if (in_quote(i)) continue;  // who speaks within what is said is the speaker's affair
      if (in(i, rules_.verbs)) {
        spoken(i);
      } else if (i + 1 < sentence_.end && in(i + 1, rules_.to)) {
        according(i);
      }
    }
  }

  std::vector<Attribution> take() { return std::move(out_); }

 private:
  const Token& token(std::size_t i) const { return tokens_.items[i]; }
  std::string_view form(std::size_t i) const { return tokens_.form(token(i)); }
  bool in(std::size_t i, SetId set) const { return vocabulary_.in(token(i).word, set); }
  bool is_mark(std::size_t i) const {
    return token(i).kind == TokenKind::punctuation && form(i) != "-";
  }

  // The name that a sentence starts with: one to three capitalised words that are no function
  // words.
  void note_start() {
    std::size_t end = sentence_.first;
    while (end < sentence_.end && end < sentence_.first + 3 && token(end).capitalised &&
           token(end).kind == TokenKind::word && !token(end).all_capitals &&
           !in(end, rules_.function_words)) {
      ++end;
    }
    const bool verb_follows = end < sentence_.end && token(end).kind == TokenKind::word &&
                              !token(end).capitalised && !in(end, rules_.function_words);
    if (end > sentence_.first && verb_follows && !in_quote(sentence_.first)) {
      started_with_ = span_of(tokens_, {sentence_.first, end});
    }
  }

  // Sentences come in order, and so do quotes.
  bool in_quote(std::size_t i) {
    while (next_quote_ < quotes_.size() && quotes_[next_quote_].tokens.end <= i) ++next_quote_;
    return next_quote_ < quotes_.size() && quotes_[next_quote_].tokens.first <= i;
  }

  void spoken(std::size_t verb) {
    const std::size_t before = left_of_auxiliaries(verb);
    if (before > sentence_.first && in(before - 1, rules_.to)) return;
    if (is_passive(before, verb)) return;
    const bool after_words =
        before > sentence_.first && (form(before - 1) == "," || form(before - 1) == "\"");
    const TokenRange right = speaker_right(verb + 1);
    if (after_words && !right.empty() && !speaker_continues(before)) {
      return add(right, {verb, verb + 1}, {sentence_.first, before});
    }
    const TokenRange left = speaker_left(before);
    if (left.empty()) return;
    const bool at_start = left.first == sentence_.first || opens_clause(left.first);
    // The words come first (`…, police said`), or last (`Police said …`).
    const TokenRange content =
        at_start ? TokenRange{verb + 1, sentence_.end} : TokenRange{sentence_.first, left.first};
    add(left, {verb, verb + 1}, content);
  }

  void according(std::size_t at) {
    const TokenRange speaker = speaker_right(at + 2);
    if (!speaker.empty()) add(speaker, {at, at + 2}, sentence_);
  }

  // `no violations were reported`: who stands before the verb doesn't speak.
  bool is_passive(std::size_t auxiliaries, std::size_t verb) const {
    if (form(verb).ends_with("ing")) return false;
    for (std::size_t i = auxiliaries; i < verb; ++i) {
      if (in(i, rules_.be)) return true;
    }
    return false;
  }

  std::size_t left_of_auxiliaries(std::size_t verb) const {
    std::size_t i = verb;
    while (i > sentence_.first && (in(i - 1, rules_.adverbs) || in(i - 1, rules_.auxiliaries))) --i;
    return i;
  }

  // A speaker with words in commas behind the name: `Yisrael Katz, the foreign minister, said`.
  bool speaker_continues(std::size_t before) const {
    if (form(before - 1) != ",") return false;
    const std::size_t least =
        before > sentence_.first + kSpeakerMost ? before - kSpeakerMost : sentence_.first;
    for (std::size_t i = before - 1; i > least; --i) {
      if (form(i - 1) == ",")
        return i - 1 > sentence_.first && token(i - 2).capitalised && i < before - 1;
      if (is_mark(i - 1)) return false;
    }
    return false;
  }

  // A pause before the speaker: what is said stands before it, unless only an opening phrase does.
  bool opens_clause(std::size_t first) const {
    if (first == sentence_.first) return true;
    return form(first - 1) != "," && form(first - 1) != "\"";
  }

  TokenRange speaker_left(std::size_t end) const {
    if (end > sentence_.first + 1 && form(end - 1) == ",") {
      std::size_t comma = end - 1;
      const std::size_t least =
          end > sentence_.first + kSpeakerMost ? end - kSpeakerMost : sentence_.first;
      while (comma > least && form(comma - 1) != ",") --comma;
      if (comma == least) return {};
      end = comma - 1;
    }
    std::size_t first = end;
    while (first > sentence_.first && end - first < kSpeakerMost && !is_mark(first - 1) &&
           !in(first - 1, rules_.breaks) && !in(first - 1, rules_.verbs)) {
      --first;
    }
    while (first < end && (in(first, rules_.adverbs) || in(first, rules_.auxiliaries))) ++first;
    return speaker({first, end});
  }

  TokenRange speaker_right(std::size_t first) const {
    std::size_t end = first;
    while (end < sentence_.end && end - first < kSpeakerMost && !is_mark(end) &&
           !in(end, rules_.name_breaks)) {
      ++end;
    }
    return speaker({first, end});
  }

  // Someone or something that can speak: a pronoun, a name, or words after an article.
  TokenRange speaker(TokenRange range) const {
    if (range.empty() || range.end - range.first >= kSpeakerMost) return {};
    // `that the state would`: an article alone is nobody.
    bool named = false;
    for (std::size_t i = range.first; i < range.end; ++i) {
      named = named || in(i, rules_.pronouns) || !in(i, rules_.function_words);
    }
    const bool known =
        named && token(range.first).kind == TokenKind::word && !in(range.first, rules_.adverbs);
    return known ? range : TokenRange{};
  }

  void add(TokenRange mention, TokenRange verb, TokenRange content) {
    const core::Span words = span_of(tokens_, mention);
    const bool pronoun = mention.end - mention.first == 1 && in(mention.first, rules_.pronouns);
    if (!pronoun) last_named_ = words;
    const bool person = pronoun && in(mention.first, rules_.person_pronouns);
    // `Lind accepted the result. "It was fair," he said.`: the one a sentence started with, if that
    // came later.
    if (person && started_with_ &&
        (!last_named_ || started_with_->start_byte > last_named_->start_byte)) {
      last_named_ = started_with_;
    }
    out_.push_back({pronoun && last_named_ ? *last_named_ : words,
                    words,
                    span_of(tokens_, verb),
                    content,
                    number_});
  }

  const Tokens& tokens_;
  const std::vector<Quote>& quotes_;
  std::size_t next_quote_ = 0;
  const SpeechRules& rules_;
  const Vocabulary& vocabulary_;
  TokenRange sentence_;
  std::size_t number_ = 0;
  std::optional<core::Span> last_named_;
  std::optional<core::Span> started_with_;
  std::vector<Attribution> out_;
};

}  // namespace

SpeechRules::SpeechRules(Vocabulary& vocabulary)
    : verbs(vocabulary.set("@speech")),
      pronouns(vocabulary.set("@speaker_pronoun")),
      breaks(vocabulary.set("@speaker_left_break")),
      according(vocabulary.set("according")),
      verbs_or_according(vocabulary.trait(vocabulary.set("@speech|according"))),
      to(vocabulary.set("to")),
      adverbs(vocabulary.set("@speech_adverb")),
      auxiliaries(vocabulary.set("@auxiliary")),
      be(vocabulary.set("@be")),
      person_pronouns(vocabulary.set("he|she")),
      function_words(vocabulary.set("@function_word|@adverb")),
      name_breaks(vocabulary.set("@speaker_right_break")) {}

std::vector<Quote> quotes(const Tokens& tokens,
                          std::string_view text,
                          const std::vector<TokenRange>& paragraphs) {
  QuoteFinder finder(tokens, text);
  for (const TokenRange& paragraph : paragraphs) finder.paragraph(paragraph);
  return finder.take();
}

std::vector<Attribution> attributions(const Tokens& tokens,
                                      const std::vector<Sentence>& sentences,
                                      const std::vector<Quote>& quotes,
                                      const SpeechRules& rules,
                                      const Vocabulary& vocabulary) {
  AttributionFinder finder(tokens, quotes, rules, vocabulary);
  for (std::size_t i = 0; i < sentences.size(); ++i) finder.sentence(sentences[i], i);
  return finder.take();
}

void assign_speakers(std::vector<Quote>& quotes,
                     const std::vector<Attribution>& attributions,
                     const std::vector<Sentence>& sentences) {
  const auto sentence_at = [&](std::int64_t byte) {
    const auto after = std::upper_bound(
        sentences.begin(), sentences.end(), byte, [](std::int64_t b, const Sentence& s) {
          return b < s.span.start_byte;
        });
    return static_cast<std::size_t>(after - sentences.begin() - 1);
  };
  std::size_t next = 0;  // the first attribution whose verb stands behind the quote's start
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    Quote& quote = quotes[i];
    while (next < attributions.size() && attributions[next].verb.start_byte < quote.span.start_byte)
      ++next;
    const std::size_t first = sentence_at(quote.span.start_byte);
    const std::size_t last = sentence_at(quote.span.end_byte - 1);
    // The verb may also stand between two parts of what is said, so the near one on either side
    // will do.
    std::size_t after = next;
    while (after < attributions.size() && attributions[after].verb.end_byte <= quote.span.end_byte)
      ++after;
    if (next > 0 && attributions[next - 1].sentence == first &&
        attributions[next - 1].content.end > quote.tokens.first) {
      quote.speaker = attributions[next - 1].speaker;
    } else if (after < attributions.size() && attributions[after].sentence <= last) {
      quote.speaker = attributions[after].speaker;
    } else if (next > 0 && attributions[next - 1].sentence == first) {
      quote.speaker = attributions[next - 1].speaker;
    } else if (i > 0 && sentence_at(quotes[i - 1].span.end_byte - 1) + 1 >= first) {
      quote.speaker = quotes[i - 1].speaker;
    }
  }
}

}  // namespace pressgauge::text
