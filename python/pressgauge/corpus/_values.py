"""Records as Python objects: iterables of strings or of dicts, and frames that hold mixed values."""

from __future__ import annotations

import hashlib
import uuid
from datetime import date, datetime
from itertools import chain, islice
from numbers import Integral
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError
from pressgauge._optional import optional
from pressgauge.corpus._input_columns import Columns, found
from pressgauge.corpus._pieces import Found, bad, piece

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pressgauge.corpus._chunks import Piece
    from pressgauge.corpus._input_columns import Asked

__all__ = ["Values", "columns_of"]

AT_ONCE = 1024
LOOKED_AT = 100
"""Records in which columns are looked for, and by which a list is known at either end."""


def columns_of(
    records: Iterable[Mapping[Any, Any]], columns: Columns, where: Callable[[int], str]
) -> tuple[dict[str, Any], list[tuple[int, str, str]]]:
    """Return Arrow columns by role, and number, kind and message of the records that fail."""
    arrow = optional("pyarrow", "corpus")
    made: dict[str, list[str | None]] = {role: [] for role in columns.roles}
    failed = []
    for number, record in enumerate(records):
        try:
            row = {role: _text(record.get(name), role) for role, name in columns.roles.items()}
        except DomainError as error:
            failed.append((number, "DomainError", f"{error}; {where(number)}"))
            continue
        for role, value in row.items():
            made[role].append(value)
    return {role: arrow.array(values, arrow.large_utf8()) for role, values in made.items()}, failed


def _text(value: object, role: str) -> str | None:
    if value is None or value != value:  # noqa: PLR0124 - NaN and NaT stand for nothing in frames
        return None
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            told = f"the {role} has half of a surrogate pair at its character {error.start}: {bad(value)}"
            raise DomainError(told) from error
        return str(value)
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError as error:
            told = f"the {role} is not UTF-8 at its byte {error.start}: {bad(value[error.start : error.start + 8])}"
            raise DomainError(told) from error
    if role == "id" and isinstance(value, Integral) and not isinstance(value, bool):
        return str(int(value))
    if role == "published" and isinstance(value, date):
        return (value.date() if isinstance(value, datetime) else value).isoformat()
    raise DomainError(f"the {role} is a {type(value).__name__} and not a string: {bad(value)}")


class Values:
    """Strings or dicts; a sequence can be read again, anything else once."""

    def __init__(self, values: Any, asked: Asked) -> None:
        self._again = hasattr(values, "__len__") and hasattr(values, "__getitem__")
        self.records: int | None = len(values) if self._again else None
        head = list(islice(iter(values), LOOKED_AT)) if self._again else []
        self._values: Any = values
        if not self._again:
            rest = iter(values)
            head = list(islice(rest, LOOKED_AT))
            self._values = chain(head, rest)
        names = dict.fromkeys(name for each in head if isinstance(each, dict) for name in each)
        self._columns = (
            found(asked, map(str, names), "the records") if names else Columns("text", None, None, None)
        )
        self._html = bool(asked.html)
        # Nothing tells two iterators apart before they are read.
        self.fingerprint = self._known_by(head) if self._again else f"iterator {uuid.uuid4().hex}"

    def pieces(self, first: int) -> Iterator[Piece]:
        """Return the records; from number `first` on where they can be read again.

        Raises
        ------
        DomainError
            The iterator was read before.
        """
        if self._values is None:
            raise DomainError("the iterator was read already, and comes only once")
        rest = islice(iter(self._values), first if self._again else 0, None)
        if not self._again:
            self._values = None
        return self._read(rest, first if self._again else 0)

    def _read(self, rest: Iterator[Any], done: int) -> Iterator[Piece]:
        while some := list(islice(rest, AT_ONCE)):
            yield self._piece(some, done)
            done += len(some)

    def _piece(self, some: list[Any], done: int) -> Piece:
        arrow = optional("pyarrow", "corpus")
        where = lambda number: f"record {done + number}"
        # What is no dict is a text: a string, or a failure that says what it is.
        records = [each if isinstance(each, dict) else {self._columns.text: each} for each in some]
        columns, failed = columns_of(records, self._columns, where)
        numbers = np.delete(np.arange(len(some)), [number for number, *_ in failed])
        ids = arrow.array([self._id(each, done + at) for at, each in enumerate(records)], arrow.large_utf8())
        return piece(Found(done, len(some), columns, numbers, ids, where, failed, html=self._html))

    def _id(self, record: Mapping[Any, Any], position: int) -> str:
        """Return the id that a record has if it fails: its own, else its number."""
        name = self._columns.roles.get("id")
        try:
            given = None if name is None else _text(record.get(name), "id")
        except DomainError:
            given = None
        return str(position) if given is None else given

    def _known_by(self, head: list[Any]) -> str:
        tail = [self._values[at] for at in range(max(0, len(self._values) - LOOKED_AT), len(self._values))]
        made = hashlib.sha256(f"{len(self._values)}\0".encode())
        made.update(repr((head, tail)).encode("utf-8", "surrogatepass"))
        return made.hexdigest()
