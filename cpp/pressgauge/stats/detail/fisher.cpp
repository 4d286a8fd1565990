// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/fisher.hpp"

#include <algorithm>
#include <cstddef>

#include "pressgauge/stats/detail/noncentral.hpp"

namespace pressgauge::stats::detail {
namespace {

// Tables that are as likely, or tails that are as large, but for rounding.
constexpr double kTie = 1 + 1e-11;

bool is_midp(FisherMethod method) {
  return method == FisherMethod::midp_minlike || method == FisherMethod::midp_central;
}

// The probability of all tables that are no likelier.
double minlike(const Likelihoods& all, double x) {
  const double most = all.at(x) * kTie;
  double sum = 0;
  for (const double value : all.values) sum += value <= most ? value : 0;
  return sum / all.total;
}

// The largest tail on one side that is no greater than `most`, in units of the mode's probability.
template <class Iterator>
double tail_up_to(Iterator begin, Iterator end, double most) {
  double sum = 0;
  for (Iterator value = begin; value != end && sum + *value <= most; ++value) sum += *value;
  return sum;
}

double blaker(const Likelihoods& all, double lower, double upper) {
  const double tail = std::min(lower, upper);
  const double most = tail * all.total * kTie;
  const double opposite = lower < upper ? tail_up_to(all.values.rbegin(), all.values.rend(), most)
                                        : tail_up_to(all.values.begin(), all.values.end(), most);
  return tail + opposite / all.total;
}

}  // namespace

bool is_only_table(const TwoSamples& s) {
  const Margins margins{s.n1, s.n2, s.successes()};
  return margins.least() == margins.most();
}

double fisher_pvalue(const TwoSamples& s, FisherMethod method, Alternative alternative) {
  const Likelihoods all = likelihoods({s.n1, s.n2, s.successes()});
  const double half = is_midp(method) ? all.at(s.x1) / all.total / 2 : 0;
  const double lower = all.tail(s.x1, Tail::lower);
  const double upper = all.tail(s.x1, Tail::upper);
  if (alternative == Alternative::less) return lower - half;
  if (alternative == Alternative::greater) return upper - half;
  const auto of_method = [&] {
    if (method == FisherMethod::blaker) return blaker(all, lower, upper);
    const bool central = method == FisherMethod::central || method == FisherMethod::midp_central;
    return central ? 2 * (std::min(lower, upper) - half) : minlike(all, s.x1) - half;
  };
  return std::min(of_method(), 1.0);
}

}  // namespace pressgauge::stats::detail
