// SPDX-License-Identifier: MIT
// Tables in and out by the Arrow PyCapsule interface: nothing of any Arrow library is needed here.
#include "pressgauge/articles/batch.hpp"

#include "bind.hpp"

#include "pressgauge/arrow/export.hpp"
#include "pressgauge/arrow/import.hpp"

namespace pressgauge::bind {
namespace {

using SharedTable = std::shared_ptr<arrow::Table>;

// A capsule owns its struct until a reader moves it out, which leaves nothing to release. What it
// points to is the struct, too: the owner has no other member.
template <class Struct>
py::capsule capsule(arrow::Owned<Struct> made, const char* name) {
  static_assert(std::is_standard_layout_v<arrow::Owned<Struct>>);
  return py::capsule(new arrow::Owned<Struct>(std::move(made)), name, [](PyObject* held) {
    delete static_cast<arrow::Owned<Struct>*>(PyCapsule_GetPointer(held, PyCapsule_GetName(held)));
  });
}

// Moves a struct out of its capsule.
template <class Struct>
arrow::Owned<Struct> taken(const py::handle& held, const char* name) {
  auto* given = static_cast<Struct*>(PyCapsule_GetPointer(held.ptr(), name));
  if (!given) throw py::error_already_set();
  arrow::Owned<Struct> out;
  *out.get() = *given;
  given->release = nullptr;
  return out;
}

arrow::Owned<ArrowArrayStream> stream_of(const py::object& source) {
  if (py::hasattr(source, "__arrow_c_stream__")) {
    return taken<ArrowArrayStream>(source.attr("__arrow_c_stream__")(), "arrow_array_stream");
  }
  if (!py::hasattr(source, "__arrow_c_array__")) {
    throw py::type_error(
        "a table of articles has __arrow_c_stream__ or __arrow_c_array__, as pyarrow's and polars' "
        "do; " +
        py::cast<std::string>(py::str(py::type::of(source))) + " has neither");
  }
  const py::tuple pair = source.attr("__arrow_c_array__")();
  return arrow::stream_of(taken<ArrowSchema>(pair[0], "arrow_schema"),
                          taken<ArrowArray>(pair[1], "arrow_array"));
}

py::capsule schema_capsule(const arrow::Table& table) {
  arrow::Owned<ArrowSchema> made;
  arrow::export_schema(table, made.get());
  return capsule(std::move(made), "arrow_schema");
}

bool signalled() {
  const py::gil_scoped_acquire locked;
  return PyErr_CheckSignals() != 0;
}

py::dict read_batch(const py::object& source,
                    const articles::Gauge& gauge,
                    int threads,
                    bool store_text,
                    const std::vector<std::pair<std::string, std::string>>& metadata) {
  auto stream = stream_of(source);
  articles::Tables tables;
  try {
    const py::gil_scoped_release unlocked;
    tables = pressgauge::articles::read_batch(
        std::move(stream), gauge, {threads, store_text, signalled});
  } catch (const articles::Interrupted&) {
    throw py::error_already_set();  // what the signal raised
  }
  py::dict out;
  const auto give = [&](const char* name, arrow::Table& table) {
    table.metadata = metadata;
    out[name] = std::make_shared<arrow::Table>(std::move(table));
  };
  give("articles", tables.articles);
  give("figures", tables.figures);
  give("counts", tables.counts);
  give("statistics", tables.statistics);
  give("sentiment", tables.sentiment);
  give("failures", tables.failures);
  return out;
}

}  // namespace

void batch(py::module_ m) {
  py::class_<arrow::Table, SharedTable>(m, "Table")
      .def("__len__",
           [](const arrow::Table& table) {
             std::int64_t rows = 0;
             for (const auto& each : table.chunks) rows += each.size;
             return rows;
           })
      .def("__arrow_c_schema__", &schema_capsule)
      .def(
          "__arrow_c_array__",
          [](const arrow::Table& table, const py::object&) {
            arrow::Owned<ArrowArray> made;
            arrow::export_rows(table, made.get());
            return py::make_tuple(schema_capsule(table), capsule(std::move(made), "arrow_array"));
          },
          "requested_schema"_a = py::none())
      .def(
          "__arrow_c_stream__",
          [](const SharedTable& table, const py::object&) {
            arrow::Owned<ArrowArrayStream> made;
            arrow::export_table(table, made.get());
            return capsule(std::move(made), "arrow_array_stream");
          },
          "requested_schema"_a = py::none());
  m.def("read_batch",
        &read_batch,
        "source"_a,
        "gauge"_a,
        "threads"_a,
        "store_text"_a,
        "metadata"_a,
        "The tables of many articles.");
}

}  // namespace pressgauge::bind
