"""Difference and ratio of two quantities from their own intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError
from pressgauge._core import stats as _stats
from pressgauge._estimate import Estimate
from pressgauge._given import expect
from pressgauge.stats._calls import broadcast, of_column, of_first

if TYPE_CHECKING:
    from collections.abc import Callable


METHOD = "mover"


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
    return _evaluated(_stats.mover_difference, first, second)


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
    return _evaluated(_stats.mover_ratio, first, second)


def _evaluated(function: Callable[..., _stats.Estimates], first: Estimate, second: Estimate) -> Estimate:
    parts = (*_parts("first", first), *_parts("second", second))
    if first.confidence != second.confidence:
        raise DomainError(
            f"first is at confidence {first.confidence}, second at {second.confidence}: expected the same"
        )
    confidence = first.confidence or 0.0
    columns = broadcast(list(parts))
    done = function(*(column.ravel() for column in columns))
    if any(isinstance(value, np.ndarray) for _, value in parts):
        return of_column(done, columns[0].shape, METHOD, confidence)
    return of_first(done, METHOD, confidence)


def _parts(name: str, estimate: Estimate) -> tuple[tuple[str, Any], ...]:
    expect(estimate, Estimate, name)
    if estimate.interval is None or estimate.estimate is None:
        what = "no interval" if estimate.interval is None else f"only bounds, {estimate.identified}"
        raise DomainError(f"{name} has {what}: expected an estimate with its interval")
    ends = estimate.interval
    return (name, estimate.estimate), (name, ends.low), (name, ends.high)
