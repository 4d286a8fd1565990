// SPDX-License-Identifier: MIT
#include "pressgauge/stats/detail/apportionment.hpp"

#include <algorithm>
#include <compare>
#include <numeric>

#include "pressgauge/stats/detail/products.hpp"

namespace pressgauge::stats::detail {
namespace {

std::uint64_t total_of(std::span<const std::uint64_t> votes) {
  return std::accumulate(votes.begin(), votes.end(), std::uint64_t{0});
}

// The k-th divisor as a whole number, in a scale of the method's own; that of huntington_hill is
// the square of its divisor.
std::uint64_t divisor(SeatMethod method, std::uint64_t k) {
  switch (method) {
    case SeatMethod::sainte_lague:
      return 2 * k + 1;
    case SeatMethod::modified_sainte_lague:
      return k == 0 ? 7 : 5 * (2 * k + 1);  // 1.4, 3, 5, … times 5
    case SeatMethod::danish:
      return 3 * k + 1;
    case SeatMethod::imperiali_divisor:
      return k + 2;
    case SeatMethod::adams:
      return k;
    case SeatMethod::huntington_hill:
      return k * (k + 1);
    default:
      return k + 1;
  }
}

// A party's claim to its next seat: votes over the divisor, infinite for a divisor of 0.
struct Claim {
  std::size_t party;
  std::uint64_t votes;
  std::uint64_t divisor;
};

template <class Number>
std::strong_ordering order(const Number& a, const Number& b) {
  if (a == b) return std::strong_ordering::equal;
  return a < b ? std::strong_ordering::less : std::strong_ordering::greater;
}

// Infinite claims are as their votes: so they stand just before infinity.
std::strong_ordering compared(const Claim& a, const Claim& b, SeatMethod method) {
  if (a.divisor == 0 && b.divisor == 0) return a.votes <=> b.votes;
  if (a.divisor == 0 || b.divisor == 0) return b.divisor <=> a.divisor;
  if (method != SeatMethod::huntington_hill) {
    return order(product(a.votes, b.divisor), product(b.votes, a.divisor));
  }
  return order(product(product(a.votes, a.votes), b.divisor),
               product(product(b.votes, b.votes), a.divisor));
}

// Seats that each party gets in any case, so that seats need not be given one by one. With the
// quotient 1 / m, m = (n - parties) / V, no method gives more than all n seats, for its k-th
// divisor is at least k; and a party with v votes has v m - 1 of them or more, for it is at most k
// + 2.
std::vector<std::uint64_t> seats_in_any_case(std::span<const std::uint64_t> votes,
                                             std::uint64_t seats) {
  std::vector<std::uint64_t> out(votes.size(), 0);
  const std::uint64_t parties = votes.size();
  if (seats <= parties) return out;
  const std::uint64_t total = total_of(votes);
  for (std::size_t i = 0; i < votes.size(); ++i) {
    const auto whole = static_cast<std::uint64_t>(product(votes[i], seats - parties) / total);
    out[i] = whole > 2 ? whole - 2 : 0;
  }
  return out;
}

}  // namespace

Apportionment highest_quotients(std::span<const std::uint64_t> votes,
                                std::uint64_t seats,
                                SeatMethod method) {
  Apportionment out{seats_in_any_case(votes, seats), std::vector<bool>(votes.size(), false)};
  if (seats == 0) return out;
  const auto claim = [&](std::size_t i, std::uint64_t k) {
    return Claim{i, votes[i], divisor(method, k)};
  };
  const auto after = [method](const Claim& a, const Claim& b) {
    const auto by_quotient = compared(a, b, method);
    if (by_quotient != 0) return by_quotient < 0;
    return a.votes != b.votes ? a.votes < b.votes : a.party > b.party;
  };
  // The highest claim first, until all seats are given.
  std::vector<Claim> claims;
  for (std::size_t i = 0; i < votes.size(); ++i) claims.push_back(claim(i, out.seats[i]));
  std::make_heap(claims.begin(), claims.end(), after);
  Claim last{};
  for (std::uint64_t given = total_of(out.seats); given < seats; ++given) {
    std::pop_heap(claims.begin(), claims.end(), after);
    last = claims.back();
    out.seats[last.party] += 1;
    claims.back() = claim(last.party, out.seats[last.party]);
    std::push_heap(claims.begin(), claims.end(), after);
  }
  // A tie: a claim as high as the last one that was met goes without.
  if (compared(claims.front(), last, method) != 0) return out;
  for (std::size_t i = 0; i < votes.size(); ++i) {
    const std::uint64_t k = out.seats[i];
    out.tied[i] = compared(claim(i, k), last, method) == 0 ||
                  (k > 0 && compared(claim(i, k - 1), last, method) == 0);
  }
  return out;
}

namespace {

// A quota as a fraction: votes over it are times / per.
struct Quota {
  std::uint64_t times;
  std::uint64_t per;
};

Quota quota_of(std::uint64_t total, std::uint64_t seats, SeatMethod method) {
  switch (method) {
    case SeatMethod::lr_droop:
      return {1, total / (seats + 1) + 1};
    case SeatMethod::lr_hagenbach_bischoff:
      return {seats + 1, total};
    case SeatMethod::lr_imperiali:
      return {seats + 2, total};
    default:
      return {seats, total};
  }
}

}  // namespace

Apportionment largest_remainders(std::span<const std::uint64_t> votes,
                                 std::uint64_t seats,
                                 SeatMethod method) {
  Apportionment out{std::vector<std::uint64_t>(votes.size(), 0),
                    std::vector<bool>(votes.size(), false)};
  const Quota quota = quota_of(total_of(votes), seats, method);
  std::vector<std::uint64_t> remainders(votes.size());
  for (std::size_t i = 0; i < votes.size(); ++i) {
    const Product whole = product(votes[i], quota.times);
    out.seats[i] = static_cast<std::uint64_t>(whole / quota.per);
    remainders[i] = static_cast<std::uint64_t>(whole % quota.per);
  }
  const std::uint64_t given = total_of(out.seats);
  out.possible = given <= seats && seats - given <= votes.size();
  if (!out.possible || given == seats) return out;
  // The largest remainders, of equal ones the party with more votes, then the earlier one.
  const std::size_t left = seats - given;
  std::vector<std::size_t> ranked(votes.size());
  std::iota(ranked.begin(), ranked.end(), std::size_t{0});
  std::sort(ranked.begin(), ranked.end(), [&](std::size_t a, std::size_t b) {
    if (remainders[a] != remainders[b]) return remainders[a] > remainders[b];
    return votes[a] != votes[b] ? votes[a] > votes[b] : a < b;
  });
  for (std::size_t k = 0; k < left; ++k) out.seats[ranked[k]] += 1;
  if (left == votes.size() || remainders[ranked[left - 1]] != remainders[ranked[left]]) return out;
  for (std::size_t i = 0; i < votes.size(); ++i) {
    out.tied[i] = remainders[i] == remainders[ranked[left]];
  }
  return out;
}

}  // namespace pressgauge::stats::detail
