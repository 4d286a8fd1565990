// SPDX-License-Identifier: MIT
#pragma once

#include <Eigen/Core>

#include <cstdint>

namespace pressgauge::core {

/// Columns of numbers as all functions on arrays take and give them.
using Vector = Eigen::VectorXd;
using VectorRef = Eigen::Ref<const Vector>;
using Flags = Eigen::Array<std::uint32_t, Eigen::Dynamic, 1>;

/// Tables of numbers, a row for each unit: as numpy lays them out.
using RowMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using RowMatrixRef = Eigen::Ref<const RowMatrix>;

}  // namespace pressgauge::core
