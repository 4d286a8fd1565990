// SPDX-License-Identifier: MIT
#include "pressgauge/stats/power_law.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/power_tail.hpp"
#include "pressgauge/stats/detail/random.hpp"
#include "pressgauge/stats/detail/sizes.hpp"
#include "pressgauge/stats/detail/threads.hpp"
#include "pressgauge/stats/estimate.hpp"

namespace pressgauge::stats {
namespace {

using detail::PowerTail;
using detail::Random;

constexpr double kMostSize = 9007199254740992.0;  // 2^53: up to it doubles are whole numbers

/// Draws sizes from a fitted law.
class Sampler {
 public:
  Sampler(const PowerLawFit& fit, bool discrete)
      : fit_(fit), discrete_(discrete), tail_(fit.alpha, discrete ? fit.xmin : 1) {
    if (!discrete) return;
    constexpr int kListed = 1024;  // most draws are among so many sizes
    for (int k = 0; k < kListed; ++k) survival_.push_back(tail_.survival(fit.xmin + k));
  }

  double operator()(Random& random) const {
    const double u = random.uniform();
    if (!discrete_) return fit_.xmin * std::pow(u, -1 / (fit_.alpha - 1));
    if (u < survival_.back()) return beyond(u);
    const auto above = std::lower_bound(survival_.begin(), survival_.end(), u, std::greater<>());
    const auto reached = above != survival_.end() && *above == u ? above + 1 : above;
    return fit_.xmin + static_cast<double>(reached - survival_.begin()) - 1;
  }

 private:
  // The greatest x with P(X >= x) >= u, by doubling and halving.
  double beyond(double u) const {
    double low = fit_.xmin + static_cast<double>(survival_.size()) - 1;
    double high = 2 * low;
    while (high < kMostSize && tail_.survival(high) >= u) {
      low = high;
      high *= 2;
    }
    high = std::min(high, kMostSize);
    while (high - low > 1) {
      const double middle = std::floor(0.5 * (low + high));
      (tail_.survival(middle) >= u ? low : high) = middle;
    }
    return low;
  }

  PowerLawFit fit_;
  bool discrete_;
  PowerTail tail_;
  std::vector<double> survival_;
};

// A sample like the data: below xmin from them, else from the law.
std::vector<double> sample_like(const std::vector<double>& below,
                                std::size_t size,
                                const Sampler& sampler,
                                Random& random) {
  std::vector<double> out(size);
  for (double& each : out) {
    const std::uint64_t place = random.below(size);
    each = place < below.size() ? below[place] : sampler(random);
  }
  return out;
}

std::uint32_t missing_flag(const core::VectorRef& x, std::size_t reported) {
  return reported < static_cast<std::size_t>(x.size()) ? bit(Flag::missing) : 0;
}

void check_bootstrap(const PowerLawFit& fit, const BootstrapOptions& bootstrap) {
  if (bootstrap.replicates < 1) {
    throw DomainError("replicates is " + std::to_string(bootstrap.replicates) +
                      ", expected at least 1");
  }
  if (!std::isfinite(fit.alpha)) {
    throw DomainError("all sizes from xmin on are xmin: there is no law to draw from");
  }
}

}  // namespace

PowerLawFit power_law_fit(const core::VectorRef& x, const PowerLawOptions& options) {
  std::vector<double> reported = detail::reported_sizes(x, options.discrete);
  PowerLawFit fit = detail::fit_sizes(detail::sizes_of(reported), options);
  fit.flags |= missing_flag(x, reported.size());
  return fit;
}

PowerLawBootstrap power_law_bootstrap(const core::VectorRef& x,
                                      const PowerLawOptions& options,
                                      const BootstrapOptions& bootstrap) {
  std::vector<double> data = detail::reported_sizes(x, options.discrete);
  const PowerLawFit fit = detail::fit_sizes(detail::sizes_of(data), options);
  check_bootstrap(fit, bootstrap);
  const std::vector<double> below(data.begin(),
                                  std::lower_bound(data.begin(), data.end(), fit.xmin));
  const Sampler sampler(fit, options.discrete);
  const auto size = static_cast<Eigen::Index>(bootstrap.replicates);
  PowerLawBootstrap out{
      .ks = core::Vector(size), .alpha = core::Vector(size), .xmin = core::Vector(size)};
  constexpr Eigen::Index kLeast = 4;  // replicates that are worth a thread
  const auto on_range = [&](Eigen::Index begin, Eigen::Index end) {
    for (Eigen::Index i = begin; i < end; ++i) {
      Random random(bootstrap.seed, static_cast<std::uint64_t>(i));
      std::vector<double> sample = sample_like(below, data.size(), sampler, random);
      const PowerLawFit refit = detail::fit_sample(sample, options);
      out.ks[i] = refit.ks;
      out.alpha[i] = refit.alpha;
      out.xmin[i] = refit.xmin;
    }
  };
  detail::for_ranges(size, bootstrap.threads, on_range, kLeast);
  const auto farther =
      std::count_if(out.ks.begin(), out.ks.end(), [&](double each) { return each >= fit.ks; });
  out.pvalue = static_cast<double>(farther) / static_cast<double>(size);
  return out;
}

}  // namespace pressgauge::stats
