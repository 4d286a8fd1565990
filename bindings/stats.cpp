// SPDX-License-Identifier: MIT
#include "bind.hpp"

#include <variant>

#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/identified.hpp"
#include "pressgauge/stats/proportion.hpp"
#include "pressgauge/stats/ratio.hpp"

namespace pressgauge::bind {
namespace {

using core::Interval;
using core::VectorRef;
using stats::Estimate;
using stats::Estimates;
using stats::Flag;
using stats::ProportionOptions;

// A number, NaN where not reported, or what is known of it.
using Reported = std::variant<double, Interval>;

struct AsInterval {
  Interval operator()(double value) const { return Interval::exactly(value); }
  Interval operator()(const Interval& value) const { return value; }
};

Interval interval_of(const Reported& reported) { return std::visit(AsInterval{}, reported); }

ProportionOptions options_of(std::string_view method, double alpha) {
  return {stats::proportion_method(method), alpha};
}

void results(py::module_ m) {
  py::native_enum<Flag>(m, "Flag", "enum.IntFlag", "What to know of a result, as bits.")
      .value("missing", Flag::missing)
      .value("undefined", Flag::undefined)
      .value("above_one", Flag::above_one)
      .value("one_sided", Flag::one_sided)
      .value("clipped", Flag::clipped)
      .finalize();
  py::class_<Estimate>(m, "Estimate")
      .def_readonly("estimate", &Estimate::estimate)
      .def_readonly("identified", &Estimate::identified)
      .def_readonly("interval", &Estimate::interval)
      .def_readonly("confidence", &Estimate::confidence)
      .def_readonly("method", &Estimate::method)
      .def_property_readonly("flags", [](const Estimate& e) { return stats::flag_names(e.flags); });
  py::class_<Estimates>(m, "Estimates")
      .def_readonly("estimate", &Estimates::estimate)
      .def_readonly("low", &Estimates::low)
      .def_readonly("high", &Estimates::high)
      .def_readonly("flags", &Estimates::flags);
  py::class_<stats::Reconciled>(m, "Reconciled")
      .def_readonly("interval", &stats::Reconciled::interval)
      .def_readonly("agree", &stats::Reconciled::agree);
}

using OnColumns = Estimates (*)(const VectorRef&, const VectorRef&, const ProportionOptions&);
using OnUnit = Estimate (*)(const Interval&, const Interval&, const ProportionOptions&);
using OnBounds = Estimate (*)(const Interval&, const Interval&);

// A quantity of two counts: of columns, and of one unit whose counts may be in bounds.
struct Quantity {
  const char* name;
  const char* first;
  const char* second;
  const char* doc;
};

void define(py::module_ m, const Quantity& quantity, OnColumns on_columns, OnUnit on_unit) {
  m.def(
      quantity.name,
      [on_columns](const VectorRef& a, const VectorRef& b, std::string_view method, double alpha) {
        return on_columns(a, b, options_of(method, alpha));
      },
      py::arg(quantity.first).noconvert(),
      py::arg(quantity.second).noconvert(),
      py::kw_only(),
      "method"_a,
      "alpha"_a,
      Unlocked(),
      quantity.doc);
  m.def(
      quantity.name,
      [on_unit](const Reported& a, const Reported& b, std::string_view method, double alpha) {
        return on_unit(interval_of(a), interval_of(b), options_of(method, alpha));
      },
      py::arg(quantity.first),
      py::arg(quantity.second),
      py::kw_only(),
      "method"_a,
      "alpha"_a,
      quantity.doc);
}

void define(py::module_ m, const Quantity& quantity, OnBounds on_bounds) {
  m.def(
      quantity.name,
      [on_bounds](const Reported& a, const Reported& b) {
        return on_bounds(interval_of(a), interval_of(b));
      },
      py::arg(quantity.first),
      py::arg(quantity.second),
      quantity.doc);
}

void identified_sets(py::module_ m) {
  m.def(
      "identified",
      [](const Reported& value) { return stats::identified(interval_of(value)); },
      "value"_a,
      "A number as reported.");
  define(m, {"identified_ratio", "a", "b", "Bounds of a / b."}, stats::identified_ratio);
  define(m,
         {"identified_share", "part", "rest", "Bounds of part / (part + rest)."},
         stats::identified_share);
  define(m,
         {"identified_quotient", "part", "whole", "Bounds of part / whole, part <= whole."},
         stats::identified_quotient);
  m.def("reconcile", &stats::reconcile, "mentions"_a, "What several mentions say together.");
}

}  // namespace

void stats(py::module_ m) {
  results(m);
  define(m,
         {"proportion", "count", "nobs", "Share of each unit: count / nobs."},
         stats::proportion,
         stats::proportion);
  define(m,
         {"turnout", "ballots", "registered", "Turnout of each unit: ballots / registered."},
         stats::turnout,
         stats::turnout);
  define(m,
         {"count_ratio", "a", "b", "Ratio of two counts: a / b."},
         stats::count_ratio,
         stats::count_ratio);
  define(m,
         {"injury_ratio", "side_a", "side_b", "Injured of one side per injured of the other."},
         stats::injury_ratio,
         stats::injury_ratio);
  define(m,
         {"killed_wounded_ratio", "killed", "wounded", "Killed per wounded."},
         stats::killed_wounded_ratio,
         stats::killed_wounded_ratio);
  define(m,
         {"case_fatality", "killed", "wounded", "Share of the killed among the casualties."},
         stats::case_fatality,
         stats::case_fatality);
  identified_sets(m);
}

}  // namespace pressgauge::bind
