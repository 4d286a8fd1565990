// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "pressgauge/core/arrays.hpp"

namespace pressgauge::stats {

struct PowerLawOptions {
  std::optional<double> xmin;  ///< where the law begins; else chosen by the least distance
  bool discrete = true;        ///< whole numbers; else real ones
};

/// P(x) proportional to x^-alpha from xmin on. @cite clauset_shalizi_newman_2009
struct PowerLawFit {
  double alpha = 0;
  double standard_error = 0;  ///< of alpha, from the information; xmin is taken as known
  double xmin = 0;
  double loglik = 0;       ///< of the sizes from xmin on
  double ks = 0;           ///< Kolmogorov's distance from the law, over all sizes from xmin on
  double ks_observed = 0;  ///< the same at the sizes that occur, from above: for comparison
  std::int64_t tail = 0;   ///< number of sizes from xmin on
  std::uint32_t flags = 0;
};

/// Fit by maximum likelihood: over the zeta distribution of Hurwitz, or the continuous law. Without
/// xmin, that size is chosen from which on the data are nearest to the law fitted to them.
/// @param x (n,) sizes, whole numbers >= 0 or, if not discrete, real numbers > 0; NaN where not
/// reported
/// @throws DomainError for other sizes, none from xmin on, or a single size where xmin is to be
/// chosen
/// @cite clauset_shalizi_newman_2009
PowerLawFit power_law_fit(const core::VectorRef& x, const PowerLawOptions& options = {});

struct BootstrapOptions {
  std::int64_t replicates = 1000;
  std::uint64_t seed = 0;
  int threads = 1;
};

struct PowerLawBootstrap {
  double pvalue = 0;  ///< share of replicates at least as far from their law as the data
  core::Vector ks;    ///< (replicates,) of each fit
  core::Vector alpha;
  core::Vector xmin;
};

/// Is the law tenable: samples like the data (below xmin those, from xmin on the law) are fitted as
/// the data were. The same for the same seed and any number of threads.
/// @throws DomainError as `power_law_fit`, and for less than one replicate
/// @cite clauset_shalizi_newman_2009
PowerLawBootstrap power_law_bootstrap(const core::VectorRef& x,
                                      const PowerLawOptions& options,
                                      const BootstrapOptions& bootstrap);

enum class Rival : std::uint8_t { lognormal, exponential };

/// @throws DomainError when there is none of that name
Rival rival_of(std::string_view name);

struct PowerLawComparison {
  double loglik_ratio = 0;             ///< log likelihood of the power law less that of the rival
  double statistic = 0;                ///< the same over its standard deviation
  double pvalue = 1;                   ///< two-sided, of no difference
  std::array<double, 2> parameters{};  ///< of the rival: log mean and deviation; or rate
  std::uint32_t flags = 0;
};

/// Which of two laws, both fitted to the sizes from xmin on, is nearer to the truth.
/// @cite vuong_1989 @cite clauset_shalizi_newman_2009
/// @return with flag `degenerate` where the rival's best is a power law itself
/// @throws DomainError as `power_law_fit`
PowerLawComparison power_law_compare(const core::VectorRef& x,
                                     const PowerLawOptions& options,
                                     Rival rival);

}  // namespace pressgauge::stats
