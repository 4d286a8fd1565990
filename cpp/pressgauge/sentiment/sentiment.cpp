// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/sentiment.hpp"

#include <algorithm>
#include <cmath>

#include "pressgauge/sentiment/detail/speech.hpp"
#include "pressgauge/sentiment/detail/terms.hpp"
#include "pressgauge/sentiment/link.hpp"

namespace pressgauge::sentiment {
namespace {

using detail::Speech;
using detail::Term;

// The sum over some words of a sentence, and how many words it is over.
struct Sum {
  double value = 0;
  std::int64_t words = 0;
  // Long sentences hold more words that carry tone, and don't carry as much more tone.
  double tone() const { return value / root(); }
  double root() const { return std::sqrt(static_cast<double>(std::max(kLeastWords, words))); }
};

// The mean of sentences' tones.
struct Mean {
  double sum = 0;
  std::int64_t sentences = 0;
  void add(const Sum& part) {
    if (part.words == 0) return;
    sum += part.tone();
    ++sentences;
  }
  double value() const { return sentences == 0 ? 0 : sum / static_cast<double>(sentences); }
};

struct Voice {
  Sum sentence;  ///< of the sentence being read
  Mean tone;
  std::int64_t words = 0;
};

class Scorer {
 public:
  Scorer(const text::Document& document, const Rules& rules, const text::Vocabulary& vocabulary)
      : document_(document),
        speech_(detail::speech_of(document, rules, vocabulary)),
        finder_(document, rules, vocabulary),
        voices_(speech_.speakers.size()) {}

  Sentiment run() && {
    exclude();
    const auto& sentences = document_.sentences();
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const text::Section& section = document_.sections()[sentences[i].section];
      // A dateline holds no tone and would only thin out the mean.
      if (section.is_article() && section.kind != text::SectionKind::dateline) add(i);
    }
    finish();
    return std::move(out_);
  }

 private:
  void exclude() {
    for (const text::Section& section : document_.sections()) {
      if (!section.is_article()) out_.excluded.push_back({section.span, section.reason});
    }
  }

  void add(std::size_t number) {
    const text::Sentence& sentence = document_.sentences()[number];
    Sum all;
    Sum narration;
    Sum quotation;
    Sum events;
    count_words(sentence.tokens, all, narration, quotation);
    if (all.words == 0) return;
    events.words = all.words;
    for (const Term& term : finder_.terms(sentence.tokens)) {
      add(term, all, narration, quotation, events);
    }
    mean_.add(all);
    narration_.add(narration);
    quotation_.add(quotation);
    events_.add(events);
    close_voices(sentence.tokens);
    out_.sentences.push_back(
        {number, sentence.span, all.tone(), narration.tone(), quotation.tone()});
  }

  void count_words(const text::TokenRange& range, Sum& all, Sum& narration, Sum& quotation) {
    for (std::size_t i = range.first; i < range.end; ++i) {
      if (document_.tokens()[i].kind != text::TokenKind::word) continue;
      ++all.words;
      ++(speech_.is_speech(i) ? quotation : narration).words;
      if (Voice* voice = voice_of(i)) ++voice->sentence.words;
    }
  }

  void add(const Term& term, Sum& all, Sum& narration, Sum& quotation, Sum& events) {
    const double scale = term.event ? kEventScale : 1;
    const double value = scale * term.modified();
    contribute(term, value, all.root());
    all.value += value;
    if (term.event) events.value += term.modified();
    if (speech_.is_speech(term.tokens.first)) {
      quotation.value += value;
    } else if (!term.event && term.source != WordWeight::Source::learned) {
      // Words learned from ratings alone may tell the topic: they are no opinion of the reporter.
      narration.value += value;
    }
    if (Voice* voice = voice_of(term.tokens.first)) voice->sentence.value += value;
  }

  void contribute(const Term& term, double value, double root) {
    Contribution contribution;
    contribution.span = document_.span_of(term.tokens);
    for (std::size_t i = term.tokens.first; i < term.tokens.end; ++i) {
      if (i > term.tokens.first) contribution.term += ' ';
      contribution.term += document_.form(document_.tokens()[i]);
    }
    contribution.weight = term.weight;
    contribution.factor = value / term.weight / root;
    contribution.why = detail::why(term);
    out_.contributions.push_back(std::move(contribution));
  }

  Voice* voice_of(std::size_t token) {
    const std::int32_t voice = speech_.voice_of_token[token];
    return voice < 0 ? nullptr : &voices_[static_cast<std::size_t>(voice)];
  }

  void close_voices(const text::TokenRange& range) {
    for (std::size_t i = range.first; i < range.end; ++i) {
      Voice* voice = voice_of(i);
      if (!voice || voice->sentence.words == 0) continue;
      voice->tone.add(voice->sentence);
      voice->words += voice->sentence.words;
      voice->sentence = {};
    }
  }

  void finish() {
    const auto sentences = static_cast<double>(std::max<std::int64_t>(1, mean_.sentences));
    for (Contribution& contribution : out_.contributions) {
      contribution.factor /= sentences;
      out_.raw += contribution.weight * contribution.factor;
    }
    out_.score = calibrated(out_.raw);
    out_.label = label_of(out_.score);
    out_.narration = std::tanh(kNarrationGain * narration_.value());
    if (quotation_.sentences > 0) out_.quotation = quotation_score(quotation_.value());
    out_.events = std::tanh(kEventsGain * events_.value());
    for (std::size_t i = 0; i < voices_.size(); ++i) {
      if (voices_[i].words == 0) continue;
      out_.speakers.push_back(
          {speech_.speakers[i], quotation_score(voices_[i].tone.value()), voices_[i].words});
    }
  }

  const text::Document& document_;
  const Speech speech_;
  detail::TermFinder finder_;
  std::vector<Voice> voices_;
  Mean mean_;
  Mean narration_;
  Mean quotation_;
  Mean events_;
  Sentiment out_;
};

}  // namespace

Sentiment score(const text::Document& document,
                const Rules& rules,
                const text::Vocabulary& vocabulary) {
  return Scorer(document, rules, vocabulary).run();
}

}  // namespace pressgauge::sentiment
