// SPDX-License-Identifier: MIT
#include "pressgauge/stats/hawkes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/hawkes_likelihood.hpp"
#include "pressgauge/stats/detail/random.hpp"

namespace pressgauge::stats {

double hawkes_loglik(const core::VectorRef& times, double end, const HawkesParameters& parameters) {
  detail::check_times(times, end);
  detail::check_parameters(parameters);
  double out = -parameters.mu * end;
  for (const double time : times) {
    out += parameters.branching * std::expm1(-parameters.decay * (end - time));
  }
  detail::Excitation at(parameters.decay);
  double last = 0;
  for (const double time : times) {
    at.advance(time - last);
    last = time;
    out += std::log(parameters.mu + parameters.branching * at.density());
  }
  return out;
}

Eigen::Vector3d hawkes_score(const core::VectorRef& times,
                             double end,
                             const HawkesParameters& parameters) {
  detail::check_times(times, end);
  detail::check_parameters(parameters);
  return detail::hawkes_likelihood(times, end, parameters).gradient;
}

core::Vector hawkes_simulate(const HawkesParameters& parameters, double end, std::uint64_t seed) {
  detail::check_end(end);
  detail::check_parameters(parameters);
  const auto [mu, branching, decay] = parameters;
  if (branching >= 1) {
    throw DomainError("branching is " + core::to_string(branching) +
                      ", expected a number below 1: else the events never end");
  }
  constexpr double kMostEvents = 1e8;
  const double expected = mu * end / (1 - branching);
  if (expected > kMostEvents) {
    throw DomainError("mu * T / (1 - branching) is " + core::to_string(expected) +
                      ", expected at most 1e8 events");
  }
  detail::Random random(seed);
  std::vector<double> times;
  double time = 0;
  double excess = 0;  // of the rate over mu
  for (;;) {
    double gap = random.exponential() / mu;
    // One that is excited: all that ever will be are excess / decay on average.
    const double share = random.exponential() * decay;
    if (share < excess) gap = std::min(gap, -std::log1p(-share / excess) / decay);
    time += gap;
    if (!(time <= end)) break;
    times.push_back(time);
    excess = excess * std::exp(-decay * gap) + branching * decay;
  }
  return Eigen::Map<const core::Vector>(times.data(), static_cast<Eigen::Index>(times.size()));
}

}  // namespace pressgauge::stats
