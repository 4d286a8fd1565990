// SPDX-License-Identifier: MIT
// How a quantity of stats is bound: once on columns, once on one unit whose inputs may be in
// bounds. Python gives every option; the defaults stand there.
#pragma once

#include "bind.hpp"

#include <array>
#include <string_view>
#include <utility>
#include <variant>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/options.hpp"

namespace pressgauge::bind {

using core::Interval;
using core::VectorRef;
using stats::Estimate;
using stats::Estimates;

/// A number, NaN where not reported, or what is known of it.
using Reported = std::variant<double, Interval>;

struct AsInterval {
  Interval operator()(double value) const { return Interval::exactly(value); }
  Interval operator()(const Interval& value) const { return value; }
};

inline Interval interval_of(const Reported& reported) { return std::visit(AsInterval{}, reported); }

template <std::size_t>
using Column = const VectorRef&;
template <std::size_t>
using Bounded = const Interval&;
template <std::size_t>
using ReportedAt = const Reported&;

/// A function of K columns, and the same of one unit.
template <class Method, class Places>
struct Quantity;
template <class Method, std::size_t... K>
struct Quantity<Method, std::index_sequence<K...>> {
  using Options = stats::IntervalOptions<Method>;
  const char* name;
  const char* doc;
  std::array<const char*, sizeof...(K)> inputs;
  Method (*method)(std::string_view);
  Estimates (*columns)(Column<K>..., const Options&);
  Estimate (*unit)(Bounded<K>..., const Options&);

  void define(py::module_ m) const {
    m.def(
        name,
        [method = method, columns = columns](Column<K>... values,
                                             std::string_view method_name,
                                             double alpha,
                                             std::string_view alternative,
                                             int threads) {
          return columns(
              values...,
              Options{method(method_name), alpha, stats::alternative_of(alternative), threads});
        },
        py::arg(inputs[K]).noconvert()...,
        py::kw_only(),
        "method"_a,
        "alpha"_a,
        "alternative"_a,
        "threads"_a,
        Unlocked(),
        doc);
    m.def(
        name,
        [method = method, unit = unit](ReportedAt<K>... values,
                                       std::string_view method_name,
                                       double alpha,
                                       std::string_view alternative,
                                       int threads) {
          return unit(
              interval_of(values)...,
              Options{method(method_name), alpha, stats::alternative_of(alternative), threads});
        },
        py::arg(inputs[K])...,
        py::kw_only(),
        "method"_a,
        "alpha"_a,
        "alternative"_a,
        "threads"_a,
        doc);
  }
};

template <class Method, std::size_t Inputs>
using QuantityOf = Quantity<Method, std::make_index_sequence<Inputs>>;

void stats_results(py::module_ m);
void stats_elections(py::module_ m);
void stats_forensics(py::module_ m);
void stats_pooling(py::module_ m);
void stats_capture(py::module_ m);
void stats_proportions(py::module_ m);
void stats_comparisons(py::module_ m);
void stats_exact_tests(py::module_ m);
void stats_rates(py::module_ m);
void stats_count_tests(py::module_ m);
void stats_reports(py::module_ m);
void stats_series(py::module_ m);

}  // namespace pressgauge::bind
