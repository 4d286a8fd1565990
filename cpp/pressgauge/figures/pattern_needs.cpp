// SPDX-License-Identifier: MIT
// What a pattern can't do without, as bits: most trials are refused by them before a step is taken.
#include <algorithm>

#include "pressgauge/figures/patterns.hpp"

namespace pressgauge::figures {

namespace {

// Looks to both sides of the number at item `at`.
void look_around(const SentenceView& view, std::size_t at, Glance& out) {
  Signs left = 0;
  Signs right = 0;
  std::size_t distance = 1;
  for (std::size_t reach = 0; reach < kReaches.size(); ++reach) {
    const std::size_t first = at - std::min(at, kReaches[reach]);
    const std::size_t end = std::min(view.items.size(), at + kReaches[reach] + 1);
    for (std::size_t i = at - std::min(at, distance - 1); i > first; --i)
      left |= view.items[i - 1].signs;
    for (std::size_t i = at + distance; i < end; ++i) right |= view.items[i].signs;
    out.left[reach] = left;
    out.right[reach] = right;
    distance = kReaches[reach] + 1;
  }
}

bool is_needed(const text::Element& element) {
  return element.kind != text::Element::Kind::gap && !element.optional;
}

// The place among the reaches of the first that is as far as the last item that is needed.
std::uint8_t reach_of(std::span<const text::Element> elements) {
  std::size_t here = 0;
  std::size_t farthest = 0;
  for (const text::Element& element : elements) {
    here += element.kind == text::Element::Kind::gap ? static_cast<std::size_t>(element.most) : 1;
    if (is_needed(element)) farthest = here;
  }
  const auto* found = std::lower_bound(kReaches.begin(), kReaches.end(), farthest);
  return static_cast<std::uint8_t>(found - kReaches.begin());
}

Signs signs_of(std::span<const text::Element> elements, const SignTable& signs) {
  Signs all = 0;
  for (const text::Element& element : elements) {
    if (!is_needed(element)) continue;
    switch (element.kind) {
      case text::Element::Kind::words:
        all |= signs.of_set(element.set);
        break;
      case text::Element::Kind::number:
        all |= element.percent ? kNumberSign | kPercentSign : kNumberSign;
        break;
      default:
        all |= kNameSign;
    }
  }
  return all;
}

}  // namespace

void glances(const SentenceView& view, std::vector<Glance>& out) {
  out.resize(view.phrases.size());
  for (std::size_t at = 0; at < view.items.size(); ++at) {
    if (!view.items[at].phrase) continue;
    Glance& glance = out[*view.items[at].phrase];
    glance.wants = AnchoredPattern::wants_met(view.phrase_of(at), view);
    look_around(view, at, glance);
  }
}

std::vector<text::SetId> AnchoredPattern::asked() const {
  std::vector<text::SetId> out;
  for (const text::Element& element : steps_) {
    const bool words = element.kind == text::Element::Kind::words;
    if (words && is_needed(element) && element.set != key_) out.push_back(element.set);
  }
  return out;
}

Needs AnchoredPattern::needs(const SignTable& signs) const {
  return {signs_of(before(), signs),
          signs_of(behind(), signs),
          bit(want_),
          reach_of(before()),
          reach_of(behind())};
}

}  // namespace pressgauge::figures
