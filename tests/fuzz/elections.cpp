// SPDX-License-Identifier: MIT
#include "pressgauge/stats/elections.hpp"

#include "numbers.hpp"

#include "pressgauge/stats/forensics.hpp"
#include "pressgauge/stats/klimek.hpp"
#include "pressgauge/stats/seats.hpp"

namespace pressgauge::fuzz {
namespace {

void check_indices(const stats::Indices& found, double least, double most, const char* what) {
  for (Eigen::Index i = 0; i < found.value.size(); ++i) {
    const double value = found.value[i];
    if (std::isnan(value)) {
      expect(found.flags[i] != 0, std::string(what) + ": no number, and no flag says why");
    } else {
      expect(!beyond(least, value) && !beyond(value, most), std::string(what) + ": out of range");
    }
  }
}

core::RowMatrix votes_of(Bytes& bytes) {
  const auto rows = static_cast<Eigen::Index>(bytes.below(3));
  return table(bytes, rows, static_cast<Eigen::Index>(bytes.below(6)));
}

void parties(Bytes& bytes) {
  const auto index = static_cast<stats::PartiesIndex>(bytes.below(5));
  const auto votes = votes_of(bytes);
  const auto most = static_cast<double>(votes.cols());
  check_indices(stats::effective_parties(votes, index), 0, core::kInfinity, "effective_parties");
  check_indices(stats::concentration(votes), 1 / most, 1, "concentration");
  check_indices(stats::fractionalization(votes), 0, 1, "fractionalization");
  check_indices(stats::shannon_entropy(votes), 0, std::log(most), "shannon_entropy");
}

void bounded_votes(Bytes& bytes) {
  const auto votes = intervals(bytes, bytes.below(8));
  check_estimate(stats::concentration(votes), "concentration of bounds");
}

void two_tables(Bytes& bytes) {
  const auto index = static_cast<stats::DisproportionalityIndex>(bytes.below(6));
  const auto rows = static_cast<Eigen::Index>(bytes.below(3));
  const auto parties = static_cast<Eigen::Index>(bytes.below(6));
  const auto first = table(bytes, rows, parties);
  const auto second = table(bytes, rows, parties);
  accepted([&] { check_indices(stats::volatility(first, second), 0, 100, "volatility"); });
  check_indices(
      stats::disproportionality(first, second, index), 0, core::kInfinity, "disproportionality");
}

void seats(Bytes& bytes) {
  const auto method = static_cast<stats::SeatMethod>(bytes.below(11));
  const auto rows = static_cast<Eigen::Index>(bytes.below(3));
  const auto votes = table(bytes, rows, static_cast<Eigen::Index>(bytes.below(6)));
  const auto seats = column(bytes, rows);
  const stats::Threshold threshold{bytes.take<std::int8_t>(), bytes.take<std::int8_t>()};
  const auto found = stats::allocate_seats(votes, seats, method, threshold);
  for (Eigen::Index i = 0; i < rows; ++i) {
    const double sum = found.seats.row(i).sum();
    expect(sum == seats[i] || (std::isnan(sum) && found.flags[i] != 0) || votes.cols() == 0,
           "seats don't add up");
  }
}

void digits(Bytes& bytes) {
  const auto place = static_cast<stats::DigitPlace>(bytes.below(5));
  const double least = bytes.number();
  const auto side = alternative(bytes);
  const auto values = column(bytes, static_cast<Eigen::Index>(bytes.below(20)));
  for (const auto& test : {stats::digit_test(values, place, least),
                           stats::digit_mean_test(values, place, least, side)}) {
    expect((test.pvalue >= 0 && test.pvalue <= 1) || test.flags != 0, "digit_test: no p");
    expect(test.counts.sum() == test.n, "digit_test: digits don't add up");
  }
}

void spikes(Bytes& bytes) {
  stats::SpikeOptions by;
  by.window = bytes.take<std::int8_t>();
  by.window_of = bytes.take<std::uint8_t>();
  by.method = static_cast<stats::SpikeMethod>(bytes.below(2));
  by.alternative = alternative(bytes);
  by.draws = static_cast<std::int64_t>(bytes.below(20));
  const auto size = static_cast<Eigen::Index>(bytes.below(8));
  const auto x = column(bytes, size);
  const auto found = stats::integer_percent_test(x, column(bytes, size), by);
  expect((found.pvalue >= 0 && found.pvalue <= 1) || found.flags != 0, "integer_percent: no p");
}

void units(Bytes& bytes) {
  const auto bins = static_cast<std::int64_t>(bytes.below(40));
  const auto size = static_cast<Eigen::Index>(bytes.below(8));
  const auto ballots = column(bytes, size);
  const auto registered = column(bytes, size);
  const auto winner = column(bytes, size);
  accepted([&] { stats::log_vote_rate(registered, winner); });
  const auto found = stats::fingerprint(ballots, registered, winner, bins);
  expect(found.counts.sum() == found.n && found.n + found.left_out == static_cast<double>(size),
         "fingerprint: units are lost");
}

// A search: few draws, or one input takes seconds.
void fitted(Bytes& bytes) {
  stats::KlimekOptions options;
  options.bins = 2 + static_cast<std::int64_t>(bytes.below(6));
  options.draws = 1 + static_cast<std::int64_t>(bytes.below(60));
  options.seed = bytes.take<std::uint64_t>();
  const auto size = static_cast<Eigen::Index>(48 + bytes.below(8));
  const auto ballots = column(bytes, size);
  const auto registered = column(bytes, size);
  const auto winner = column(bytes, size);
  accepted([&] {
    const auto fit = stats::klimek_fit(ballots, registered, winner, options);
    expect(fit.n + fit.left_out == static_cast<double>(size), "klimek_fit: units are lost");
    for (const double share :
         {fit.distance, fit.distance_honest, fit.model.incremental, fit.model.extreme}) {
      expect(share >= 0 && share <= 1, "klimek_fit: a share outside [0, 1]");
    }
  });
}

void model(Bytes& bytes) {
  const auto small = [&] { return static_cast<double>(bytes.below(11)) / 10; };
  const stats::KlimekModel model{
      small(), small(), bytes.number(), small(), small(), small(), small(), small()};
  const auto registered = column(bytes, static_cast<Eigen::Index>(bytes.below(10)));
  const auto made = stats::klimek_simulate(registered, model, bytes.take<std::uint64_t>());
  for (Eigen::Index i = 0; i < made.ballots.size(); ++i) {
    expect(std::isnan(registered[i]) ||
               (made.winner[i] <= made.ballots[i] && made.ballots[i] <= registered[i]),
           "klimek_simulate: more votes than voters");
  }
  if (bytes.flag()) fitted(bytes);
}

}  // namespace

// Every function of elections and of their forensics: any numbers in, documented errors only.
void target::elections(std::string_view input) {
  Bytes bytes(input);
  constexpr std::array<void (*)(Bytes&), 8> kAll{
      parties, bounded_votes, two_tables, seats, digits, spikes, units, model};
  const auto which = bytes.below(kAll.size());
  accepted([&] { kAll[which](bytes); });
}

}  // namespace pressgauge::fuzz
