"""Between what the core takes or hands over and plain data."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import asdict, is_dataclass
from typing import Any

from pressgauge._core import Interval
from pressgauge._given import whole_text

_ENDS = ("low", "high", "low_open", "high_open")


def plain_form(value: Any) -> Any:
    """Return data of the core as JSON writes it: intervals as dictionaries, unbounded ends null."""
    if isinstance(value, Interval):
        return {name: _finite(getattr(value, name)) for name in _ENDS}
    if isinstance(value, dict):
        return {key: plain_form(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain_form(each) for each in value]
    return _finite(value)


def core_form(value: Any) -> Any:
    """Return plain data, or fields of the public classes, as the core takes it."""
    if isinstance(value, dict) and set(value) == set(_ENDS):
        low = -math.inf if value["low"] is None else value["low"]
        high = math.inf if value["high"] is None else value["high"]
        return Interval(low, high, value["low_open"], value["high_open"])
    if isinstance(value, dict):
        return {key: core_form(each) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return core_form(asdict(value))
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [core_form(each) for each in value]
    return str(value) if isinstance(value, str) else value


def utf8(text: str | bytes) -> str | bytes:
    """Return a text that the core can take, or say what is wrong with it."""
    if isinstance(text, bytes):
        return text
    if not isinstance(text, str):
        raise TypeError(f"text must be str or bytes, not {type(text).__name__}")
    whole_text(text, "text")
    return text


def _finite(value: Any) -> Any:
    return None if isinstance(value, float) and not math.isfinite(value) else value
