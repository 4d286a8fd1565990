// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/sentiment.hpp"

#include "bind.hpp"
#include "dict.hpp"

namespace pressgauge::bind {

void sentiment(py::module_ m) {
  m.def(
      "score",
      [](const std::shared_ptr<text::Document>& document, const articles::Gauge& gauge) {
        return ToDict(document->code_points())(
            pressgauge::sentiment::score(*document, gauge.sentiment_rules(), gauge.vocabulary()));
      },
      "document"_a,
      "gauge"_a,
      "The sentiment of a document.");
}

}  // namespace pressgauge::bind
