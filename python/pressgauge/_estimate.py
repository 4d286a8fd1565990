"""The result of every function of `pressgauge.stats`."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from pressgauge._core import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray


class Limits(NamedTuple):
    """The ends of a column of intervals, both included."""

    low: NDArray[np.float64]
    high: NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False)
class Estimate:
    """One quantity, or a column of them: first what the reports allow, then what sampling adds.

    ``low, high = estimate`` unpacks `interval` where there is one, else `identified`.

    Attributes
    ----------
    estimate : float, ndarray of float64 or None
        None where the reports only bound the quantity; NaN where a count is missing, or for 0/0.
    identified : Interval or Limits
        What the reports allow.
    interval : Interval, Limits or None
        With sampling; None where there is no sampling model.
    confidence : float or None
        Of `interval`.
    method : str
        Of `interval`; ``"identified set"`` where there is none. It ends in ``"union"`` where the
        interval holds those of all counts that the reports allow.
    flags : tuple of str, or ndarray of uint32
        Names of `Flag`; for a column their bits: ``estimate.flags & Flag.missing``.
    """

    estimate: float | NDArray[np.float64] | None
    identified: Interval | Limits
    interval: Interval | Limits | None
    confidence: float | None
    method: str
    flags: tuple[str, ...] | NDArray[np.uint32]

    @property
    def low(self) -> float | NDArray[np.float64]:
        """Low end of `interval`, else of `identified`."""
        return _reported(self).low

    @property
    def high(self) -> float | NDArray[np.float64]:
        """High end of `interval`, else of `identified`."""
        return _reported(self).high

    def __iter__(self) -> Iterator[float | NDArray[np.float64]]:
        return iter((self.low, self.high))

    def __repr__(self) -> str:
        if isinstance(self.estimate, np.ndarray):
            return _column_text(self.estimate, self)
        if not isinstance(self.interval, Interval):
            return f"{_known_text(self)} {_source_text(self)}"
        spec = _spec(self.interval)
        known = f"{_known_text(self)} →" if self.estimate is None else _number_text(self.estimate, spec)
        return f"{known} {_interval_text(self.interval, spec)} {_source_text(self)}"


def _reported(estimate: Estimate) -> Interval | Limits:
    return estimate.identified if estimate.interval is None else estimate.interval


def _spec(interval: Interval) -> str:
    """Format of numbers that shows two digits of the width of an interval."""
    width = interval.high - interval.low
    if not 0 < width < math.inf:
        return ".4g"
    return f".{max(0, 1 - math.floor(math.log10(width)))}f"


def _number_text(value: float, spec: str = ".4g") -> str:
    return format(value, spec).replace("inf", "∞")


def _interval_text(interval: Interval, spec: str = ".4g") -> str:
    ends = f"{_number_text(interval.low, spec)}, {_number_text(interval.high, spec)}"
    return f"{'(' if interval.low_open else '['}{ends}{')' if interval.high_open else ']'}"


def _known_text(estimate: Estimate) -> str:
    if estimate.estimate is None and isinstance(estimate.identified, Interval):
        return _interval_text(estimate.identified)
    return _number_text(float(estimate.estimate or 0))


def _column_text(values: NDArray[np.float64], estimate: Estimate) -> str:
    numbers = values[~np.isnan(values)]
    ends = f", {_number_text(numbers.min())} to {_number_text(numbers.max())}" if numbers.size else ""
    return f"{values.size} estimates{ends}, {_source_text(estimate)}"


def _source_text(estimate: Estimate) -> str:
    flags = estimate.flags if isinstance(estimate.flags, tuple) else ()
    source = f"({', '.join((estimate.method, *flags))})"
    if estimate.confidence is None:
        return source
    percent = (Decimal(str(estimate.confidence)) * 100).normalize()
    return f"{percent:f} % {source}"
