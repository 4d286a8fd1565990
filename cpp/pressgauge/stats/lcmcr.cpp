// SPDX-License-Identifier: MIT
#include "pressgauge/stats/lcmcr.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <thread>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/chains.hpp"
#include "pressgauge/stats/detail/latent_class_chain.hpp"
#include "pressgauge/stats/detail/rows.hpp"
#include "pressgauge/stats/normal.hpp"

namespace pressgauge::stats {
namespace {

using core::Interval;
using detail::LatentClassChain;

constexpr double kGoodRHat = 1.01;           // Vehtari et al. (2021), section 4
constexpr double kGoodDrawsPerChain = 100;   // the same
constexpr long long kSweepsOfABlock = 2000;  // some 30 ms: a run stops within that

void check_at_least(const char* name, double value, double least) {
  if (value >= least) return;
  throw DomainError(std::string(name) + " is " + core::to_string(value) + ", expected at least " +
                    core::to_string(least));
}

void check_positive(const char* name, double value) {
  if (value > 0 && std::isfinite(value)) return;
  throw DomainError(std::string(name) + " is " + core::to_string(value) +
                    ", expected a number > 0");
}

void check(const LatentClassOptions& options) {
  check_at_least("K", options.classes, 1);
  check_positive("a", options.a);
  check_positive("b", options.b);
  check_at_least("burnin", options.burnin, 0);
  check_at_least("samples", options.samples, 1);
  check_at_least("thin", options.thin, 1);
  check_at_least("chains", options.chains, 1);
  detail::check_threads(options.threads);
  detail::check_alpha(options.alpha);
}

// Sweeps begin … end - 1 of one chain, with the draws that fall among them.
void run(LatentClassChain& chain,
         long long begin,
         long long end,
         const LatentClassOptions& options,
         Eigen::MatrixXd::ColXpr draws) {
  for (long long i = begin; i < end; ++i) {
    chain.sweep();
    const long long after = i + 1 - options.burnin;
    if (after <= 0 || after % options.thin != 0) continue;
    draws[static_cast<Eigen::Index>(after / options.thin - 1)] = chain.population();
  }
}

// Block by block, all chains abreast, so that the caller hears of it and can end it.
Eigen::MatrixXd draws_of(const detail::Overlaps& seen,
                         const LatentClassOptions& options,
                         const Progress& progress) {
  std::vector<LatentClassChain> chains;
  for (int k = 0; k < options.chains; ++k) {
    chains.emplace_back(seen,
                        options.classes,
                        detail::ConcentrationPrior{options.a, options.b},
                        detail::Random(options.seed, static_cast<std::uint64_t>(k)));
  }
  Eigen::MatrixXd draws(options.samples, options.chains);
  const long long sweeps = options.burnin + static_cast<long long>(options.samples) * options.thin;
  const int threads = std::min(options.threads, options.chains);
  for (long long begin = 0; begin < sweeps; begin += kSweepsOfABlock) {
    const long long end = std::min(begin + kSweepsOfABlock, sweeps);
    const auto share_of = [&](int thread) {
      for (int k = thread; k < options.chains; k += threads) {
        run(chains[static_cast<std::size_t>(k)], begin, end, options, draws.col(k));
      }
    };
    {
      std::vector<std::jthread> others;
      for (int thread = 1; thread < threads; ++thread) others.emplace_back(share_of, thread);
      share_of(0);
    }
    if (progress) progress(static_cast<double>(end) / static_cast<double>(sweeps));
  }
  return draws;
}

detail::Row row_of(const LatentClassPosterior& posterior, const LatentClassOptions& options) {
  Eigen::VectorXd sorted = posterior.draws.reshaped();
  std::sort(sorted.begin(), sorted.end());
  const double tail = detail::two_sided_alpha(options.alpha, options.alternative) / 2;
  detail::Row out{.estimate = detail::quantile_of_sorted(sorted, 0.5),
                  .low = detail::quantile_of_sorted(sorted, tail),
                  .high = detail::quantile_of_sorted(sorted, 1 - tail)};
  const double good = kGoodDrawsPerChain * options.chains;
  const bool sound =
      posterior.r_hat <= kGoodRHat && posterior.bulk_draws >= good && posterior.tail_draws >= good;
  if (!sound) out.flags = bit(Flag::no_convergence);
  return out;
}

}  // namespace

LatentClassPosterior lcmcr(const core::VectorRef& counts,
                           const LatentClassOptions& options,
                           const Progress& progress) {
  check(options);
  const detail::Overlaps seen = detail::overlaps_of(counts);
  const Interval range = Interval::at_least(seen.observed);
  LatentClassPosterior out;
  if (seen.missing) {
    out.population = detail::missing_estimate(range);
    out.mean = out.r_hat = out.bulk_draws = out.tail_draws = *out.population.estimate;
  } else {
    out.draws = draws_of(seen, options, progress);
    out.mean = out.draws.mean();
    out.r_hat = detail::r_hat(out.draws);
    out.bulk_draws = detail::bulk_draws(out.draws);
    out.tail_draws = detail::tail_draws(out.draws);
    const detail::Row row =
        detail::for_alternative(row_of(out, options), options.alternative, range);
    out.population = detail::exact_estimate(row, range);
  }
  detail::set_method(out.population, "lcmcr", options.alpha, false);
  return out;
}

}  // namespace pressgauge::stats
