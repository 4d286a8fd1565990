// SPDX-License-Identifier: MIT
// The only file that includes pybind11: every binding sees the same casters (a caster seen in one
// file and not in another breaks the one-definition rule).
#pragma once

#include <pybind11/eigen.h>
#include <pybind11/native_enum.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

namespace pressgauge::bind {

namespace py = pybind11;
using namespace py::literals;  // NOLINT(google-build-using-namespace): "name"_a

/// For functions that take only C++ types and are not O(1): other Python threads run meanwhile.
using Unlocked = py::call_guard<py::gil_scoped_release>;

void core(py::module_ m);
void logging(py::module_ m);
void text(py::module_ m);
void figures(py::module_ m);
void sentiment(py::module_ m);
void vader(py::module_ m);
void articles(py::module_ m);
void batch(py::module_ m);
void stats(py::module_ m);

}  // namespace pressgauge::bind
