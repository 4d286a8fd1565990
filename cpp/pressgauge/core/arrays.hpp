// SPDX-License-Identifier: MIT
#pragma once

#include <Eigen/Core>

#include <cstdint>

namespace pressgauge::core {

/// Columns of numbers as all functions on arrays take and give them.
using Vector = Eigen::VectorXd;
using VectorRef = Eigen::Ref<const Vector>;
using Flags = Eigen::Array<std::uint32_t, Eigen::Dynamic, 1>;

}  // namespace pressgauge::core
