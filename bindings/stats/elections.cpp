// SPDX-License-Identifier: MIT
#include "pressgauge/stats/elections.hpp"

#include "stats/define.hpp"

#include "pressgauge/stats/seats.hpp"

namespace pressgauge::bind {
namespace {

using core::RowMatrixRef;
using stats::Indices;

void define(py::module_ m,
            const char* name,
            const char* doc,
            Indices (*of_votes)(const RowMatrixRef&, int)) {
  m.def(name, of_votes, "votes"_a.noconvert(), py::kw_only(), "threads"_a, Unlocked(), doc);
}

void indices(py::module_ m) {
  py::class_<Indices>(m, "Indices")
      .def_readonly("value", &Indices::value)
      .def_readonly("flags", &Indices::flags);
  m.def(
      "effective_parties",
      [](const RowMatrixRef& votes, std::string_view index, int threads) {
        return stats::effective_parties(votes, stats::parties_index(index), threads);
      },
      "votes"_a.noconvert(),
      py::kw_only(),
      "index"_a,
      "threads"_a,
      Unlocked(),
      "Effective number of parties of each row.");
  define(m,
         "concentration",
         "Herfindahl-Hirschman index of each row.",
         static_cast<Indices (*)(const RowMatrixRef&, int)>(stats::concentration));
  m.def(
      "concentration",
      [](const std::vector<Reported>& votes) {
        std::vector<Interval> intervals;
        for (const Reported& each : votes) intervals.push_back(interval_of(each));
        return stats::concentration(intervals);
      },
      "votes"_a,
      "What bounded votes allow of the Herfindahl-Hirschman index.");
  define(m, "fractionalization", "Rae's index of each row.", stats::fractionalization);
  define(m, "shannon_entropy", "Entropy of each row.", stats::shannon_entropy);
  m.def(
      "disproportionality",
      [](const RowMatrixRef& votes,
         const RowMatrixRef& seats,
         std::string_view index,
         int threads) {
        return stats::disproportionality(
            votes, seats, stats::disproportionality_index(index), threads);
      },
      "votes"_a.noconvert(),
      "seats"_a.noconvert(),
      py::kw_only(),
      "index"_a,
      "threads"_a,
      Unlocked(),
      "Disproportionality of each row.");
  m.def("volatility",
        &stats::volatility,
        "earlier"_a.noconvert(),
        "later"_a.noconvert(),
        py::kw_only(),
        "threads"_a,
        Unlocked(),
        "Volatility of each row.");
}

}  // namespace

void stats_elections(py::module_ m) {
  indices(m);
  py::class_<stats::Allocation>(m, "Allocation")
      .def_readonly("seats", &stats::Allocation::seats)
      .def_readonly("tied", &stats::Allocation::tied)
      .def_readonly("flags", &stats::Allocation::flags);
  m.def(
      "allocate_seats",
      [](const RowMatrixRef& votes,
         const VectorRef& seats,
         std::string_view method,
         const std::array<std::int64_t, 2>& threshold,
         int threads) {
        return stats::allocate_seats(
            votes, seats, stats::seat_method(method), {threshold[0], threshold[1]}, threads);
      },
      "votes"_a.noconvert(),
      "seats"_a.noconvert(),
      py::kw_only(),
      "method"_a,
      "threshold"_a,
      "threads"_a,
      Unlocked(),
      "Seats of each party of each row.");
}

}  // namespace pressgauge::bind
