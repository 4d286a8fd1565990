// SPDX-License-Identifier: MIT
#pragma once

namespace pressgauge::stats::detail {

/// Whole numbers of 128 bits: products of two counts without rounding.
__extension__ using Wide = __int128;

}  // namespace pressgauge::stats::detail
