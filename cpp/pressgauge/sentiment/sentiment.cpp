// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/sentiment.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "pressgauge/sentiment/detail/balance.hpp"
#include "pressgauge/sentiment/detail/speech.hpp"
#include "pressgauge/sentiment/detail/terms.hpp"

namespace pressgauge::sentiment {
namespace {

using detail::Balance;
using detail::LeadBalance;
using detail::Speech;
using detail::Sum;
using detail::Term;

// The layers of a sentence.
struct Layers {
  Sum all;
  Sum narration;
  Sum quotation;
  Sum events;
  bool voiced = false;  ///< whether a named speaker has words in it
};

// What a named speaker has said so far.
struct Voice {
  explicit Voice(double damping) : balance(damping) {}
  Sum sentence;  ///< in the sentence being read
  Balance balance;
  std::int64_t words = 0;
};

// What a term adds to raw: weight * factor.
struct Share {
  double weight = 0;
  double factor = 0;
};

// Whether words that say why are made, or numbers alone.
enum class Told : bool { numbers, reasons };

class Scorer {
 public:
  Scorer(const text::Document& document,
         const Rules& rules,
         const text::Vocabulary& vocabulary,
         const Calibration& calibration,
         Told told)
      : document_(document),
        rules_(rules),
        calibration_(calibration),
        told_(told),
        speech_(detail::speech_of(document, rules, vocabulary)),
        finder_(document, rules, vocabulary),
        voices_(speech_.speakers.size(), Voice(calibration.damping)),
        all_(calibration.damping,
             {calibration.lead_share, calibration.toll_share, calibration.toll_first}),
        events_(calibration.damping, all_.shares),
        narration_(calibration.narration_damping),
        quotation_(calibration.damping) {}

  Sentiment run() && {
    if (told_ == Told::reasons) exclude();
    const auto& sentences = document_.sentences();
    out_.sentences.reserve(sentences.size());
    shares_.reserve(sentences.size());
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const text::Section& section = document_.sections()[sentences[i].section];
      // A dateline holds no tone and would only thin out the balance.
      if (section.is_article() && section.kind != text::SectionKind::dateline) read(i);
    }
    weigh_contributions();
    calibrate();
    if (told_ == Told::reasons) name_speakers();
    return std::move(out_);
  }

 private:
  void exclude() {
    for (const text::Section& section : document_.sections()) {
      if (!section.is_article()) out_.excluded.push_back({section.span, section.reason});
    }
  }

  void read(std::size_t number) {
    const text::Sentence& sentence = document_.sentences()[number];
    Layers layers = counted(sentence.tokens);
    if (layers.all.words == 0) return;
    for (const Term& term : finder_.terms(sentence.tokens)) add(term, layers);
    all_.add(layers.all);
    narration_.add(layers.narration);
    quotation_.add(layers.quotation);
    events_.add(layers.events);
    if (layers.voiced) close_voices(sentence.tokens);
    if (out_.sentences.empty()) of_lead_ = shares_.size();
    out_.sentences.push_back({number,
                              sentence.span,
                              layers.all.tone(),
                              layers.narration.tone(),
                              layers.quotation.tone()});
  }

  Layers counted(const text::TokenRange& range) {
    Layers layers;
    for (std::size_t i = range.first; i < range.end; ++i) {
      if (document_.tokens()[i].kind != text::TokenKind::word) continue;
      ++layers.all.words;
      ++(speech_.is_speech(i) ? layers.quotation : layers.narration).words;
      if (Voice* voice = voice_of(i)) {
        ++voice->sentence.words;
        layers.voiced = true;
      }
    }
    layers.events.words = layers.all.words;
    return layers;
  }

  void add(const Term& term, Layers& layers) {
    if (term.weight == 0) return;  // a phrase that the caller silenced
    const bool event = term.event && !term.event->own;
    const double modified = term.weight * term.modification.factor();
    const double scale = event ? calibration_.event_scale : 1;
    if (scale != 0) contribute(term, scale * term.modification.factor() / layers.all.root());
    layers.all.value += scale * modified;
    const double value = (event ? calibration_.event_layer_scale : 1) * modified;
    if (event || tells_topic(term)) layers.events.value += value;
    if (tells_topic(term)) return;
    if (speech_.is_speech(term.tokens.first)) {
      layers.quotation.value += value;
    } else if (!event) {
      layers.narration.value += value;
    }
    if (Voice* voice = voice_of(term.tokens.first)) voice->sentence.value += value;
  }

  // Words learned from ratings alone tell what the news is about: they are nobody's opinion. Nor
  // are the words of events, which are an opinion once, as events.
  static bool tells_topic(const Term& term) {
    return term.source == WordWeight::Source::learned || term.within_event;
  }

  void contribute(const Term& term, double factor) {
    const bool toll = term.toll && tolls_.size() < detail::kMostTolls &&
                      out_.sentences.size() < detail::kTollSentences;
    if (toll) tolls_.push_back(shares_.size());
    shares_.push_back({term.weight, factor});
    if (told_ == Told::reasons) explain(term, toll);
  }

  void explain(const Term& term, bool toll) {
    Contribution& made = out_.contributions.emplace_back();
    made.span = document_.span_of(term.tokens);
    for (std::size_t i = term.tokens.first; i < term.tokens.end; ++i) {
      if (i > term.tokens.first) made.term += ' ';
      made.term += document_.form(document_.tokens()[i]);
    }
    made.negation = term.modification.negation;
    made.intensity = term.modification.intensity;
    made.why = detail::why(term, origin(term));
    if (toll) made.why += "; a number counts it at the top";
  }

  const std::string& origin(const Term& term) const {
    return term.event ? term.event->reason
                      : rules_.origin(document_.tokens()[term.tokens.first].word);
  }

  Voice* voice_of(std::size_t token) {
    const std::int32_t voice = speech_.voice_of_token[token];
    return voice < 0 ? nullptr : &voices_[static_cast<std::size_t>(voice)];
  }

  void close_voices(const text::TokenRange& range) {
    for (std::size_t i = range.first; i < range.end; ++i) {
      Voice* voice = voice_of(i);
      if (!voice || voice->sentence.words == 0) continue;
      if (voice->words == 0) heard_.push_back(speech_.voice_of_token[i]);
      voice->balance.add(voice->sentence);
      voice->words += voice->sentence.words;
      voice->sentence = {};
    }
  }

  // A factor so far holds modifiers and its sentence's length; only now is the article's tone
  // known.
  void weigh_contributions() {
    const double lead = all_.factor(true);
    const double rest = all_.factor(false);
    for (std::size_t i = 0; i < shares_.size(); ++i)
      shares_[i].factor *= i < of_lead_ ? lead : rest;
    for (std::size_t i = 0; i < tolls_.size(); ++i) {
      Share& counted = shares_[tolls_[i]];
      counted.factor += all_.shares.of_toll(i) / std::abs(counted.weight);
    }
    for (const Share& share : shares_) out_.raw += share.weight * share.factor;
    for (std::size_t i = 0; i < out_.contributions.size(); ++i) {
      out_.contributions[i].weight = shares_[i].weight;
      out_.contributions[i].factor = shares_[i].factor;
    }
  }

  void calibrate() {
    out_.score = std::tanh(calibration_.score_gain * out_.raw);
    if (out_.score < calibration_.negative_below) out_.label = Label::negative;
    if (out_.score > calibration_.positive_above) out_.label = Label::positive;
    out_.narration = std::tanh(calibration_.narration_gain * narration_.value());
    out_.events = std::tanh(calibration_.events_gain * events_.value(tolls_.size()));
    if (!quotation_.empty()) out_.quotation = quoted_score(quotation_);
  }

  double quoted_score(const Balance& balance) const {
    return std::tanh(calibration_.quotation_gain * balance.value());
  }

  void name_speakers() {
    for (const std::int32_t number : heard_) {
      const auto i = static_cast<std::size_t>(number);
      out_.speakers.push_back(
          {speech_.speakers[i], quoted_score(voices_[i].balance), voices_[i].words});
    }
  }

  const text::Document& document_;
  const Rules& rules_;
  const Calibration& calibration_;
  const Told told_;
  const Speech speech_;
  detail::TermFinder finder_;
  std::vector<Voice> voices_;
  std::vector<std::int32_t> heard_;  ///< numbers of voices, in the order of their first words
  LeadBalance all_;
  LeadBalance events_;
  Balance narration_;
  Balance quotation_;
  std::vector<Share> shares_;       ///< of all terms, in the order of the text
  std::size_t of_lead_ = 0;         ///< shares of the first sentence
  std::vector<std::size_t> tolls_;  ///< shares that count people harmed at the top
  Sentiment out_;
};

}  // namespace

Sentiment score(const text::Document& document,
                const Rules& rules,
                const text::Vocabulary& vocabulary,
                const Calibration& calibration) {
  return Scorer(document, rules, vocabulary, calibration, Told::reasons).run();
}

Tone tone(const text::Document& document,
          const Rules& rules,
          const text::Vocabulary& vocabulary,
          const Calibration& calibration) {
  return Scorer(document, rules, vocabulary, calibration, Told::numbers).run();
}

}  // namespace pressgauge::sentiment
