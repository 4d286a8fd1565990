// SPDX-License-Identifier: MIT
// The parts of a text as Python asks for them, one by one: a dictionary is made only of what is
// looked at.
#pragma once

#include "bind.hpp"
#include "dict.hpp"

#include <memory>
#include <utility>
#include <vector>

namespace pressgauge::bind {

template <class T>
class Parts {
 public:
  /// `document` is the text that the parts are of: it knows their places.
  Parts(std::shared_ptr<const text::Document> document, std::shared_ptr<const std::vector<T>> items)
      : document_(std::move(document)), items_(std::move(items)) {}

  std::size_t size() const { return items_->size(); }
  py::object at(std::size_t i) const {
    if (i >= size()) throw py::index_error();
    return ToDict(document_->code_points())((*items_)[i]);
  }

 private:
  std::shared_ptr<const text::Document> document_;
  std::shared_ptr<const std::vector<T>> items_;
};

template <class T>
void parts(py::module_ m, const char* name) {
  py::class_<Parts<T>>(m, name)
      .def("__len__", &Parts<T>::size)
      .def("__getitem__", &Parts<T>::at, "number"_a);
}

}  // namespace pressgauge::bind
