"""Tables of a corpus, of Arrow, polars and pandas, all as batches of Arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pressgauge._core import DomainError
from pressgauge._optional import optional
from pressgauge.corpus._corpus import Corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

__all__ = ["as_table", "batches_of", "strings"]

ROWS = 2048
"""Of a batch: some megabytes of text."""


def batches_of(source: Any, columns: list[str]) -> Iterator[pa.RecordBatch]:
    """Return columns of the articles, piece by piece: a corpus in a folder is never in memory as a whole.

    Parameters
    ----------
    source : Corpus or table
        A corpus is asked for its articles.
    columns : list of str
        Those that are wanted.

    Raises
    ------
    DomainError
        A column is missing, or `source` is no table.
    """
    table = None if isinstance(source, Corpus) else as_table(source)
    names = source.scan("articles").schema.names if table is None else table.column_names
    for column in columns:
        if column not in names:
            raise DomainError(f"there is no column '{column}'; the columns are {', '.join(names)}")
    batches = source.scan("articles", columns) if table is None else table.select(columns).to_batches()
    for batch in batches:
        yield from (batch.slice(start, ROWS) for start in range(0, batch.num_rows, ROWS))


def as_table(source: Any) -> pa.Table:
    """Return a table of Arrow.

    Raises
    ------
    DomainError
        `source` is none, and nothing that can become one.
    """
    arrow = optional("pyarrow", "corpus")
    if isinstance(source, arrow.Table):
        return source
    if type(source).__module__.partition(".")[0] == "pandas" and hasattr(source, "columns"):
        try:
            return arrow.Table.from_pandas(source, preserve_index=False)
        except ValueError as error:
            raise DomainError(f"the DataFrame is no table of Arrow: {error}") from None
    if hasattr(source, "__arrow_c_stream__") or hasattr(source, "__arrow_c_array__"):
        return _filterable(arrow.table(source))
    raise DomainError(f"a table of Arrow, polars or pandas is wanted, not a {type(source).__name__}")


def _filterable(table: pa.Table) -> pa.Table:
    """Return a table without the string views of polars, which pyarrow can't filter."""
    views = optional("pyarrow", "corpus").types.is_string_view
    for at, field in enumerate(table.schema):
        if views(field.type):
            table = table.set_column(at, field.name, strings(table[field.name]))
    return table


def strings(column: Any) -> Any:
    """Return a column as large strings without a dictionary, as the tables of a corpus hold them."""
    return column.cast(optional("pyarrow", "corpus").large_string())
