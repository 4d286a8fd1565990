// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/strata.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/interval.hpp"
#include "pressgauge/stats/detail/counts.hpp"
#include "pressgauge/stats/detail/double_double.hpp"
#include "pressgauge/stats/detail/rows.hpp"

namespace pressgauge::stats::detail {
namespace {

bool has_both_groups(const Stratum& t) { return t.group_1() > 0 && t.group_2() > 0; }

bool is_informative(const Stratum& t) {
  return has_both_groups(t) && t.events() > 0 && t.others() > 0;
}

// Sums of f over the strata that tell something, in their order.
template <class F>
double sum(const Strata& strata, const F& f) {
  double out = 0;
  for (const Stratum& t : strata) {
    if (has_both_groups(t)) out += f(t);
  }
  return out;
}

double for_odds(const Strata& strata) {
  return sum(strata, [](const Stratum& t) { return t.a * t.d / t.all(); });
}

double against_odds(const Strata& strata) {
  return sum(strata, [](const Stratum& t) { return t.b * t.c / t.all(); });
}

double for_risk(const Strata& strata) {
  return sum(strata, [](const Stratum& t) { return t.a * t.group_2() / t.all(); });
}

double against_risk(const Strata& strata) {
  return sum(strata, [](const Stratum& t) { return t.c * t.group_1() / t.all(); });
}

double sum_of_weights(const Strata& strata) {
  return sum(strata, [](const Stratum& t) { return t.group_1() / t.all() * t.group_2(); });
}

std::string cell_name(Eigen::Index stratum, std::size_t cell) {
  return std::string("cell ") + "abcd"[cell] + " of tables[" + std::to_string(stratum) + "]";
}

}  // namespace

double cross(const Stratum& t, double k) {
  const DoubleDouble right = two_product(t.b, t.c) * DoubleDouble(k);
  return (two_product(t.a, t.d) - right).value();
}

Eigen::Index analyses_of(const core::RowMatrix& cells, Eigen::Index strata) {
  if (cells.cols() != 4) {
    throw DomainError("tables have " + std::to_string(cells.cols()) +
                      " cells, expected 4: a, b, c, d");
  }
  if (strata < 1 || cells.rows() % strata != 0) {
    throw DomainError("tables are " + std::to_string(cells.rows()) + ", expected a multiple of " +
                      std::to_string(strata) + " strata, at least 1");
  }
  for (Eigen::Index i = 0; i < cells.rows(); ++i) {
    for (Eigen::Index j = 0; j < 4; ++j) {
      if (std::isnan(cells(i, j)) || is_count(cells(i, j))) continue;
      throw DomainError(cell_name(i, static_cast<std::size_t>(j)) + " is " +
                        core::to_string(cells(i, j)) + ", expected " + count_expected(cells(i, j)) +
                        ", or NaN");
    }
  }
  return cells.rows() / strata;
}

bool take_reported(const core::RowMatrix& cells,
                   Eigen::Index first,
                   Eigen::Index strata,
                   Strata& out) {
  out.clear();
  bool missing = false;
  for (Eigen::Index i = first; i < first + strata; ++i) {
    const Stratum t{cells(i, 0), cells(i, 1), cells(i, 2), cells(i, 3)};
    if (std::isnan(t.all())) {
      missing = true;
    } else {
      out.push_back(t);
    }
  }
  return missing;
}

std::vector<std::vector<double>> corners_of_cells(std::span<const core::Interval> cells) {
  constexpr std::size_t kMostBounded = 12;  // 2^12 analyses
  if (cells.empty() || cells.size() % 4 != 0) {
    throw DomainError("tables have " + std::to_string(cells.size()) +
                      " cells, expected four for each stratum: a, b, c, d");
  }
  std::vector<std::vector<double>> out{{}};
  std::size_t bounded = 0;
  for (std::size_t k = 0; k < cells.size(); ++k) {
    const std::string name = cell_name(static_cast<Eigen::Index>(k / 4), k % 4);
    const core::Interval allowed = whole_numbers({name, cells[k]});
    if (std::isnan(cells[k].low)) throw DomainError(name + " is NaN beside cells in bounds");
    if (!allowed.is_exact() && ++bounded > kMostBounded) {
      throw DomainError("more than " + std::to_string(kMostBounded) + " cells are in bounds");
    }
    const std::size_t size = out.size();
    for (std::size_t i = 0; i < size; ++i) {
      if (!allowed.is_exact()) {
        out.push_back(out[i]);
        out.back().push_back(allowed.high);
      }
      out[i].push_back(allowed.low);
    }
  }
  return out;
}

Strata strata_of(const std::vector<double>& corner) {
  std::vector<core::Interval> ends;
  for (const double end : corner) ends.push_back(core::Interval::exactly(end));
  const double beyond = beyond_all(ends);
  Strata out;
  for (std::size_t k = 0; k < corner.size(); k += 4) {
    const auto cell = [&](std::size_t j) { return std::min(corner[k + j], beyond); };
    out.push_back({cell(0), cell(1), cell(2), cell(3)});
  }
  return out;
}

double pooled_odds_ratio(const Strata& strata) { return for_odds(strata) / against_odds(strata); }

double pooled_risk_ratio(const Strata& strata) { return for_risk(strata) / against_risk(strata); }

double pooled_risk_difference(const Strata& strata) {
  return sum(strata, [](const Stratum& t) { return cross(t) / t.all(); }) / sum_of_weights(strata);
}

double variance_of_log_odds_ratio(const Strata& strata) {
  const double r = for_odds(strata);
  const double s = against_odds(strata);
  const double concordant =
      sum(strata, [](const Stratum& t) { return (t.a + t.d) / t.all() * (t.a * t.d / t.all()); });
  const double mixed = sum(strata, [](const Stratum& t) {
    return ((t.a + t.d) / t.all() * (t.b * t.c / t.all())) +
           ((t.b + t.c) / t.all() * (t.a * t.d / t.all()));
  });
  const double discordant =
      sum(strata, [](const Stratum& t) { return (t.b + t.c) / t.all() * (t.b * t.c / t.all()); });
  return (concordant / r / r + mixed / r / s + discordant / s / s) / 2;
}

double variance_of_log_risk_ratio(const Strata& strata) {
  // (m n1 n2 - a c n) / n², m = a + c, multiplied out into terms of one sign.
  const double numerator = sum(strata, [](const Stratum& t) {
    const double n = t.all();
    return (t.a * t.group_1() / n * t.d + t.c * t.group_2() / n * t.b) / n;
  });
  return numerator / for_risk(strata) / against_risk(strata);
}

double greenland_robins_variance(const Strata& strata) {
  const double weights = sum_of_weights(strata);
  const double squares = sum(strata, [](const Stratum& t) {
    const double weight = t.group_1() / t.all() * t.group_2();
    const double risks = t.a / t.group_1() * (t.b / t.group_1()) / t.group_1() +
                         t.c / t.group_2() * (t.d / t.group_2()) / t.group_2();
    return weight * weight * risks;
  });
  return squares / weights / weights;
}

double sato_variance(const Strata& strata) {
  const double weights = sum_of_weights(strata);
  const double p = sum(strata, [](const Stratum& t) {
    const double n1 = t.group_1() / t.all();
    const double n2 = t.group_2() / t.all();
    return n1 * n1 * t.c - n2 * n2 * t.a + n1 * n2 * (t.group_2() - t.group_1()) / 2;
  });
  const double q =
      sum(strata, [](const Stratum& t) { return (t.a * t.d + t.b * t.c) / (2 * t.all()); });
  return (pooled_risk_difference(strata) * p + q) / weights / weights;
}

Excess excess(const Strata& strata) {
  Excess out;
  out.difference = sum(strata, [](const Stratum& t) { return cross(t) / t.all(); });
  for (const Stratum& t : strata) {
    if (!is_informative(t)) continue;
    const double n = t.all();
    out.variance += t.group_1() / n * (t.group_2() / n) * t.events() / (n - 1) * t.others();
  }
  return out;
}

double informative(const Strata& strata) {
  double out = 0;
  for (const Stratum& t : strata) out += is_informative(t) ? 1 : 0;
  return out;
}

Misfit misfit(const Strata& strata, double odds_ratio) {
  Misfit out;
  for (const Stratum& t : strata) {
    if (!is_informative(t)) continue;
    // a - x solves (a - e)(d - e) = odds_ratio (b + e)(c + e); all terms of its discriminant are
    // positive, so that nothing cancels.
    const double groups = t.group_1() - t.events();
    const double rest = t.group_2() - t.events();
    const double products = t.group_1() * t.group_2() + t.events() * t.others();
    const double root = std::sqrt(odds_ratio * odds_ratio * groups * groups +
                                  2 * odds_ratio * products + rest * rest);
    const double e = 2 * cross(t, odds_ratio) / (t.a + t.d + odds_ratio * (t.b + t.c) + root);
    const double variance = 1 / (1 / (t.a - e) + 1 / (t.b + e) + 1 / (t.c + e) + 1 / (t.d - e));
    out.squares += e * e / variance;
    out.sum += e;
    out.variance += variance;
  }
  return out;
}

}  // namespace pressgauge::stats::detail
