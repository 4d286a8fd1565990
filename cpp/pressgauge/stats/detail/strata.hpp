// SPDX-License-Identifier: MIT
// Sums over the strata of one analysis of two groups.
#pragma once

#include <span>
#include <vector>

#include "pressgauge/core/arrays.hpp"
#include "pressgauge/core/interval.hpp"

namespace pressgauge::stats::detail {

/// A table: with and without the event in group 1 (a, b) and in group 2 (c, d).
struct Stratum {
  double a = 0;
  double b = 0;
  double c = 0;
  double d = 0;

  double group_1() const { return a + b; }
  double group_2() const { return c + d; }
  double events() const { return a + c; }
  double others() const { return b + d; }
  double all() const { return group_1() + group_2(); }
};

/// ad - k bc without the digits that are lost between two nearly equal products.
double cross(const Stratum& t, double k = 1);

/// Of which none is missing a cell.
using Strata = std::vector<Stratum>;

/// The number of analyses of `strata` tables each.
/// @throws DomainError when a cell is no count, or the shape is not (n strata, 4), strata >= 1
Eigen::Index analyses_of(const core::RowMatrix& cells, Eigen::Index strata);

/// Fills `out` with the tables from row `first` on that are reported. @return whether any is not
bool take_reported(const core::RowMatrix& cells,
                   Eigen::Index first,
                   Eigen::Index strata,
                   Strata& out);

/// Cells a, b, c, d of each stratum, at each corner of what the reports allow; without bound as ∞.
/// @throws DomainError when a cell allows no count, is missing, or more than twelve are in bounds
std::vector<std::vector<double>> corners_of_cells(std::span<const core::Interval> cells);
/// The tables of one such corner; for ∞ stands a number beyond all counts of news.
Strata strata_of(const std::vector<double>& corner);

double pooled_odds_ratio(const Strata& strata);
double pooled_risk_ratio(const Strata& strata);
double pooled_risk_difference(const Strata& strata);

/// @cite robins_breslow_greenland_1986
double variance_of_log_odds_ratio(const Strata& strata);
/// @cite greenland_robins_1985 (ratio, then difference)
double variance_of_log_risk_ratio(const Strata& strata);
double greenland_robins_variance(const Strata& strata);
/// @cite sato_1989
double sato_variance(const Strata& strata);

/// Sum of a less its expectation under no association, and the variance of it.
struct Excess {
  double difference = 0;
  double variance = 0;
};
Excess excess(const Strata& strata);

/// Strata that have no margin of 0.
double informative(const Strata& strata);

/// How far a is from what a common odds ratio fits to each table, x:
struct Misfit {
  double squares = 0;   ///< sum of (a - x)² / var
  double sum = 0;       ///< of a - x
  double variance = 0;  ///< sum of var = 1 / (1/x + 1/(n1 - x) + 1/(m - x) + 1/(n2 - m + x))
};
Misfit misfit(const Strata& strata, double odds_ratio);

}  // namespace pressgauge::stats::detail
