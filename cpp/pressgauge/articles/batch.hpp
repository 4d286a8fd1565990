// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "pressgauge/arrow/abi.hpp"
#include "pressgauge/articles/rows.hpp"
#include "pressgauge/core/errors.hpp"

namespace pressgauge::articles {

struct BatchOptions {
  int threads = 1;         ///< that read at once, 1 or more
  bool store_text = true;  ///< whether the table of articles keeps the texts
  /// Asked a few times a second by the calling thread, which waits meanwhile: true ends the work.
  std::function<bool()> interrupted = [] { return false; };
};

/// The work was ended before all was read.
class Interrupted : public Error {
 public:
  using Error::Error;
};

/// Reads a table of articles: columns `text`, and where they are there `article_id`, `title`,
/// `published`, `position` and `extractor`. Without ids or positions, rows are counted.
/// @param source taken over; its strings are read where they are.
/// @return the tables in the order of the articles, the same for any number of threads. A record
/// that can't be read is a row of `failures`.
/// @throws DomainError when a column is missing or of another type, or there are no threads; Error
/// when the source fails; Interrupted when `options.interrupted` says so.
Tables read_batch(arrow::Owned<ArrowArrayStream> source,
                  const Gauge& gauge,
                  const BatchOptions& options);

}  // namespace pressgauge::articles
