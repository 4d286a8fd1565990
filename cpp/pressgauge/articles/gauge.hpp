// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "pressgauge/figures/rules.hpp"
#include "pressgauge/sentiment/profiles.hpp"
#include "pressgauge/sentiment/rules.hpp"
#include "pressgauge/sentiment/toward.hpp"
#include "pressgauge/text/actors.hpp"
#include "pressgauge/text/document.hpp"
#include "pressgauge/text/tagger.hpp"

namespace pressgauge::articles {

/// What a user adds to or puts in place of the rules that pressgauge ships, as the text of rule
/// files.
struct GaugeOptions {
  std::string kinds;    ///< lines of kinds.tsv
  std::string hedges;   ///< a whole hedges.tsv
  std::string groups;   ///< name, words
  std::string lexicon;  ///< word, weight
  std::size_t max_bytes = text::kMostBytes;
  sentiment::Profile profile = sentiment::Profile::news;
  std::optional<sentiment::Link> link;  ///< comes before that of the profile
  bool shipped_lexicon = true;  ///< whether there are words and event terms besides `lexicon`
};

/// The configured reader: words and rules, loaded once. Immutable, and safe to read with from any
/// thread.
class Gauge {
 public:
  /// @throws ParseError when a rule file is malformed; it names file, line and column.
  /// @throws DomainError when the link is none (sentiment::checked).
  explicit Gauge(GaugeOptions options = {});
  Gauge(const Gauge&) = delete;
  Gauge& operator=(const Gauge&) = delete;

  const GaugeOptions& options() const { return options_; }
  const text::Vocabulary& vocabulary() const { return vocabulary_; }
  const text::Rules& text_rules() const { return text_rules_; }
  /// Loaded when it is first asked for: readings do without.
  const text::Tagger& tagger() const;
  const figures::Rules& figure_rules() const { return figure_rules_; }
  const sentiment::Rules& sentiment_rules() const { return sentiment_rules_; }
  /// From raw to score and label.
  const sentiment::Link& link() const { return link_; }
  /// How weights become raw.
  sentiment::Calibration calibration() const { return sentiment::calibration_of(options_.profile); }
  /// What names, and the tone toward them, are read by: loaded when first asked for, as well.
  const text::ActorRules& actor_rules() const;
  sentiment::TowardRules toward_rules() const;

 private:
  GaugeOptions options_;
  text::Vocabulary vocabulary_;  // each set of rules below adds its words to it
  text::Rules text_rules_;
  mutable std::once_flag tagger_once_;
  mutable std::optional<text::Tagger> tagger_;
  mutable std::once_flag actors_once_;
  mutable std::optional<text::ActorRules> actor_rules_;
  mutable std::once_flag toward_once_;
  mutable std::optional<sentiment::TowardWeights> toward_weights_;
  figures::Rules figure_rules_;
  sentiment::Rules sentiment_rules_;
  sentiment::Link link_;
};

/// The texts of all rules in force, in a fixed order: what the rules' version is computed from.
std::string effective_rules(const GaugeOptions& options);

}  // namespace pressgauge::articles
