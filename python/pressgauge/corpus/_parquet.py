"""Files of tables in Arrow's own formats: Parquet, and Arrow IPC (Feather) as files and as streams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError
from pressgauge._optional import optional
from pressgauge.corpus._chunks import Piece
from pressgauge.corpus._frames import ROWS, pieces_of
from pressgauge.corpus._input_columns import found
from pressgauge.corpus._pieces import Found, numbered, piece

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pressgauge.corpus._files import File
    from pressgauge.corpus._input_columns import Asked

__all__ = ["Ipc", "Parquet"]

BUFFER = 1 << 20
"""Bytes of a column that are read at once: a row group may be larger than memory."""


class Parquet:
    """One Parquet file."""

    def __init__(self, file: File, asked: Asked) -> None:
        self._file = file
        self._html = bool(asked.html)
        with _opened(self._parquet, file) as opened:
            self._columns = found(asked, opened.schema_arrow.names, file.name)
            groups = [opened.metadata.row_group(i).num_rows for i in range(opened.metadata.num_row_groups)]
        self._ends = np.cumsum([0, *groups])
        self.records: int | None = int(self._ends[-1])

    def pieces(self, before: int, skip: int) -> Iterator[Piece]:
        """Return the rows; row groups that lie before row `skip` aren't opened."""
        group = max(0, int(np.searchsorted(self._ends, skip, side="right")) - 1)
        done = int(self._ends[group])
        if done:
            yield Piece(before, done, None)
        with self._parquet() as opened:
            groups = list(range(group, opened.metadata.num_row_groups))
            batches = opened.iter_batches(batch_size=ROWS, row_groups=groups, columns=self._columns.names)
            place: dict[str, Any] = {
                "before": before,
                "done": done,
                "name": self._file.name,
                "html": self._html,
            }
            yield from _guarded(pieces_of(batches, self._columns, **place), **place)

    def _parquet(self) -> Any:
        parquet = optional("pyarrow.parquet", "corpus")
        return parquet.ParquetFile(self._file.path, buffer_size=BUFFER, pre_buffer=False)


class Ipc:
    """One file of Arrow record batches."""

    def __init__(self, file: File, asked: Asked) -> None:
        self._file = file
        self._html = bool(asked.html)
        with _opened(self._ipc, file) as opened:
            self._columns = found(asked, opened.schema.names, file.name)
        self.records: int | None = None

    def pieces(self, before: int, skip: int) -> Iterator[Piece]:  # noqa: ARG002 - rows are where they lie, unread
        """Return the rows."""
        with self._ipc() as opened:
            place: dict[str, Any] = {"before": before, "done": 0, "name": self._file.name, "html": self._html}
            yield from _guarded(pieces_of(_batches(opened), self._columns, **place), **place)

    def _ipc(self) -> Any:
        arrow = optional("pyarrow", "corpus")
        ipc = optional("pyarrow.ipc", "corpus")
        mapped = arrow.memory_map(str(self._file.path))
        try:
            return ipc.open_file(mapped)
        except arrow.ArrowInvalid:
            mapped.seek(0)
            return ipc.open_stream(mapped)


def _batches(opened: Any) -> Iterator[Any]:
    if hasattr(opened, "num_record_batches"):
        for number in range(opened.num_record_batches):
            yield opened.get_batch(number)
    else:
        yield from opened


def _opened(make: Callable[[], Any], file: File) -> Any:
    arrow = optional("pyarrow", "corpus")
    try:
        return make()
    except arrow.ArrowInvalid as error:
        raise DomainError(f"{file.name} can't be read as its name says: {error}") from error


def _guarded(pieces: Iterator[Piece], *, name: str, html: bool, before: int, done: int) -> Iterator[Piece]:
    """Return pieces; where the file breaks, its rest is one failure."""
    arrow = optional("pyarrow", "corpus")
    try:
        for each in pieces:
            yield each
            done += each.records
    except (arrow.ArrowInvalid, OSError) as error:
        yield broken(
            name, f"{name} can't be read after its row {done}: {error}", html=html, before=before, done=done
        )


def broken(name: str, message: str, *, html: bool, before: int, done: int) -> Piece:
    """Return one failure for the rest of a file, after `done` of its records."""
    arrow = optional("pyarrow", "corpus")
    nothing = {"text": arrow.array([], arrow.large_utf8())}
    failed, none = [(0, "ParseError", message)], np.arange(0)
    return piece(
        Found(before + done, 1, nothing, none, numbered(name, done, 1), lambda _: "", failed, html=html)
    )
