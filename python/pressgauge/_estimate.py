"""The result of every function of `pressgauge.stats`."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from pressgauge._core import Interval
from pressgauge._core.stats import flag_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from pressgauge._parts import Part


MOST_ROWS = 20
"""Of a column that a notebook shows."""


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

    @property
    def reporting_width(self) -> float | NDArray[np.float64]:
        """How much of the width of the interval is what the reports leave open."""
        return self.identified.high - self.identified.low

    @property
    def sampling_width(self) -> float | NDArray[np.float64]:
        """How much of it sampling adds; 0 without a sampling model."""
        if self.interval is None:
            return 0.0
        return (self.interval.high - self.interval.low) - self.reporting_width

    def __iter__(self) -> Iterator[float | NDArray[np.float64]]:
        return iter((self.low, self.high))

    def to_dict(self) -> dict[str, Any]:
        """Return the numbers as plain Python: floats, lists of them for a column, None where there is none."""
        interval = self.interval
        names: tuple[str, ...] | list[tuple[str, ...]]
        if isinstance(self.flags, tuple):
            names = self.flags
        else:
            names = [tuple(flag_names(int(bits))) for bits in self.flags.ravel()]
        return {
            "estimate": _plain(self.estimate),
            "low": None if interval is None else _plain(interval.low),
            "high": None if interval is None else _plain(interval.high),
            "identified_low": _plain(self.identified.low),
            "identified_high": _plain(self.identified.high),
            "confidence": self.confidence,
            "method": self.method,
            "flags": names,
        }

    def to_pandas(self) -> Any:
        """Return a DataFrame, a row for each unit. Needs pandas."""
        from pressgauge._optional import optional

        pandas = optional("pandas", "tables")
        columns = {
            name: np.ravel(value) if isinstance(value, list) and name != "flags" else value
            for name, value in self.to_dict().items()
        }
        if isinstance(self.estimate, np.ndarray):
            return pandas.DataFrame(columns)
        return pandas.DataFrame([columns])

    def _part(self) -> Part:
        """Return what a notebook shows: where the width of one comes from, or the first of a column."""
        from pressgauge._parts import Part

        if isinstance(self.estimate, np.ndarray):
            more = self.estimate.size - MOST_ROWS
            title = "Estimates" + (f": the first {MOST_ROWS}, and {more:,} more rows" if more > 0 else "")
            rows = _rows(self, MOST_ROWS)
            return Part(title, ("#", "estimate", "interval", "flags"), rows, frozenset({"#"}))
        interval = self.interval
        told = (
            ("estimate", "" if self.estimate is None else _number_text(float(self.estimate))),
            ("what the reports allow", ends_text(self.identified)),
            ("its width: left open by the reports", _number_text(float(self.reporting_width))),
            ("with sampling", "none" if interval is None else ends_text(interval)),
            ("its width: added by sampling", _number_text(float(self.sampling_width))),
            ("method", _source_text(self)),
        )
        return Part("Estimate", ("of", "value"), told)

    def _repr_html_(self) -> str:
        from pressgauge._html import tables_fragment

        return tables_fragment(str(self), [self._part()])

    def __repr__(self) -> str:
        if isinstance(self.estimate, np.ndarray):
            return _column_text(self.estimate, self)
        if not isinstance(self.interval, Interval):
            return f"{_known_text(self)} {_source_text(self)}"
        spec = _spec(self.interval)
        known = f"{_known_text(self)} →" if self.estimate is None else _number_text(self.estimate, spec)
        return f"{known} {_interval_text(self.interval, spec)} {_source_text(self)}"


def _plain(value: Any) -> Any:
    return value.tolist() if isinstance(value, np.ndarray) else value


def ends_text(ends: Interval | Limits) -> str:
    """Return an interval as words: a number where it is one."""
    if isinstance(ends, Interval) and ends.low < ends.high:
        return _interval_text(ends)
    return _number_text(float(ends.low))


def _rows(estimate: Estimate, most: int) -> tuple[tuple[str, ...], ...]:
    """Return a column's first units as words, each with the digits that its interval bears."""
    ends = _reported(estimate)
    parts: tuple[Any, ...] = (estimate.estimate, ends.low, ends.high, estimate.flags)
    columns = (np.ravel(part)[:most] for part in parts)
    rows = []
    for i, (value, low, high, bits) in enumerate(zip(*columns, strict=True)):
        interval = (
            None if math.isnan(low) or math.isnan(high) else Interval(low, high, high_open=math.isinf(high))
        )
        spec = ".4g" if interval is None else _spec(interval)
        told = "" if interval is None else _interval_text(interval, spec)
        rows.append((str(i), _number_text(float(value), spec), told, ", ".join(flag_names(int(bits)))))
    return tuple(rows)


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
