// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/hawkes_likelihood.hpp"

#include <cmath>
#include <string>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"

namespace pressgauge::stats::detail {
namespace {

void check(std::string_view name, double value, bool is_good, std::string_view expected) {
  if (is_good && std::isfinite(value)) return;
  throw DomainError(std::string(name) + " is " + core::to_string(value) + ", expected " +
                    std::string(expected));
}

}  // namespace

void check_end(double end) { check("T", end, end > 0, "a finite number > 0"); }

void check_times(const core::VectorRef& times, double end) {
  check_end(end);
  double last = 0;
  for (Eigen::Index i = 0; i < times.size(); ++i) {
    const double time = times[i];
    if (time >= last && time <= end) {
      last = time;
      continue;
    }
    const bool unsorted = time >= 0 && time <= end;
    throw DomainError("times[" + std::to_string(i) + "] is " + core::to_string(time) +
                      ", expected a number from " +
                      (unsorted ? "the time before, " + core::to_string(last) : "0") +
                      ", to T = " + core::to_string(end));
  }
}

void check_parameters(const HawkesParameters& parameters) {
  check("mu", parameters.mu, parameters.mu > 0, "a finite number > 0");
  check("branching", parameters.branching, parameters.branching >= 0, "a finite number >= 0");
  check("decay", parameters.decay, parameters.decay > 0, "a finite number > 0");
}

void Excitation::advance(double gap) {
  if (gap > 0) {
    const double left = std::exp(-decay_ * gap);
    const double young = sum_ + pending_;
    aged_twice_ = left * (aged_twice_ + gap * (2 * aged_ + gap * young));
    aged_ = left * (aged_ + gap * young);
    sum_ = left * young;
    pending_ = 0;
  }
  pending_ += 1;
}

Excited excited(const core::VectorRef& times, double end, double decay) {
  Excited out;
  for (const double time : times) {
    const double age = end - time;
    const double left = std::exp(-decay * age);
    out.value -= std::expm1(-decay * age);
    out.first += age * left;
    out.second -= age * age * left;
  }
  return out;
}

HawkesLikelihood hawkes_likelihood(const core::VectorRef& times,
                                   double end,
                                   const HawkesParameters& parameters) {
  const auto [mu, branching, decay] = parameters;
  const Excited all = excited(times, end, decay);
  HawkesLikelihood out{.value = -mu * end - branching * all.value,
                       .gradient = {-end, -all.value, -branching * all.first},
                       .hessian = Eigen::Matrix3d::Zero()};
  out.hessian(1, 2) = -all.first;
  out.hessian(2, 2) = -branching * all.second;
  Excitation at(decay);
  double last = 0;
  for (const double time : times) {
    at.advance(time - last);
    last = time;
    const double rate = mu + branching * at.density();
    const Eigen::Vector3d slope = Eigen::Vector3d(1, at.density(), branching * at.first()) / rate;
    out.value += std::log(rate);
    out.gradient += slope;
    out.hessian -= slope * slope.transpose();
    out.hessian(1, 2) += at.first() / rate;
    out.hessian(2, 2) += branching * at.second() / rate;
  }
  out.hessian(2, 1) = out.hessian(1, 2);
  return out;
}

core::Vector hawkes_residuals(const core::VectorRef& times, const HawkesParameters& parameters) {
  core::Vector out(times.size());
  const double decay = parameters.branching > 0 ? parameters.decay : 1;  // unknown where unused
  double last = 0;
  double excitement = 0;  // the sum over events so far of exp(-decay * age)
  for (Eigen::Index i = 0; i < times.size(); ++i) {
    const double gap = times[i] - last;
    out[i] = parameters.mu * gap - parameters.branching * excitement * std::expm1(-decay * gap);
    excitement = excitement * std::exp(-decay * gap) + 1;
    last = times[i];
  }
  return out;
}

}  // namespace pressgauge::stats::detail
