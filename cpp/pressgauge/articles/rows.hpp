// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "pressgauge/arrow/columns.hpp"
#include "pressgauge/articles/reading.hpp"

namespace pressgauge::articles {

/// What is known of an article beside its reading.
struct Record {
  std::string_view id;                        ///< the caller's
  std::int64_t position = 0;                  ///< its number in the source
  std::optional<std::string_view> extractor;  ///< what made the text of a page
};

/// An article that could not be read.
struct Failure {
  std::string id;
  std::int64_t position = 0;
  std::string kind;  ///< of the error: ParseError, DomainError
  std::string message;
};

/// The tables of a corpus (docs/schema.md, "Corpora"): one of each for many articles.
struct Tables {
  arrow::Table articles;
  arrow::Table figures;
  arrow::Table counts;
  arrow::Table statistics;
  arrow::Table sentiment;
  arrow::Table failures;
};

/// Names and types of the tables' columns, without rows. Kinds are those of `gauge`.
Tables empty_tables(const Gauge& gauge);

/// Writes articles as rows, in the order in which they come.
class RowWriter {
 public:
  /// @param tables what empty_tables gave; must outlive the writer, as must `gauge`.
  RowWriter(const Tables& tables, const Gauge& gauge, bool store_text);

  void add(const Record& record, const Reading& reading);
  void add(const Failure& failure);

  /// Rows of each table, in the order of Tables.
  struct Made {
    arrow::Rows articles;
    arrow::Rows figures;
    arrow::Rows counts;
    arrow::Rows statistics;
    arrow::Rows sentiment;
    arrow::Rows failures;
  };
  Made take() && { return std::move(made_); }

 private:
  bool store_text_;
  std::unordered_map<std::string_view, std::int32_t> kinds_;  ///< place of each
  Made made_;
};

}  // namespace pressgauge::articles
