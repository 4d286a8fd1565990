// SPDX-License-Identifier: MIT
#include "bind.hpp"

#include "pressgauge/text/document.hpp"

namespace pressgauge::bind {
namespace {

using text::Document;

py::tuple offsets(const Document& document, const core::Span& span) {
  const auto& map = document.code_points();
  return py::make_tuple(map.code_point_of(span.start_byte), map.code_point_of(span.end_byte));
}

// A list of tuples: the offsets of each part, and what `more` says of it.
template <class Parts, class More>
py::list listed(const Document& document, const Parts& parts, More more) {
  py::list out;
  for (const auto& part : parts) out.append(offsets(document, part.span) + more(part));
  return out;
}

py::object speaker(const Document& document, const text::Quote& quote) {
  return quote.speaker ? py::object(py::str(document.phrase(*quote.speaker)))
                       : py::object(py::none());
}

}  // namespace

void text(py::module_ m) {
  py::class_<Document, std::shared_ptr<Document>>(m, "Document")
      .def_property_readonly("text", [](const Document& d) { return d.text(); })
      .def_property_readonly("is_foreign", &Document::is_foreign)
      .def(
          "tokens",
          [](const Document& d) {
            return listed(d, d.tokens(), [&](const auto& t) {
              return py::make_tuple(std::string(d.form(t)));
            });
          },
          "(start, end, form) of each token.")
      .def(
          "sentences",
          [](const Document& d) {
            return listed(
                d, d.sentences(), [](const auto& s) { return py::make_tuple(s.section); });
          },
          "(start, end, section) of each sentence.")
      .def(
          "sections",
          [](const Document& d) {
            return listed(d, d.sections(), [](const auto& s) {
              return py::make_tuple(text::to_string(s.kind), s.rule, s.reason);
            });
          },
          "(start, end, kind, rule, reason) of each section.")
      .def(
          "quotes",
          [](const Document& d) {
            return listed(
                d, d.quotes(), [&](const auto& q) { return py::make_tuple(speaker(d, q)); });
          },
          "(start, end, speaker) of each quote.");
}

}  // namespace pressgauge::bind
