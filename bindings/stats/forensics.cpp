// SPDX-License-Identifier: MIT
#include "pressgauge/stats/forensics.hpp"

#include "stats/define.hpp"

#include "pressgauge/stats/klimek.hpp"

namespace pressgauge::bind {
namespace {

using stats::DigitTest;
using stats::Fingerprint;
using stats::IntegerPercent;
using stats::VoteRate;

void digits(py::module_ m) {
  py::class_<DigitTest>(m, "DigitTest")
      .def_readonly("counts", &DigitTest::counts)
      .def_readonly("expected", &DigitTest::expected)
      .def_readonly("n", &DigitTest::n)
      .def_readonly("mean", &DigitTest::mean)
      .def_readonly("statistic", &DigitTest::statistic)
      .def_readonly("df", &DigitTest::df)
      .def_readonly("pvalue", &DigitTest::pvalue)
      .def_property_readonly("flags",
                             [](const DigitTest& t) { return stats::flag_names(t.flags); });
  m.def(
      "digit_probabilities",
      [](std::string_view digit) { return stats::digit_probabilities(stats::digit_place(digit)); },
      "digit"_a,
      "Probabilities of the digits 0 to 9 at a place.");
  m.def(
      "digit_test",
      [](const VectorRef& values, std::string_view digit, double least) {
        return stats::digit_test(values, stats::digit_place(digit), least);
      },
      "counts"_a.noconvert(),
      py::kw_only(),
      "digit"_a,
      "least"_a,
      Unlocked(),
      "Chi squared of the digits at a place.");
  m.def(
      "digit_mean_test",
      [](const VectorRef& values,
         std::string_view digit,
         double least,
         std::string_view alternative) {
        return stats::digit_mean_test(
            values, stats::digit_place(digit), least, stats::alternative_of(alternative));
      },
      "counts"_a.noconvert(),
      py::kw_only(),
      "digit"_a,
      "least"_a,
      "alternative"_a,
      Unlocked(),
      "Mean of the digits at a place.");
}

void spikes(py::module_ m) {
  py::class_<IntegerPercent>(m, "IntegerPercent")
      .def_readonly("histogram", &IntegerPercent::histogram)
      .def_readonly("n", &IntegerPercent::n)
      .def_readonly("observed", &IntegerPercent::observed)
      .def_readonly("expected", &IntegerPercent::expected)
      .def_readonly("variance", &IntegerPercent::variance)
      .def_readonly("statistic", &IntegerPercent::statistic)
      .def_readonly("pvalue", &IntegerPercent::pvalue)
      .def_property_readonly("flags",
                             [](const IntegerPercent& t) { return stats::flag_names(t.flags); });
  m.def(
      "integer_percent_test",
      [](const VectorRef& x,
         const VectorRef& n,
         const std::array<std::int64_t, 2>& window,
         std::string_view method,
         std::string_view alternative,
         std::int64_t draws,
         std::uint64_t seed,
         int threads) {
        return stats::integer_percent_test(x,
                                           n,
                                           {window[0],
                                            window[1],
                                            stats::spike_method(method),
                                            stats::alternative_of(alternative),
                                            draws,
                                            seed,
                                            threads});
      },
      "x"_a.noconvert(),
      "n"_a.noconvert(),
      py::kw_only(),
      "window"_a,
      "method"_a,
      "alternative"_a,
      "draws"_a,
      "seed"_a,
      "threads"_a,
      Unlocked(),
      "Percentages at whole numbers against chance.");
}

void shapes(py::module_ m) {
  py::class_<Fingerprint>(m, "Fingerprint")
      .def_readonly("counts", &Fingerprint::counts)
      .def_readonly("n", &Fingerprint::n)
      .def_readonly("left_out", &Fingerprint::left_out)
      .def_property_readonly("flags",
                             [](const Fingerprint& f) { return stats::flag_names(f.flags); });
  m.def("fingerprint",
        &stats::fingerprint,
        "ballots"_a.noconvert(),
        "registered"_a.noconvert(),
        "winner"_a.noconvert(),
        py::kw_only(),
        "bins"_a,
        Unlocked(),
        "Units by turnout and by the winner's share.");
  py::class_<VoteRate>(m, "VoteRate")
      .def_readonly("n", &VoteRate::n)
      .def_readonly("left_out", &VoteRate::left_out)
      .def_readonly("mean", &VoteRate::mean)
      .def_readonly("sd", &VoteRate::sd)
      .def_readonly("skewness", &VoteRate::skewness)
      .def_readonly("excess_kurtosis", &VoteRate::excess_kurtosis)
      .def_property_readonly("flags", [](const VoteRate& r) { return stats::flag_names(r.flags); });
  m.def("log_vote_rate",
        &stats::log_vote_rate,
        "registered"_a.noconvert(),
        "winner"_a.noconvert(),
        Unlocked(),
        "Moments of the logarithmic vote rate.");
}

void klimek(py::module_ m) {
  using stats::KlimekFit;
  using stats::KlimekModel;
  py::class_<KlimekModel>(m, "KlimekModel")
      .def(py::init<double, double, double, double, double, double, double, double>(),
           py::kw_only(),
           "incremental"_a,
           "extreme"_a,
           "exponent"_a,
           "width"_a,
           "turnout"_a,
           "turnout_sd"_a,
           "share"_a,
           "share_sd"_a)
      .def_readonly("incremental", &KlimekModel::incremental)
      .def_readonly("extreme", &KlimekModel::extreme)
      .def_readonly("exponent", &KlimekModel::exponent)
      .def_readonly("width", &KlimekModel::width)
      .def_readonly("turnout", &KlimekModel::turnout)
      .def_readonly("turnout_sd", &KlimekModel::turnout_sd)
      .def_readonly("share", &KlimekModel::share)
      .def_readonly("share_sd", &KlimekModel::share_sd);
  py::class_<KlimekFit>(m, "KlimekFit")
      .def_readonly("model", &KlimekFit::model)
      .def_readonly("distance", &KlimekFit::distance)
      .def_readonly("distance_honest", &KlimekFit::distance_honest)
      .def_readonly("n", &KlimekFit::n)
      .def_readonly("left_out", &KlimekFit::left_out)
      .def_property_readonly("flags",
                             [](const KlimekFit& f) { return stats::flag_names(f.flags); });
  m.def(
      "klimek_fit",
      [](const VectorRef& ballots,
         const VectorRef& registered,
         const VectorRef& winner,
         std::int64_t bins,
         std::int64_t draws,
         std::uint64_t seed) {
        return stats::klimek_fit(ballots, registered, winner, {bins, draws, seed});
      },
      "ballots"_a.noconvert(),
      "registered"_a.noconvert(),
      "winner"_a.noconvert(),
      py::kw_only(),
      "bins"_a,
      "draws"_a,
      "seed"_a,
      Unlocked(),
      "The model of ballot stuffing that is nearest to an election.");
  m.def(
      "klimek_simulate",
      [](const VectorRef& registered, const KlimekModel& model, std::uint64_t seed) {
        const auto units = stats::klimek_simulate(registered, model, seed);
        return std::pair{units.ballots, units.winner};
      },
      "registered"_a.noconvert(),
      py::kw_only(),
      "model"_a,
      "seed"_a,
      Unlocked(),
      "Ballots and votes for the winner as the model makes them.");
}

}  // namespace

void stats_forensics(py::module_ m) {
  digits(m);
  spikes(m);
  shapes(m);
  klimek(m);
}

}  // namespace pressgauge::bind
