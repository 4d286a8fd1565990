// SPDX-License-Identifier: MIT
#include "pressgauge/stats/elections.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

#include "pressgauge/stats/detail/names.hpp"
#include "pressgauge/stats/detail/tables.hpp"
#include "pressgauge/stats/detail/threads.hpp"
#include "pressgauge/stats/estimate.hpp"

namespace pressgauge::stats {
namespace {

using core::RowMatrixRef;
using detail::DoubleDouble;
using detail::Named;
using detail::Table;
using Row = std::span<const double>;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kPercent = 100;

constexpr std::array<Named<PartiesIndex>, 5> kParties{{
    {"laakso_taagepera", PartiesIndex::laakso_taagepera},
    {"golosov", PartiesIndex::golosov},
    {"molinar", PartiesIndex::molinar},
    {"entropy", PartiesIndex::entropy},
    {"berger_parker", PartiesIndex::berger_parker},
}};
constexpr std::array<Named<PartiesIndex>, 4> kPartiesAliases{{
    {"enp", PartiesIndex::laakso_taagepera},
    {"simpson", PartiesIndex::laakso_taagepera},
    {"shannon", PartiesIndex::entropy},
    {"largest", PartiesIndex::berger_parker},
}};
constexpr std::array<Named<DisproportionalityIndex>, 6> kDeviations{{
    {"gallagher", DisproportionalityIndex::gallagher},
    {"loosemore_hanby", DisproportionalityIndex::loosemore_hanby},
    {"rae", DisproportionalityIndex::rae},
    {"lijphart", DisproportionalityIndex::lijphart},
    {"sainte_lague", DisproportionalityIndex::sainte_lague},
    {"dhondt", DisproportionalityIndex::dhondt},
}};
constexpr std::array<Named<DisproportionalityIndex>, 5> kDeviationAliases{{
    {"least_squares", DisproportionalityIndex::gallagher},
    {"lsq", DisproportionalityIndex::gallagher},
    {"lijphart_max", DisproportionalityIndex::lijphart},
    {"sainte_lague_index", DisproportionalityIndex::sainte_lague},
    {"dhondt_index", DisproportionalityIndex::dhondt},
}};

// A party's share p and the share of all others, which keeps its digits where p is nearly 1.
struct Share {
  double p;
  double rest;
};

class Shares {
 public:
  explicit Shares(Row row, const DoubleDouble& total)
      : row_(row), total_(total), whole_(total.value()) {}

  Share at(std::size_t k) const {
    const double rest = (total_.hi - row_[k]) + total_.lo;
    return {row_[k] / whole_, std::max(rest, 0.0) / whole_};
  }
  double largest() const { return *std::max_element(row_.begin(), row_.end()) / whole_; }

  template <class Term>
  double sum(const Term& term) const {
    double out = 0;
    for (std::size_t k = 0; k < row_.size(); ++k) out += term(at(k));
    return out;
  }

 private:
  Row row_;
  DoubleDouble total_;
  double whole_;
};

double squares(const Shares& shares) {
  return shares.sum([](const Share& s) { return s.p * s.p; });
}

// p (1 - p) rather than 1 - sum of p²: nothing cancels where one party has nearly all.
double rae_fractionalization(const Shares& shares) {
  return shares.sum([](const Share& s) { return s.p * s.rest; });
}

double entropy(const Shares& shares) {
  constexpr double kHalf = 0.5;
  return shares.sum([](const Share& s) {
    if (s.p == 0) return 0.0;
    return -s.p * (s.p > kHalf ? std::log1p(-s.rest) : std::log(s.p));
  });
}

double laakso_taagepera(const Shares& shares) { return 1 / squares(shares); }

// p / (p + largest² - p²)
double golosov(const Shares& shares) {
  const double largest = shares.largest();
  return shares.sum([largest](const Share& s) {
    return s.p == 0 ? 0.0 : s.p / (s.p * s.rest + largest * largest);
  });
}

// 1 + N (sum of p² - largest²) / sum of p², N that of Laakso and Taagepera
double molinar(const Shares& shares) {
  const double all = squares(shares);
  const double largest = shares.largest();
  return 1 + std::max(all - largest * largest, 0.0) / (all * all);
}

double berger_parker(const Shares& shares) { return 1 / shares.largest(); }
double exponential_entropy(const Shares& shares) { return std::exp(entropy(shares)); }

using IndexOf = double (*)(const Shares&);

// In the order of the enum.
constexpr std::array<IndexOf, 5> kPartiesOf{
    laakso_taagepera, golosov, molinar, exponential_entropy, berger_parker};

// A row's value, or why there is none.
struct Found {
  double value = kNaN;
  std::uint32_t flags = 0;
};

template <class RowOf>
Indices indices(Eigen::Index rows, int threads, const RowOf& row_of) {
  Indices out{core::Vector(rows), core::Flags(rows)};
  detail::for_ranges(rows, threads, [&](Eigen::Index begin, Eigen::Index end) {
    for (Eigen::Index i = begin; i < end; ++i) {
      const Found found = row_of(i);
      out.value[i] = found.value;
      out.flags[i] = found.flags;
    }
  });
  return out;
}

Indices of_votes(const RowMatrixRef& votes, IndexOf index, int threads) {
  const Table table{"votes", votes};
  detail::check_table(table);
  return indices(votes.rows(), threads, [&](Eigen::Index i) -> Found {
    const Row row = table.row(i);
    const DoubleDouble total = detail::total_of(row);
    if (std::isnan(total.hi)) return {kNaN, bit(Flag::missing)};
    if (total.hi == 0) return {kNaN, bit(Flag::undefined)};
    return {index(Shares(row, total))};
  });
}

// Two rows of the same parties as shares; differences are taken of exact products, so that they
// have their digits where the shares are nearly the same.
struct Pair {
  Row a;
  Row b;
  DoubleDouble a_total;
  DoubleDouble b_total;

  std::size_t size() const { return a.size(); }
  double difference(std::size_t k) const {
    const DoubleDouble cross = b_total * a[k] - a_total * b[k];
    return cross.value() / (a_total.value() * b_total.value());
  }
  bool stands(std::size_t k) const { return a[k] > 0 || b[k] > 0; }
};

template <class Term>
double sum_over(const Pair& pair, const Term& term) {
  double out = 0;
  for (std::size_t k = 0; k < pair.size(); ++k) out += term(pair.difference(k));
  return out;
}

double deviations(const Pair& pair) {
  return sum_over(pair, [](double d) { return std::abs(d); });
}

Found gallagher(const Pair& pair) {
  return {kPercent * std::sqrt(sum_over(pair, [](double d) { return d * d; }) / 2)};
}

Found half_of_deviations(const Pair& pair) { return {kPercent / 2 * deviations(pair)}; }

Found rae(const Pair& pair) {
  double parties = 0;
  for (std::size_t k = 0; k < pair.size(); ++k) parties += pair.stands(k) ? 1 : 0;
  return {kPercent * deviations(pair) / parties};
}

Found lijphart(const Pair& pair) {
  double out = 0;
  for (std::size_t k = 0; k < pair.size(); ++k) out = std::max(out, std::abs(pair.difference(k)));
  return {kPercent * out};
}

Found sainte_lague(const Pair& pair) {
  Found out{0};
  for (std::size_t k = 0; k < pair.size(); ++k) {
    if (!pair.stands(k)) continue;
    const double d = pair.difference(k);
    out.value += d * d / (pair.a[k] / pair.a_total.value());
    if (pair.a[k] == 0) out.flags = bit(Flag::undefined);
  }
  return out;
}

Found dhondt(const Pair& pair) {
  Found out{0};
  for (std::size_t k = 0; k < pair.size(); ++k) {
    if (pair.b[k] == 0) continue;
    const double seats = pair.b[k] / pair.b_total.value();
    out.value = std::max(out.value, seats / (pair.a[k] / pair.a_total.value()));
    if (pair.a[k] == 0) out.flags = bit(Flag::undefined);
  }
  return out;
}

using DeviationOf = Found (*)(const Pair&);

// In the order of the enum.
constexpr std::array<DeviationOf, 6> kDeviationOf{
    gallagher, half_of_deviations, rae, lijphart, sainte_lague, dhondt};

Indices of_pairs(const Table& a, const Table& b, DeviationOf index, int threads) {
  detail::check_shapes(a, b);
  detail::check_table(a);
  detail::check_table(b);
  return indices(a.values.rows(), threads, [&](Eigen::Index i) -> Found {
    const Row left = a.row(i);
    const Row right = b.row(i);
    const Pair pair{left, right, detail::total_of(left), detail::total_of(right)};
    if (std::isnan(pair.a_total.hi + pair.b_total.hi)) return {kNaN, bit(Flag::missing)};
    if (pair.a_total.hi == 0 || pair.b_total.hi == 0) return {kNaN, bit(Flag::undefined)};
    return index(pair);
  });
}

}  // namespace

PartiesIndex parties_index(std::string_view name) {
  return detail::named<PartiesIndex>("index", name, kParties, kPartiesAliases);
}

DisproportionalityIndex disproportionality_index(std::string_view name) {
  return detail::named<DisproportionalityIndex>("index", name, kDeviations, kDeviationAliases);
}

Indices effective_parties(const RowMatrixRef& votes, PartiesIndex index, int threads) {
  return of_votes(votes, kPartiesOf[static_cast<std::size_t>(index)], threads);
}

Indices concentration(const RowMatrixRef& votes, int threads) {
  return of_votes(votes, squares, threads);
}

Indices fractionalization(const RowMatrixRef& votes, int threads) {
  return of_votes(votes, rae_fractionalization, threads);
}

Indices shannon_entropy(const RowMatrixRef& votes, int threads) {
  return of_votes(votes, entropy, threads);
}

Indices disproportionality(const RowMatrixRef& votes,
                           const RowMatrixRef& seats,
                           DisproportionalityIndex index,
                           int threads) {
  const DeviationOf deviation = kDeviationOf[static_cast<std::size_t>(index)];
  return of_pairs({"votes", votes}, {"seats", seats}, deviation, threads);
}

Indices volatility(const RowMatrixRef& earlier, const RowMatrixRef& later, int threads) {
  return of_pairs({"earlier", earlier}, {"later", later}, half_of_deviations, threads);
}

}  // namespace pressgauge::stats
