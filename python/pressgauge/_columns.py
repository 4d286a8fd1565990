"""The columns of the tables of a reading, once for pandas and Arrow (docs/schema.md)."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

from pressgauge.figures import Bound, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pressgauge.articles import Reading

Form = Literal["whole", "number", "flag", "text", "word", "day", "wholes", "texts"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it holds, and how a row gives it."""

    name: str
    form: Form
    value: Callable[[Any], Any]
    nullable: bool = False


def _of(name: str, form: Form, path: str | None = None) -> Column:
    """Return the column of a field that is always there."""
    return Column(name, form, attrgetter(path or name))


def _maybe(name: str, form: Form, path: str | None = None) -> Column:
    """Return the column of a field that may be None, or lie in a part that is None."""
    *outer, last = (path or name).split(".")

    def value(row: Any) -> Any:
        for part in outer:
            row = getattr(row, part)
        return None if row is None else getattr(row, last)

    return Column(name, form, value, nullable=True)


def _ends(path: str) -> tuple[Column, ...]:
    return (
        _of("low", "number", f"{path}.low"),
        _of("high", "number", f"{path}.high"),
        _of("low_open", "flag", f"{path}.low_open"),
        _of("high_open", "flag", f"{path}.high_open"),
    )


_DATE_PLACE = (
    _maybe("date_first", "day", "date.first"),
    _maybe("date_last", "day", "date.last"),
    _maybe("place", "text"),
)

FIGURE_COLUMNS = (
    _of("figure", "whole", "number"),
    _of("start", "whole"),
    _of("end", "whole"),
    _of("text", "text"),
    _of("kind", "word"),
    _of("bound", "word"),
    _maybe("value", "number"),
    *_ends("interval"),
    _of("unit", "text"),
    _maybe("group", "text"),
    _maybe("actor", "text"),
    _of("status", "word"),
    _of("subset", "flag"),
    _of("additional", "flag"),
    _maybe("source", "text"),
    *_DATE_PLACE,
    _of("sentence", "whole"),
    _of("rule", "text"),
)

COUNT_COLUMNS = (
    _of("count", "whole", "id"),
    _of("kind", "word"),
    _maybe("group", "text"),
    *_ends("interval"),
    _of("unit", "text"),
    _of("status", "word"),
    _of("mentions", "wholes"),
    _of("superseded", "wholes"),
    _maybe("parent", "whole"),
    _of("agree", "flag"),
    _of("why", "text"),
    *_DATE_PLACE,
)

STATISTIC_COLUMNS = (
    _of("name", "text"),
    _maybe("estimate", "number"),
    *_ends("identified"),
    _maybe("interval_low", "number", "interval.low"),
    _maybe("interval_high", "number", "interval.high"),
    _maybe("confidence", "number"),
    _of("method", "text"),
    _of("inputs", "wholes"),
    _of("flags", "texts"),
    _of("note", "text"),
)


def categories(name: str, reading: Reading, values: Iterable[str]) -> list[str]:
    """Return all words that a column may hold: the same for all readings of one gauge, so that tables stack."""
    if name == "bound":
        return [each.value for each in Bound]
    if name == "status":
        return [each.value for each in Status]
    return list(dict.fromkeys([*reading.gauge.kinds, *values]))


def origin(reading: Reading) -> dict[str, str]:
    """Return what a table says of where it comes from."""
    from pressgauge.articles import SCHEMA_VERSION, text_sha256

    head = {"schema_version": str(SCHEMA_VERSION), "text_sha256": text_sha256(reading.text)}
    return head | reading.versions
