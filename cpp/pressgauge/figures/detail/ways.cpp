// SPDX-License-Identifier: MIT
#include "pressgauge/figures/detail/ways.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <vector>

namespace pressgauge::figures::detail {
namespace {

constexpr double kUnreached = std::numeric_limits<double>::infinity();

// What it costs to have passed 0, 1, 2 … items, in memory that the caller has.
struct Reached {
  double* cost;
  std::size_t end = 0;  // places behind it are not reached

  void clear() { end = 0; }
  std::size_t cheapest() const {
    return static_cast<std::size_t>(std::min_element(cost, cost + end) - cost);
  }
  void reach(std::size_t place, double by) {
    for (; end <= place; ++end) cost[end] = kUnreached;
    cost[place] = std::min(cost[place], by);
  }
};

// The places that one more step leads to from any of `here`, a bit for each number of items passed.
std::uint64_t places_after(const text::Element& element, std::uint64_t here, const Side& side) {
  if (element.kind == text::Element::Kind::gap) {
    // Doubles the stretch until it is as long as the gap.
    std::uint64_t next = here;
    int step = 1;
    for (int left = element.most; left > 0; left -= step, step *= 2) {
      step = std::min(step, left);
      next |= next << step;
    }
    const std::size_t count = side.count();
    return count < text::kMostReach ? next & ((std::uint64_t{2} << count) - 1) : next;
  }
  std::uint64_t next = element.optional ? here : 0;
  for (std::uint64_t rest = here; rest != 0; rest &= rest - 1) {
    const auto place = static_cast<std::size_t>(std::countr_zero(rest));
    if (side.fits(place, element)) next |= std::uint64_t{2} << place;
  }
  return next;
}

// What is reached when one more step of the pattern is taken; whether anything is.
bool take_step(const text::Element& element, const Reached& here, const Side& side, Reached& next) {
  next.clear();
  const std::size_t count = side.count();
  for (std::size_t place = 0; place < here.end; ++place) {
    double cost = here.cost[place];
    if (cost == kUnreached) continue;
    if (element.kind == text::Element::Kind::gap) {
      next.reach(place, cost);
      const std::size_t most = std::min(count, place + static_cast<std::size_t>(element.most));
      for (std::size_t i = place; i < most; ++i) next.reach(i + 1, cost += side.gap_cost(i));
    } else {
      if (element.optional) next.reach(place, cost);
      if (side.fits(place, element)) next.reach(place + 1, cost);
    }
  }
  return next.end > 0;
}

// A gap and the word behind it in one: most places in a gap have no such word behind them.
void take_gap_and_word(const text::Element& gap,
                       const text::Element& word,
                       const Reached& here,
                       const Side& side,
                       Reached& next) {
  next.clear();
  for (std::size_t place = 0; place < here.end; ++place) {
    double cost = here.cost[place];
    if (cost == kUnreached) continue;
    const std::size_t most = std::min(side.count(), place + static_cast<std::size_t>(gap.most));
    for (std::size_t i = place; i <= most; ++i) {
      if (side.fits(i, word)) next.reach(i + 1, cost);
      if (i < most) cost += side.gap_cost(i);
    }
  }
}

// How many items the elements may pass.
std::size_t stretch_of(std::span<const text::Element> elements) {
  std::size_t sum = 0;
  for (const text::Element& element : elements) {
    sum += element.kind == text::Element::Kind::gap ? static_cast<std::size_t>(element.most) : 1;
  }
  return sum;
}

}  // namespace

bool Side::fits(std::size_t i, const text::Element& element) const {
  if (element.kind == text::Element::Kind::words) return in(i, element.set);
  if (i >= count()) return false;
  if (element.kind == text::Element::Kind::number) {
    return item(i).phrase && (!element.percent || view.phrase_of(place(i)).quantity.is_percent());
  }
  const text::Token& token = view.token(item(i).tokens.first);
  return !item(i).phrase && token.kind == text::TokenKind::word && token.capitalised;
}

bool leads_through(std::span<const text::Element> elements, const Side& side) {
  std::uint64_t here = 1;
  for (const text::Element& element : elements) {
    here = places_after(element, here, side);
    if (here == 0) return false;
  }
  return true;
}

// Two sets of places take turns: nothing is copied.
double cheapest_way(std::span<const text::Element> elements, const Side& side) {
  const auto is_gap = [](const text::Element& e) { return e.kind == text::Element::Kind::gap; };
  if (std::none_of(elements.begin(), elements.end(), is_gap)) return 0;
  std::array<std::array<double, text::kMostReach>, 2> costs;
  std::array<Reached, 2> turns{Reached{costs[0].data()}, Reached{costs[1].data()}};
  Reached* here = &turns[0];
  Reached* next = &turns[1];
  here->reach(0, 0);
  for (std::size_t step = 0; step < elements.size(); ++step) {
    const bool word_behind =
        step + 1 < elements.size() && !is_gap(elements[step + 1]) && !elements[step + 1].optional;
    if (is_gap(elements[step]) && word_behind) {
      take_gap_and_word(elements[step], elements[step + 1], *here, side, *next);
      ++step;
    } else {
      take_step(elements[step], *here, side, *next);
    }
    std::swap(here, next);
  }
  return here->cost[here->cheapest()];
}

// The way is walked once more, and traced back.
std::optional<std::size_t> item_of_step(std::span<const text::Element> elements,
                                        std::size_t wanted,
                                        const Side& side) {
  // As many places as the pattern stretches over, after each of its steps.
  const std::size_t places = 1 + stretch_of(elements);
  std::vector<double> costs((elements.size() + 1) * places);
  std::vector<Reached> reached;
  reached.reserve(elements.size() + 1);
  for (std::size_t i = 0; i <= elements.size(); ++i) reached.push_back({&costs[i * places]});
  reached[0].reach(0, 0);
  for (std::size_t step = 0; step < elements.size(); ++step) {
    if (!take_step(elements[step], reached[step], side, reached[step + 1])) return std::nullopt;
  }
  std::size_t place = reached.back().cheapest();
  for (std::size_t step = elements.size(); step-- > 0;) {
    const double cost = reached[step + 1].cost[place];
    const Reached& before = reached[step];
    if (elements[step].kind == text::Element::Kind::gap) {
      const auto passed = [&](std::size_t from) {
        double sum = before.cost[from];
        for (std::size_t i = from; i < place; ++i) sum += side.gap_cost(i);
        return sum;
      };
      std::size_t from = place;
      while (from > 0 && !(from < before.end && passed(from) == cost)) --from;
      place = from;
    } else if (place > 0 && place - 1 < before.end && before.cost[place - 1] == cost &&
               side.fits(place - 1, elements[step])) {
      --place;
      if (step == wanted) return side.place(place);
    }
  }
  return std::nullopt;
}

}  // namespace pressgauge::figures::detail
