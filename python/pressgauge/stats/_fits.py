"""What fits of a whole series share: their column, quantities with an interval, and how they are shown."""

from __future__ import annotations

import math
from dataclasses import fields
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError, Interval
from pressgauge._core import stats as _stats
from pressgauge._estimate import Estimate
from pressgauge._numbers import numbers

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


class Fit:
    """A frozen dataclass of results, of which some are Estimates."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the results as plain Python: numbers, lists, and a dict for each Estimate."""
        return {each.name: _plain(getattr(self, each.name)) for each in fields(self)}  # type: ignore[arg-type]

    def _repr_html_(self) -> str:
        return f"<code>{escape(repr(self))}</code>"


def _plain(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return value.tolist()
    return value.to_dict() if hasattr(value, "to_dict") else value


def series(name: str, values: ArrayLike) -> NDArray[np.float64]:
    """Return numbers as a contiguous column."""
    given = numbers(name, values)
    if given.ndim != 1:
        raise DomainError(f"{name} has {given.ndim} dimensions, expected 1")
    return np.ascontiguousarray(given)


def quantity(
    value: float, low: float, high: float, *, confidence: float, method: str, flags: tuple[str, ...] = ()
) -> Estimate:
    """Return an exactly known estimate with its interval; a positive one of no known value where it is NaN."""
    if math.isnan(value):
        return Estimate(value, Interval(0, math.inf), None, None, "identified set", flags)
    at = Interval(value, value)
    if math.isnan(low) or math.isnan(high):
        return Estimate(value, at, None, None, "identified set", flags)
    return Estimate(value, at, Interval(low, high, high_open=math.isinf(high)), confidence, method, flags)


def positive(
    value: float, error: float, *, alpha: float, confidence: float, flags: tuple[str, ...] = ()
) -> Estimate:
    """Return a positive estimate with the normal interval of its logarithm."""
    ends = _stats.log_wald_interval(value, error, alpha)
    low, high = (math.nan, math.nan) if ends is None else (ends.low, ends.high)
    return quantity(value, low, high, confidence=confidence, method="wald, log", flags=flags)
