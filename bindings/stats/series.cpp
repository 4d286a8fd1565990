// SPDX-License-Identifier: MIT
#include "stats/define.hpp"

#include <cstdint>
#include <optional>

#include "pressgauge/stats/change_points.hpp"
#include "pressgauge/stats/dispersion.hpp"
#include "pressgauge/stats/hawkes.hpp"
#include "pressgauge/stats/power_law.hpp"

namespace pressgauge::bind {
namespace {

py::tuple ends_of(const stats::detail::Row& row) {
  return py::make_tuple(row.estimate, row.low, row.high);
}

void change_points(py::module_ m) {
  using stats::ChangePosterior;
  using stats::RateChanges;
  py::class_<RateChanges>(m, "RateChanges")
      .def_readonly("change_points", &RateChanges::change_points)
      .def_readonly("rates", &RateChanges::rates)
      .def_readonly("cost", &RateChanges::cost)
      .def_readonly("flags", &RateChanges::flags);
  m.def("change_penalty", &stats::change_penalty, "name"_a, "periods"_a, "Cost of a change point.");
  m.def(
      "event_rate_change",
      [](const VectorRef& y, std::string_view method, double penalty, double alpha) {
        return stats::event_rate_change(y, {stats::partition_method(method), penalty, alpha});
      },
      py::arg("y").noconvert(),
      py::kw_only(),
      "method"_a,
      "penalty"_a,
      "alpha"_a,
      Unlocked(),
      "The best partition into segments of constant Poisson rate.");
  py::class_<ChangePosterior>(m, "ChangePosterior")
      .def_readonly("probability", &ChangePosterior::probability)
      .def_readonly("change_point", &ChangePosterior::change_point)
      .def_readonly("mean", &ChangePosterior::mean)
      .def_readonly("log_bayes_factor", &ChangePosterior::log_bayes_factor)
      .def_property_readonly("before", [](const ChangePosterior& c) { return ends_of(c.before); })
      .def_property_readonly("after", [](const ChangePosterior& c) { return ends_of(c.after); })
      .def_readonly("flags", &ChangePosterior::flags);
  m.def(
      "bayes_changepoint",
      [](const VectorRef& y, double shape, double rate, double alpha) {
        return stats::bayes_changepoint(y, {shape, rate}, alpha);
      },
      py::arg("y").noconvert(),
      py::kw_only(),
      "shape"_a,
      "rate"_a,
      "alpha"_a,
      Unlocked(),
      "One change of a Poisson rate.");
}

void hawkes(py::module_ m) {
  using stats::HawkesFit;
  py::class_<HawkesFit>(m, "HawkesFit")
      .def_property_readonly("mu", [](const HawkesFit& f) { return f.parameters.mu; })
      .def_property_readonly("branching", [](const HawkesFit& f) { return f.parameters.branching; })
      .def_property_readonly("decay", [](const HawkesFit& f) { return f.parameters.decay; })
      .def_readonly("covariance", &HawkesFit::covariance)
      .def_readonly("loglik", &HawkesFit::loglik)
      .def_readonly("residuals", &HawkesFit::residuals)
      .def_readonly("ks", &HawkesFit::ks)
      .def_readonly("pvalue", &HawkesFit::pvalue)
      .def_readonly("flags", &HawkesFit::flags);
  m.def(
      "hawkes_loglik",
      [](const VectorRef& times, double end, double mu, double branching, double decay) {
        return stats::hawkes_loglik(times, end, {mu, branching, decay});
      },
      py::arg("times").noconvert(),
      "T"_a,
      "mu"_a,
      "branching"_a,
      "decay"_a,
      Unlocked(),
      "Log likelihood of events that excite others.");
  m.def(
      "hawkes_score",
      [](const VectorRef& times, double end, double mu, double branching, double decay) {
        return stats::hawkes_score(times, end, {mu, branching, decay});
      },
      py::arg("times").noconvert(),
      "T"_a,
      "mu"_a,
      "branching"_a,
      "decay"_a,
      Unlocked(),
      "Its gradient.");
  m.def("hawkes_fit",
        &stats::hawkes_fit,
        py::arg("times").noconvert(),
        "T"_a,
        Unlocked(),
        "The parameters of greatest likelihood.");
  m.def(
      "hawkes_simulate",
      [](double mu, double branching, double decay, double end, std::uint64_t seed) {
        return stats::hawkes_simulate({mu, branching, decay}, end, seed);
      },
      "mu"_a,
      "branching"_a,
      "decay"_a,
      "T"_a,
      "seed"_a,
      Unlocked(),
      "Times of events that excite others.");
}

void power_laws(py::module_ m) {
  using stats::PowerLawBootstrap;
  using stats::PowerLawComparison;
  using stats::PowerLawFit;
  py::class_<PowerLawFit>(m, "PowerLawFit")
      .def_readonly("alpha", &PowerLawFit::alpha)
      .def_readonly("standard_error", &PowerLawFit::standard_error)
      .def_readonly("xmin", &PowerLawFit::xmin)
      .def_readonly("loglik", &PowerLawFit::loglik)
      .def_readonly("ks", &PowerLawFit::ks)
      .def_readonly("ks_observed", &PowerLawFit::ks_observed)
      .def_readonly("tail", &PowerLawFit::tail)
      .def_readonly("flags", &PowerLawFit::flags);
  m.def(
      "power_law_fit",
      [](const VectorRef& x, std::optional<double> xmin, bool discrete) {
        return stats::power_law_fit(x, {xmin, discrete});
      },
      py::arg("x").noconvert(),
      py::kw_only(),
      "xmin"_a,
      "discrete"_a,
      Unlocked(),
      "A power law, by maximum likelihood.");
  py::class_<PowerLawBootstrap>(m, "PowerLawBootstrap")
      .def_readonly("pvalue", &PowerLawBootstrap::pvalue)
      .def_readonly("ks", &PowerLawBootstrap::ks)
      .def_readonly("alpha", &PowerLawBootstrap::alpha)
      .def_readonly("xmin", &PowerLawBootstrap::xmin);
  m.def(
      "power_law_bootstrap",
      [](const VectorRef& x,
         std::optional<double> xmin,
         bool discrete,
         std::int64_t replicates,
         std::uint64_t seed,
         int threads) {
        return stats::power_law_bootstrap(x, {xmin, discrete}, {replicates, seed, threads});
      },
      py::arg("x").noconvert(),
      py::kw_only(),
      "xmin"_a,
      "discrete"_a,
      "replicates"_a,
      "seed"_a,
      "threads"_a,
      Unlocked(),
      "Whether a power law is tenable.");
  py::class_<PowerLawComparison>(m, "PowerLawComparison")
      .def_readonly("loglik_ratio", &PowerLawComparison::loglik_ratio)
      .def_readonly("statistic", &PowerLawComparison::statistic)
      .def_readonly("pvalue", &PowerLawComparison::pvalue)
      .def_readonly("parameters", &PowerLawComparison::parameters)
      .def_readonly("flags", &PowerLawComparison::flags);
  m.def(
      "power_law_compare",
      [](const VectorRef& x, std::string_view rival, std::optional<double> xmin, bool discrete) {
        return stats::power_law_compare(x, {xmin, discrete}, stats::rival_of(rival));
      },
      py::arg("x").noconvert(),
      py::kw_only(),
      "rival"_a,
      "xmin"_a,
      "discrete"_a,
      Unlocked(),
      "A power law against another law.");
}

void dispersion(py::module_ m) {
  using stats::DispersionTest;
  using stats::NegbinFit;
  py::class_<DispersionTest>(m, "DispersionTest")
      .def_readonly("statistic", &DispersionTest::statistic)
      .def_readonly("pvalue", &DispersionTest::pvalue)
      .def_readonly("variance_to_mean", &DispersionTest::variance_to_mean)
      .def_readonly("flags", &DispersionTest::flags);
  m.def(
      "dispersion_test",
      [](const VectorRef& y, std::string_view method, std::string_view alternative) {
        return stats::dispersion_test(
            y, stats::dispersion_method(method), stats::alternative_of(alternative));
      },
      py::arg("y").noconvert(),
      py::kw_only(),
      "method"_a,
      "alternative"_a,
      Unlocked(),
      "Whether counts vary as Poisson counts do.");
  py::class_<NegbinFit>(m, "NegbinFit")
      .def_readonly("mean", &NegbinFit::mean)
      .def_readonly("mean_error", &NegbinFit::mean_error)
      .def_readonly("dispersion", &NegbinFit::dispersion)
      .def_readonly("dispersion_error", &NegbinFit::dispersion_error)
      .def_readonly("loglik", &NegbinFit::loglik)
      .def_readonly("poisson_loglik", &NegbinFit::poisson_loglik)
      .def_readonly("flags", &NegbinFit::flags);
  m.def("negbin_fit",
        &stats::negbin_fit,
        py::arg("y").noconvert(),
        Unlocked(),
        "A negative binomial, by maximum likelihood.");
}

}  // namespace

void stats_series(py::module_ m) {
  change_points(m);
  hawkes(m);
  power_laws(m);
  dispersion(m);
}

}  // namespace pressgauge::bind
