// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/partition.hpp"

#include <algorithm>
#include <cmath>

namespace pressgauge::stats::detail {
namespace {

// -2 S log(S / (rate m)) of a segment of S events in m periods, rate that of the whole series:
// twice the negative log likelihood but for what no partition changes, and small.
class SegmentCost {
 public:
  explicit SegmentCost(const std::vector<double>& total) : total_(total) {
    const auto periods = static_cast<double>(total.size() - 1);
    const double rate = total.back() / periods;
    expected_.resize(total.size());
    for (std::size_t m = 1; m < total.size(); ++m) {
      expected_[m] = std::log(rate * static_cast<double>(m));
    }
    // Costs that differ by less are ties: what is lost where S log S is rounded.
    constexpr double kRounding = 4e-15;
    slack_ = kRounding * (1 + total.back() * std::log1p(total.back()));
    // S log S by table where there are few values of S: a logarithm is most of the work.
    constexpr double kMostPerPeriod = 16;
    if (total.back() > kMostPerPeriod * periods) return;
    log_.resize(static_cast<std::size_t>(total.back()) + 1);
    for (std::size_t s = 1; s < log_.size(); ++s) log_[s] = std::log(static_cast<double>(s));
  }

  double slack() const { return slack_; }

  double operator()(std::size_t begin, std::size_t end) const {
    const double events = total_[end] - total_[begin];
    if (!log_.empty()) {
      return -2 * events * (log_[static_cast<std::size_t>(events)] - expected_[end - begin]);
    }
    return events == 0 ? 0 : -2 * events * (std::log(events) - expected_[end - begin]);
  }

 private:
  const std::vector<double>& total_;
  double slack_ = 0;
  std::vector<double> expected_;  // log of the events that m periods have at the common rate
  std::vector<double> log_;
};

// The best partition of the first k periods, for each k.
struct Best {
  std::vector<double> cost;
  std::vector<std::size_t> last;     // its last change point
  std::vector<std::size_t> changes;  // their number
  std::vector<char> tie;

  explicit Best(std::size_t size) : cost(size), last(size), changes(size), tie(size) {}
};

// Of the candidates whose costs tie, the one with the fewest changes, then the earliest.
void choose(Best& best,
            std::size_t t,
            const std::vector<std::size_t>& candidates,
            const std::vector<double>& costs,
            double most) {
  std::size_t tied = 0;
  for (std::size_t k = 0; k < candidates.size(); ++k) {
    if (!(costs[k] <= most)) continue;
    const std::size_t s = candidates[k];
    const std::size_t changes = s == 0 ? 0 : best.changes[s] + 1;
    if (tied++ > 0 && changes >= best.changes[t]) continue;
    best.last[t] = s;
    best.changes[t] = changes;
  }
  best.tie[t] = tied > 1 ? 1 : 0;
}

// A candidate whose cost is above the best by the penalty stays above: a change at t is cheaper.
void drop_hopeless(std::vector<std::size_t>& candidates,
                   const std::vector<double>& costs,
                   double most) {
  std::size_t kept = 0;
  for (std::size_t k = 0; k < candidates.size(); ++k) {
    if (costs[k] <= most) candidates[kept++] = candidates[k];
  }
  candidates.resize(kept);
}

Partition traced(const Best& best, std::size_t periods) {
  Partition out;
  for (std::size_t t = periods; t > 0; t = best.last[t]) {
    out.ends.push_back(t);
    out.tie = out.tie || best.tie[t] != 0;
  }
  std::reverse(out.ends.begin(), out.ends.end());
  return out;
}

}  // namespace

Partition best_partition(const std::vector<double>& total, double penalty, bool prune) {
  const SegmentCost cost(total);
  Best best(total.size());
  best.cost[0] = -penalty;
  std::vector<std::size_t> candidates{0};
  std::vector<double> costs;
  for (std::size_t t = 1; t < total.size(); ++t) {
    costs.resize(candidates.size());
    for (std::size_t k = 0; k < candidates.size(); ++k) {
      costs[k] = best.cost[candidates[k]] + cost(candidates[k], t);
    }
    const double least = *std::min_element(costs.begin(), costs.end());
    choose(best, t, candidates, costs, least + cost.slack());
    best.cost[t] = least + penalty;
    if (prune) drop_hopeless(candidates, costs, best.cost[t] + cost.slack());
    candidates.push_back(t);
  }
  return traced(best, total.size() - 1);
}

}  // namespace pressgauge::stats::detail
