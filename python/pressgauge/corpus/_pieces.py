"""Columns as they were found, made into articles: one layout for every format, and a failure for what has no text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError
from pressgauge._optional import optional
from pressgauge.corpus._chunks import Failure, Piece
from pressgauge.corpus._html import extracted

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

__all__ = ["Found", "bad", "numbered", "piece"]

LONGEST_SHOWN = 60
# A day alone, or with a time and a zone after it: the day is that which is written.
ISO = r"^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}(?::?\d{2}(?::?\d{2}(?:[.,]\d+)?)?)? ?(?:Z|z|UTC|[+-]\d{2}(?::?\d{2})?)?)?$"


@dataclass(slots=True)
class Found:
    """Records as a format gives them."""

    first: int
    """Number of the first record in the whole input."""
    records: int
    columns: dict[str, Any]
    """Arrow arrays by role: text, and title, published, id where they are there."""
    numbers: NDArray[np.int64]
    """For each row its number among these records; those that are missing have failed already."""
    ids: Any
    """Arrow array (records) of the ids of records that have none of their own."""
    where: Callable[[int], str]
    """Where a record of these stands, for messages."""
    failed: list[tuple[int, str, str]] = field(default_factory=list)
    """Number among these records, kind of error and message of those that failed already."""
    html: bool = False


def bad(value: object) -> str:
    """Return a value as messages show it."""
    told = repr(value)
    return told if len(told) <= LONGEST_SHOWN else f"{told[:LONGEST_SHOWN]}…"


def numbered(name: str, done: int, count: int) -> Any:
    """Return ids for records: the name of the file and their numbers in it, from 1."""
    arrow = optional("pyarrow", "corpus")
    compute = optional("pyarrow.compute", "corpus")
    numbers = arrow.array(np.arange(done + 1, done + count + 1)).cast(arrow.large_utf8())
    return compute.binary_join_element_wise(
        arrow.scalar(name, arrow.large_utf8()), numbers, arrow.scalar(":", arrow.large_utf8())
    )


def piece(given: Found) -> Piece:
    """Return the articles of records, and their failures."""
    arrow = optional("pyarrow", "corpus")
    count = len(given.numbers)
    problems: dict[int, tuple[str, str]] = {}
    columns = {role: strings(values, role) for role, values in given.columns.items() if role != "published"}
    columns = {role: _decoded(values, role, problems) for role, values in columns.items()}
    published = _days(given.columns.get("published"), count, problems)
    own = _ids(arrow, columns.get("id"), given)
    text, extractor = columns["text"], arrow.nulls(count, arrow.large_utf8())
    for row in _true(text.is_null()):
        problems.setdefault(row, ("DomainError", "the record has no text: it is null"))
    if given.html:
        text, extractor, titles = extracted(text, problems)
        columns["title"] = _filled(columns.get("title"), titles)
    batch = arrow.record_batch(
        {
            "article_id": own,
            "position": given.first + given.numbers,
            "title": columns.get("title", arrow.nulls(count, arrow.large_utf8())),
            "published": published,
            "text": text,
            "extractor": extractor,
        }
    )
    failures = _failures(given, own, problems)
    if problems:
        kept = np.ones(count, bool)
        kept[list(problems)] = False
        batch = batch.filter(arrow.array(kept))
    return Piece(given.first, given.records, batch, failures)


def _failures(given: Found, own: Any, problems: dict[int, tuple[str, str]]) -> tuple[Failure, ...]:
    made = [
        Failure(given.ids[number].as_py(), given.first + number, kind, message)
        for number, kind, message in given.failed
    ]
    for row, (kind, message) in problems.items():
        number = int(given.numbers[row])
        told = f"{message}; {given.where(number)}"
        made.append(Failure(own[row].as_py(), given.first + number, kind, told))
    return tuple(sorted(made, key=lambda failure: failure.position))


def strings(values: Any, role: str) -> Any:
    """Return a column as large strings or large bytes.

    Raises
    ------
    DomainError
        It holds something else.
    """
    arrow = optional("pyarrow", "corpus")
    types, kind = arrow.types, values.type
    if types.is_dictionary(kind):
        kind = kind.value_type
        values = values.cast(kind)
    if types.is_large_string(kind) or types.is_large_binary(kind):
        return values
    if types.is_string(kind) or types.is_string_view(kind) or types.is_null(kind):
        return values.cast(arrow.large_utf8())
    if types.is_binary(kind) or types.is_binary_view(kind) or types.is_fixed_size_binary(kind):
        return values.cast(arrow.large_binary())
    if role == "id" and types.is_integer(kind):
        return values.cast(arrow.large_utf8())
    raise DomainError(f"the column of the {role} holds {kind}; strings are needed")


def _decoded(values: Any, role: str, problems: dict[int, tuple[str, str]]) -> Any:
    """Return strings; a row that isn't UTF-8 becomes null and a problem."""
    arrow = optional("pyarrow", "corpus")
    if values.type == arrow.large_utf8():
        return values
    try:
        return values.cast(arrow.large_utf8())
    except arrow.ArrowInvalid:
        pass
    made: list[str | None] = []
    for row, value in enumerate(values.to_pylist()):
        try:
            made.append(None if value is None else value.decode())
        except UnicodeDecodeError as error:
            found = f"the {role} is not UTF-8 at its byte {error.start}: {bad(value[error.start : error.start + 8])}"
            problems[row] = ("ParseError", found)
            made.append(None)
    return arrow.array(made, arrow.large_utf8())


def _days(values: Any, count: int, problems: dict[int, tuple[str, str]]) -> Any:
    """Return the days of publication; a value that is none becomes a problem."""
    arrow = optional("pyarrow", "corpus")
    compute = optional("pyarrow.compute", "corpus")
    if values is None:
        return arrow.nulls(count, arrow.date32())
    if arrow.types.is_timestamp(values.type):
        # In the zone of the column: the day that a reader of the table sees.
        local = compute.local_timestamp(values) if values.type.tz is not None else values
        return compute.floor_temporal(local, unit="day").cast(arrow.date32())
    if arrow.types.is_date(values.type):
        return values.cast(arrow.date32(), safe=False)
    written = compute.utf8_trim_whitespace(_decoded(strings(values, "published"), "published", problems))
    days = compute.utf8_slice_codeunits(written, 0, 10).dictionary_encode()
    known = [_day(day) for day in days.dictionary.to_pylist()]
    made = arrow.array(known, arrow.date32()).take(days.indices)
    right = compute.match_substring_regex(written, ISO)
    wrong = compute.and_(compute.or_(compute.invert(right), made.is_null()), compute.not_equal(written, ""))
    for row in _true(wrong.fill_null(False)):
        message = f"the day of publication is not of the form 2026-01-31: {bad(written[row].as_py())}"
        problems.setdefault(row, ("ParseError", message))
    return made


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if re.fullmatch(r"\d{4}-\d\d-\d\d", written, re.ASCII) else None
    except ValueError:
        return None


def _ids(arrow: Any, values: Any, given: Found) -> Any:
    compute = optional("pyarrow.compute", "corpus")
    own = given.ids.take(arrow.array(given.numbers)) if len(given.numbers) != given.records else given.ids
    return own if values is None else compute.if_else(compute.equal(values, "").fill_null(True), own, values)


def _filled(values: Any, others: Any) -> Any:
    return others if values is None else optional("pyarrow.compute", "corpus").coalesce(values, others)


def _true(mask: Any) -> list[int]:
    return [int(row) for row in np.flatnonzero(mask.to_numpy(zero_copy_only=False))]
