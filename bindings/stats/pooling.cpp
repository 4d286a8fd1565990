// SPDX-License-Identifier: MIT
#include "stats/define.hpp"

#include "pressgauge/stats/effect_sizes.hpp"
#include "pressgauge/stats/meta.hpp"
#include "pressgauge/stats/multinomial.hpp"
#include "pressgauge/stats/stratified.hpp"

namespace pressgauge::bind {
namespace {

using core::RowMatrixRef;
using stats::MetaAnalyses;
using stats::MetaAnalysis;
using stats::MetaOptions;

MetaOptions meta_options(std::string_view tau2,
                         std::string_view ci,
                         std::string_view prediction,
                         double alpha,
                         std::string_view alternative,
                         int threads) {
  return {stats::tau2_estimator(tau2),
          stats::pooled_interval(ci),
          stats::prediction(prediction),
          alpha,
          stats::alternative_of(alternative),
          threads};
}

// A function of effects and variances, columns or tables of them.
template <class Values, class Result>
void define_meta(py::module_ m,
                 const char* name,
                 Result (*function)(Values, Values, const MetaOptions&),
                 const char* doc) {
  m.def(
      name,
      [function](Values y,
                 Values v,
                 std::string_view tau2,
                 std::string_view ci,
                 std::string_view prediction,
                 double alpha,
                 std::string_view alternative,
                 int threads) {
        return function(y, v, meta_options(tau2, ci, prediction, alpha, alternative, threads));
      },
      py::arg("y").noconvert(),
      py::arg("v").noconvert(),
      py::kw_only(),
      "tau2"_a,
      "ci"_a,
      "prediction"_a,
      "alpha"_a,
      "alternative"_a,
      "threads"_a,
      Unlocked(),
      doc);
}

void define_meta_results(py::module_ m) {
  py::class_<stats::WithEnds>(m, "WithEnds")
      .def_readonly("estimate", &stats::WithEnds::estimate)
      .def_property_readonly("identified", &stats::WithEnds::identified)
      .def_property_readonly("interval", &stats::WithEnds::interval);
  py::class_<MetaAnalysis>(m, "MetaAnalysis")
      .def_readonly("pooled", &MetaAnalysis::pooled)
      .def_readonly("standard_error", &MetaAnalysis::standard_error)
      .def_readonly("statistic", &MetaAnalysis::statistic)
      .def_readonly("pvalue", &MetaAnalysis::pvalue)
      .def_readonly("prediction", &MetaAnalysis::prediction)
      .def_readonly("tau2", &MetaAnalysis::tau2)
      .def_readonly("q", &MetaAnalysis::q)
      .def_readonly("q_pvalue", &MetaAnalysis::q_pvalue)
      .def_readonly("i2", &MetaAnalysis::i2)
      .def_readonly("h2", &MetaAnalysis::h2)
      .def_readonly("i2_q", &MetaAnalysis::i2_q)
      .def_readonly("h2_q", &MetaAnalysis::h2_q)
      .def_readonly("studies", &MetaAnalysis::studies)
      .def_readonly("weights", &MetaAnalysis::weights)
      .def_property_readonly("flags",
                             [](const MetaAnalysis& one) { return stats::flag_names(one.flags); })
      .def_property_readonly(
          "tau2_flags", [](const MetaAnalysis& one) { return stats::flag_names(one.tau2_flags); });
  py::class_<MetaAnalyses>(m, "MetaAnalyses")
      .def_readonly("pooled", &MetaAnalyses::pooled)
      .def_readonly("standard_error", &MetaAnalyses::standard_error)
      .def_readonly("statistic", &MetaAnalyses::statistic)
      .def_readonly("pvalue", &MetaAnalyses::pvalue)
      .def_readonly("prediction", &MetaAnalyses::prediction)
      .def_readonly("tau2", &MetaAnalyses::tau2)
      .def_readonly("q", &MetaAnalyses::q)
      .def_readonly("q_pvalue", &MetaAnalyses::q_pvalue)
      .def_readonly("i2", &MetaAnalyses::i2)
      .def_readonly("h2", &MetaAnalyses::h2)
      .def_readonly("i2_q", &MetaAnalyses::i2_q)
      .def_readonly("h2_q", &MetaAnalyses::h2_q)
      .def_readonly("studies", &MetaAnalyses::studies);
}

void define_strata(py::module_ m) {
  py::class_<stats::Stratified>(m, "Stratified")
      .def_readonly("pooled", &stats::Stratified::pooled)
      .def_readonly("standard_error", &stats::Stratified::standard_error);
  py::class_<stats::ChiSquaredTests>(m, "ChiSquaredTests")
      .def_readonly("statistic", &stats::ChiSquaredTests::statistic)
      .def_readonly("df", &stats::ChiSquaredTests::df)
      .def_readonly("pvalue", &stats::ChiSquaredTests::pvalue)
      .def_readonly("flags", &stats::ChiSquaredTests::flags);
  m.def(
      "pooled_variance",
      [](std::string_view measure, std::string_view variance) {
        return std::string(stats::variance_name(
            variance.empty() ? stats::default_variance(stats::measure_of(measure))
                             : stats::pooled_variance(variance)));
      },
      "measure"_a,
      "variance"_a,
      "The variance of a name; without a name, that of the measure.");
  m.def(
      "mantel_haenszel",
      [](const RowMatrixRef& cells,
         Eigen::Index strata,
         std::string_view measure,
         std::string_view variance,
         double alpha,
         std::string_view alternative,
         int threads) {
        return stats::mantel_haenszel(cells,
                                      strata,
                                      {stats::measure_of(measure),
                                       stats::pooled_variance(variance),
                                       alpha,
                                       stats::alternative_of(alternative),
                                       threads});
      },
      py::arg("cells").noconvert(),
      "strata"_a,
      py::kw_only(),
      "measure"_a,
      "variance"_a,
      "alpha"_a,
      "alternative"_a,
      "threads"_a,
      Unlocked(),
      "One measure of all strata.");
  m.def(
      "mantel_haenszel_reported",
      [](const std::vector<Interval>& cells,
         std::string_view measure,
         std::string_view variance,
         double alpha,
         std::string_view alternative) {
        return stats::mantel_haenszel(cells,
                                      {stats::measure_of(measure),
                                       stats::pooled_variance(variance),
                                       alpha,
                                       stats::alternative_of(alternative)});
      },
      "cells"_a,
      py::kw_only(),
      "measure"_a,
      "variance"_a,
      "alpha"_a,
      "alternative"_a,
      Unlocked(),
      "One measure of all strata, their cells in bounds.");
  m.def(
      "cmh_test",
      [](const RowMatrixRef& cells,
         Eigen::Index strata,
         bool corrected,
         std::string_view alternative,
         int threads) {
        return stats::cmh_test(
            cells, strata, corrected, stats::alternative_of(alternative), threads);
      },
      py::arg("cells").noconvert(),
      "strata"_a,
      py::kw_only(),
      "corrected"_a,
      "alternative"_a,
      "threads"_a,
      Unlocked(),
      "Test of no association within strata.");
  m.def("breslow_day",
        &stats::breslow_day,
        py::arg("cells").noconvert(),
        "strata"_a,
        py::kw_only(),
        "tarone"_a,
        "threads"_a,
        Unlocked(),
        "Test of one odds ratio in all strata.");
}

void define_effect_sizes(py::module_ m) {
  py::class_<stats::EffectSizes>(m, "EffectSizes")
      .def_readonly("y", &stats::EffectSizes::y)
      .def_readonly("v", &stats::EffectSizes::v)
      .def_readonly("flags", &stats::EffectSizes::flags);
  m.def(
      "effect_sizes",
      [](std::string_view measure,
         const VectorRef& x1,
         const VectorRef& n1,
         const VectorRef& x2,
         const VectorRef& n2,
         double correction) {
        return stats::effect_sizes(stats::effect_of(measure), x1, n1, x2, n2, correction);
      },
      "measure"_a,
      py::arg("x1").noconvert(),
      py::arg("n1").noconvert(),
      py::arg("x2").noconvert(),
      py::arg("n2").noconvert(),
      py::kw_only(),
      "correction"_a,
      Unlocked(),
      "Effects of studies with their variances.");
}

}  // namespace

void stats_pooling(py::module_ m) {
  define_meta_results(m);
  define_meta(m, "meta_analysis", stats::meta_analysis, "Studies pooled.");
  define_meta(m, "meta_analyses", stats::meta_analyses, "The studies of each row pooled.");
  define_meta(m, "cumulative_meta", stats::cumulative_meta, "The first studies pooled.");
  define_meta(m, "leave_one_out", stats::leave_one_out, "All studies but one pooled.");
  define_strata(m);
  define_effect_sizes(m);
  m.def(
      "multinomial",
      [](const VectorRef& counts, std::string_view method, double alpha) {
        return stats::multinomial(counts, stats::multinomial_method(method), alpha);
      },
      py::arg("counts").noconvert(),
      py::kw_only(),
      "method"_a,
      "alpha"_a,
      Unlocked(),
      "Shares of a whole with simultaneous intervals.");
}

}  // namespace pressgauge::bind
