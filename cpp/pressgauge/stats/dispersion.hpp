// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/stats/options.hpp"

namespace pressgauge::stats {

enum class DispersionMethod : std::uint8_t { cameron_trivedi, chi2 };

/// @throws DomainError when there is none of that name
DispersionMethod dispersion_method(std::string_view name);

struct DispersionTest {
  double statistic = 0;
  double pvalue = 1;
  double variance_to_mean = 0;
  std::uint32_t flags = 0;
};

/// Do counts vary as Poisson counts do, or more (`greater`), or less. The mean is that of the
/// counts. Cameron and Trivedi: the mean of ((y - m)² - y) / m over its standard error is normal;
/// chi2: the sum of (y - m)² / m is chi squared. @cite cameron_trivedi_1990 @cite fisher_1950
/// @param y (n,) whole numbers >= 0; NaN where not reported
/// @return NaN and flag `undefined` where all are 0
/// @throws DomainError for no count, or less than two
DispersionTest dispersion_test(const core::VectorRef& y,
                               DispersionMethod method,
                               Alternative alternative);

struct NegbinFit {
  double mean = 0;
  double mean_error = 0;  ///< standard error
  double dispersion = 0;  ///< a: the variance is mean + a mean²
  double dispersion_error = 0;
  double loglik = 0;
  double poisson_loglik = 0;
  std::uint32_t flags = 0;
};

/// Counts that vary more than Poisson counts: negative binomial, by maximum likelihood.
/// @param y (n,) whole numbers in [0, 1e7]; NaN where not reported
/// @return with dispersion 0 (flag `degenerate`) where they vary no more than Poisson counts
/// @throws DomainError for no count, less than two, or one above 1e7 @cite lawless_1987
NegbinFit negbin_fit(const core::VectorRef& y);

}  // namespace pressgauge::stats
