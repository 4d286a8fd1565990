// SPDX-License-Identifier: MIT
#include "numbers.hpp"

#include "pressgauge/stats/censored.hpp"
#include "pressgauge/stats/change_points.hpp"
#include "pressgauge/stats/dispersion.hpp"
#include "pressgauge/stats/hawkes.hpp"
#include "pressgauge/stats/lcmcr.hpp"
#include "pressgauge/stats/loglinear.hpp"
#include "pressgauge/stats/power_law.hpp"

namespace pressgauge::fuzz {
namespace {

void change_points(Bytes& bytes) {
  stats::RateChangeOptions by;
  by.penalty = bytes.number();
  by.alpha = level(bytes);
  const auto y = column(bytes, static_cast<Eigen::Index>(bytes.below(30)));
  const auto fast = stats::event_rate_change(y, by);
  by.method = stats::PartitionMethod::exact;
  const auto slow = stats::event_rate_change(y, by);
  expect(fast.change_points == slow.change_points, "PELT finds other change points than all");
  check_estimates(fast.rates, "event_rate_change");
}

void change_posterior(Bytes& bytes) {
  const stats::GammaPrior prior{bytes.number(), bytes.number()};
  const double alpha = level(bytes);
  const auto y = column(bytes, static_cast<Eigen::Index>(bytes.below(20)));
  const auto found = stats::bayes_changepoint(y, prior, alpha);
  const double sum = found.probability.sum();
  expect(std::abs(sum - 1) < 1e-6 || found.flags != 0, "probabilities don't add up to 1");
}

void counts(Bytes& bytes) {
  const auto method = static_cast<stats::DispersionMethod>(bytes.below(2));
  const auto side = alternative(bytes);
  const auto y = column(bytes, static_cast<Eigen::Index>(bytes.below(12)));
  accepted([&] {
    const auto test = stats::dispersion_test(y, method, side);
    expect((test.pvalue >= 0 && test.pvalue <= 1) || test.flags != 0, "dispersion_test: no p");
  });
  const auto fit = stats::negbin_fit(y);
  expect(fit.dispersion >= 0 || fit.flags != 0, "negbin_fit: no dispersion");
  expect(fit.mean >= 0 || fit.flags != 0, "negbin_fit: no mean");
}

void hawkes(Bytes& bytes) {
  const double end = bytes.number();
  const stats::HawkesParameters parameters{bytes.number(), bytes.number() / 40, bytes.number()};
  if (end * parameters.mu < 1000 && parameters.branching < 0.9) {
    accepted([&] {
      const auto times = stats::hawkes_simulate(parameters, end, bytes.take<std::uint64_t>());
      for (const double each : times) expect(each >= 0 && each <= end, "an event out of time");
    });
  }
  auto times = column(bytes, static_cast<Eigen::Index>(bytes.below(12)));
  if (bytes.flag()) std::sort(times.begin(), times.end());
  accepted([&] {
    const double loglik = stats::hawkes_loglik(times, end, parameters);
    expect(!std::isnan(loglik), "hawkes_loglik: no number");
    stats::hawkes_score(times, end, parameters);
  });
  const auto fit = stats::hawkes_fit(times, end);
  expect(fit.pvalue >= 0 && fit.pvalue <= 1, "hawkes_fit: no p");
  expect(fit.parameters.mu > 0 || fit.flags != 0, "hawkes_fit: no rate");
}

void power_law(Bytes& bytes) {
  stats::PowerLawOptions by;
  if (bytes.flag()) by.xmin = bytes.number();
  by.discrete = bytes.flag();
  const auto rival = static_cast<stats::Rival>(bytes.below(2));
  const auto x = column(bytes, static_cast<Eigen::Index>(bytes.below(14)));
  accepted([&] {
    const auto test = stats::power_law_compare(x, by, rival);
    expect((test.pvalue >= 0 && test.pvalue <= 1) || test.flags != 0, "power_law_compare: no p");
  });
  accepted([&] {
    const auto drawn = stats::power_law_bootstrap(x, by, {3, 1, 1});
    expect(drawn.pvalue >= 0 && drawn.pvalue <= 1, "power_law_bootstrap: no p");
  });
  const auto fit = stats::power_law_fit(x, by);
  expect(fit.alpha > 0 || fit.flags != 0, "power_law_fit: no exponent");
  expect(fit.tail > 0 && fit.tail <= x.size(), "power_law_fit: no tail");
}

// A mean may lie beside the numbers that are reported.
void check_fit(const stats::CensoredFit& found, const char* what) {
  const stats::Estimate& e = found.estimate;
  expect((e.estimate && *e.estimate >= 0) || e.flags != 0, std::string(what) + ": no mean");
  if (!e.interval || e.flags != 0 || e.confidence.value_or(0) < 0.5) return;
  check_row(e.estimate.value_or(e.interval->low), e.interval->low, e.interval->high, 0, what);
}

void censored(Bytes& bytes) {
  const double alpha = level(bytes);
  const auto reports = intervals(bytes, bytes.below(6));
  accepted([&] { check_fit(stats::censored_count(reports, alpha), "censored_count"); });
  const auto found = stats::random_source_count(reports, alpha);
  check_fit(found, "random_source_count");
  expect(found.spread >= 0 || found.estimate.flags != 0, "random_source_count: no spread");
}

void lists(Bytes& bytes) {
  const auto lists = static_cast<int>(bytes.below(5));
  const stats::PopulationOptions by{
      static_cast<stats::PopulationMethod>(bytes.below(2)), level(bytes), alternative(bytes), 1};
  stats::Interactions interactions;
  for (std::size_t i = bytes.below(4); i > 0; --i)
    interactions.push_back(bytes.take<std::uint8_t>());
  const auto counts = column(bytes, (Eigen::Index{1} << lists) - (bytes.below(8) == 7 ? 1 : 0));
  accepted([&] {
    const auto found = stats::loglinear_mse(counts, interactions, by);
    check_estimate(found.population, "loglinear_mse");
  });
  accepted([&] {
    check_estimate(stats::mse_profile(counts, interactions, by.alpha, by.alternative),
                   "mse_profile");
  });
  if (lists > 3) return;
  accepted(
      [&] { check_estimates(stats::mse_all_models(counts, by).population, "mse_all_models"); });
  accepted([&] {
    check_estimate(
        stats::mse_model_average(counts, stats::Criterion::bic, by.alpha, by.alternative),
        "mse_model_average");
  });
  const auto reported = intervals(bytes, static_cast<std::size_t>(counts.size()));
  check_estimate(stats::mse_model_range(reported, stats::Criterion::aic, 2, by), "mse_model_range");
}

void latent_classes(Bytes& bytes) {
  stats::LatentClassOptions by;
  by.classes = static_cast<int>(bytes.below(5));
  by.burnin = static_cast<int>(bytes.below(6));
  by.samples = static_cast<int>(bytes.below(12));
  by.thin = static_cast<int>(bytes.below(3));
  by.chains = static_cast<int>(bytes.below(3));
  by.a = bytes.number();
  by.b = bytes.number();
  by.alpha = level(bytes);
  const auto counts = column(bytes, Eigen::Index{1} << bytes.below(4));
  const auto found = stats::lcmcr(counts, by);
  check_estimate(found.population, "lcmcr");
}

void totals(Bytes& bytes) {
  const auto size = static_cast<Eigen::Index>(bytes.below(4));
  const auto observed = column(bytes, size);
  const auto unseen = column(bytes, size);
  const auto error = column(bytes, size);
  check_estimate(stats::population_total(observed, unseen, error, {}), "population_total");
}

}  // namespace

// Every function of series, event times, sizes, and lists of persons: any numbers in, documented
// errors only; the fast search finds what the slow one does.
void target::series(std::string_view input) {
  Bytes bytes(input);
  constexpr std::array<void (*)(Bytes&), 9> kAll{change_points,
                                                 change_posterior,
                                                 counts,
                                                 hawkes,
                                                 power_law,
                                                 censored,
                                                 lists,
                                                 latent_classes,
                                                 totals};
  const auto which = bytes.below(kAll.size());
  accepted([&] { kAll[which](bytes); });
}

}  // namespace pressgauge::fuzz
