"""The parts of a reading as tables, one row each.

What to use when: `figures_frame` for every mention with its place in the text, `counts_frame` for quantities with their
mentions merged, `statistics_frame` for what follows from them; the same with ``_table`` for Arrow. The columns are those
of docs/schema.md. Unbounded ends are ±inf; what the text does not say is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pressgauge._columns import COUNT_COLUMNS, FIGURE_COLUMNS, STATISTIC_COLUMNS, Column, categories, origin
from pressgauge._optional import optional

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    import pyarrow as pa

    from pressgauge.articles import Reading

__all__ = [
    "counts_frame",
    "counts_table",
    "figures_frame",
    "figures_table",
    "statistics_frame",
    "statistics_table",
]

_PANDAS_TYPES = {
    "whole": "int64",
    "number": "float64",
    "flag": "bool",
    "text": "string",
    "day": "datetime64[s]",
    "wholes": "object",
    "texts": "object",
}


def figures_frame(reading: Reading) -> pd.DataFrame:
    """Return the figures of a reading, one row each, in the order of the text.

    Parameters
    ----------
    reading : Reading
        What `pressgauge.read` returned.

    Returns
    -------
    pandas.DataFrame
        Columns of docs/schema.md; ``frame.attrs`` holds the versions and the sha256 of the text.

    Raises
    ------
    ImportError
        pandas is not installed.

    Examples
    --------
    >>> import pressgauge as pg
    >>> frame = figures_frame(pg.read("The clashes injured at least 50 protesters and 30 peacekeepers."))
    >>> frame[["text", "group", "low", "high"]]
              text         group   low  high
    0  at least 50    protesters  50.0   inf
    1           30  peacekeepers  30.0  30.0
    """
    return _frame(reading, reading.figures, FIGURE_COLUMNS)


def counts_frame(reading: Reading) -> pd.DataFrame:
    """Return the counts of a reading, one row each; see `figures_frame`."""
    return _frame(reading, reading.counts, COUNT_COLUMNS)


def statistics_frame(reading: Reading) -> pd.DataFrame:
    """Return the statistics of a reading, one row each; see `figures_frame`."""
    return _frame(reading, reading.statistics, STATISTIC_COLUMNS)


def figures_table(reading: Reading) -> pa.Table:
    """Return the figures of a reading as an Arrow table, one row each, in the order of the text.

    Parameters
    ----------
    reading : Reading
        What `pressgauge.read` returned.

    Returns
    -------
    pyarrow.Table
        Columns of docs/schema.md; the metadata of its schema holds the versions and the sha256 of the text.

    Raises
    ------
    ImportError
        pyarrow is not installed.

    Examples
    --------
    >>> import pressgauge as pg
    >>> table = figures_table(pg.read("The clashes injured at least 50 protesters and 30 peacekeepers."))
    >>> table.select(["text", "low", "high"]).to_pylist()
    [{'text': 'at least 50', 'low': 50.0, 'high': inf}, {'text': '30', 'low': 30.0, 'high': 30.0}]
    """
    return _table(reading, reading.figures, FIGURE_COLUMNS)


def counts_table(reading: Reading) -> pa.Table:
    """Return the counts of a reading as an Arrow table, one row each; see `figures_table`."""
    return _table(reading, reading.counts, COUNT_COLUMNS)


def statistics_table(reading: Reading) -> pa.Table:
    """Return the statistics of a reading as an Arrow table, one row each; see `figures_table`."""
    return _table(reading, reading.statistics, STATISTIC_COLUMNS)


def _frame(reading: Reading, rows: Sequence[Any], columns: tuple[Column, ...]) -> pd.DataFrame:
    pandas = optional("pandas", "tables")
    made = {each.name: _series(pandas, reading, rows, each) for each in columns}
    frame: pd.DataFrame = pandas.DataFrame(made)
    frame.attrs.update(origin(reading))
    return frame


def _series(pandas: Any, reading: Reading, rows: Sequence[Any], column: Column) -> Any:
    values = [column.value(row) for row in rows]
    if column.form == "word":
        words = list(map(str, values))
        return pandas.Categorical(words, categories=categories(column.name, reading, words))
    kind = "Int64" if column.form == "whole" and column.nullable else _PANDAS_TYPES[column.form]
    return pandas.Series(values, dtype=kind)


def _table(reading: Reading, rows: Sequence[Any], columns: tuple[Column, ...]) -> pa.Table:
    arrow = optional("pyarrow", "tables")
    made = [_array(arrow, reading, rows, each) for each in columns]
    fields = [
        arrow.field(column.name, array.type, nullable=column.nullable)
        for column, array in zip(columns, made, strict=True)
    ]
    return arrow.Table.from_arrays(made, schema=arrow.schema(fields, metadata=origin(reading)))


def _array(arrow: Any, reading: Reading, rows: Sequence[Any], column: Column) -> Any:
    values = [column.value(row) for row in rows]
    if column.form != "word":
        return arrow.array(values, type=_arrow_type(arrow, column), from_pandas=False)
    words = list(map(str, values))
    known = categories(column.name, reading, words)
    indices = arrow.array([known.index(word) for word in words], type=arrow.int32())
    return arrow.DictionaryArray.from_arrays(indices, arrow.array(known, type=arrow.large_utf8()))


def _arrow_type(arrow: Any, column: Column) -> Any:
    return {
        "whole": arrow.int64(),
        "number": arrow.float64(),
        "flag": arrow.bool_(),
        "text": arrow.large_utf8(),
        "day": arrow.date32(),
        "wholes": arrow.list_(arrow.int64()),
        "texts": arrow.list_(arrow.large_utf8()),
    }[column.form]
