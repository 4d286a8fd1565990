// SPDX-License-Identifier: MIT
// The ways of a pattern's steps through the items beside a number.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "pressgauge/figures/patterns.hpp"

namespace pressgauge::figures::detail {

/// The items on one side of a number, nearest first.
class Side {
 public:
  Side(const SentenceView& sentence, std::size_t at, bool before)
      : view(sentence),
        number_(&sentence.items[at]),
        step_(before ? -1 : 1),
        count_(before ? at : sentence.items.size() - at - 1) {}

  const SentenceView& view;
  std::size_t count() const { return count_; }
  const Item& item(std::size_t i) const {
    return number_[step_ * (static_cast<std::ptrdiff_t>(i) + 1)];
  }
  std::size_t place(std::size_t i) const {
    return static_cast<std::size_t>(&item(i) - view.items.data());
  }
  bool in(std::size_t i, text::SetId set) const {
    return i < count_ && view.vocabulary.in(item(i).word, set);
  }
  /// Whether the item is what a step asks for: a word, a name, another number.
  bool fits(std::size_t i, const text::Element& element) const;
  double gap_cost(std::size_t i) const { return view.costs.of(item(i)); }

 private:
  const Item* number_;
  std::ptrdiff_t step_;
  std::size_t count_;
};

/// Whether there is any way through `elements`: for most patterns there is none, and what it would
/// cost need not be known.
bool leads_through(std::span<const text::Element> elements, const Side& side);

/// What the cheapest way through `elements` costs.
/// @pre leads_through(elements, side)
double cheapest_way(std::span<const text::Element> elements, const Side& side);

/// The item that step `wanted` of the cheapest way takes; nothing where it takes none.
std::optional<std::size_t> item_of_step(std::span<const text::Element> elements,
                                        std::size_t wanted,
                                        const Side& side);

}  // namespace pressgauge::figures::detail
