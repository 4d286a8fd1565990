"""Difference and ratio of two quantities from their own intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError, Interval
from pressgauge._core import stats as _stats
from pressgauge._core.stats import flag_names
from pressgauge._estimate import Estimate, Limits

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Column = NDArray[np.float64]


def difference_of_ratios(first: Estimate, second: Estimate) -> Estimate:
    """Difference of two independent quantities, from the interval of each.

    Parameters
    ----------
    first, second : Estimate
        Each with its interval, at the same confidence: ``rate``, ``injury_ratio``, ``proportion``, … of two events. Units
        or columns of one shape.

    Returns
    -------
    Estimate
        first - second. Its low end lies √((θ1 - l1)² + (u2 - θ2)²) below [1]_, so that each interval's own skewness
        counts.

    Raises
    ------
    DomainError
        One has no interval or is only bounded; their confidences differ.

    References
    ----------
    .. [1] Donner & Zou (2012), Stat. Methods Med. Res. 21:347-359.

    Examples
    --------
    >>> from pressgauge.stats import injury_ratio
    >>> difference_of_ratios(injury_ratio(60, 20), injury_ratio(30, 30))
    2.0 [0.7, 4.0] 95 % (mover)
    """
    one, low_1, high_1 = _parts("first", first)
    two, low_2, high_2 = _parts("second", second)
    value = one - two
    low = value - np.hypot(one - low_1, high_2 - two)
    high = value + np.hypot(high_1 - one, two - low_2)
    return _made(first, second, value, low, high)


def ratio_of_ratios(first: Estimate, second: Estimate) -> Estimate:
    """Ratio of two independent positive quantities, from the interval of each.

    Parameters
    ----------
    first, second : Estimate
        As in `difference_of_ratios`, of quantities >= 0.

    Returns
    -------
    Estimate
        first / second, its interval by the roots of Donner and Zou [1]_. Where the second may be 0 there is no high end,
        flag ``one_sided``; 0/0 is NaN within [0, ∞), flag ``undefined``.

    Raises
    ------
    DomainError
        As in `difference_of_ratios`; a quantity is negative.

    References
    ----------
    .. [1] Donner & Zou (2012), Stat. Methods Med. Res. 21:347-359: MOVER-R.

    Examples
    --------
    >>> from pressgauge.stats import injury_ratio
    >>> ratio_of_ratios(injury_ratio(40, 20), injury_ratio(30, 30))
    2.0 [1.0, 4.2] 95 % (mover)
    """
    one, low_1, high_1 = _parts("first", first)
    two, low_2, high_2 = _parts("second", second)
    for name, column in (("first", low_1), ("second", low_2)):
        if np.any(column < 0):
            raise DomainError(
                f"{name} reaches down to {column[column < 0][0]:g}, expected a quantity of at least 0"
            )
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        value = one / two
        low = _root(one, two, low_1, high_2, -1)
        high = _root(one, two, high_1, low_2, 1)
    low = np.where(np.isinf(high_2) | (low_1 == 0), 0.0, low)
    high = np.where(np.isinf(high_1) | (low_2 == 0), np.inf, high)
    return _made(first, second, value, low, high)


def _root(one: Column, two: Column, end_1: Column, end_2: Column, sign: int) -> Column:
    """Return the end of the ratio where both quantities move to theirs."""
    product = one * two
    below = end_2 * (2 * two - end_2)
    spread = np.sqrt(np.maximum(product**2 - end_1 * (2 * one - end_1) * below, 0))
    # (a ± s) / b = c / (a ∓ s), of which the one that adds loses nothing.
    if sign > 0:
        made: Column = (product + spread) / below
        return np.where(below > 0, made, np.inf)
    return np.asarray(end_1 * (2 * one - end_1) / (product + spread))


def _parts(name: str, estimate: Estimate) -> tuple[Column, Column, Column]:
    if estimate.interval is None or estimate.estimate is None:
        what = "no interval" if estimate.interval is None else f"only bounds, {estimate.identified}"
        raise DomainError(f"{name} has {what}: expected an estimate with its interval")
    return (
        np.atleast_1d(np.asarray(estimate.estimate, dtype=np.float64)),
        np.atleast_1d(np.asarray(estimate.interval.low, dtype=np.float64)),
        np.atleast_1d(np.asarray(estimate.interval.high, dtype=np.float64)),
    )


def _made(first: Estimate, second: Estimate, value: Any, low: Any, high: Any) -> Estimate:
    if first.confidence != second.confidence:
        raise DomainError(
            f"first is at confidence {first.confidence}, second at {second.confidence}: expected the same"
        )
    undefined = np.isnan(value)
    flags = np.where(undefined, int(_stats.Flag.undefined), 0) | np.where(
        np.isinf(high), int(_stats.Flag.one_sided), 0
    )
    if isinstance(first.estimate, np.ndarray) or isinstance(second.estimate, np.ndarray):
        limits = Limits(low, high)
        return Estimate(
            value, Limits(value, value), limits, first.confidence, "mover", flags.astype(np.uint32)
        )
    number = float(value[0])
    ends = (float(low[0]), float(high[0]))
    known = Interval(number, number) if np.isfinite(number) else Interval(-np.inf, np.inf)
    interval = Interval(*ends, low_open=bool(np.isinf(ends[0])), high_open=bool(np.isinf(ends[1])))
    return Estimate(number, known, interval, first.confidence, "mover", tuple(flag_names(int(flags[0]))))
