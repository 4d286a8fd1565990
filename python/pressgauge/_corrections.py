"""Corrections by hand, checked before the core takes them."""

from __future__ import annotations

import datetime as dt
import math
import numbers
import operator
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from pressgauge._core import DomainError, Interval
from pressgauge._data import core_form
from pressgauge.figures import Bound, DateSpan

if TYPE_CHECKING:
    from pressgauge.articles import Reading

Check = Callable[[str, Any], Any]


def who_and_why(by: str, reason: str) -> None:
    """Refuse a correction of which nobody could tell later who made it and why."""
    for name, told in (("by", by), ("reason", reason)):
        if not isinstance(told, str):
            raise TypeError(f"{name} must be a string, not {told!r:.60}")
        if not told.strip():
            raise DomainError(f"{name} is {told!r}: a correction says who made it and why")


def figure_number(number: int) -> int:
    """Return the number of a figure."""
    try:
        return operator.index(number)
    except TypeError:
        raise TypeError(f"number must be a whole number, as figure.number, not {number!r:.60}") from None


def checked(reading: Reading, number: int, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields of a figure with their new values as the core takes them.

    Raises
    ------
    DomainError
        There is none, a field can't be revised, or a value is not possible.
    """
    if not changes:
        raise DomainError("nothing is revised: give a field with its new value, as kind='injured'")
    for field in changes:
        if field not in _CHECKS:
            hint = ": give interval=(low, high)" if field in ("low", "high") else ""
            raise DomainError(
                f"a figure has no field {field!r} that can be revised{hint}; fields are {', '.join(_CHECKS)}"
            )
    _known_kind(reading, changes)
    made = {field: _CHECKS[field](field, value) for field, value in changes.items()}
    if made.get("bound") in (Bound.range, Bound.vague):
        if "interval" not in made:
            raise DomainError(
                f"a bound of {made['bound'].value!r} states no value: give interval=(low, high)"
            )
        made.setdefault("value", None)
    if "start" in made or "end" in made:
        made |= _place(reading, number, made)
    return {field: core_form(value) for field, value in made.items()}


def _known_kind(reading: Reading, changes: Mapping[str, Any]) -> None:
    kinds = reading.gauge.kinds
    if "kind" in changes and changes["kind"] not in kinds:
        raise DomainError(f"no kind is named {changes['kind']!r}; kinds are {', '.join(kinds)}")


def _place(reading: Reading, number: int, made: Mapping[str, Any]) -> dict[str, Any]:
    """Return text and sentence of a new place, which must keep the figures in order and apart."""
    figure = next(each for each in reading.figures if each.number == number)
    start, end = made.get("start", figure.start), made.get("end", figure.end)
    if not 0 <= start < end <= len(reading.text):
        raise DomainError(
            f"start {start} and end {end} are no place in a text of {len(reading.text)} characters"
        )
    for other in reading.figures:
        before, after = other.number < number, other.number > number
        if (before and other.end > start) or (after and other.start < end):
            raise DomainError(
                f"from {start} to {end} the figure would not stand {'behind' if before else 'before'} "
                f"figure {other.number}, which is at {other.start} to {other.end}"
            )
    sentences = reading.document.sentences
    sentence = max((at for at, each in enumerate(sentences) if each.start <= start), default=0)
    return {"start": start, "end": end, "text": reading.text[start:end], "sentence": sentence}


def _value(field: str, value: Any) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float, numbers.Real)):
        raise TypeError(f"{field} must be a number or None, not {value!r:.60}")
    if not 0 <= float(value) < math.inf:
        raise DomainError(f"{field} must be a finite number of at least 0, not {value!r:.60}")
    return float(value)


def _interval(field: str, value: Any) -> Interval:
    if isinstance(value, Interval):
        return value
    try:
        low, high = value
        return Interval(float(low), float(high))
    except (TypeError, ValueError) as error:
        if isinstance(error, DomainError):
            raise
        raise TypeError(f"{field} must be an Interval or (low, high), not {value!r:.60}") from None


def _words(field: str, value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{field} must be a string, not {value!r:.60}")
    return value


def _words_or_none(field: str, value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{field} must be a string or None, not {value!r:.60}")
    return value


def _flag(field: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{field} must be True or False, not {value!r:.60}")
    return value


def _date(field: str, value: Any) -> DateSpan | Mapping[str, Any] | None:
    if value is None or isinstance(value, (DateSpan, Mapping)):
        return value
    try:
        day = (
            dt.date.fromisoformat(value)
            if isinstance(value, str)
            else dt.date.fromisoformat(value.isoformat()[:10])
        )
    except ValueError:
        raise DomainError(f"{field} must be a day as 2023-05-30, not {value!r:.60}") from None
    except (AttributeError, TypeError):
        raise TypeError(f"{field} must be a DateSpan, a day or None, not {value!r:.60}") from None
    return DateSpan(day, day, day.isoformat())


def _offset(field: str, value: Any) -> int:
    try:
        return operator.index(value)
    except TypeError:
        raise TypeError(f"{field} must be a whole number, not {value!r:.60}") from None


def _bound(field: str, value: Any) -> str:
    return Bound(value) if value in set(Bound) else _words(field, value)


_CHECKS: dict[str, Check] = {
    "kind": _words,
    "bound": _bound,
    "value": _value,
    "interval": _interval,
    "unit": _words,
    "group": _words_or_none,
    "actor": _words_or_none,
    "status": _words,
    "subset": _flag,
    "additional": _flag,
    "source": _words_or_none,
    "date": _date,
    "place": _words_or_none,
    "start": _offset,
    "end": _offset,
}
