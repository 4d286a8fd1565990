// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/power_tail.hpp"

#include <array>
#include <cmath>

namespace pressgauge::stats::detail {
namespace {

// B(2k) / (2k)!
constexpr std::array<double, 10> kBernoulli{1.0 / 12,
                                            -1.0 / 720,
                                            1.0 / 30240,
                                            -1.0 / 1209600,
                                            1.0 / 47900160,
                                            -5.284190138687493e-10,
                                            1.3382536530684679e-11,
                                            -3.3896802963225827e-13,
                                            8.586062056277845e-15,
                                            -2.174868698558062e-16};
// From kFirst + alpha on ten terms leave 1e-16.
constexpr double kFirst = 12;

}  // namespace

PowerTail::PowerTail(double alpha, double xmin)
    : alpha_(alpha), xmin_(xmin), log_xmin_(std::log(xmin)), first_(std::ceil(kFirst + alpha)) {
  if (xmin < first_) {
    small_.resize(static_cast<std::size_t>(first_ - xmin));
    double sum = beyond(first_, term(std::log(first_)));
    double x = first_;
    for (std::size_t k = small_.size(); k-- > 0;) {
      x -= 1;
      sum += term(std::log(x));
      small_[k] = sum;
    }
  }
  total_ = sum_from(xmin, 1);
}

double PowerTail::term(double log_x) const { return std::exp(-alpha_ * (log_x - log_xmin_)); }

double PowerTail::sum_from(double x, double term) const {
  return x < first_ ? small_[static_cast<std::size_t>(x - xmin_)] : beyond(x, term);
}

double PowerTail::survival(double x) const { return sum_from(x, term(std::log(x))) / total_; }

double PowerTail::beyond(double x, double term) const {
  constexpr double kNegligible = 1e-17;
  const double inverse = 1 / x;
  const double square = inverse * inverse;
  double sum = x / (alpha_ - 1) + 0.5;
  double factor = alpha_ * inverse;
  double order = alpha_;
  for (const double bernoulli : kBernoulli) {
    const double correction = bernoulli * factor;
    sum += correction;
    if (std::abs(correction) <= kNegligible * sum) break;
    factor *= (order + 1) * (order + 2) * square;
    order += 2;
  }
  return term * sum;
}

}  // namespace pressgauge::stats::detail
