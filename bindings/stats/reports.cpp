// SPDX-License-Identifier: MIT
#include "stats/define.hpp"

#include "pressgauge/stats/identified.hpp"

namespace pressgauge::bind {
namespace {

using OnBounds = Estimate (*)(const Interval&, const Interval&);

void define(py::module_ m,
            const char* name,
            const char* first,
            const char* second,
            const char* doc,
            OnBounds on_bounds) {
  m.def(
      name,
      [on_bounds](const Reported& a, const Reported& b) {
        return on_bounds(interval_of(a), interval_of(b));
      },
      py::arg(first),
      py::arg(second),
      doc);
}

}  // namespace

void stats_reports(py::module_ m) {
  py::class_<stats::Reconciled>(m, "Reconciled")
      .def_readonly("interval", &stats::Reconciled::interval)
      .def_readonly("agree", &stats::Reconciled::agree);
  m.def(
      "identified",
      [](const Reported& value) { return stats::identified(interval_of(value)); },
      "value"_a,
      "A number as reported.");
  define(m, "identified_ratio", "a", "b", "Bounds of a / b.", stats::identified_ratio);
  define(m,
         "identified_share",
         "part",
         "rest",
         "Bounds of part / (part + rest).",
         stats::identified_share);
  define(m,
         "identified_quotient",
         "part",
         "whole",
         "Bounds of part / whole, part <= whole.",
         stats::identified_quotient);
  m.def("reconcile", &stats::reconcile, "mentions"_a, "What several mentions say together.");
}

}  // namespace pressgauge::bind
