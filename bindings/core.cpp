// SPDX-License-Identifier: MIT
#include "bind.hpp"

#include <string_view>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"

namespace pressgauge::bind {
namespace {

constexpr auto kIntervalDoc =
    R"(Interval(low, high, low_open=False, high_open=False)

What is known of a number: all from `low` to `high`. Immutable.

Parameters
----------
low, high : float
    The ends; unbounded ones are ±inf, and open.
low_open, high_open : bool
    Whether the end itself is left out: "less than 3.5" is ``Interval(0, 3.5, high_open=True)``.

Raises
------
DomainError
    An end is NaN, `low` is above `high`, or a single number has an open end.

Notes
-----
``value in interval`` tells whether it holds a number; ``low, high = interval`` gives its ends.

Examples
--------
>>> from pressgauge import Interval
>>> at_least = Interval(50, float("inf"))
>>> print(at_least, 50 in at_least, at_least.intersection(Interval(40, 60)))
[50, ∞) True [50, 60]
)";

// A message shows what came, which may be no UTF-8.
py::object message_of(const Error& error) {
  const std::string_view told = error.what();
  return py::reinterpret_steal<py::object>(
      PyUnicode_DecodeUTF8(told.data(), static_cast<py::ssize_t>(told.size()), "backslashreplace"));
}

// One translator, most derived first. Ours are also ValueErrors, so that callers may catch either.
void errors(py::module_ m) {
  static auto base = py::exception<Error>(m, "Error");
  const auto value_error = py::make_tuple(base, py::handle(PyExc_ValueError));
  static auto domain = py::exception<DomainError>(m, "DomainError", value_error);
  static auto parse = py::exception<ParseError>(m, "ParseError", value_error);
  base.doc() = "Whatever pressgauge raises on purpose.";
  domain.doc() = "A value that can't be: the message tells what was expected, and what came.";
  parse.doc() =
      "A text, file or date that can't be read; ``offset`` is the byte, where there is one.";
  py::register_local_exception_translator([](std::exception_ptr thrown) {
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const ParseError& error) {
      py::object value = py::handle(parse)(message_of(error));
      value.attr("offset") = error.offset();
      PyErr_SetObject(parse.ptr(), value.ptr());
    } catch (const DomainError& error) {
      PyErr_SetObject(domain.ptr(), message_of(error).ptr());
    } catch (const Error& error) {
      PyErr_SetObject(base.ptr(), message_of(error).ptr());
    }
  });
}

void interval(py::module_ m) {
  using core::Interval;
  // The docstrings say how to call, without the types of C++.
  py::options options;
  options.disable_function_signatures();
  py::class_<Interval>(m, "Interval", kIntervalDoc)
      .def(py::init([](double low, double high, bool low_open, bool high_open) {
             return core::checked({low, high, low_open, high_open});
           }),
           "low"_a,
           "high"_a,
           "low_open"_a = false,
           "high_open"_a = false)
      .def_readonly("low", &Interval::low, "Low end.")
      .def_readonly("high", &Interval::high, "High end.")
      .def_readonly("low_open", &Interval::low_open, "Whether the low end is left out.")
      .def_readonly("high_open", &Interval::high_open, "Whether the high end is left out.")
      .def_property_readonly("is_exact", &Interval::is_exact, "Whether it is a single number.")
      .def("contains",
           py::overload_cast<double>(&Interval::contains, py::const_),
           "value"_a,
           "contains(other)\n\nTell whether it holds a number, or a whole interval.")
      .def("contains",
           py::overload_cast<const Interval&>(&Interval::contains, py::const_),
           "other"_a)
      .def("__contains__", py::overload_cast<double>(&Interval::contains, py::const_))
      .def(
          "intersection",
          [](const Interval& a, const Interval& b) { return core::intersection(a, b); },
          "other"_a,
          "intersection(other)\n\nReturn the numbers in both; None where they don't meet.")
      .def(
          "hull",
          [](const Interval& a, const Interval& b) { return core::hull(a, b); },
          "other"_a,
          "hull(other)\n\nReturn the smallest interval that holds both.")
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
