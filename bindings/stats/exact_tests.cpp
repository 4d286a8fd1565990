// SPDX-License-Identifier: MIT
#include "stats/define.hpp"

#include "pressgauge/stats/exact_test.hpp"
#include "pressgauge/stats/paired.hpp"

namespace pressgauge::bind {
namespace {

using stats::Tests;

using Unconditional = Tests (*)(const VectorRef&,
                                const VectorRef&,
                                const VectorRef&,
                                const VectorRef&,
                                const stats::UnconditionalOptions&);

void define(py::module_ m, const char* name, const char* doc, Unconditional test) {
  m.def(
      name,
      [test](const VectorRef& count1,
             const VectorRef& nobs1,
             const VectorRef& count2,
             const VectorRef& nobs2,
             std::string_view alternative,
             int threads) {
        return test(count1, nobs1, count2, nobs2, {stats::alternative_of(alternative), threads});
      },
      "count1"_a.noconvert(),
      "nobs1"_a.noconvert(),
      "count2"_a.noconvert(),
      "nobs2"_a.noconvert(),
      py::kw_only(),
      "alternative"_a,
      "threads"_a,
      Unlocked(),
      doc);
}

Tests fisher_exact(const VectorRef& count1,
                   const VectorRef& nobs1,
                   const VectorRef& count2,
                   const VectorRef& nobs2,
                   std::string_view method,
                   std::string_view alternative,
                   int threads) {
  const stats::FisherOptions options{
      stats::fisher_method(method), stats::alternative_of(alternative), threads};
  return stats::fisher_exact(count1, nobs1, count2, nobs2, options);
}

Tests mcnemar(const VectorRef& first_only,
              const VectorRef& second_only,
              std::string_view method,
              std::string_view alternative,
              int threads) {
  const stats::McNemarOptions options{
      stats::mcnemar_method(method), stats::alternative_of(alternative), threads};
  return stats::mcnemar(first_only, second_only, options);
}

}  // namespace

void stats_exact_tests(py::module_ m) {
  m.def("fisher_exact",
        &fisher_exact,
        "count1"_a.noconvert(),
        "nobs1"_a.noconvert(),
        "count2"_a.noconvert(),
        "nobs2"_a.noconvert(),
        py::kw_only(),
        "method"_a,
        "alternative"_a,
        "threads"_a,
        Unlocked(),
        "Fisher's test of one proportion against another.");
  define(m, "barnard_exact", "Barnard's test.", stats::barnard_exact);
  define(m, "boschloo_exact", "Boschloo's test.", stats::boschloo_exact);
  m.def("mcnemar",
        &mcnemar,
        "first_only"_a.noconvert(),
        "second_only"_a.noconvert(),
        py::kw_only(),
        "method"_a,
        "alternative"_a,
        "threads"_a,
        Unlocked(),
        "McNemar's test of paired proportions.");
  QuantityOf<stats::PairedMethod, 4>{"paired_diff",
                                     "Difference of paired proportions.",
                                     {"both", "first_only", "second_only", "neither"},
                                     stats::paired_method,
                                     stats::paired_diff,
                                     stats::paired_diff}
      .define(m);
}

}  // namespace pressgauge::bind
