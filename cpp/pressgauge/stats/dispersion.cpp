// SPDX-License-Identifier: MIT
#include "pressgauge/stats/dispersion.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/gamma.hpp"
#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/normal_tail.hpp"
#include "pressgauge/stats/detail/roots.hpp"
#include "pressgauge/stats/detail/rows.hpp"

namespace pressgauge::stats {
namespace {

using detail::Named;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::array<Named<DispersionMethod>, 2> kMethods{
    {{"cameron_trivedi", DispersionMethod::cameron_trivedi}, {"chi2", DispersionMethod::chi2}}};

std::vector<double> reported_counts(const core::VectorRef& y) {
  const std::array<detail::Column, 1> column{{{"y", y, detail::Domain::count}}};
  detail::check_columns(column);
  std::vector<double> out;
  std::copy_if(
      y.begin(), y.end(), std::back_inserter(out), [](double each) { return !std::isnan(each); });
  if (out.size() >= 2) return out;
  throw DomainError("y has " + std::to_string(out.size()) +
                    " reported entries, expected at least 2");
}

std::uint32_t missing_flag(const core::VectorRef& y, const std::vector<double>& reported) {
  return reported.size() < static_cast<std::size_t>(y.size()) ? bit(Flag::missing) : 0;
}

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double each : values) sum += each;
  return sum / static_cast<double>(values.size());
}

double squares_about(const std::vector<double>& values, double centre) {
  double sum = 0;
  for (const double each : values) sum += (each - centre) * (each - centre);
  return sum;
}

double of_sides(double less, double greater, Alternative alternative) {
  if (alternative == Alternative::less) return less;
  if (alternative == Alternative::greater) return greater;
  return std::min(1.0, 2 * std::min(less, greater));
}

void set_cameron_trivedi(DispersionTest& out,
                         const std::vector<double>& y,
                         double mean,
                         Alternative alternative) {
  std::vector<double> excess;
  for (const double each : y) excess.push_back(((each - mean) * (each - mean) - each) / mean);
  const auto n = static_cast<double>(y.size());
  const double centre = mean_of(excess);
  const double deviation = std::sqrt(squares_about(excess, centre) / (n - 1));
  if (deviation == 0) out.flags |= bit(Flag::degenerate);
  out.statistic =
      deviation == 0 ? std::copysign(kInfinity, centre) : std::sqrt(n) * centre / deviation;
  out.pvalue = of_sides(
      detail::normal_tail(-out.statistic), detail::normal_tail(out.statistic), alternative);
}

void set_chi2(DispersionTest& out, double squares, double n, double mean, Alternative alternative) {
  out.statistic = squares / mean;
  const double df = n - 1;
  const double greater = detail::chi_squared_tail(out.statistic, df);
  const double less =
      out.statistic > 0 ? std::exp(detail::log_gamma_lower(0.5 * df, 0.5 * out.statistic)) : 0;
  out.pvalue = of_sides(less, greater, alternative);
}

// How many counts are above j = 0, 1, …
std::vector<double> counts_above(const std::vector<double>& y) {
  constexpr double kMost = 1e7;
  const double most = *std::max_element(y.begin(), y.end());
  if (most > kMost) {
    throw DomainError("y has " + core::to_string(most) + ", expected counts of at most 1e7");
  }
  std::vector<double> out(static_cast<std::size_t>(most) + 1);
  for (const double each : y) {
    if (each > 0) out[static_cast<std::size_t>(each) - 1] += 1;
  }
  for (std::size_t j = out.size() - 1; j-- > 0;) out[j] += out[j + 1];
  return out;
}

// The likelihood of the dispersion a, the mean being that of the data. A sum of log(r + j), r = 1 /
// a, over j < y stands for the gamma functions: nothing cancels where a is small.
class NegbinLikelihood {
 public:
  NegbinLikelihood(const std::vector<double>& y, double mean)
      : above_(counts_above(y)), n_(static_cast<double>(y.size())), mean_(mean) {}

  /// Less what a doesn't change: that of a = 0 is 0.
  double excess(double a) const {
    double sum = 0;
    for (std::size_t j = 1; j < above_.size(); ++j) {
      sum += above_[j] * std::log1p(a * static_cast<double>(j));
    }
    return sum - n_ * mean_ * std::log1p(a * mean_) - n_ / a * (std::log1p(a * mean_) - a * mean_);
  }

  double slope(double a) const {
    double sum = 0;
    for (std::size_t j = 1; j < above_.size(); ++j) {
      sum += above_[j] * static_cast<double>(j) / (1 + a * static_cast<double>(j));
    }
    return sum + n_ / (a * a) * (std::log1p(a * mean_) - a * mean_);
  }

  double curvature(double a) const {
    double sum = 0;
    for (std::size_t j = 1; j < above_.size(); ++j) {
      const double each = static_cast<double>(j) / (1 + a * static_cast<double>(j));
      sum -= above_[j] * each * each;
    }
    const double u = a * mean_;
    return sum - n_ / (a * a) * (u * mean_ / (1 + u)) - 2 * n_ / (a * a * a) * (std::log1p(u) - u);
  }

 private:
  std::vector<double> above_;
  double n_;
  double mean_;
};

// Where the slope, positive at first, is 0.
double best_dispersion(const NegbinLikelihood& likelihood, double mean) {
  const auto slope = [&](double a) { return likelihood.slope(a); };
  constexpr double kLeast = 1e-6;  // of the mean's inverse: below, counts are Poisson's
  double low = kLeast / mean;
  if (slope(low) <= 0) return 0;
  double high = 1 / mean;
  while (slope(high) > 0) {
    low = high;
    high *= 2;
  }
  return detail::root(slope, low, high);
}

}  // namespace

DispersionMethod dispersion_method(std::string_view name) {
  return detail::named<DispersionMethod>("method", name, kMethods);
}

DispersionTest dispersion_test(const core::VectorRef& y,
                               DispersionMethod method,
                               Alternative alternative) {
  const std::vector<double> counts = reported_counts(y);
  DispersionTest out{.flags = missing_flag(y, counts)};
  const double mean = mean_of(counts);
  if (mean == 0) {
    out.flags |= bit(Flag::undefined);
    out.statistic = out.pvalue = out.variance_to_mean = kNaN;
    return out;
  }
  const auto n = static_cast<double>(counts.size());
  const double squares = squares_about(counts, mean);
  out.variance_to_mean = squares / (n - 1) / mean;
  if (method == DispersionMethod::chi2) {
    set_chi2(out, squares, n, mean, alternative);
  } else {
    set_cameron_trivedi(out, counts, mean, alternative);
  }
  return out;
}

NegbinFit negbin_fit(const core::VectorRef& y) {
  const std::vector<double> counts = reported_counts(y);
  const auto n = static_cast<double>(counts.size());
  NegbinFit out{.mean = mean_of(counts), .flags = missing_flag(y, counts)};
  const NegbinLikelihood likelihood(counts, out.mean);
  if (out.mean > 0) {
    out.poisson_loglik = n * out.mean * std::log(out.mean) - n * out.mean;
    for (const double each : counts) out.poisson_loglik -= detail::log_gamma(each + 1);
    out.dispersion = best_dispersion(likelihood, out.mean);
  }
  out.loglik = out.poisson_loglik;
  out.mean_error = std::sqrt((out.mean + out.dispersion * out.mean * out.mean) / n);
  if (out.dispersion == 0) {
    out.dispersion_error = kNaN;
    out.flags |= bit(Flag::degenerate);
    return out;
  }
  out.loglik += likelihood.excess(out.dispersion);
  out.dispersion_error = 1 / std::sqrt(-likelihood.curvature(out.dispersion));
  return out;
}

}  // namespace pressgauge::stats
