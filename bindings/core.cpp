// SPDX-License-Identifier: MIT
#include "bind.hpp"

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"

namespace pressgauge::bind {
namespace {

// One translator, most derived first. Ours are also ValueErrors, so that callers may catch either.
void errors(py::module_ m) {
  static auto base = py::exception<Error>(m, "Error");
  const auto value_error = py::make_tuple(base, py::handle(PyExc_ValueError));
  static auto domain = py::exception<DomainError>(m, "DomainError", value_error);
  static auto parse = py::exception<ParseError>(m, "ParseError", value_error);
  py::register_local_exception_translator([](std::exception_ptr thrown) {
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const ParseError& error) {
      py::object value = py::handle(parse)(error.what());
      value.attr("offset") = error.offset();
      PyErr_SetObject(parse.ptr(), value.ptr());
    } catch (const DomainError& error) {
      py::set_error(domain, error.what());
    } catch (const Error& error) {
      py::set_error(base, error.what());
    }
  });
}

void interval(py::module_ m) {
  using core::Interval;
  py::class_<Interval>(m, "Interval")
      .def(py::init([](double low, double high, bool low_open, bool high_open) {
             return core::checked({low, high, low_open, high_open});
           }),
           "low"_a,
           "high"_a,
           "low_open"_a = false,
           "high_open"_a = false)
      .def_readonly("low", &Interval::low)
      .def_readonly("high", &Interval::high)
      .def_readonly("low_open", &Interval::low_open)
      .def_readonly("high_open", &Interval::high_open)
      .def_property_readonly("is_exact", &Interval::is_exact)
      .def("contains", py::overload_cast<double>(&Interval::contains, py::const_), "value"_a)
      .def("contains",
           py::overload_cast<const Interval&>(&Interval::contains, py::const_),
           "other"_a)
      .def("__contains__", py::overload_cast<double>(&Interval::contains, py::const_))
      .def(
          "intersection",
          [](const Interval& a, const Interval& b) { return core::intersection(a, b); },
          "other"_a)
      .def(
          "hull", [](const Interval& a, const Interval& b) { return core::hull(a, b); }, "other"_a)
      .def("__iter__", [](const Interval& i) { return py::iter(py::make_tuple(i.low, i.high)); })
      .def(
          "__eq__", [](const Interval& a, const Interval& b) { return a == b; }, py::is_operator())
      .def("__hash__",
           [](const Interval& i) {
             return py::hash(py::make_tuple(i.low, i.high, i.low_open, i.high_open));
           })
      .def("__str__", [](const Interval& i) { return core::to_string(i); })
      .def("__repr__", [](const Interval& i) { return "Interval(" + core::to_string(i) + ")"; })
      .def(py::pickle(
          [](const Interval& i) { return py::make_tuple(i.low, i.high, i.low_open, i.high_open); },
          [](const py::tuple& t) {
            return Interval{
                t[0].cast<double>(), t[1].cast<double>(), t[2].cast<bool>(), t[3].cast<bool>()};
          }));
}

}  // namespace

void core(py::module_ m) {
  errors(m);
  interval(m);
}

}  // namespace pressgauge::bind
