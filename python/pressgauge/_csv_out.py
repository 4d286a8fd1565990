"""Tables as CSV whose cells are words and numbers, never formulas."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pressgauge._core import DomainError
from pressgauge._given import path_of
from pressgauge._optional import optional

if TYPE_CHECKING:
    import os

__all__ = ["written"]

FORMULAS = "=+-@\t\r"
"""First letters of what a spreadsheet computes."""


def written(table: Any, path: str | os.PathLike[str]) -> None:
    """Write a table; see `pressgauge.tables.write_csv`."""
    from pressgauge.corpus._tables import as_table

    arrow = optional("pyarrow", "tables")
    made = as_table(table)
    columns = [_plain(arrow, column) for column in made.columns]
    rows = arrow.table(columns, names=list(map(_guarded, made.column_names)))
    where = path_of(path)
    try:
        optional("pyarrow.csv", "tables").write_csv(rows, where)
    except (arrow.ArrowInvalid, arrow.ArrowNotImplementedError) as error:
        raise DomainError(f"the table can't be written as CSV: {error}") from None


def _plain(arrow: Any, column: Any) -> Any:
    """Return a column as CSV can hold it, its texts guarded."""
    kind = column.type
    if arrow.types.is_list(kind) or arrow.types.is_large_list(kind):
        return arrow.array(
            [None if row is None else json.dumps(row, ensure_ascii=False) for row in column.to_pylist()]
        )
    if arrow.types.is_dictionary(kind):
        column, kind = column.cast(kind.value_type), kind.value_type
    if arrow.types.is_string(kind) or arrow.types.is_large_string(kind):
        compute = optional("pyarrow.compute", "tables")
        first = compute.utf8_slice_codeunits(column, 0, 1)
        risky = compute.fill_null(compute.is_in(first, arrow.array(list(FORMULAS), kind)), False)
        mark, between = arrow.scalar("'", kind), arrow.scalar("", kind)
        return compute.if_else(risky, compute.binary_join_element_wise(mark, column, between), column)
    return column


def _guarded(name: str) -> str:
    return f"'{name}" if name[:1] in FORMULAS and name else name
