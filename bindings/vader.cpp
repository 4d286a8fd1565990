// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/vader.hpp"

#include "bind.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pressgauge::bind {
namespace {

using pressgauge::sentiment::Vader;
using pressgauge::sentiment::VaderScores;

// Item by item: a dictionary made of keyword arguments takes as long as scoring a sentence.
py::dict as_dict(const VaderScores& scores) {
  py::dict out;
  out["neg"] = scores.negative;
  out["neu"] = scores.neutral;
  out["pos"] = scores.positive;
  out["compound"] = scores.compound;
  return out;
}

VaderScores unlocked(const Vader& vader, std::string_view text) {
  const py::gil_scoped_release release;
  return vader.scores(text);
}

std::vector<VaderScores> unlocked(const Vader& vader, const std::vector<std::string>& texts) {
  const py::gil_scoped_release release;
  std::vector<VaderScores> all;
  all.reserve(texts.size());
  for (const std::string& text : texts) all.push_back(vader.scores(text));
  return all;
}

}  // namespace

void vader(py::module_ m) {
  py::class_<Vader, std::shared_ptr<Vader>>(m, "Vader")
      .def(py::init<std::string_view, std::string_view>(), "lexicon"_a, "emoji"_a, Unlocked())
      .def(
          "scores",
          [](const Vader& v, std::string_view text) { return as_dict(unlocked(v, text)); },
          "text"_a,
          "neg, neu, pos and compound of a text.")
      .def(
          "scores_all",
          [](const Vader& v, const std::vector<std::string>& texts) {
            py::list out;
            for (const VaderScores& each : unlocked(v, texts)) out.append(as_dict(each));
            return out;
          },
          "texts"_a,
          "The same of each text.");
}

}  // namespace pressgauge::bind
