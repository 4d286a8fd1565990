"""Tables of a corpus, of Arrow and of pandas, all as batches of Arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pressgauge._core import DomainError
from pressgauge._optional import optional

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

__all__ = ["as_table", "batches_of", "plain"]

ROWS = 8192
"""Of a batch: some ten megabytes of text."""


def batches_of(source: Any, name: str, columns: list[str]) -> Iterator[pa.RecordBatch]:
    """Return columns of a table, piece by piece.

    Parameters
    ----------
    source : Corpus, Batch, table of Arrow or pandas.DataFrame
        A corpus is asked for its table `name`; anything else is that table.
    name : str
        Of the table.
    columns : list of str
        Those that are wanted.

    Raises
    ------
    DomainError
        A column is missing.
    """
    if hasattr(source, "scan") and not hasattr(source, "__arrow_c_stream__"):
        yield from source.scan(name, columns)
        return
    table = as_table(getattr(source, name) if hasattr(source, "articles") else source)
    for column in columns:
        if column not in table.column_names:
            raise DomainError(
                f"there is no column '{column}'; the columns are {', '.join(table.column_names)}"
            )
    yield from table.select(columns).to_batches(max_chunksize=ROWS)


def as_table(source: Any) -> pa.Table:
    """Return a table of Arrow."""
    arrow = optional("pyarrow", "corpus")
    if isinstance(source, arrow.Table):
        return source
    if hasattr(source, "iloc"):
        return arrow.Table.from_pandas(source, preserve_index=False)
    return arrow.table(source)


def plain(column: Any) -> Any:
    """Return a column of strings without a dictionary."""
    return column.cast(optional("pyarrow", "corpus").string())
