// SPDX-License-Identifier: MIT
#include "pressgauge/stats/count_tests.hpp"

#include "stats/define.hpp"

namespace pressgauge::bind {
namespace {

stats::CountTestOptions options_of(std::string_view method,
                                   std::string_view alternative,
                                   int threads) {
  return {stats::count_test_method(method), stats::alternative_of(alternative), threads};
}

}  // namespace

void stats_count_tests(py::module_ m) {
  py::class_<stats::Tests>(m, "Tests")
      .def_readonly("statistic", &stats::Tests::statistic)
      .def_readonly("pvalue", &stats::Tests::pvalue)
      .def_readonly("flags", &stats::Tests::flags);
  m.def(
      "proportion_test",
      [](const VectorRef& count,
         const VectorRef& nobs,
         const VectorRef& p0,
         std::string_view method,
         std::string_view alternative,
         int threads) {
        return stats::proportion_test(count, nobs, p0, options_of(method, alternative, threads));
      },
      "count"_a.noconvert(),
      "nobs"_a.noconvert(),
      "p0"_a.noconvert(),
      py::kw_only(),
      "method"_a,
      "alternative"_a,
      "threads"_a,
      Unlocked(),
      "Whether a proportion is p0.");
  m.def(
      "rate_test",
      [](const VectorRef& x1,
         const VectorRef& t1,
         const VectorRef& x2,
         const VectorRef& t2,
         const VectorRef& ratio,
         std::string_view method,
         std::string_view alternative,
         int threads) {
        return stats::rate_test(x1, t1, x2, t2, ratio, options_of(method, alternative, threads));
      },
      "x1"_a.noconvert(),
      "t1"_a.noconvert(),
      "x2"_a.noconvert(),
      "t2"_a.noconvert(),
      "ratio"_a.noconvert(),
      py::kw_only(),
      "method"_a,
      "alternative"_a,
      "threads"_a,
      Unlocked(),
      "Whether the ratio of two rates is `ratio`.");
}

}  // namespace pressgauge::bind
