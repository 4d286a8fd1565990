"""The parts of a reading as tables, one row each.

What to use when: `figures_frame` for every mention with its place in the text, `counts_frame` for quantities with their
mentions merged, `statistics_frame` for what follows from them; the same with ``_table`` for Arrow, `frame_of` and `table_of`
by a table's name; `print_table` for paper and slides; `write_csv` for spreadsheets. The columns are those of docs/schema.md. Unbounded ends are ±inf; what the text does not say is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pressgauge._columns import COUNT_COLUMNS, FIGURE_COLUMNS, STATISTIC_COLUMNS, Column, categories, origin
from pressgauge._core import DomainError
from pressgauge._given import expect_reading
from pressgauge._optional import optional

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    import pandas as pd
    import pyarrow as pa
    from great_tables import GT

    from pressgauge._print import Shows
    from pressgauge.articles import Reading

__all__ = [
    "TableName",
    "counts_frame",
    "counts_table",
    "figures_frame",
    "figures_table",
    "frame_of",
    "print_table",
    "statistics_frame",
    "statistics_table",
    "table_of",
    "write_csv",
]

TableName = Literal["figures", "counts", "statistics"]
"""The name of a table of a reading."""
_COLUMNS: dict[str, tuple[Column, ...]] = {
    "figures": FIGURE_COLUMNS,
    "counts": COUNT_COLUMNS,
    "statistics": STATISTIC_COLUMNS,
}

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
    return frame_of(reading, "figures")


def counts_frame(reading: Reading) -> pd.DataFrame:
    """Return the counts of a reading, one row each; see `figures_frame`."""
    return frame_of(reading, "counts")


def statistics_frame(reading: Reading) -> pd.DataFrame:
    """Return the statistics of a reading, one row each; see `figures_frame`."""
    return frame_of(reading, "statistics")


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
    return table_of(reading, "figures")


def counts_table(reading: Reading) -> pa.Table:
    """Return the counts of a reading as an Arrow table, one row each; see `figures_table`."""
    return table_of(reading, "counts")


def statistics_table(reading: Reading) -> pa.Table:
    """Return the statistics of a reading as an Arrow table, one row each; see `figures_table`."""
    return table_of(reading, "statistics")


def frame_of(reading: Reading, table: TableName) -> pd.DataFrame:
    """Return a table of a reading by its name; see `figures_frame`.

    Raises
    ------
    DomainError
        There is no such table.
    """
    columns, rows = named(reading, table)
    pandas = optional("pandas", "tables")
    made = {each.name: _series(pandas, reading, rows, each) for each in columns}
    frame: pd.DataFrame = pandas.DataFrame(made)
    frame.attrs.update(origin(reading))
    return frame


def print_table(shown: Reading | Shows, table: TableName = "figures") -> GT:
    """Return a table for print, made with great_tables: for a slide, a report, LaTeX.

    Parameters
    ----------
    shown : Reading, Figures, Counts, Estimate or Timeline
        Of a reading, the table of that name.
    table : {"figures", "counts", "statistics"}
        Of a reading; of no use for the others.

    Returns
    -------
    great_tables.GT
        Numbers to the right, rows that disagree bold, columns without content left out, the source below; style it further,
        or write it with ``as_raw_html``, ``as_latex`` or ``save``.

    Raises
    ------
    DomainError
        There is no such table.
    ImportError
        great_tables or pandas is not installed.

    Examples
    --------
    >>> import pressgauge as pg
    >>> made = print_table(pg.read("The clashes injured at least 50 protesters and 30 peacekeepers."))
    >>> "at least 50" in made.as_raw_html()
    True
    """
    from pressgauge._print import printed

    return printed(shown, table)


def write_csv(table: Any, path: str | os.PathLike[str]) -> None:
    """Write a table as CSV that no spreadsheet takes for formulas: cells come from scraped text.

    Parameters
    ----------
    table : table of Arrow or polars, or pandas.DataFrame
        What `Reading.to_arrow`, `Corpus.table`, `Timeline.table`, … returned. Lists are written as JSON.
    path : path
        The file, UTF-8.

    Raises
    ------
    DomainError
        It is no table.
    ImportError
        pyarrow is not installed.
    OSError
        The file can't be written.

    Notes
    -----
    A text that begins with ``=``, ``+``, ``-``, ``@``, a tab or a carriage return gets an apostrophe before it [1]_. Numbers
    stay as they are.

    References
    ----------
    .. [1] OWASP, CSV Injection: https://owasp.org/www-community/attacks/CSV_Injection.

    Examples
    --------
    >>> import pressgauge as pg, tempfile, pathlib
    >>> path = pathlib.Path(tempfile.mkdtemp(), "figures.csv")
    >>> write_csv(pg.read("Police said 12 people died.").to_arrow(), path)
    >>> path.read_text().splitlines()[1][:12]
    '0,12,14,"12"'
    """
    from pressgauge._csv_out import written

    written(table, path)


def named(reading: Reading, table: str) -> tuple[tuple[Column, ...], Sequence[Any]]:
    """Return the columns and rows of a table of a reading; refuse a name that there isn't."""
    expect_reading(reading)
    if table not in _COLUMNS:
        raise DomainError(f"a table is one of {', '.join(_COLUMNS)}, not {table!r}")
    return _COLUMNS[table], getattr(reading, table)


def _series(pandas: Any, reading: Reading, rows: Sequence[Any], column: Column) -> Any:
    values = [column.value(row) for row in rows]
    if column.form == "word":
        words = list(map(str, values))
        return pandas.Categorical(words, categories=categories(column.name, reading, words))
    kind = "Int64" if column.form == "whole" and column.nullable else _PANDAS_TYPES[column.form]
    return pandas.Series(values, dtype=kind)


def table_of(reading: Reading, table: TableName) -> pa.Table:
    """Return an Arrow table of a reading by its name; see `figures_table`.

    Raises
    ------
    DomainError
        There is no such table.
    """
    columns, rows = named(reading, table)
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
