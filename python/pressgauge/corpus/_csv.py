"""Tables as text: CSV and TSV, quoted values over several lines, rows with too many or too few values as failures."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError
from pressgauge._optional import optional
from pressgauge.corpus._files import Bytes
from pressgauge.corpus._input_columns import found
from pressgauge.corpus._parquet import broken
from pressgauge.corpus._pieces import Found, bad, numbered, piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from pressgauge.corpus._chunks import Piece
    from pressgauge.corpus._files import File
    from pressgauge.corpus._input_columns import Asked, Columns

__all__ = ["Csv"]

BLOCK = 1 << 22
"""Bytes that are read at once; no row may be longer."""


# Bytes that are no UTF-8 end pyarrow's reading of CSV. They go through it as characters of the last private plane,
# which no text holds, and come out as the bytes that they were.
MARKS = 0x10FF00
MARKED = "[\U0010ff80-\U0010ffff]"


def marked(block: bytes) -> bytes:
    """Return a block of whole lines as UTF-8, the last line with its end."""
    block = block if block.endswith(b"\n") else block + b"\n"
    try:
        block.decode()
    except UnicodeDecodeError:
        text = block.decode(errors="surrogateescape")
        return text.translate({0xDC00 + byte: MARKS + byte for byte in range(0x80, 0x100)}).encode()
    return block


def unmarked(column: Any) -> Any:
    """Return a column; as bytes, where it held some that are no UTF-8."""
    compute = optional("pyarrow.compute", "corpus")
    arrow = optional("pyarrow", "corpus")
    if not compute.any(compute.match_substring_regex(column, MARKED)).as_py():
        return column
    back = {MARKS + byte: 0xDC00 + byte for byte in range(0x80, 0x100)}
    made = [text.translate(back).encode(errors="surrogateescape") for text in column.to_pylist()]
    return arrow.array(made, arrow.large_binary())


class Csv:
    """One file, whose first row names the columns."""

    def __init__(self, file: File, asked: Asked) -> None:
        self._file = file
        self._html = bool(asked.html)
        self._delimiter = "\t" if ".tsv" in [each.lower() for each in file.path.suffixes] else ","
        self._columns = self._found(asked)
        self.records: int | None = None

    def pieces(self, before: int, skip: int) -> Iterator[Piece]:  # noqa: ARG002 - rows have no fixed length
        """Return the rows."""
        arrow = optional("pyarrow", "corpus")
        if self._columns is None:
            return
        source = Bytes(self._file.path, marked)
        bad_rows = _BadRows()
        done = 0
        reason = None
        try:
            for batch in self._reader(source, bad_rows, self._columns):
                made = self._piece(batch, bad_rows, before, done)
                yield made
                done += made.records
        except (arrow.ArrowInvalid, OSError) as error:
            reason = f"{self._file.name} can't be read after its row {done}: {error}"
        # Rows at the end that are all bad come with no batch.
        rest = self._rest(bad_rows, before, done)
        if rest is not None:
            yield rest
            done += rest.records
        if reason is not None or source.broken is not None:
            told = reason or f"{source.broken}; the {done} rows before it were read"
            yield broken(self._file.name, told, html=self._html, before=before, done=done)

    def _reader(self, source: Bytes, bad_rows: _BadRows, columns: Columns) -> Any:
        arrow = optional("pyarrow", "corpus")
        reader = optional("pyarrow.csv", "corpus")
        types = dict.fromkeys(columns.names, arrow.large_utf8())
        return reader.open_csv(
            io.BufferedReader(source, BLOCK),
            read_options=reader.ReadOptions(use_threads=False, block_size=BLOCK),
            parse_options=reader.ParseOptions(
                delimiter=self._delimiter, newlines_in_values=True, invalid_row_handler=bad_rows.note
            ),
            convert_options=reader.ConvertOptions(
                include_columns=columns.names, column_types=types, strings_can_be_null=False
            ),
        )

    def _piece(self, batch: Any, bad_rows: _BadRows, before: int, done: int) -> Piece:
        assert self._columns is not None
        columns = {role: unmarked(batch.column(name)) for role, name in self._columns.roles.items()}
        return self._made(columns, batch.num_rows, bad_rows, before, done)

    def _rest(self, bad_rows: _BadRows, before: int, done: int) -> Piece | None:
        arrow = optional("pyarrow", "corpus")
        if not bad_rows.held:
            return None
        return self._made({"text": arrow.array([], arrow.large_utf8())}, 0, bad_rows, before, done)

    def _made(self, columns: dict[str, Any], rows: int, bad_rows: _BadRows, before: int, done: int) -> Piece:
        numbers, failed, records = bad_rows.placed(rows, done, self._file.name)
        ids = numbered(self._file.name, done, records)
        where = lambda number: f"{self._file.name}, row {done + number + 1}"
        return piece(Found(before + done, records, columns, numbers, ids, where, failed, html=self._html))

    def _found(self, asked: Asked) -> Columns | None:
        """Return the columns; None for a file that has no bytes."""
        source = Bytes(self._file.path, marked)
        text = io.TextIOWrapper(io.BufferedReader(source), encoding="utf-8-sig", newline="")
        try:
            names = next(filter(None, csv.reader(text, delimiter=self._delimiter)), None)
        except csv.Error as error:
            raise DomainError(f"the first row of {self._file.name} can't be read: {error}") from error
        return None if names is None else found(asked, names, self._file.name)


class _BadRows:
    """Rows with another number of values than the first one has."""

    def __init__(self) -> None:
        self.held: list[tuple[int, str]] = []

    def note(self, row: Any) -> str:
        told = f"the row has {row.actual_columns} values and not {row.expected_columns}: {bad(row.text)}"
        # Counted from 1, and the first one holds the names.
        self.held.append((row.number - 2, told))
        return "skip"

    def placed(
        self, rows: int, done: int, name: str
    ) -> tuple[NDArray[np.int64], list[tuple[int, str, str]], int]:
        """Return the numbers of `rows` good rows after `done` records, the bad ones among them, and how many both are."""
        end = done + rows
        mine = 0
        # The reader may be ahead: a bad row belongs here if no good one of a later batch is before it.
        while mine < len(self.held) and self.held[mine][0] <= end:
            mine, end = mine + 1, end + 1
        taken, self.held = self.held[:mine], self.held[mine:]
        failed = [
            (number - done, "ParseError", f"{message}; {name}, row {number + 1}") for number, message in taken
        ]
        numbers = np.delete(np.arange(end - done), [number for number, *_ in failed])
        return numbers, failed, end - done
