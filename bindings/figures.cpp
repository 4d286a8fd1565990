// SPDX-License-Identifier: MIT
#include "bind.hpp"
#include "dict.hpp"
#include "parts.hpp"

#include "pressgauge/figures/extract.hpp"

namespace pressgauge::bind {
namespace {

using pressgauge::figures::Count;
using pressgauge::figures::Figure;

Parts<Figure> extract(std::string text,
                      const articles::Gauge& gauge,
                      const std::optional<std::string>& published) {
  auto document = std::make_shared<const text::Document>(
      std::move(text), gauge.text_rules(), gauge.vocabulary(), gauge.options().max_bytes);
  auto found = pressgauge::figures::extract(
      *document, day(published), gauge.figure_rules(), gauge.vocabulary());
  return {std::move(document),
          std::make_shared<const std::vector<Figure>>(std::move(found.figures))};
}

}  // namespace

void figures(py::module_ m) {
  m.def("bound_names", &pressgauge::figures::bound_names, "The bounds, in the order of the enum.");
  m.def("status_names",
        &pressgauge::figures::status_names,
        "The statuses, in the order of the enum.");
  parts<Figure>(m, "Figures");
  parts<Count>(m, "Counts");
  m.def("extract",
        &extract,
        "text"_a,
        "gauge"_a,
        "published"_a = py::none(),
        "The figures of a text.",
        Unlocked());
  m.def(
      "quantities",
      [](const std::shared_ptr<text::Document>& document, const articles::Gauge& gauge) {
        const auto found = pressgauge::figures::all_quantities(
            *document, gauge.figure_rules().quantities, gauge.vocabulary());
        return ToDict(document->code_points())(found);
      },
      "document"_a,
      "gauge"_a,
      "Every quantity of a document.");
}

}  // namespace pressgauge::bind
