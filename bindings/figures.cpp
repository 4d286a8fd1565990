// SPDX-License-Identifier: MIT
#include "bind.hpp"
#include "dict.hpp"

#include "pressgauge/figures/extract.hpp"

namespace pressgauge::bind {

void figures(py::module_ m) {
  m.def("bound_names", &pressgauge::figures::bound_names, "The bounds, in the order of the enum.");
  m.def("status_names",
        &pressgauge::figures::status_names,
        "The statuses, in the order of the enum.");
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
