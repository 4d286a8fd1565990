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
  m.def(
      "targets",
      [](const std::shared_ptr<const text::Document>& document, const articles::Gauge& gauge) {
        const auto read = [&] {
          const py::gil_scoped_release unlocked;
          const auto actors = text::actors(*document, gauge.actor_rules(), gauge.vocabulary());
          return pressgauge::sentiment::toward(*document, actors, gauge.toward_rules());
        };
        return ToDict(document->code_points())(read());
      },
      "document"_a,
      "gauge"_a,
      "The tone toward each named actor.");
  m.def(
      "toward",
      [](const std::shared_ptr<const text::Document>& document,
         const articles::Gauge& gauge,
         const std::string& name,
         const std::vector<std::pair<std::int64_t, std::int64_t>>& spans) {
        const auto& map = document->code_points();
        std::vector<core::Span> places;
        for (const auto& [start, end] : spans)
          places.push_back({map.byte_of(start), map.byte_of(end)});
        const auto read = [&] {
          const py::gil_scoped_release unlocked;
          return pressgauge::sentiment::toward(*document, name, places, gauge.toward_rules());
        };
        return ToDict(map)(read());
      },
      "document"_a,
      "gauge"_a,
      "name"_a,
      "spans"_a,
      "The tone toward what stands at some places.");
}

}  // namespace pressgauge::bind
