// SPDX-License-Identifier: MIT
#include "pressgauge/text/tagger.hpp"

#include <algorithm>
#include <array>

#include "pressgauge/text/data.hpp"
#include "pressgauge/text/detail/tagger_weights.hpp"

namespace pressgauge::text {
namespace {

using detail::kRowSize;
using detail::kStart;
using detail::RowId;
using detail::Shape;
using detail::TaggerWeights;
using detail::WeightRow;
using detail::WordRows;

// Headlines: nearly all words of more than three letters are capitalised, so that a capital tells
// little.
constexpr std::size_t kShortWord = 3;
constexpr int kLeastTitleWords = 3;
constexpr double kLeastTitleShare = 0.8;

bool is_title(const Document& document, const TokenRange& range) {
  int words = 0;
  int capitals = 0;
  for (std::size_t i = range.first; i < range.end; ++i) {
    const Token& token = document.tokens()[i];
    if (token.kind != TokenKind::word || token.form_size <= kShortWord) continue;
    ++words;
    capitals += token.capitalised ? 1 : 0;
  }
  return words >= kLeastTitleWords && capitals > kLeastTitleShare * words;
}

struct Seen {
  WordRows rows;
  Shape shape = Shape::edge;
};

// One pass over a sentence.
class Pass {
 public:
  Pass(const Document& document, const TokenRange& range, const TaggerWeights& weights)
      : document_(document),
        range_(range),
        weights_(weights),
        is_title_(is_title(document, range)) {
    for (Seen& seen : window_) seen.rows = weights_.edge();
  }

  void run(std::vector<WordClass>& out) {
    look_at(range_.first);
    look_at(range_.first + 1);
    for (std::size_t i = range_.first; i < range_.end; ++i) {
      look_at(i + 2);
      const WordRows& rows = seen(i).rows;
      const std::size_t found = rows.always >= 0 ? static_cast<std::size_t>(rows.always) : best(i);
      out.push_back(static_cast<WordClass>(found));
      previous2_ = previous_;
      previous_ = found;
    }
  }

 private:
  // The tokens from two before to two behind the one that is told; room for all at 8.
  Seen& seen(std::size_t i) { return window_[i % window_.size()]; }

  void look_at(std::size_t i) {
    if (i >= range_.end) {
      seen(i) = {weights_.edge(), Shape::edge};
      return;
    }
    const Token& token = document_.tokens()[i];
    seen(i) = {weights_.word(token, document_.form(token)), shape_of(token)};
    is_first_ = is_first_ && token.kind == TokenKind::punctuation;
  }

  Shape shape_of(const Token& token) const {
    if (token.kind == TokenKind::punctuation) return Shape::mark;
    if (token.kind == TokenKind::number || token.kind == TokenKind::link) return Shape::number;
    if (token.kind == TokenKind::mixed)
      return token.capitalised ? Shape::mixed_capital : Shape::mixed;
    if (!token.capitalised) return Shape::lower;
    if (is_title_) return Shape::title;
    if (token.all_capitals) return Shape::capitals;
    return is_first_ ? Shape::first : Shape::capital;
  }

  std::size_t best(std::size_t i) {
    const Seen& is = seen(i);
    const Seen& before = seen(i - 1 + window_.size());
    const Seen& next = seen(i + 1);
    std::array<std::int16_t, kRowSize> sum = weights_.row(is.rows.is).of_class;
    const auto add = [&](RowId id) {
      const WeightRow& row = weights_.row(id);
      for (std::size_t k = 0; k < kRowSize; ++k)
        sum[k] = static_cast<std::int16_t>(sum[k] + row.of_class[k]);
    };
    if (is.rows.is_prefix != 0) add(is.rows.is_prefix);
    if (is.shape == Shape::capital) add(is.rows.is_capital);
    add(weights_.shape(before.shape, is.shape, next.shape));
    add(weights_.behind(previous_, is.shape));
    add(weights_.behind(previous2_, previous_));
    add(before.rows.previous);
    add(seen(i - 2 + window_.size()).rows.previous2);
    add(next.rows.next);
    add(seen(i + 2).rows.next2);
    if (const RowId behind = is.rows.behind_class(previous_)) add(behind);
    return static_cast<std::size_t>(std::max_element(sum.begin(), sum.begin() + kWordClasses) -
                                    sum.begin());
  }

  const Document& document_;
  const TokenRange& range_;
  const TaggerWeights& weights_;
  const bool is_title_;
  bool is_first_ = true;  // no word yet
  std::array<Seen, 8> window_;
  std::size_t previous_ = kStart;  // class of the token before
  std::size_t previous2_ = kStart;
};

}  // namespace

Tagger::Tagger(const Table& weights)
    : weights_(std::make_shared<const detail::TaggerWeights>(weights)) {}

void Tagger::tag(const Document& document,
                 const TokenRange& sentence,
                 std::vector<WordClass>& out) const {
  out.clear();
  Pass(document, sentence, *weights_).run(out);
}

Tagger default_tagger() {
  // Kind, key, and the parts of a word: five of its own, and one for each class before it.
  constexpr std::size_t kMostCells = 9 + kRowSize;
  return Tagger(parse_table("tagger.tsv", data::tagger, 3, kMostCells));
}

std::vector<WordClass> word_classes(const Document& document, const Tagger& tagger) {
  std::vector<WordClass> all(document.tokens().size(), WordClass::x);
  std::vector<WordClass> classes;
  for (const Sentence& sentence : document.sentences()) {
    tagger.tag(document, sentence.tokens, classes);
    std::copy(classes.begin(),
              classes.end(),
              all.begin() + static_cast<std::ptrdiff_t>(sentence.tokens.first));
  }
  return all;
}

}  // namespace pressgauge::text
