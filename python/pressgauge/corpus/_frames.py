"""Tables in memory and streams of record batches: pandas, polars, pyarrow, and what exchanges tables as they do."""

from __future__ import annotations

import hashlib
import uuid
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError
from pressgauge._optional import optional
from pressgauge.corpus._input_columns import found
from pressgauge.corpus._pieces import Found, numbered, piece
from pressgauge.corpus._values import columns_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressgauge.corpus._chunks import Piece
    from pressgauge.corpus._input_columns import Asked, Columns

__all__ = ["ROWS", "Frame", "PandasFrame", "Stream", "pieces_of"]

ROWS = 1024
"""Rows that are taken at once."""
SAMPLED = 100
"""Rows at either end by which a table is known."""


def pieces_of(
    batches: Iterable[Any], columns: Columns, *, html: bool, before: int = 0, done: int = 0, name: str = ""
) -> Iterator[Piece]:
    """Return record batches as pieces.

    Parameters
    ----------
    batches : iterable of RecordBatch
        At least with the columns.
    columns : Columns
        Which are read.
    html : bool
        Whether the texts are HTML.
    before : int
        Number of the first row in the whole input, if the file had no row before it.
    done : int
        Rows of the file before the first batch.
    name : str
        Name of the file; empty for a table in memory, whose rows are named by their numbers from 0.
    """
    for whole in batches:
        for start in range(0, whole.num_rows, ROWS):
            batch = whole.slice(start, ROWS)
            given = {role: batch.column(column) for role, column in columns.roles.items()}
            yield piece(_found(given, batch.num_rows, html=html, before=before, done=done, name=name))
            done += batch.num_rows


def _found(
    given: dict[str, Any], rows: int, *, html: bool, before: int = 0, done: int = 0, name: str = ""
) -> Found:
    arrow = optional("pyarrow", "corpus")
    if name:
        ids, where = numbered(name, done, rows), lambda number: f"{name}, row {done + number + 1}"
    else:
        ids = arrow.array(np.arange(before + done, before + done + rows)).cast(arrow.large_utf8())
        where = lambda number: f"row {before + done + number}"
    return Found(before + done, rows, given, np.arange(rows), ids, where, html=html)


class Frame:
    """A table of Arrow, which can be read again."""

    def __init__(self, table: Any, asked: Asked) -> None:
        self._table = table
        self._columns = found(asked, table.schema.names, "the table")
        self._html = bool(asked.html)
        self.records: int | None = table.num_rows

    @property
    def fingerprint(self) -> str:
        """Schema, number of rows, and a hash of the first and of the last ones."""
        table = self._table.select(self._columns.names)
        made = hashlib.sha256(f"{table.schema.remove_metadata()}\0{table.num_rows}\0".encode())
        for start in (0, max(0, table.num_rows - SAMPLED)):
            made.update(repr(table.slice(start, SAMPLED).to_pylist()).encode("utf-8", "surrogatepass"))
        return made.hexdigest()

    def pieces(self, first: int) -> Iterator[Piece]:
        """Return the rows from number `first` on."""
        rest = self._table.select(self._columns.names).slice(first)
        return pieces_of(rest.to_batches(), self._columns, html=self._html, before=first)


class PandasFrame:
    """A frame of pandas: rows become Arrow as they are needed."""

    def __init__(self, frame: Any, asked: Asked) -> None:
        self._frame = frame
        self._columns = found(asked, map(str, frame.columns), "the frame")
        self._html = bool(asked.html)
        self.records: int | None = len(frame)

    @property
    def fingerprint(self) -> str:
        """Columns, number of rows, and a hash of the first and of the last ones."""
        frame = self._frame[self._columns.names]
        made = hashlib.sha256(f"{list(frame.dtypes.items())}\0{len(frame)}\0".encode())
        for start in (0, max(0, len(frame) - SAMPLED)):
            rows = frame.iloc[start : start + SAMPLED].to_dict("records")
            made.update(repr(rows).encode("utf-8", "surrogatepass"))
        return made.hexdigest()

    def pieces(self, first: int) -> Iterator[Piece]:
        """Return the rows from number `first` on."""
        arrow = optional("pyarrow", "corpus")
        for start in range(first, len(self._frame), ROWS):
            part = self._frame[self._columns.names].iloc[start : start + ROWS]
            try:
                table = arrow.Table.from_pandas(part, preserve_index=False)
            except (arrow.ArrowInvalid, arrow.ArrowTypeError, arrow.ArrowNotImplementedError, UnicodeError):
                yield self._one_by_one(part, start)
                continue
            batch = table.combine_chunks().to_batches()[0]
            yield from pieces_of([batch], self._columns, html=self._html, before=start)

    def _one_by_one(self, part: Any, start: int) -> Piece:
        """Return rows of which some hold what Arrow can't: those fail."""
        columns, failed = columns_of(part.to_dict("records"), self._columns, lambda row: f"row {start + row}")
        made = _found(columns, len(part), html=self._html, before=start)
        made.failed = failed
        made.numbers = np.delete(made.numbers, [number for number, *_ in failed])
        return piece(made)


class Stream:
    """Record batches that come once: a run over them can't be resumed."""

    def __init__(self, reader: Any, asked: Asked) -> None:
        self._reader: Any = reader
        self._columns = found(asked, reader.schema.names, "the stream")
        self._html = bool(asked.html)
        self.records: int | None = None
        # Nothing tells two streams apart before they are read.
        self.fingerprint = f"stream {uuid.uuid4().hex}"

    def pieces(self, first: int) -> Iterator[Piece]:  # noqa: ARG002 - what was read can't be read again
        """Return all rows, once.

        Raises
        ------
        DomainError
            The stream was read before.
        """
        if self._reader is None:
            raise DomainError("the stream was read already, and comes only once")
        reader, self._reader = self._reader, None
        return pieces_of(reader, self._columns, html=self._html)
