// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/beta_fraction.hpp"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace pressgauge::stats::detail {
namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
constexpr int kMostSteps = 128;
constexpr int kBlock = 4;
using Block = Eigen::Array<double, kBlock, 1>;

template <class T>
struct Terms {
  T dividend;
  T divisor;
};

// The even part of DLMF 8.17.22 as Didonato & Morris (1992) write it, in terms of the distance to
// the mean, so that neither a tiny v nor a tiny w is lost: 1 / (d0 + n1 / (d1 + n2 / (d2 + …))).
struct Fraction {
  double a;
  double b;
  double v;
  double w;
  double distance;

  double first() const { return a / (a + 1) * (distance + 1); }

  // The terms of one step or of several, the dividend times unit², the divisor times unit.
  template <class T>
  Terms<T> terms(const T& k, double unit) const {
    const T odd = 2 * k + (a - 1);
    const T over_odd = 1.0 / odd;
    const T with_b = k * (b - k) * (unit * v * over_odd);
    const T dividend = (k + (a - 1)) * over_odd * ((k + (a + b - 1)) * (unit * v)) * with_b;
    const T divisor =
        k * unit + with_b + (k + a) / (odd + 2) * (k * (unit * (1 + w)) + unit * (distance + 1));
    return {dividend, divisor};
  }

  // The standard deviation of the log odds at the mode is 1 over this.
  double root_information() const { return std::sqrt(a / (a + b) * b); }
};

// Steed's form, whose steps are sums: the rounding errors of a product would pile up.
double by_steps(const Fraction& of) {
  double d = 1 / of.first();
  double step = d;
  double sum = d;
  for (double k = 1;; k += 1) {
    const auto [dividend, divisor] = of.terms(k, 1);
    const double next = 1 / (divisor + dividend * d);
    step *= -dividend * d * next;
    d = next;
    sum += step;
    if (!(std::abs(step) > kEpsilon / 8 * sum)) return sum;
  }
}

// What a number of steps leaves of the value falls by exp(-2 asinh(d / √n / 2)) a step, in sum by
// about exp(-2 z √k - 4/3 k √k / s), z the distance in standard deviations and s root_information.
int expected_steps(const Fraction& of) {
  constexpr double kLog = 28;  // of 1 over the part that may be left; the first guess has a part
  const double over_s = 1 / of.root_information();
  const double slope = 2 * of.distance * over_s;
  const double start = std::min(kLog / (slope + 15 * over_s), std::sqrt(kMostSteps));
  const double square = start * start;
  const double root = (kLog + 8.0 / 3 * over_s * square * start) / (slope + 4 * over_s * square);
  const double steps = root * root + 2;
  if (!(steps < kMostSteps - kBlock)) return kMostSteps;
  return kBlock * (1 + static_cast<int>(steps / kBlock));
}

// The root of t = dividend / (divisor + t).
double fixed_point(double dividend, double divisor) {
  const double half = 0.5 * divisor;
  return dividend / (half + std::sqrt(std::max(half * half + dividend, 0.0)));
}

struct Guess {
  double value;
  double correction;  // many times its error
};

// The rest n / (d + …) of a fraction from its next two terms: near a fixed point, which moves a
// little from step to step.
Guess guess_rest(const Terms<Block>& at, int i) {
  const double still = fixed_point(at.dividend[i], at.divisor[i]);
  const double move = fixed_point(at.dividend[i + 1], at.divisor[i + 1]) - still;
  const double value = fixed_point(at.dividend[i], at.divisor[i] + move);
  return {value, std::abs(value - still)};
}

// `size` steps from the last one to the first, which rounding errors don't grow in, as numerator
// over denominator, which takes no division; nothing when the guess of the rest is felt.
std::optional<double> by_blocks(const Fraction& of, int size, double largest_exact) {
  // Keeps all numbers in range for kMostSteps.
  const double s = of.root_information();
  const double unit = 1 / (of.distance + 1 + 2 * size + s * std::sqrt(size));
  Block k = Block::LinSpaced(kBlock, 1, kBlock) + (size - kBlock);
  double below = 1;
  double above = 0;
  double share = 0;  // of the guess in the value, times the square of `below`
  for (int left = size; left > 0; left -= kBlock) {
    const Terms<Block> terms = of.terms(k, unit);
    int i = kBlock - 1;
    if (left == size) {
      i -= 2;
      const Guess rest = guess_rest(terms, i + 1);
      above = rest.value;
      share = rest.correction;
    }
    for (; i >= 0; --i) {
      const double next = terms.divisor[i] * below + above;
      above = terms.dividend[i] * below;
      share *= terms.dividend[i];
      below = next;
    }
    k -= kBlock;
  }
  const double over = 1 / (of.first() * unit * below + above);
  const double value = unit * below * over;
  const double felt = unit * std::abs(share) * over * over;
  if (!(felt <= kEpsilon * std::max(value, largest_exact))) return std::nullopt;
  return value;
}

}  // namespace

double distance_to_mean(double a, double b, double v, double w) {
  return v <= w ? a - (a + b) * v : (a + b) * w - b;
}

double beta_fraction(double a, double b, double v, double w, double largest_exact) {
  const Fraction fraction{a, b, v, w, distance_to_mean(a, b, v, w)};
  for (int size = expected_steps(fraction); size <= kMostSteps; size *= 2) {
    const auto value = by_blocks(fraction, size, largest_exact);
    if (value) return *value;
  }
  return by_steps(fraction);
}

}  // namespace pressgauge::stats::detail
