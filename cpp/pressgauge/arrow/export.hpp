// SPDX-License-Identifier: MIT
#pragma once

#include "pressgauge/arrow/abi.hpp"
#include "pressgauge/arrow/columns.hpp"

namespace pressgauge::arrow {

/// Hands a table to whoever reads Arrow: chunk by chunk, each column the owner of its buffers, so
/// that a reader may keep one and let the others go.
void export_table(std::shared_ptr<const Table> table, ArrowArrayStream* out);
/// The same as one array, which copies the rows of a table that has several chunks.
void export_rows(const Table& table, ArrowArray* out);
/// The type of a table alone.
void export_schema(const Table& table, ArrowSchema* out);

}  // namespace pressgauge::arrow
