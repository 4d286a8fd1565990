// SPDX-License-Identifier: MIT
#include "stats/define.hpp"

#include "pressgauge/stats/normal.hpp"

namespace pressgauge::bind {

using stats::Flag;

void stats_results(py::module_ m) {
  py::native_enum<Flag>(m, "Flag", "enum.IntFlag", "What to know of a result, as bits.")
      .value("missing", Flag::missing)
      .value("undefined", Flag::undefined)
      .value("above_one", Flag::above_one)
      .value("one_sided", Flag::one_sided)
      .value("clipped", Flag::clipped)
      .value("degenerate", Flag::degenerate)
      .value("tie", Flag::tie)
      .value("no_convergence", Flag::no_convergence)
      .value("inconsistent", Flag::inconsistent)
      .finalize();
  m.def("flag_names", &stats::flag_names, "flags"_a, "The names of the bits set.");
  m.def("deviate", &stats::deviate, "alpha"_a, "The z with P(|Z| > z) = alpha.");
  m.def("wald_interval",
        &stats::wald_interval,
        "value"_a,
        "error"_a,
        "alpha"_a,
        "The interval of an estimate that is about normal.");
  m.def("log_wald_interval",
        &stats::log_wald_interval,
        "value"_a,
        "error"_a,
        "alpha"_a,
        "That of a positive estimate whose logarithm is about normal.");
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
}

}  // namespace pressgauge::bind
