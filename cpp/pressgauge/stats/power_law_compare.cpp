// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/maximum.hpp"
#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/normal_tail.hpp"
#include "pressgauge/stats/detail/power_tail.hpp"
#include "pressgauge/stats/detail/sizes.hpp"
#include "pressgauge/stats/estimate.hpp"
#include "pressgauge/stats/power_law.hpp"

namespace pressgauge::stats {
namespace {

using detail::Named;
using detail::Sizes;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kLogTwoPi = 1.8378770664093453;
constexpr std::array<Named<Rival>, 2> kRivals{
    {{"lognormal", Rival::lognormal}, {"exponential", Rival::exponential}}};

// The different sizes from xmin on, each with its number.
struct TailSizes {
  std::vector<double> value;
  std::vector<double> count;
  double xmin = 0;
  double total = 0;
  bool discrete = true;
};

TailSizes tail_of(const Sizes& sizes, const PowerLawFit& fit, bool discrete) {
  TailSizes out{.value = {}, .count = {}, .xmin = fit.xmin, .discrete = discrete};
  for (std::size_t k = 0; k < sizes.size(); ++k) {
    if (sizes.value[k] < fit.xmin) continue;
    out.value.push_back(sizes.value[k]);
    out.count.push_back(sizes.from[k] - sizes.from[k + 1]);
    out.total += out.count.back();
  }
  return out;
}

using Logs = std::vector<double>;  // log probability, or density, of each different size

double sum_of(const TailSizes& tail, const Logs& logs) {
  double out = 0;
  for (std::size_t k = 0; k < logs.size(); ++k) out += tail.count[k] * logs[k];
  return out;
}

Logs power_law_logs(const TailSizes& tail, double alpha) {
  const double log_total = tail.discrete ? std::log(detail::PowerTail(alpha, tail.xmin).total())
                                         : std::log(tail.xmin / (alpha - 1));
  Logs out;
  for (const double x : tail.value) out.push_back(-alpha * std::log(x / tail.xmin) - log_total);
  return out;
}

Logs exponential_logs(const TailSizes& tail, double& rate) {
  double mean = 0;
  for (std::size_t k = 0; k < tail.value.size(); ++k) {
    mean += tail.count[k] * (tail.value[k] - tail.xmin);
  }
  mean /= tail.total;
  rate = tail.discrete ? std::log1p(1 / mean) : 1 / mean;
  const double log_first = tail.discrete ? -std::log1p(mean) : -std::log(mean);
  Logs out;
  for (const double x : tail.value) out.push_back(log_first - rate * (x - tail.xmin));
  return out;
}

// A log-normal law cut off below xmin. Its log density is a parabola in y = log(x / start); it is
// told by the slope at the start, mean / deviation², which stays finite where mean and deviation
// run away together and the law becomes a power law.
class Lognormal {
 public:
  explicit Lognormal(const TailSizes& tail)
      : tail_(tail), start_(std::log(tail.discrete ? tail.xmin - 0.5 : tail.xmin)) {
    for (std::size_t k = 0; k < tail.value.size(); ++k) {
      const double x = tail.value[k];
      low_.push_back(std::log(tail.discrete ? x - 0.5 : x) - start_);
      high_.push_back(std::log(x + 0.5) - start_);
      log_.push_back(std::log(x));
      mean_ += tail.count[k] * (log_.back() - start_) / tail.total;
    }
  }

  double start() const { return start_; }
  double mean() const { return mean_; }
  double range() const { return log_.back() - start_; }

  Logs logs(double deviation, double slope) const {
    const double centre = slope * deviation * deviation;
    const double log_all = detail::log_normal_tail(-centre / deviation);
    Logs out;
    for (std::size_t k = 0; k < low_.size(); ++k) {
      out.push_back(log_part(k, centre, deviation) - log_all);
    }
    return out;
  }

 private:
  double log_part(std::size_t k, double centre, double deviation) const {
    const double z = (low_[k] - centre) / deviation;
    if (!tail_.discrete) return -0.5 * (z * z + kLogTwoPi) - std::log(deviation) - log_[k];
    // The difference of two tails, of that side on which they are small.
    const double w = (high_[k] - centre) / deviation;
    const bool left = z + w < 0;
    const double near = detail::log_normal_tail(left ? -w : z);
    const double far = detail::log_normal_tail(left ? -z : w);
    return near + std::log(-std::expm1(far - near));
  }

  const TailSizes& tail_;
  double start_;
  double mean_ = 0;
  std::vector<double> low_;
  std::vector<double> high_;
  std::vector<double> log_;
};

Logs lognormal_logs(const TailSizes& tail, PowerLawComparison& out) {
  const Lognormal law(tail);
  double slope = 0;
  // Without curvature the slope is -1 / mean; with it, that of the parabola whose top is at most
  // the greatest size.
  const auto best_of = [&](double log_deviation) {
    const double deviation = std::exp(log_deviation);
    const double most = law.range() / (deviation * deviation) + 1 / law.mean();
    const detail::Maximum best = detail::maximum(
        [&](double s) { return sum_of(tail, law.logs(deviation, s)); }, -4 / law.mean(), most);
    slope = best.at;
    return best.value;
  };
  constexpr double kFlat = 300;  // deviations, over the range, at which the parabola is a line
  constexpr double kSharp = 0.02;
  constexpr int kSteps = 16;
  const double first = std::log(kSharp * law.range());
  const double step = (std::log(kFlat * law.range()) - first) / kSteps;
  std::vector<double> values;
  for (int k = 0; k <= kSteps; ++k) values.push_back(best_of(first + k * step));
  const auto top =
      static_cast<int>(std::max_element(values.begin(), values.end()) - values.begin());
  const double log_deviation =
      detail::maximum(
          best_of, first + std::max(top - 1, 0) * step, first + std::min(top + 1, kSteps) * step)
          .at;
  best_of(log_deviation);
  constexpr double kNearly = 0.05;
  if (log_deviation > first + kSteps * step - kNearly) out.flags |= bit(Flag::degenerate);
  const double deviation = std::exp(log_deviation);
  out.parameters = {law.start() + slope * deviation * deviation, deviation};
  return law.logs(deviation, slope);
}

// @cite vuong_1989
void set_vuong(PowerLawComparison& out,
               const TailSizes& tail,
               const Logs& ours,
               const Logs& theirs) {
  out.loglik_ratio = sum_of(tail, ours) - sum_of(tail, theirs);
  const double mean = out.loglik_ratio / tail.total;
  double variance = 0;
  for (std::size_t k = 0; k < ours.size(); ++k) {
    const double off = ours[k] - theirs[k] - mean;
    variance += tail.count[k] * off * off / tail.total;
  }
  if (variance == 0) return;
  out.statistic = out.loglik_ratio / std::sqrt(tail.total * variance);
  out.pvalue = std::min(1.0, 2 * detail::normal_tail(std::abs(out.statistic)));
}

}  // namespace

Rival rival_of(std::string_view name) { return detail::named<Rival>("rival", name, kRivals); }

PowerLawComparison power_law_compare(const core::VectorRef& x,
                                     const PowerLawOptions& options,
                                     Rival rival) {
  std::vector<double> reported = detail::reported_sizes(x, options.discrete);
  const Sizes sizes = detail::sizes_of(reported);
  const PowerLawFit fit = detail::fit_sizes(sizes, options);
  if (std::isinf(fit.alpha)) {
    throw DomainError("all sizes from xmin on are xmin = " + core::to_string(fit.xmin) +
                      ": they tell no law from another");
  }
  const TailSizes tail = tail_of(sizes, fit, options.discrete);
  PowerLawComparison out{.flags = fit.flags};
  if (reported.size() < static_cast<std::size_t>(x.size())) out.flags |= bit(Flag::missing);
  const Logs ours = power_law_logs(tail, fit.alpha);
  if (rival == Rival::exponential) {
    out.parameters[1] = kNaN;
    set_vuong(out, tail, ours, exponential_logs(tail, out.parameters[0]));
  } else {
    set_vuong(out, tail, ours, lognormal_logs(tail, out));
  }
  return out;
}

}  // namespace pressgauge::stats
