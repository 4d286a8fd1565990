// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pressgauge/articles/gauge.hpp"
#include "pressgauge/articles/statistics.hpp"
#include "pressgauge/figures/extract.hpp"
#include "pressgauge/sentiment/sentiment.hpp"

namespace pressgauge::articles {

struct Article {
  std::string text;
  std::optional<std::string> title;  ///< context only: holds no figures and is not scored
  std::optional<figures::Day> published;
};

/// Something that a user should know of a reading.
struct Warning {
  std::string code;  ///< a fixed word for it
  std::string message;
};

/// A correction by hand.
struct Edit {
  std::int64_t figure = 0;
  std::string action;  ///< revise or reject
  std::vector<std::string> fields;
  std::string by;
  std::string reason;
};

/// What pressgauge reads in an article. Immutable once made.
struct Reading {
  std::optional<std::string> title;
  std::optional<figures::Day> published;
  std::shared_ptr<const text::Document> document;
  std::vector<figures::Figure> figures;
  std::vector<figures::LeftAlone> left_alone;
  std::vector<figures::Count> counts;
  std::vector<Statistic> statistics;
  sentiment::Sentiment sentiment;
  std::vector<Warning> warnings;
  std::vector<Edit> edits;
};

/// Whether a reading's sentiment says which words made it, or gives its numbers alone.
enum class ToneDetail : bool { numbers, reasons };

/// Reads an article.
/// @throws ParseError when the text is not UTF-8; DomainError when it is longer than the gauge's
/// limit.
Reading read(Article article, const Gauge& gauge, ToneDetail detail = ToneDetail::reasons);

/// The figure of that number. @throws DomainError when there is none.
const figures::Figure& figure(const Reading& reading, std::int64_t number);

/// The same article with other figures: counts and statistics are computed anew, and the edit is
/// logged.
/// Where the edit names a value or a bound and no interval, the figure takes the interval that they
/// imply.
/// @throws DomainError when no figure has that number, or a bound implies no interval.
Reading revised(const Reading& reading,
                const figures::Figure& figure,
                Edit edit,
                const Gauge& gauge);
Reading rejected(const Reading& reading, Edit edit, const Gauge& gauge);

}  // namespace pressgauge::articles
