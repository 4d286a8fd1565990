"""From counts as users hold them to the core's columns, and its results back."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Protocol, TypeAlias, overload

import numpy as np

from pressgauge._core import DomainError, Interval
from pressgauge._core import stats as _stats
from pressgauge._estimate import Estimate, Limits

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

Reported: TypeAlias = "float | Interval"
Counts: TypeAlias = "ArrayLike | Interval"


class Quantity(Protocol):
    """A function of two counts in the core."""

    @overload
    def __call__(
        self, a: NDArray[np.float64], b: NDArray[np.float64], /, *, method: str, alpha: float
    ) -> _stats.Estimates: ...
    @overload
    def __call__(self, a: Reported, b: Reported, /, *, method: str, alpha: float) -> _stats.Estimate: ...


def evaluate(
    quantity: Quantity,
    first: tuple[str, Counts],
    second: tuple[str, Counts],
    *,
    method: str,
    confidence: float,
    alpha: float | None,
) -> Estimate:
    """Call `quantity` on two counts, each under the name that its messages give it."""
    confidence, alpha = _level(confidence, alpha)
    a, b = _converted(first), _converted(second)
    if not (isinstance(a, np.ndarray) or isinstance(b, np.ndarray)):
        return of_unit(quantity(a, b, method=method, alpha=alpha), confidence)
    left, right = _broadcast((first[0], a), (second[0], b))
    done = quantity(left.ravel(), right.ravel(), method=method, alpha=alpha)
    return _of_column(done, left.shape, method, confidence)


def _level(confidence: float, alpha: float | None) -> tuple[float, float]:
    # 1 - 0.9999 is not 1/10,000 in binary: the subtraction is done on the decimals.
    if alpha is not None:
        return float(1 - Decimal(str(alpha))), float(alpha)
    if not 0 < confidence < 1:
        raise DomainError(f"confidence is {confidence}, expected a number between 0 and 1, both excluded")
    return float(confidence), float(1 - Decimal(str(confidence)))


def _converted(named: tuple[str, Counts]) -> Reported | NDArray[np.float64]:
    if isinstance(named[1], Interval):
        return named[1]
    values = np.asarray(named[1], dtype=np.float64)
    return values if values.ndim else float(values)


def _broadcast(
    first: tuple[str, Reported | NDArray[np.float64]], second: tuple[str, Reported | NDArray[np.float64]]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    (first_name, a), (second_name, b) = first, second
    if isinstance(a, Interval) or isinstance(b, Interval):
        name, other = (first_name, second_name) if isinstance(a, Interval) else (second_name, first_name)
        raise TypeError(f"{name} is an Interval and {other} an array: give Intervals one unit at a time")
    try:
        left, right = np.broadcast_arrays(a, b)
    except ValueError:
        sizes = f"{first_name} has {_size(a)} entries, {second_name} has {_size(b)}"
        raise DomainError(sizes) from None
    return np.ascontiguousarray(left), np.ascontiguousarray(right)


def _size(values: float | NDArray[np.float64]) -> str:
    return " x ".join(str(n) for n in np.shape(values))


def of_unit(done: _stats.Estimate, confidence: float | None = None) -> Estimate:
    """Return the core's result as the public one, with the confidence that was asked for."""
    return Estimate(
        done.estimate,
        done.identified,
        done.interval,
        None if done.interval is None else confidence,
        done.method,
        tuple(done.flags),
    )


def _of_column(done: _stats.Estimates, shape: tuple[int, ...], method: str, confidence: float) -> Estimate:
    estimate = done.estimate.reshape(shape)
    return Estimate(
        estimate,
        Limits(estimate, estimate),
        Limits(done.low.reshape(shape), done.high.reshape(shape)),
        confidence,
        method,
        done.flags.reshape(shape),
    )
