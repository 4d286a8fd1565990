// SPDX-License-Identifier: MIT
#include "pressgauge/stats/capture.hpp"

#include "stats/define.hpp"

#include "pressgauge/stats/lcmcr.hpp"
#include "pressgauge/stats/loglinear.hpp"

namespace pressgauge::bind {
namespace {

using stats::LatentClassOptions;
using stats::LatentClassPosterior;
using stats::LoglinearModel;
using stats::LoglinearModels;
using stats::PopulationOptions;

PopulationOptions population_options(std::string_view method,
                                     double alpha,
                                     std::string_view alternative,
                                     int threads) {
  return {stats::population_method(method), alpha, stats::alternative_of(alternative), threads};
}

// Called with the lock let go: takes it to hear of Ctrl-C, and to tell Python's callback.
void tell(const py::object& progress, double share) {
  const py::gil_scoped_acquire lock;
  if (PyErr_CheckSignals() != 0) throw py::error_already_set();
  if (!progress.is_none()) progress(share);
}

LatentClassPosterior lcmcr(const VectorRef& counts,
                           const LatentClassOptions& options,
                           const py::object& progress) {
  const py::gil_scoped_release unlocked;
  return stats::lcmcr(counts, options, [&](double share) { tell(progress, share); });
}

void define_results(py::module_ m) {
  py::class_<LoglinearModel>(m, "LoglinearModel")
      .def_readonly("population", &LoglinearModel::population)
      .def_readonly("unseen", &LoglinearModel::unseen)
      .def_readonly("standard_error", &LoglinearModel::standard_error)
      .def_readonly("deviance", &LoglinearModel::deviance)
      .def_readonly("degrees_of_freedom", &LoglinearModel::degrees_of_freedom)
      .def_readonly("aic", &LoglinearModel::aic)
      .def_readonly("bic", &LoglinearModel::bic)
      .def_readonly("interactions", &LoglinearModel::interactions);
  py::class_<LoglinearModels>(m, "LoglinearModels")
      .def_readonly("population", &LoglinearModels::population)
      .def_readonly("unseen", &LoglinearModels::unseen)
      .def_readonly("standard_error", &LoglinearModels::standard_error)
      .def_readonly("deviance", &LoglinearModels::deviance)
      .def_readonly("degrees_of_freedom", &LoglinearModels::degrees_of_freedom)
      .def_readonly("aic", &LoglinearModels::aic)
      .def_readonly("bic", &LoglinearModels::bic)
      .def_readonly("interactions", &LoglinearModels::interactions);
  py::class_<LatentClassPosterior>(m, "LatentClassPosterior")
      .def_readonly("population", &LatentClassPosterior::population)
      .def_readonly("mean", &LatentClassPosterior::mean)
      .def_readonly("r_hat", &LatentClassPosterior::r_hat)
      .def_readonly("bulk_draws", &LatentClassPosterior::bulk_draws)
      .def_readonly("tail_draws", &LatentClassPosterior::tail_draws)
      .def_readonly("draws", &LatentClassPosterior::draws);
}

void define_columns(py::module_ m) {
  const auto method = &stats::population_method;
  QuantityOf<stats::PopulationMethod, 3>{"lincoln_petersen",
                                         "All persons of two lists: n1 n2 / m.",
                                         {"n1", "n2", "m"},
                                         method,
                                         stats::lincoln_petersen,
                                         stats::lincoln_petersen}
      .define(m);
  QuantityOf<stats::PopulationMethod, 3>{"chapman",
                                         "All persons of two lists, with less bias.",
                                         {"n1", "n2", "m"},
                                         method,
                                         stats::chapman,
                                         stats::chapman}
      .define(m);
  QuantityOf<stats::ChaoMethod, 4>{"chao",
                                   "At least so many persons, from those seen once and twice.",
                                   {"f1", "f2", "observed", "lists"},
                                   &stats::chao_method,
                                   stats::chao,
                                   stats::chao}
      .define(m);
}

void define_models(py::module_ m) {
  m.def(
      "loglinear_mse",
      [](const VectorRef& counts,
         const stats::Interactions& interactions,
         std::string_view method,
         double alpha,
         std::string_view alternative) {
        return stats::loglinear_mse(
            counts, interactions, population_options(method, alpha, alternative, 1));
      },
      "counts"_a.noconvert(),
      "interactions"_a,
      py::kw_only(),
      "method"_a,
      "alpha"_a,
      "alternative"_a,
      Unlocked(),
      "One hierarchical log-linear model.");
  m.def("hierarchical_models", &stats::hierarchical_models, "lists"_a, Unlocked(), "All of them.");
  m.def(
      "mse_all_models",
      [](const VectorRef& counts,
         std::string_view method,
         double alpha,
         std::string_view alternative,
         int threads) {
        return stats::mse_all_models(counts,
                                     population_options(method, alpha, alternative, threads));
      },
      "counts"_a.noconvert(),
      py::kw_only(),
      "method"_a,
      "alpha"_a,
      "alternative"_a,
      "threads"_a,
      Unlocked(),
      "All hierarchical models.");
  m.def(
      "mse_profile",
      [](const VectorRef& counts,
         const stats::Interactions& interactions,
         double alpha,
         std::string_view alternative) {
        return stats::mse_profile(counts, interactions, alpha, stats::alternative_of(alternative));
      },
      "counts"_a.noconvert(),
      "interactions"_a,
      py::kw_only(),
      "alpha"_a,
      "alternative"_a,
      Unlocked(),
      "One model's multinomial profile likelihood.");
}

void define_sets_of_models(py::module_ m) {
  m.def(
      "mse_model_average",
      [](const VectorRef& counts,
         std::string_view criterion,
         double alpha,
         std::string_view alternative) {
        return stats::mse_model_average(
            counts, stats::criterion_of(criterion), alpha, stats::alternative_of(alternative));
      },
      "counts"_a.noconvert(),
      py::kw_only(),
      "criterion"_a,
      "alpha"_a,
      "alternative"_a,
      Unlocked(),
      "The average over all models.");
  m.def(
      "mse_model_range",
      [](const std::vector<Reported>& counts,
         std::string_view criterion,
         double within,
         std::string_view method,
         double alpha,
         std::string_view alternative,
         int threads) {
        std::vector<Interval> intervals;
        for (const Reported& each : counts) intervals.push_back(interval_of(each));
        const py::gil_scoped_release unlocked;
        return stats::mse_model_range(intervals,
                                      stats::criterion_of(criterion),
                                      within,
                                      population_options(method, alpha, alternative, threads));
      },
      "counts"_a,
      py::kw_only(),
      "criterion"_a,
      "within"_a,
      "method"_a,
      "alpha"_a,
      "alternative"_a,
      "threads"_a,
      "What all models near the best say.");
  m.def(
      "population_total",
      [](const VectorRef& observed,
         const VectorRef& unseen,
         const VectorRef& standard_error,
         std::string_view method,
         double alpha,
         std::string_view alternative) {
        return stats::population_total(
            observed, unseen, standard_error, population_options(method, alpha, alternative, 1));
      },
      "observed"_a.noconvert(),
      "unseen"_a.noconvert(),
      "standard_error"_a.noconvert(),
      py::kw_only(),
      "method"_a,
      "alpha"_a,
      "alternative"_a,
      "The sum of strata.");
}

void define_latent_classes(py::module_ m) {
  m.def(
      "lcmcr",
      [](const VectorRef& counts,
         int K,
         double a,
         double b,
         int burnin,
         int samples,
         int thin,
         std::uint64_t seed,
         int chains,
         int threads,
         double alpha,
         std::string_view alternative,
         const py::object& progress) {
        const auto direction = stats::alternative_of(alternative);
        return lcmcr(counts,
                     {K, a, b, burnin, samples, thin, seed, chains, threads, alpha, direction},
                     progress);
      },
      "counts"_a.noconvert(),
      py::kw_only(),
      "K"_a,
      "a"_a,
      "b"_a,
      "burnin"_a,
      "samples"_a,
      "thin"_a,
      "seed"_a,
      "chains"_a,
      "threads"_a,
      "alpha"_a,
      "alternative"_a,
      "progress"_a,
      "The latent class model.");
}

}  // namespace

void stats_capture(py::module_ m) {
  define_results(m);
  define_columns(m);
  define_models(m);
  define_sets_of_models(m);
  define_latent_classes(m);
}

}  // namespace pressgauge::bind
