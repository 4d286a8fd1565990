// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/sentiment.hpp"

#include "bind.hpp"
#include "dict.hpp"

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/sentiment/lexicon.hpp"
#include "pressgauge/sentiment/link_fit.hpp"
#include "pressgauge/sentiment/profiles.hpp"

namespace pressgauge::bind {
namespace {

using pressgauge::sentiment::Lexicon;
using pressgauge::sentiment::LexiconEntry;
using pressgauge::sentiment::Link;
using pressgauge::sentiment::LinkFit;
using SharedDocument = std::shared_ptr<text::Document>;

// What a profile, or else the gauge, scores a document by.
template <class Score>
auto scored(Score score,
            const text::Document& document,
            const articles::Gauge& gauge,
            const std::optional<std::string>& profile) {
  using pressgauge::sentiment::profile_of;
  const py::gil_scoped_release unlocked;
  return score(document,
               gauge.sentiment_rules(),
               gauge.vocabulary(),
               profile ? calibration_of(profile_of(*profile)) : gauge.calibration());
}

std::span<const double> values(const core::VectorRef& column) {
  return {column.data(), static_cast<std::size_t>(column.size())};
}

void links(py::module_ m) {
  py::class_<Link>(m, "Link")
      .def(py::init([](double gain, double offset, double negative_below, double positive_above) {
             return checked(Link{gain, offset, negative_below, positive_above});
           }),
           "gain"_a,
           "offset"_a,
           "negative_below"_a,
           "positive_above"_a)
      .def_readonly("gain", &Link::gain)
      .def_readonly("offset", &Link::offset)
      .def_readonly("negative_below", &Link::negative_below)
      .def_readonly("positive_above", &Link::positive_above)
      .def("score", &Link::score, "raw"_a)
      .def(
          "label",
          [](const Link& link, double score) { return to_string(link.label(score)); },
          "score"_a);
  py::class_<LinkFit>(m, "LinkFit")
      .def_readonly("link", &LinkFit::link)
      .def_readonly("n", &LinkFit::n)
      .def_readonly("r", &LinkFit::r)
      .def_readonly("error", &LinkFit::error)
      .def_readonly("macro_f1", &LinkFit::macro_f1)
      .def_readonly("warnings", &LinkFit::warnings);
  m.def(
      "profile_link",
      [](const std::string& profile) {
        return link_of(pressgauge::sentiment::profile_of(profile));
      },
      "profile"_a,
      "The link of a profile.");
  m.def(
      "fit_link",
      [](const core::VectorRef& raw,
         const core::VectorRef& ratings,
         bool through_zero,
         std::optional<std::pair<double, double>> thresholds,
         double plain_rating) {
        return pressgauge::sentiment::fit_link(
            values(raw), values(ratings), {through_zero, thresholds, plain_rating});
      },
      py::arg("raw").noconvert(),
      py::arg("ratings").noconvert(),
      "through_zero"_a,
      "thresholds"_a,
      "plain_rating"_a,
      Unlocked(),
      "The link that fits ratings best.");
}

py::tuple entry_tuple(const LexiconEntry& e) {
  return py::make_tuple(e.word, e.weight, e.prior, e.learned, e.texts, e.source);
}

void lexicons(py::module_ m) {
  py::class_<Lexicon>(m, "Lexicon")
      .def_static("shipped", &Lexicon::shipped, Unlocked())
      .def_static("empty", &Lexicon::empty)
      .def("extended", &Lexicon::extended, "name"_a, "content"_a, "source"_a, Unlocked())
      .def(
          "lookup",
          [](const Lexicon& lexicon, std::string_view word) -> std::optional<py::tuple> {
            const auto found = lexicon.lookup(word);
            return found ? std::optional(entry_tuple(*found)) : std::nullopt;
          },
          "word"_a)
      .def("entries",
           [](const Lexicon& lexicon) {
             py::list out;
             for (const auto& entry : lexicon.entries()) out.append(entry_tuple(entry));
             return out;
           })
      .def("__len__", &Lexicon::size)
      .def("own_rows", &Lexicon::own_rows)
      .def_property_readonly("has_shipped", &Lexicon::has_shipped);
}

}  // namespace

void sentiment(py::module_ m) {
  links(m);
  lexicons(m);
  m.def(
      "score",
      [](const SharedDocument& document,
         const articles::Gauge& gauge,
         std::optional<Link> link,
         const std::optional<std::string>& profile) {
        auto found = scored(pressgauge::sentiment::score, *document, gauge, profile);
        apply(link.value_or(gauge.link()), found);
        return ToDict(document->code_points())(found);
      },
      "document"_a,
      "gauge"_a,
      "link"_a = py::none(),
      "profile"_a = py::none(),
      "The sentiment of a document.");
  m.def(
      "tone",
      [](const SharedDocument& document,
         const articles::Gauge& gauge,
         std::optional<Link> link,
         const std::optional<std::string>& profile) {
        auto found = scored(pressgauge::sentiment::tone, *document, gauge, profile);
        apply(link.value_or(gauge.link()), found);
        return tone_tuple(found);
      },
      "document"_a,
      "gauge"_a,
      "link"_a = py::none(),
      "profile"_a = py::none(),
      "The numbers alone: (score, label, raw, narration, quotation, events).");
  m.def(
      "raw",
      [](const SharedDocument& document,
         const articles::Gauge& gauge,
         const std::optional<std::string>& profile) {
        return scored(pressgauge::sentiment::tone, *document, gauge, profile).raw;
      },
      "document"_a,
      "gauge"_a,
      "profile"_a = py::none(),
      "The tone of a document before calibration.");
  m.def(
      "targets",
      [](const std::shared_ptr<const text::Document>& document, const articles::Gauge& gauge) {
        const auto read = [&] {
          const py::gil_scoped_release unlocked;
          const auto actors = text::actors(*document, gauge.actor_rules(), gauge.vocabulary());
          return pressgauge::sentiment::toward(*document, actors, gauge.toward_rules());
        };
        return ToDict(document->code_points())(read());
      },
      "document"_a,
      "gauge"_a,
      "The tone toward each named actor.");
  m.def(
      "toward",
      [](const std::shared_ptr<const text::Document>& document,
         const articles::Gauge& gauge,
         const std::string& name,
         const std::vector<std::pair<std::int64_t, std::int64_t>>& spans) {
        const auto& map = document->code_points();
        std::vector<core::Span> places;
        for (const auto& [start, end] : spans)
          places.push_back({map.byte_of(start), map.byte_of(end)});
        const auto read = [&] {
          const py::gil_scoped_release unlocked;
          return pressgauge::sentiment::toward(*document, name, places, gauge.toward_rules());
        };
        return ToDict(map)(read());
      },
      "document"_a,
      "gauge"_a,
      "name"_a,
      "spans"_a,
      "The tone toward what stands at some places.");
}

}  // namespace pressgauge::bind
