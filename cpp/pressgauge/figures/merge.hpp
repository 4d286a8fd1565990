// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "pressgauge/figures/figure.hpp"
#include "pressgauge/figures/rules.hpp"

namespace pressgauge::figures {

/// Groups the mentions of one quantity across an article, and says why. The intervals of the counts
/// are left to who reconciles numbers; what is set here is which figures belong together, which are
/// earlier readings, which are parts.
std::vector<Count> merge(const std::vector<Figure>& figures,
                         const Rules& rules,
                         const text::Vocabulary& vocabulary);

}  // namespace pressgauge::figures
