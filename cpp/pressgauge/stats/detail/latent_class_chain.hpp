// SPDX-License-Identifier: MIT
#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <vector>

#include "pressgauge/stats/detail/overlaps.hpp"
#include "pressgauge/stats/detail/random.hpp"

namespace pressgauge::stats::detail {

struct ConcentrationPrior {
  double shape;
  double rate;
};

/// One Gibbs sampler of the latent class model. @cite manrique_vallier_2016
class LatentClassChain {
 public:
  LatentClassChain(const Overlaps& seen, int classes, ConcentrationPrior prior, Random random);

  /// Chances of one class: of being on a list, and of not.
  struct Chance {
    double on;
    double off;
  };

  void sweep();
  double population() const { return observed_ + unseen_; }

 private:
  struct Cell {
    Mask history;
    double count;
  };

  void weigh_cells();
  void move_class(int k);
  void draw_classes();
  void draw_unseen();
  void swap_classes();
  void draw_chances();
  void draw_sizes();
  void place(Mask history, double count);
  double log_prior_of_sizes(const std::vector<double>& log_size) const;
  Chance& chance(int k, int j) { return chances_[static_cast<std::size_t>(k * lists_ + j)]; }

  int lists_;
  int classes_;
  double observed_;
  ConcentrationPrior prior_;
  Random random_;
  std::vector<Cell> cells_;
  double unseen_ = 0;
  double concentration_ = 1;
  std::vector<double> log_size_;   ///< (K,) of each class's share
  std::vector<Chance> chances_;    ///< (K, L)
  std::vector<double> members_;    ///< (K,) persons, seen or not
  std::vector<double> on_list_;    ///< (K, L) persons of each class on each list
  Eigen::ArrayXXd in_class_;       ///< (C, K) chance of each cell's history in each class
  Eigen::ArrayXd in_all_;          ///< (C,) the same of anybody
  Eigen::ArrayXd seen_in_class_;   ///< (K,) chance of being on any list
  Eigen::ArrayXd size_;            ///< (K,) exp of log_size_
  double log_prior_ = 0;           ///< of the sizes
  std::vector<double> weight_;     ///< (K,) work space
  std::vector<double> from_here_;  ///< (K,) sums of weight_ from each class on
};

}  // namespace pressgauge::stats::detail
