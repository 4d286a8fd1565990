// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <vector>

#include "pressgauge/text/document.hpp"
#include "pressgauge/text/word_class.hpp"

namespace pressgauge::text {

namespace detail {
class TaggerWeights;
}

/// Tells the class of each token by its word, ending and capitals, the words around it and the
/// classes before it: an averaged perceptron (@cite collins_2002), applied from left to right.
/// Immutable. Its weights are integers: every machine gives the same classes.
class Tagger {
 public:
  /// Rows as tagger.tsv has them, which tells what they mean.
  /// @throws ParseError when a row is malformed, or when the hashes of two words are the same.
  explicit Tagger(const Table& weights);

  /// Writes the classes of the tokens of `sentence` to `out`, in place of what it holds. Linear in
  /// the tokens; allocates nothing once `out` has room for them.
  void tag(const Document& document, const TokenRange& sentence, std::vector<WordClass>& out) const;

 private:
  std::shared_ptr<const detail::TaggerWeights> weights_;
};

/// A tagger with the weights that pressgauge ships.
Tagger default_tagger();

/// The class of each token of a document, tagged sentence by sentence. Tokens outside of sentences,
/// if any, are `x`.
std::vector<WordClass> word_classes(const Document& document, const Tagger& tagger);

}  // namespace pressgauge::text
