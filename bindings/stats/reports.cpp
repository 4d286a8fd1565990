// SPDX-License-Identifier: MIT
#include "pressgauge/stats/reports.hpp"

#include "stats/define.hpp"

#include "pressgauge/stats/bounds.hpp"
#include "pressgauge/stats/censored.hpp"
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

void subsets(py::module_ m) {
  py::class_<stats::ConsistentSubset>(m, "ConsistentSubset")
      .def_readonly("reports", &stats::ConsistentSubset::reports)
      .def_readonly("interval", &stats::ConsistentSubset::interval);
  m.def("consistent_subsets",
        &stats::consistent_subsets,
        "reports"_a,
        "All largest subsets of reports that agree.");
  py::class_<stats::Timeline>(m, "Timeline")
      .def_readonly("intervals", &stats::Timeline::intervals)
      .def_readonly("consistent", &stats::Timeline::consistent);
  m.def("toll_timeline", &stats::toll_timeline, "reports"_a, "A toll that never falls.");
}

void fits(py::module_ m) {
  py::class_<stats::CensoredFit>(m, "CensoredFit")
      .def_readonly("estimate", &stats::CensoredFit::estimate)
      .def_readonly("log_likelihood", &stats::CensoredFit::log_likelihood)
      .def_readonly("spread", &stats::CensoredFit::spread);
  m.def("censored_count",
        &stats::censored_count,
        "reports"_a,
        "alpha"_a,
        Unlocked(),
        "One Poisson mean behind reports in bounds.");
  m.def("random_source_count",
        &stats::random_source_count,
        "reports"_a,
        "alpha"_a,
        Unlocked(),
        "One toll behind sources that err by a factor.");
}

using OnBoundsWithErrors = stats::BoundsInterval (*)(const stats::EstimatedBounds&, double);

void define_bounds(py::module_ m, const char* name, const char* doc, OnBoundsWithErrors function) {
  m.def(
      name,
      [function](double lower, double upper, double se_lower, double se_upper, double alpha) {
        return function({lower, upper, se_lower, se_upper}, alpha);
      },
      "lower_bound"_a,
      "upper_bound"_a,
      "se_lower"_a,
      "se_upper"_a,
      "alpha"_a,
      doc);
}

void bounds(py::module_ m) {
  py::class_<stats::BoundsInterval>(m, "BoundsInterval")
      .def_readonly("critical_lower", &stats::BoundsInterval::critical_lower)
      .def_readonly("critical_upper", &stats::BoundsInterval::critical_upper)
      .def_readonly("interval", &stats::BoundsInterval::interval);
  define_bounds(m, "imbens_manski", "Interval of a bounded quantity.", stats::imbens_manski);
  define_bounds(m, "stoye", "The shortest interval of a bounded quantity.", stats::stoye);
  m.def("percent_counts",
        &stats::percent_counts,
        "percent"_a.noconvert(),
        "nobs"_a.noconvert(),
        "decimals"_a,
        Unlocked(),
        "The whole numbers that round to a percentage.");
}

}  // namespace

void stats_reports(py::module_ m) {
  subsets(m);
  fits(m);
  bounds(m);
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
