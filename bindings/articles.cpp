// SPDX-License-Identifier: MIT
#include "bind.hpp"
#include "dict.hpp"
#include "parts.hpp"

#include <memory>

#include "pressgauge/articles/reading.hpp"

namespace pressgauge::bind {
namespace {

using articles::Article;
using articles::Edit;
using articles::Gauge;
using articles::GaugeOptions;
using articles::Reading;
using SharedGauge = std::shared_ptr<Gauge>;

template <class Part>
auto part(Part Reading::*member) {
  return [member](const Reading& r) { return ToDict(r.document->code_points())(r.*member); };
}

// A list of a reading, for its parts one by one; the reading lives as long as it does.
template <class T>
auto listed(std::vector<T> Reading::*member) {
  return [member](const std::shared_ptr<Reading>& r) {
    return Parts<T>(r->document, {r, &((*r).*member)});
  };
}

// Every list of a reading under its name, for reading and writing alike.
template <class R, class Visit>
void parts(R& reading, Visit visit) {
  visit("figures", reading.figures);
  visit("left_alone", reading.left_alone);
  visit("counts", reading.counts);
  visit("statistics", reading.statistics);
  visit("sentiment", reading.sentiment);
  visit("warnings", reading.warnings);
  visit("edits", reading.edits);
}

Reading reading_from(const Gauge& gauge, const Article& article, const py::dict& from) {
  Reading reading;
  reading.title = article.title;
  reading.published = article.published;
  reading.document = std::make_shared<const text::Document>(
      article.text, gauge.text_rules(), gauge.vocabulary(), gauge.options().max_bytes);
  const FromDict convert(reading.document->code_points());
  parts(reading, [&](const char* name, auto& member) { convert(from[name], member); });
  return reading;
}

void gauge(py::module_ m) {
  py::class_<Gauge, SharedGauge>(m, "Gauge")
      .def(py::init([](std::string kinds,
                       std::string hedges,
                       std::string groups,
                       std::string lexicon,
                       std::size_t max_bytes,
                       const std::string& profile,
                       std::optional<sentiment::Link> link,
                       bool shipped_lexicon) {
             return std::make_shared<Gauge>(GaugeOptions{kinds,
                                                         hedges,
                                                         groups,
                                                         lexicon,
                                                         max_bytes,
                                                         sentiment::profile_of(profile),
                                                         link,
                                                         shipped_lexicon});
           }),
           py::kw_only(),
           "kinds"_a = "",
           "hedges"_a = "",
           "groups"_a = "",
           "lexicon"_a = "",
           "max_bytes"_a = text::kMostBytes,
           "profile"_a = "news",
           "link"_a = py::none(),
           "shipped_lexicon"_a = true)
      .def(
          "rules",
          [](const Gauge& g) { return py::bytes(articles::effective_rules(g.options())); },
          "All rules in force, as one text.")
      .def(
          "kinds",
          [](const Gauge& g) {
            py::list out;
            for (const auto& k : g.figure_rules().kinds())
              out.append(py::make_tuple(k.name, k.unit, k.event));
            return out;
          },
          "(name, unit, event) of each kind.")
      .def(
          "document",
          [](const Gauge& g, std::string text) {
            return std::make_shared<text::Document>(
                std::move(text), g.text_rules(), g.vocabulary(), g.options().max_bytes);
          },
          "text"_a,
          Unlocked())
      .def(
          "word_classes",
          [](const Gauge& g, const text::Document& document) {
            py::list out;
            for (const auto each : text::word_classes(document, g.tagger()))
              out.append(py::str(text::to_string(each).data(), text::to_string(each).size()));
            return out;
          },
          "document"_a,
          "The word class of each token.")
      .def(
          "actors",
          [](const Gauge& g, const text::Document& document) {
            const auto found = [&] {
              const py::gil_scoped_release unlocked;
              return text::actors(document, g.actor_rules(), g.vocabulary());
            }();
            const ToDict dict(document.code_points());
            py::list out;
            for (const auto& actor : found) {
              py::list mentions;
              for (const auto& each : actor.mentions) mentions.append(dict(each.span));
              out.append(py::make_tuple(actor.name, actor.aliases, actor.person, mentions));
            }
            return out;
          },
          "document"_a,
          "(name, aliases, person, mentions) of each named actor.")
      .def(
          "read",
          [](const Gauge& g,
             std::string text,
             std::optional<std::string> title,
             std::optional<std::string> published) {
            return std::make_shared<Reading>(
                articles::read({std::move(text), std::move(title), day(published)}, g));
          },
          "text"_a,
          "title"_a = py::none(),
          "published"_a = py::none(),
          Unlocked());
}

}  // namespace

void articles(py::module_ m) {
  gauge(m);
  m.attr("SCHEMA_VERSION") = pressgauge::articles::kSchemaVersion;
  py::class_<Edit>(m, "Edit").def(
      py::init<std::int64_t, std::string, std::vector<std::string>, std::string, std::string>(),
      "figure"_a,
      "action"_a,
      "fields"_a,
      "by"_a,
      "reason"_a);
  py::class_<Reading, std::shared_ptr<Reading>>(m, "Reading")
      .def(py::init([](const Gauge& g,
                       std::string text,
                       std::optional<std::string> title,
                       const std::optional<std::string>& published,
                       const py::dict& parts) {
             return reading_from(g, {std::move(text), std::move(title), day(published)}, parts);
           }),
           "gauge"_a,
           "text"_a,
           "title"_a,
           "published"_a,
           "parts"_a)
      .def_readonly("title", &Reading::title)
      .def_property_readonly(
          "published",
          [](const Reading& r) {
            return r.published ? std::optional(pressgauge::figures::iso_date(*r.published))
                               : std::nullopt;
          })
      .def_property_readonly(
          "document",
          [](const Reading& r) { return std::const_pointer_cast<text::Document>(r.document); })
      .def("figure_list", listed(&Reading::figures))
      .def("count_list", listed(&Reading::counts))
      .def("figures", part(&Reading::figures))
      .def("left_alone", part(&Reading::left_alone))
      .def("counts", part(&Reading::counts))
      .def("statistics", part(&Reading::statistics))
      .def("sentiment", part(&Reading::sentiment))
      .def("tone", [](const Reading& r) { return tone_tuple(r.sentiment); })
      .def("warnings", part(&Reading::warnings))
      .def("edits", part(&Reading::edits))
      .def(
          "figure",
          [](const Reading& r, std::int64_t number) {
            return ToDict(r.document->code_points())(articles::figure(r, number));
          },
          "number"_a,
          "The figure of that number.")
      .def(
          "revise",
          [](const Reading& r, const Gauge& g, const py::dict& figure, const Edit& edit) {
            pressgauge::figures::Figure changed;
            FromDict(r.document->code_points())(figure, changed);
            return articles::revised(r, changed, edit, g);
          },
          "gauge"_a,
          "figure"_a,
          "edit"_a,
          "The reading with another figure.")
      .def(
          "reject",
          [](const Reading& r, const Gauge& g, const Edit& edit) {
            return articles::rejected(r, edit, g);
          },
          "gauge"_a,
          "edit"_a,
          "The reading without a figure.");
}

}  // namespace pressgauge::bind
