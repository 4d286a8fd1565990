// SPDX-License-Identifier: MIT
// What holds for every reading, whatever the text.
#pragma once

#include "fuzz.hpp"

#include <optional>
#include <string>

#include "pressgauge/articles/reading.hpp"
#include "pressgauge/articles/rows.hpp"
#include "pressgauge/text/actors.hpp"

namespace pressgauge::fuzz {

/// The text taken apart by the default gauge; nothing where it is refused.
std::optional<text::Document> document_of(std::string_view text);

void check_span(std::string_view text, const core::Span& span, const std::string& what);
/// Tokens, sections and sentences: within the text, between code points, in order, without overlap.
void check_parts(const text::Document& document);
void check_quotes(const text::Document& document);
void check_actors(const text::Document& document, const std::vector<text::Actor>& actors);
void check_interval(const core::Interval& interval, const std::string& what);
void check_figures(const text::Document& document, const std::vector<figures::Figure>& figures);
void check_left_alone(const text::Document& document, const std::vector<figures::LeftAlone>& left);
void check_counts(const std::vector<figures::Count>& counts,
                  const std::vector<figures::Figure>& figures);
void check_statistics(const std::vector<articles::Statistic>& statistics,
                      const std::vector<figures::Count>& counts);
/// Scores within [-1, 1], contributions in order and adding up to raw.
void check_sentiment(const text::Document& document, const sentiment::Sentiment& tone);
void check_reading(const articles::Reading& reading);

/// Both tones to the last bit.
bool same(const sentiment::Tone& a, const sentiment::Tone& b);
/// All that a reading's rows hold, as one string.
std::string rows_of(const articles::Reading& reading);
/// All rows of all tables, as one string.
std::string bytes_of(const articles::Tables& tables);

}  // namespace pressgauge::fuzz
