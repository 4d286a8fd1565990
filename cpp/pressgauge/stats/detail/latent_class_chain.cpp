// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/latent_class_chain.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace pressgauge::stats::detail {
namespace {

constexpr double kMostUnseen = 9007199254740992.0;  // 2^53: counts are exact up to there

// log of a gamma variable: that of a tiny shape would underflow.
double log_of_gamma(Random& random, double shape) {
  if (shape >= 1) return std::log(random.gamma(shape));
  return std::log(random.gamma(shape + 1)) + std::log(random.uniform()) / shape;
}

double log_of_sum(double log_a, double log_b) {
  const double larger = std::max(log_a, log_b);
  const double below = std::min(log_a, log_b) - larger;
  constexpr double kNegligible = -37;  // exp(-37) is less than half a last digit of 1
  return below > kNegligible ? larger + std::log1p(std::exp(below)) : larger;
}

double chance_of(Mask history, const LatentClassChain::Chance* chances, int lists) {
  double out = 1;
  for (int j = 0; j < lists; ++j) {
    out *= ((history >> j) & 1U) != 0 ? chances[j].on : chances[j].off;
  }
  return out;
}

// 1 less the chance of being on none, without a difference.
double chance_of_any(const LatentClassChain::Chance* chances, int lists) {
  double out = 0;
  double missed = 1;
  for (int j = 0; j < lists; ++j) {
    out += missed * chances[j].on;
    missed *= chances[j].off;
  }
  return out;
}

}  // namespace

LatentClassChain::LatentClassChain(const Overlaps& seen,
                                   int classes,
                                   ConcentrationPrior prior,
                                   Random random)
    : lists_(seen.lists),
      classes_(classes),
      observed_(seen.observed),
      prior_(prior),
      random_(random) {
  for (std::size_t h = 1; h < seen.counts.size(); ++h) {
    if (seen.counts[h] > 0) cells_.push_back({static_cast<Mask>(h), seen.counts[h]});
  }
  const auto size = static_cast<std::size_t>(classes);
  const std::size_t pairs = size * static_cast<std::size_t>(lists_);
  // Chains begin apart: chances anywhere, classes alike.
  log_size_.assign(size, -std::log(static_cast<double>(classes)));
  chances_.resize(pairs);
  for (Chance& each : chances_) {
    each.on = random_.uniform();
    each.off = 1 - each.on;
  }
  members_.resize(size);
  on_list_.resize(pairs);
  in_class_.resize(static_cast<Eigen::Index>(cells_.size()), classes);
  in_all_.resize(static_cast<Eigen::Index>(cells_.size()));
  seen_in_class_.resize(classes);
  size_.resize(classes);
  weight_.resize(size);
  from_here_.resize(size);
}

void LatentClassChain::sweep() {
  weigh_cells();
  for (int k = 0; k < classes_; ++k) move_class(k);
  draw_classes();
  draw_unseen();
  swap_classes();
  draw_chances();
  draw_sizes();
}

// What the moves need to know of chances and sizes.
void LatentClassChain::weigh_cells() {
  in_all_.setZero();
  for (int k = 0; k < classes_; ++k) {
    const Chance* chances = &chance(k, 0);
    for (std::size_t c = 0; c < cells_.size(); ++c) {
      in_class_(static_cast<Eigen::Index>(c), k) = chance_of(cells_[c].history, chances, lists_);
    }
    seen_in_class_[k] = chance_of_any(chances, lists_);
    size_[k] = std::exp(log_size_[static_cast<std::size_t>(k)]);
    in_all_ += size_[k] * in_class_.col(k);
  }
  log_prior_ = log_prior_of_sizes(log_size_);
}

// A class that is hardly seen may be large, or seen more and smaller: the data tell little of
// which, and Gibbs' steps are short along that ridge. This step goes along it: all chances of one
// class move together on the logit scale, its size so that it is seen as often as before, and all
// persons' classes and the unseen are summed out (they are drawn next). Metropolis; no source:
// ours.
void LatentClassChain::move_class(int k) {
  constexpr std::array<double, 3> kWidths{0.1, 0.4, 1.6};
  const double shift = kWidths[random_.below(kWidths.size())] * random_.normal();
  const double factor = std::exp(shift);
  std::vector<Chance> moved(&chance(k, 0), &chance(k, 0) + lists_);
  double gain = 0;  // of the logarithm of the density
  for (Chance& each : moved) {
    // The density on the logit scale is on * off: it becomes factor / sum² times as much.
    const double sum = each.on * factor + each.off;
    each = {each.on * factor / sum, each.off / sum};
    gain += shift - 2 * std::log(sum);
  }
  const double seen = chance_of_any(moved.data(), lists_);
  // The sizes: log odds of this class shift, the others keep their ratios.
  const auto at = static_cast<std::size_t>(k);
  const double before = size_[k];
  const double weight = before * (seen_in_class_[k] / seen);
  const double both = size_.head(k).sum() + size_.tail(classes_ - 1 - k).sum() + weight;
  const double log_both = std::log(both);
  const double log_weight = log_size_[at] + std::log(seen_in_class_[k] / seen);
  std::vector<double> log_sizes = log_size_;
  for (double& each : log_sizes) each -= log_both;
  log_sizes[at] = log_weight - log_both;
  const double log_prior = log_prior_of_sizes(log_sizes);
  gain += (log_sizes[at] - log_size_[at]) - (classes_ - 1) * log_both;
  gain += log_prior - log_prior_;
  // The likelihood of those seen, given that they are seen; of all, a share of 1 / both now is.
  const double after = weight / both;
  gain += observed_ * log_both;
  Eigen::ArrayXd in_moved(in_all_.size());
  Eigen::ArrayXd in_all(in_all_.size());
  for (std::size_t c = 0; c < cells_.size(); ++c) {
    const auto i = static_cast<Eigen::Index>(c);
    in_moved[i] = chance_of(cells_[c].history, moved.data(), lists_);
    const double rest = std::max(in_all_[i] - before * in_class_(i, k), 0.0);
    in_all[i] = rest / both + after * in_moved[i];
    gain += cells_[c].count * std::log(in_all[i] / in_all_[i]);
  }
  if (!(std::log(random_.uniform()) < gain)) return;
  std::copy(moved.begin(), moved.end(), &chance(k, 0));
  log_size_ = std::move(log_sizes);
  log_prior_ = log_prior;
  size_ /= both;
  size_[k] = after;
  in_class_.col(k) = in_moved;
  in_all_ = in_all;
  seen_in_class_[k] = seen;
}

// Density of the sizes given the concentration, but for what doesn't depend on them.
double LatentClassChain::log_prior_of_sizes(const std::vector<double>& log_size) const {
  double log_left = log_size.back();
  double sum = (concentration_ - 1) * log_left;
  for (std::size_t k = log_size.size() - 1; k > 1; --k) {
    log_left = log_of_sum(log_left, log_size[k - 1]);
    sum -= log_left;
  }
  return sum;
}

// Which of two classes stands first tells nothing, but one that is small and first is seldom left
// otherwise: neighbours change places, by the density with the sizes summed out.
// @cite papaspiliopoulos_roberts_2008
void LatentClassChain::swap_classes() {
  double after = members_.back();
  for (int k = classes_ - 3; k >= 0; --k) {
    const auto at = static_cast<std::size_t>(k);
    const double first = concentration_ + after + members_[at + 1];
    const double second = concentration_ + after + members_[at];
    if (random_.uniform() * second < first) {
      std::swap(members_[at], members_[at + 1]);
      const auto row = on_list_.begin() + k * lists_;
      std::swap_ranges(row, row + lists_, row + lists_);
    }
    after += members_[at + 1];
  }
}

// The class of each person that was seen, given sizes and chances.
void LatentClassChain::draw_classes() {
  std::fill(members_.begin(), members_.end(), 0.0);
  std::fill(on_list_.begin(), on_list_.end(), 0.0);
  for (const Cell& cell : cells_) place(cell.history, cell.count);
}

// Persons of one history, shared out to the classes: a multinomial draw, class by class.
void LatentClassChain::place(Mask history, double count) {
  double sum = 0;
  for (int k = classes_ - 1; k >= 0; --k) {
    const auto at = static_cast<std::size_t>(k);
    weight_[at] = std::exp(log_size_[at]) * chance_of(history, &chance(k, 0), lists_);
    from_here_[at] = sum += weight_[at];
  }
  for (int k = 0; k < classes_ && count > 0; ++k) {
    const auto at = static_cast<std::size_t>(k);
    const bool rest = k + 1 == classes_ || from_here_[at + 1] == 0;
    const double share = rest ? 1 : std::min(weight_[at] / from_here_[at], 1.0);
    const double drawn = share < 1 ? random_.binomial(count, share) : count;
    count -= drawn;
    members_[at] += drawn;
    for (int j = 0; j < lists_; ++j) {
      if (((history >> j) & 1U) != 0)
        on_list_[at * static_cast<std::size_t>(lists_) + static_cast<std::size_t>(j)] += drawn;
    }
  }
}

// How many nobody saw, negative binomial with the classes summed out; then their classes.
void LatentClassChain::draw_unseen() {
  double seen = 0;
  double missed = 0;
  for (int k = 0; k < classes_; ++k) {
    const double size = std::exp(log_size_[static_cast<std::size_t>(k)]);
    seen += size * chance_of_any(&chance(k, 0), lists_);
    missed += size * chance_of(0, &chance(k, 0), lists_);
  }
  const double mean = random_.gamma(observed_) * (missed / seen);
  unseen_ = std::isfinite(mean) && mean < kMostUnseen ? random_.poisson(mean) : kMostUnseen;
  place(0, unseen_);
}

void LatentClassChain::draw_chances() {
  for (int k = 0; k < classes_; ++k) {
    const auto at = static_cast<std::size_t>(k);
    for (int j = 0; j < lists_; ++j) {
      const double on =
          on_list_[at * static_cast<std::size_t>(lists_) + static_cast<std::size_t>(j)];
      const double x = random_.gamma(1 + on);
      const double y = random_.gamma(1 + members_[at] - on);
      chance(k, j) = {x / (x + y), y / (x + y)};
    }
  }
}

// Sizes by breaking a stick, then the concentration given the breaks. @cite ishwaran_james_2001
void LatentClassChain::draw_sizes() {
  double after = observed_ + unseen_;
  double log_left = 0;
  for (int k = 0; k + 1 < classes_; ++k) {
    const auto at = static_cast<std::size_t>(k);
    after = std::max(after - members_[at], 0.0);
    const double log_x = log_of_gamma(random_, 1 + members_[at]);
    const double log_y = log_of_gamma(random_, concentration_ + after);
    const double log_both = log_of_sum(log_x, log_y);
    log_size_[at] = log_left + log_x - log_both;
    log_left += log_y - log_both;
  }
  log_size_[static_cast<std::size_t>(classes_ - 1)] = log_left;
  concentration_ = random_.gamma(prior_.shape + classes_ - 1) / (prior_.rate - log_left);
  // Below, gamma variables of that shape are 0 for all that doubles tell.
  constexpr double kLeastConcentration = 1e-12;
  concentration_ = std::max(concentration_, kLeastConcentration);
}

}  // namespace pressgauge::stats::detail
