"""From numbers as users hold them to the core's columns, and its results back."""

from __future__ import annotations

import math
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from pressgauge._core import DomainError, Interval
from pressgauge._core.stats import flag_names
from pressgauge._estimate import Estimate, Limits
from pressgauge._numbers import number, numbers
from pressgauge.stats._results import TestResult

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import ArrayLike, NDArray

    from pressgauge._core import stats as _stats

Reported: TypeAlias = "float | Interval"
Counts: TypeAlias = "ArrayLike | Interval"
Named: TypeAlias = "tuple[str, Counts]"


def evaluate(
    quantity: Callable[..., Any],
    *inputs: Named,
    method: str,
    confidence: float,
    alpha: float | None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> Estimate:
    """Call a quantity of the core on its inputs, each under the name that its messages give it.

    Numbers and Intervals are one unit; arrays are broadcast, and give an Estimate of their shape.
    """
    confidence, alpha = level(confidence, alpha)
    options = {"method": method, "alpha": alpha, "alternative": alternative, "threads": threads}
    values = [converted(value) for _, value in inputs]
    if not any(isinstance(value, np.ndarray) for value in values):
        return of_unit(quantity(*values, **options), confidence)
    columns = broadcast([(name, value) for (name, _), value in zip(inputs, values, strict=True)])
    done = quantity(*(column.ravel() for column in columns), **options)
    return of_column(done, columns[0].shape, method, confidence)


def level(confidence: float, alpha: float | None) -> tuple[float, float]:
    """Return confidence and alpha, of which either may be given."""
    return _level(number("confidence", confidence), None if alpha is None else number("alpha", alpha))


@lru_cache(maxsize=64)
def _level(confidence: float, alpha: float | None) -> tuple[float, float]:
    # 1 - 0.9999 is not 1/10,000 in binary: the subtraction is done on the decimals.
    if alpha is not None:
        return float(1 - Decimal(str(alpha))), alpha
    if not 0 < confidence < 1:
        raise DomainError(f"confidence is {confidence:g}, expected a number between 0 and 1, both excluded")
    return confidence, float(1 - Decimal(str(confidence)))


def converted(value: Counts) -> Reported | NDArray[np.float64]:
    """Return a number or an Interval as it is, and all else as an array of float64."""
    if isinstance(value, (Interval, float)):
        return value
    if type(value) is int:
        return number("a count", value)
    refuse_results(value)
    values = numbers("a count", value)
    return values if values.ndim else float(values)


def refuse_results(value: object) -> None:
    """Say what to give in the place of an estimate or a count of a reading.

    Raises
    ------
    TypeError
        The value is one of them.
    """
    if isinstance(value, Estimate):
        raise TypeError(f"an Estimate is no number: give its `identified` or its `interval`, not {value!r}")
    if isinstance(getattr(value, "interval", None), Interval):
        raise TypeError(f"a {type(value).__name__} is no number: give its `interval`, not {value}")


def broadcast(named: list[tuple[str, Reported | NDArray[np.float64]]]) -> list[NDArray[np.float64]]:
    """Return arrays of one shape, contiguous."""
    for name, value in named:
        if isinstance(value, Interval):
            other = next((n for n, v in named if isinstance(v, np.ndarray)), None)
            if other is None:
                raise TypeError(f"{name} is an Interval, expected numbers")
            raise TypeError(f"{name} is an Interval and {other} an array: give Intervals one unit at a time")
    shapes = {value.shape for _, value in named if isinstance(value, np.ndarray)}
    if len(shapes) == 1 and all(isinstance(value, np.ndarray) for _, value in named):
        return [np.ascontiguousarray(value, dtype=np.float64) for _, value in named]
    try:
        same = np.broadcast_arrays(*(value for _, value in named))  # type: ignore[arg-type]
    except ValueError:
        sizes = [f"{name} has {_size(value)}" for name, value in named]  # type: ignore[arg-type]
        raise DomainError(", ".join([f"{sizes[0]} entries", *sizes[1:]])) from None
    return [np.ascontiguousarray(values, dtype=np.float64) for values in same]


def _size(values: float | NDArray[np.float64]) -> str:
    return " x ".join(str(n) for n in np.shape(values)) or "1"


def of_unit(done: _stats.Estimate, confidence: float | None = None) -> Estimate:
    """Return the core's result as the public one, with the confidence that was asked for."""
    interval = done.interval
    return Estimate(
        done.estimate,
        done.identified,
        interval,
        None if interval is None else confidence,
        done.method,
        tuple(done.flags),
    )


def of_column(done: _stats.Estimates, shape: tuple[int, ...], method: str, confidence: float) -> Estimate:
    """Return the core's columns as the public result, in the shape of the inputs."""
    estimate = done.estimate.reshape(shape)
    return Estimate(
        estimate,
        Limits(estimate, estimate),
        Limits(done.low.reshape(shape), done.high.reshape(shape)),
        confidence,
        method,
        done.flags.reshape(shape),
    )


def of_first(done: _stats.Estimates, method: str, confidence: float) -> Estimate:
    """Return the only row of the core's columns as one unit."""
    value, low, high = float(done.estimate[0]), float(done.low[0]), float(done.high[0])
    known = Interval(value, value) if math.isfinite(value) else Interval(-math.inf, math.inf)
    interval = None
    if not (math.isnan(low) or math.isnan(high)):
        interval = Interval(low, high, low_open=math.isinf(low), high_open=math.isinf(high))
    return Estimate(value, known, interval, confidence, method, tuple(flag_names(int(done.flags[0]))))


def tested(
    function: Callable[..., _stats.Tests], *inputs: Named, method: str, alternative: str, threads: int
) -> TestResult:
    """Call a test of the core on its inputs: numbers are one unit, arrays are broadcast."""
    values = [(name, converted(value)) for name, value in inputs]
    for name, value in values:
        if isinstance(value, Interval):
            raise TypeError(f"{name} is an Interval: a test takes numbers only")
    columns = broadcast(values)
    done = function(
        *(column.ravel() for column in columns), method=method, alternative=alternative, threads=threads
    )
    if any(isinstance(value, np.ndarray) for _, value in values):
        shape = columns[0].shape
        pvalue, flags = done.pvalue.reshape(shape), done.flags.reshape(shape)
        return TestResult(done.statistic.reshape(shape), pvalue, method, alternative, flags)
    names = tuple(flag_names(int(done.flags[0])))
    return TestResult(float(done.statistic[0]), float(done.pvalue[0]), method, alternative, names)
