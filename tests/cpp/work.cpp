// SPDX-License-Identifier: MIT
// Fixed pieces of work, whose instructions benchmarks/instructions.py counts.
//
//   pressgauge_work              compiler, C library and processor
//   pressgauge_work PIECE N      does a piece N times
#include "support/fixed_set.hpp"

#include <cstdio>
#include <cstdlib>
#include <map>

#include "pressgauge/articles/reading.hpp"
#include "pressgauge/articles/rows.hpp"
#include "pressgauge/figures/extract.hpp"
#include "pressgauge/sentiment/sentiment.hpp"
#include "pressgauge/stats/comparison.hpp"
#include "pressgauge/stats/proportion.hpp"

#ifdef __GLIBC__
#include <gnu/libc-version.h>
#endif

namespace {

using namespace pressgauge;

constexpr Eigen::Index kUnits = 64;

void print_platform() {
#ifdef __clang__
  std::printf("clang %d", __clang_major__);
#else
  std::printf("gcc %d", __GNUC__);
#endif
#ifdef __GLIBC__
  std::printf(", glibc %s", gnu_get_libc_version());
#endif
#if defined(__x86_64__)
  std::printf(", x86_64\n");
#elif defined(__aarch64__)
  std::printf(", aarch64\n");
#else
  std::printf(", another processor\n");
#endif
}

class Work {
 public:
  /// Gives a number that depends on all that was done, so that nothing is left out.
  double figures() const {
    double sum = 0;
    for (const text::Document& document : documents_) {
      const auto found =
          figures::extract(document, std::nullopt, gauge_.figure_rules(), gauge_.vocabulary());
      sum += static_cast<double>(found.figures.size());
    }
    return sum;
  }

  double tone() const {
    double sum = 0;
    for (const text::Document& document : documents_) {
      const auto& rules = gauge_.sentiment_rules();
      sum += sentiment::tone(document, rules, gauge_.vocabulary(), gauge_.calibration()).raw;
    }
    return sum;
  }

  double reading() const {
    double sum = 0;
    for (const std::string& text : texts_) {
      const auto read = articles::read({text, std::nullopt, std::nullopt}, gauge_);
      sum += static_cast<double>(read.counts.size()) + read.sentiment.raw;
    }
    return sum;
  }

  double shares() const {
    double sum = 0;
    for (const auto method : {stats::ProportionMethod::wilson,
                              stats::ProportionMethod::clopper_pearson,
                              stats::ProportionMethod::blaker}) {
      stats::ProportionOptions options;
      options.method = method;
      sum += stats::proportion(counts_, totals_, options).low.sum();
    }
    return sum;
  }

  double ratios() const {
    double sum = 0;
    for (const auto method :
         {stats::OddsRatioMethod::conditional_exact, stats::OddsRatioMethod::score}) {
      stats::IntervalOptions<stats::OddsRatioMethod> options;
      options.method = method;
      sum += stats::odds_ratio(counts_, totals_, counts_.reverse(), totals_, options).low.sum();
    }
    return sum;
  }

 private:
  articles::Gauge gauge_;
  std::vector<std::string> texts_ = test::fixed_set();
  std::vector<text::Document> documents_ = [this] {
    std::vector<text::Document> out;
    for (const std::string& text : texts_) {
      out.emplace_back(text, gauge_.text_rules(), gauge_.vocabulary());
    }
    return out;
  }();
  core::Vector totals_ = core::Vector::Constant(kUnits, 2 * kUnits);
  core::Vector counts_ = core::Vector::LinSpaced(kUnits, 1, kUnits);
};

const std::map<std::string, double (Work::*)() const> kPieces = {
    {"figures", &Work::figures},
    {"ratios", &Work::ratios},
    {"reading", &Work::reading},
    {"shares", &Work::shares},
    {"tone", &Work::tone},
};

}  // namespace

int main(int count, char** arguments) {
  if (count == 1) {
    print_platform();
    return 0;
  }
  const auto piece = kPieces.find(arguments[1]);
  if (count != 3 || piece == kPieces.end()) {
    std::fprintf(stderr, "pressgauge_work [PIECE N]; pieces are");
    for (const auto& [name, unused] : kPieces) std::fprintf(stderr, " %s", name.c_str());
    std::fprintf(stderr, "\n");
    return 2;
  }
  const Work work;
  double sum = 0;
  for (long left = std::strtol(arguments[2], nullptr, 10); left > 0; --left) {
    sum += (work.*piece->second)();
  }
  std::printf("%.17g\n", sum);
  return 0;
}
