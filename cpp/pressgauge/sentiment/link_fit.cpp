// SPDX-License-Identifier: MIT
#include "pressgauge/sentiment/link_fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/sentiment/detail/thresholds.hpp"

namespace pressgauge::sentiment {
namespace {

using detail::Confusion;
using detail::label_of_rating;
using detail::Rated;
using detail::Ratings;
using detail::ThresholdSearch;

constexpr std::size_t kFolds = 5;
constexpr std::size_t kFewRatings = 50;  // the 95 % interval of r is wider than 0.4 for r < 0.5
constexpr double kNormal95 = 1.959963984540054;  // quantile of the standard normal distribution
// Between these gains the curve goes from a line to a step: ratings can't tell what is beyond.
constexpr double kLeastGain = 0.01;
constexpr double kMostGain = 50;
// The gain is sought on a grid of its logarithm, then between the neighbours of the best one.
constexpr int kGainSteps = 48;
constexpr int kGoldenSteps = 40;
constexpr int kShiftSteps = 30;      // while a gain is sought
constexpr int kLastShiftSteps = 60;  // for the gain found
constexpr double kGolden = 0.6180339887498949;

double mean(const Ratings& all, double Rated::*value) {
  double sum = 0;
  for (const Rated& each : all) sum += each.*value;
  return sum / static_cast<double>(all.size());
}

// Pearson's r; 0 where either is constant.
double correlation(const Ratings& all) {
  const double x = mean(all, &Rated::raw);
  const double y = mean(all, &Rated::rating);
  double xy = 0;
  double xx = 0;
  double yy = 0;
  for (const Rated& each : all) {
    xy += (each.raw - x) * (each.rating - y);
    xx += (each.raw - x) * (each.raw - x);
    yy += (each.rating - y) * (each.rating - y);
  }
  return xx > 0 && yy > 0 ? xy / std::sqrt(xx * yy) : 0;
}

double squared_error(const Ratings& all, double gain, double shift) {
  double sum = 0;
  for (const Rated& each : all) {
    const double off = std::tanh(gain * each.raw + shift) - each.rating;
    sum += off * off;
  }
  return sum;
}

// The least of `error` in [low, high], where it has one dip.
template <class Error>
double golden(double low, double high, int steps, Error error) {
  double a = high - kGolden * (high - low);
  double b = low + kGolden * (high - low);
  double at_a = error(a);
  double at_b = error(b);
  for (int i = 0; i < steps; ++i) {
    const bool left = at_a <= at_b;
    (left ? high : low) = left ? b : a;
    (left ? b : a) = left ? a : b;
    (left ? at_b : at_a) = left ? at_a : at_b;
    double& fresh = left ? a : b;
    fresh = left ? high - kGolden * (high - low) : low + kGolden * (high - low);
    (left ? at_a : at_b) = error(fresh);
  }
  return (low + high) / 2;
}

// The shift of least error for a gain. The middle of the curve stays among the texts.
double shift_of(const Ratings& all, double gain, bool through_zero, int steps) {
  if (through_zero) return 0;
  const auto [least, most] =
      std::minmax_element(all.begin(), all.end(), [](auto& a, auto& b) { return a.raw < b.raw; });
  // Beyond a shift of 2 from the nearest text the curve is flat: tanh(2) = 0.96.
  constexpr double kFlat = 2;
  return golden(-gain * most->raw - kFlat, -gain * least->raw + kFlat, steps, [&](double shift) {
    return squared_error(all, gain, shift);
  });
}

std::pair<double, double> curve(const Ratings& all, bool through_zero) {
  const double low = std::log(kLeastGain);
  const double step = (std::log(kMostGain) - low) / kGainSteps;
  const auto error = [&](double log_gain) {
    const double gain = std::exp(log_gain);
    return squared_error(all, gain, shift_of(all, gain, through_zero, kShiftSteps));
  };
  double best = low;
  double least = error(low);
  for (int i = 1; i <= kGainSteps; ++i) {
    const double at = error(low + i * step);
    if (at < least) {
      least = at;
      best = low + i * step;
    }
  }
  const double top = low + kGainSteps * step;
  const double gain =
      std::exp(golden(std::max(low, best - step), std::min(top, best + step), kGoldenSteps, error));
  return {gain, shift_of(all, gain, through_zero, kLastShiftSteps)};
}

Link fitted(const Ratings& all, const LinkFitOptions& options) {
  const auto [gain, shift] = curve(all, options.through_zero);
  Link link{gain, -shift / gain + 0.0, 0, 0};  // + 0: no negative zero
  const auto thresholds =
      options.thresholds.value_or(std::pair{-options.plain_rating, options.plain_rating});
  link.negative_below = thresholds.first;
  link.positive_above = thresholds.second;
  if (options.thresholds) return link;
  std::tie(link.negative_below, link.positive_above) =
      ThresholdSearch(all, link, options.plain_rating).best();
  return link;
}

// Judges each text by a link that was fitted without it.
void hold_out(const Ratings& all, const LinkFitOptions& options, LinkFit& fit) {
  Ratings held(all.size());
  Confusion confusion;
  double error = 0;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    Ratings rest;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i % kFolds != fold) rest.push_back(all[i]);
    }
    const Link link = fitted(rest, options);
    for (std::size_t i = fold; i < all.size(); i += kFolds) {
      held[i] = {link.score(all[i].raw), all[i].rating};
      error += std::abs(held[i].raw - held[i].rating);
      ++confusion.at(label_of_rating(all[i].rating, options.plain_rating), link.label(held[i].raw));
    }
  }
  fit.r = correlation(held);
  fit.error = error / static_cast<double>(all.size());
  fit.macro_f1 = confusion.macro_f1();
}

Ratings checked(std::span<const double> raw, std::span<const double> ratings) {
  if (raw.size() != ratings.size()) {
    throw DomainError("there are " + std::to_string(raw.size()) + " texts and " +
                      std::to_string(ratings.size()) + " ratings");
  }
  if (raw.size() < kLeastRatings) {
    throw DomainError("a link needs " + std::to_string(kLeastRatings) + " rated texts, not " +
                      std::to_string(raw.size()));
  }
  Ratings all;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (!(std::abs(ratings[i]) <= 1)) {
      throw DomainError("ratings are in [-1, 1], not " + std::to_string(ratings[i]) + " (number " +
                        std::to_string(i) + ")");
    }
    if (!std::isfinite(raw[i])) {
      throw DomainError("raw is finite, not " + std::to_string(raw[i]) + " (number " +
                        std::to_string(i) + ")");
    }
    all.push_back({raw[i], ratings[i]});
  }
  return all;
}

void check_rises(const Ratings& all) {
  if (std::all_of(all.begin(), all.end(), [&](auto& each) { return each.raw == all[0].raw; })) {
    throw DomainError("raw is " + std::to_string(all[0].raw) +
                      " for every text: nothing tells their ratings apart");
  }
  if (const double r = correlation(all); !(r > 0)) {
    throw DomainError("the ratings don't rise with raw (r = " + std::to_string(r) +
                      "): no link fits that does");
  }
}

void check(const LinkFitOptions& options) {
  if (!(options.plain_rating >= 0 && options.plain_rating < 1)) {
    throw DomainError("plain_rating is in [0, 1), not " + std::to_string(options.plain_rating));
  }
  if (!options.thresholds) return;
  sentiment::checked(Link{1, 0, options.thresholds->first, options.thresholds->second});
}

std::string two_digits(double value) {
  const std::string digits = std::to_string(std::lround(std::abs(value) * 100) + 100).substr(1);
  const long whole = std::lround(std::abs(value) * 100) / 100;
  return (value < 0 ? "-" : "") + std::to_string(whole) + "." + digits.substr(digits.size() - 2);
}

// Fisher (1921): atanh(r) is about normal with variance 1 / (n - 3).
void warn(const Ratings& all, const LinkFitOptions& options, LinkFit& fit) {
  if (all.size() < kFewRatings) {
    const double half = kNormal95 / std::sqrt(static_cast<double>(all.size()) - 3);
    const double middle = std::atanh(std::clamp(fit.r, -0.999999, 0.999999));
    fit.warnings.push_back(
        "only " + std::to_string(all.size()) + " rated texts: the 95 % interval of r is " +
        two_digits(std::tanh(middle - half)) + " to " + two_digits(std::tanh(middle + half)));
  }
  if (fit.r <= 0) fit.warnings.push_back("scores of held-out texts don't follow the ratings");
  std::array<int, 3> rated{};
  for (const Rated& each : all) {
    ++rated[static_cast<std::size_t>(label_of_rating(each.rating, options.plain_rating))];
  }
  for (const Label label : {Label::negative, Label::neutral, Label::positive}) {
    if (rated[static_cast<std::size_t>(label)] > 0 || options.thresholds) continue;
    fit.warnings.push_back("no rating is " + to_string(label) +
                           ": the thresholds of the labels rest on the others");
  }
}

}  // namespace

LinkFit fit_link(std::span<const double> raw,
                 std::span<const double> ratings,
                 const LinkFitOptions& options) {
  check(options);
  const Ratings all = checked(raw, ratings);
  check_rises(all);
  LinkFit fit;
  fit.n = static_cast<std::int64_t>(all.size());
  fit.link = fitted(all, options);
  hold_out(all, options, fit);
  warn(all, options, fit);
  return fit;
}

}  // namespace pressgauge::sentiment
