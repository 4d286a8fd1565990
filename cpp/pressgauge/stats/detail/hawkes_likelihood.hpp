// SPDX-License-Identifier: MIT
// What the likelihood of an exciting process takes of its events, each in one pass.
#pragma once

#include <Eigen/Core>

#include <cstddef>
#include <vector>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/stats/hawkes.hpp"

namespace pressgauge::stats::detail {

/// What earlier events add up to at each event: the sum over them of exp(-decay * age), and of age
/// and its square times that. Each follows from the last. @cite ozaki_1979
class Excitation {
 public:
  explicit Excitation(double decay) : decay_(decay) {}

  /// To the next event, `gap` after the last.
  void advance(double gap);

  double sum() const { return sum_; }
  /// Of decay * sum, the density at this event of all that earlier ones excite; its first two
  /// derivatives in the decay.
  double density() const { return decay_ * sum_; }
  double first() const { return sum_ - decay_ * aged_; }
  double second() const { return decay_ * aged_twice_ - 2 * aged_; }

 private:
  double decay_;
  double sum_ = 0;
  double aged_ = 0;
  double aged_twice_ = 0;
  double pending_ = 0;  // events of this very time: they excite later ones only
};

/// The events that all events excite until the end, over branching; its first two derivatives in
/// the decay.
struct Excited {
  double value = 0;
  double first = 0;
  double second = 0;
};
Excited excited(const core::VectorRef& times, double end, double decay);

/// Log likelihood with its gradient and second derivatives in mu, branching, decay.
struct HawkesLikelihood {
  double value = 0;
  Eigen::Vector3d gradient;
  Eigen::Matrix3d hessian;
};
HawkesLikelihood hawkes_likelihood(const core::VectorRef& times,
                                   double end,
                                   const HawkesParameters& parameters);

/// @throws DomainError when they are outside their range
void check_times(const core::VectorRef& times, double end);
void check_parameters(const HawkesParameters& parameters);
void check_end(double end);

/// Expected events between events.
core::Vector hawkes_residuals(const core::VectorRef& times, const HawkesParameters& parameters);

}  // namespace pressgauge::stats::detail
