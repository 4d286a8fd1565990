// SPDX-License-Identifier: MIT
#include "pressgauge/stats/multinomial.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/normal_tail.hpp"
#include "pressgauge/stats/detail/proportion_limits.hpp"
#include "pressgauge/stats/detail/rows.hpp"
#include "pressgauge/stats/detail/saddle_point.hpp"

namespace pressgauge::stats {
namespace {

using detail::Named;

constexpr std::array<Named<MultinomialMethod>, 2> kMethods{{
    {"goodman", MultinomialMethod::goodman},
    {"sison_glaz", MultinomialMethod::sison_glaz},
}};
constexpr std::array<Named<MultinomialMethod>, 2> kOtherMethods{{
    {"sison-glaz", MultinomialMethod::sison_glaz},
    {"sisonglaz", MultinomialMethod::sison_glaz},
}};

// A Poisson count, its mean a whole number, held to within c of the mean: sums of
// (x - mean)^j times its probability, j = 0 to 4.
class Truncated {
 public:
  explicit Truncated(double mean) : mean_(mean) {
    above_ = below_ = sums_[0] = std::exp(detail::log_poisson(mean, mean));
  }

  void widen() {
    reach_ += 1;
    above_ *= mean_ / (mean_ + reach_);
    below_ *= std::max(0.0, mean_ - reach_ + 1) / std::max(1.0, mean_);
    double up = above_;
    double down = below_;
    for (double& sum : sums_) {
      sum += up + down;
      up *= reach_;
      down *= -reach_;
    }
  }

  double probability() const { return sums_[0]; }

  struct Cumulants {
    double mean, variance, third, fourth;
  };

  Cumulants cumulants() const {
    const double e = sums_[1] / sums_[0];
    const double second = sums_[2] / sums_[0];
    const double third = sums_[3] / sums_[0];
    const double fourth = sums_[4] / sums_[0];
    const double variance = second - e * e;
    const double central = fourth - 4 * e * third + 6 * e * e * second - 3 * e * e * e * e;
    return {e, variance, third - 3 * e * second + 2 * e * e * e, central - 3 * variance * variance};
  }

 private:
  double mean_;
  double reach_ = 0;
  double above_;
  double below_;
  std::array<double, 5> sums_{};
};

// The density of a standardised sum at z, to the second order. @cite sison_glaz_1995
double edgeworth(double z, double skewness, double excess) {
  const double z2 = z * z;
  const double skewed = skewness / 6 * z * (z2 - 3);
  const double heavy = excess / 24 * (z2 * z2 - 6 * z2 + 3);
  const double squared = skewness * skewness / 72 * (z2 * z2 * z2 - 15 * z2 * z2 + 45 * z2 - 15);
  return detail::normal_density(z) * (1 + skewed + heavy + squared);
}

// The probability that all counts are within c of what was seen, c as far as they were widened.
double within(const std::vector<Truncated>& counts, double total) {
  double probability = 1;
  double shift = 0;
  double variance = 0;
  double third = 0;
  double fourth = 0;
  for (const Truncated& count : counts) {
    probability *= count.probability();
    const auto cumulants = count.cumulants();
    shift += cumulants.mean;
    variance += cumulants.variance;
    third += cumulants.third;
    fourth += cumulants.fourth;
  }
  const double sd = std::sqrt(variance);
  const double density =
      edgeworth(-shift / sd, third / (variance * sd), fourth / variance / variance);
  return probability * density / sd / std::exp(detail::log_poisson(total, total));
}

void put(Estimates& out, Eigen::Index i, double low, double high) {
  if (low < 0 || high > 1) out.flags[i] |= bit(Flag::clipped);
  out.low[i] = std::max(0.0, low);
  out.high[i] = std::min(1.0, high);
}

void sison_glaz(Estimates& out, const core::VectorRef& counts, double total, double alpha) {
  constexpr double kMostTotal = 1e12;  // the work grows as its root
  if (total > kMostTotal) {
    throw DomainError("counts add up to " + core::to_string(total) +
                      ", expected at most 1e12 for sison_glaz");
  }
  std::vector<Truncated> truncated;
  for (const double count : counts) truncated.emplace_back(count);
  double reach = 0;
  double before = 0;
  double now = 0;
  while (now <= 1 - alpha && reach < total) {
    before = now;
    for (Truncated& count : truncated) count.widen();
    now = within(truncated, total);
    reach += 1;
  }
  const bool found = now > 1 - alpha;
  const double c = found ? reach - 1 : total;
  const double more = found ? (1 - alpha - before) / (now - before) : 0;
  for (Eigen::Index i = 0; i < counts.size(); ++i) {
    if (!found) out.flags[i] |= bit(Flag::no_convergence);
    put(out, i, (counts[i] - c) / total, (counts[i] + c + 2 * more) / total);
  }
}

// Each share has Wilson's interval, at a level that their number divides.
void goodman(Estimates& out, const core::VectorRef& counts, double total, double alpha) {
  const detail::Level level = detail::level(alpha / static_cast<double>(counts.size()));
  for (Eigen::Index i = 0; i < counts.size(); ++i) {
    put(out,
        i,
        detail::wilson_low(counts[i], total, level).value,
        detail::wilson_high(counts[i], total, level).value);
  }
}

}  // namespace

MultinomialMethod multinomial_method(std::string_view name) {
  return detail::named<MultinomialMethod>("method", name, kMethods, kOtherMethods);
}

Estimates multinomial(const core::VectorRef& counts, MultinomialMethod method, double alpha) {
  const std::array<detail::Column, 1> columns{{{"counts", counts}}};
  detail::check_columns(columns);
  if (counts.size() < 2) {
    throw DomainError("counts has " + std::to_string(counts.size()) +
                      " entries, expected 2 kinds at least");
  }
  detail::level(alpha);
  Estimates out(counts.size());
  const double total = counts.sum();
  out.estimate = counts / total;
  out.flags.setZero();
  if (std::isnan(total) || total == 0) {
    out.estimate.setConstant(std::numeric_limits<double>::quiet_NaN());
    out.low = out.high = out.estimate;
    out.flags.setConstant(bit(std::isnan(total) ? Flag::missing : Flag::undefined));
    return out;
  }
  if (method == MultinomialMethod::goodman) {
    goodman(out, counts, total, alpha);
  } else {
    sison_glaz(out, counts, total, alpha);
  }
  return out;
}

}  // namespace pressgauge::stats
