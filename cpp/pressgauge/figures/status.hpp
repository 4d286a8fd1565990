// SPDX-License-Identifier: MIT
#pragma once

#include "pressgauge/figures/context.hpp"

namespace pressgauge::figures {

/// Fills how the text stands to the figure: what a rule says of the words around it, else whether
/// its date lies before the article's. `date` is the figure's, nullptr where it has none.
void fill_status(Figure& figure, const DateMention* date, const Surroundings& at);

}  // namespace pressgauge::figures
