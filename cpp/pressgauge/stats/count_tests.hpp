// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/stats/options.hpp"

namespace pressgauge::stats {

/// A column of tests. NaN where there is no number.
struct Tests {
  core::Vector statistic;
  core::Vector pvalue;
  core::Flags flags;
};

/// exact: two-sided by the outcomes that are not likelier (minlike); midp: half of the outcome's
/// own probability left out, two-sided twice the smaller tail; score: the normal approximation with
/// the variance under the hypothesis. @cite lancaster_1961 (midp)
enum class CountTestMethod : std::uint8_t { exact, midp, score };
CountTestMethod count_test_method(std::string_view name);

struct CountTestOptions {
  CountTestMethod method = CountTestMethod::exact;
  Alternative alternative = Alternative::two_sided;
  int threads = 1;
};

/// Whether a proportion is p0. The statistic is the share, or z for `score`.
/// @param count, nobs (n,) whole numbers, count <= nobs
/// @param p0 (n,) shares in [0, 1]
/// @throws DomainError when sizes differ or a value is outside its domain
Tests proportion_test(const core::VectorRef& count,
                      const core::VectorRef& nobs,
                      const core::VectorRef& p0,
                      const CountTestOptions& options = {});

/// Whether the ratio of two rates, (x1 / t1) / (x2 / t2), is `ratio`: given x1 + x2, x1 is
/// binomial. The statistic is the share of x1, or z for `score`.
/// @cite przyborowski_wilenski_1940 @cite gu_et_al_2008
/// @param ratio (n,) > 0
Tests rate_test(const core::VectorRef& x1,
                const core::VectorRef& t1,
                const core::VectorRef& x2,
                const core::VectorRef& t2,
                const core::VectorRef& ratio,
                const CountTestOptions& options = {});

}  // namespace pressgauge::stats
