"""Fields of a label, each checked: a message says where it stands, which field it is, and what it holds."""

from __future__ import annotations

import difflib
import math
from collections.abc import Mapping, Sequence
from typing import Any

from pressgauge._core import DomainError
from pressgauge.figures import Bound


def check_keys(row: Mapping[str, Any], keys: Sequence[str], where: str) -> None:
    """Refuse a key that is nearly one of ours: a slip of the pen must not be passed over in silence."""
    for key in row:
        if key in keys or key == "rule":
            continue
        near = difflib.get_close_matches(str(key), keys, n=1, cutoff=0.8)
        if near and near[0] not in row:
            raise DomainError(f"{where}: no field is named {key!r}; is it {near[0]!r}?")


def numbers(row: Mapping[str, Any], bound: str, where: str) -> tuple[float | None, ...]:
    """Return value, low and high: a value, or the ends of a range, or nothing for vague words."""
    if bound == Bound.vague:
        return None, None, None
    if bound != Bound.range:
        return _number(row, "value", where), None, None
    low, high = _number(row, "low", where), _number(row, "high", where)
    if low > high:
        raise DomainError(f"{where}: low {low:.12g} is above high {high:.12g}")
    return None, low, high


def _number(row: Mapping[str, Any], key: str, where: str) -> float:
    value = row.get(key)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < math.inf:
        raise DomainError(
            f"{where}: {key} must be a number of at least 0 for the bound {row['bound']}, not {value!r:.60}"
        )
    return float(value)


def word(row: Mapping[str, Any], key: str, known: Sequence[str], where: str) -> str:
    """Return the word of a field, one of those known."""
    return one_of(row.get(key), key, known, where)


def one_of(value: Any, key: str, known: Sequence[str], where: str) -> str:
    """Return a word that must be one of those known."""
    if not isinstance(value, str) or value not in known:
        raise DomainError(f"{where}: {key} is {value!r:.60}, which is none of {', '.join(known)}")
    return str(value)


def flag(row: Mapping[str, Any], key: str, where: str) -> bool:
    """Return whether a field is true; what is not there is false."""
    value = row.get(key)
    if value is not None and not isinstance(value, bool):
        raise DomainError(f"{where}: {key} must be true or false, not {value!r:.60}")
    return bool(value)


def text_or_none(row: Mapping[str, Any], key: str, where: str) -> str | None:
    """Return the words of a field, or None."""
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise DomainError(f"{where}: {key} must be a string or null, not {value!r:.60}")
    return value


def texts(row: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """Return the words of a list, empty where there is none."""
    value = row.get(key) or ()
    if (
        isinstance(value, str)
        or not isinstance(value, Sequence)
        or not all(isinstance(v, str) for v in value)
    ):
        raise DomainError(f"{where}: {key} must be a list of strings, not {value!r:.60}")
    return tuple(value)
