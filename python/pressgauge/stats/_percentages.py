"""Reported percentages: which counts they can stand for."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

import numpy as np

from pressgauge._core import DomainError, Interval
from pressgauge._core import stats as _stats
from pressgauge._core.stats import flag_names
from pressgauge._estimate import Estimate, Limits
from pressgauge.stats._calls import broadcast, converted

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

METHOD = "counts of a percentage"


def percent_to_counts(percent: ArrayLike | str, nobs: ArrayLike, *, decimals: int | None = None) -> Estimate:
    """Return the whole numbers of `nobs` that round to a reported percentage.

    Parameters
    ----------
    percent : float, str or (n,) array_like of float
        As reported, in [0, 100]: ``"3.50"`` has two decimals, ``3.5`` has one.
    nobs : float or (n,) array_like of float
        What it is a percentage of, whole numbers > 0.
    decimals : int, optional
        Of the percentage; needed for arrays, whose numbers don't show it.

    Returns
    -------
    Estimate
        `identified` holds the first and the last count [units], halves taken as rounded either way; `estimate` is the
        count where there is only one. Where there is none [1]_ it holds the whole numbers around, flag
        ``inconsistent``: the percentage and its total don't belong together, or one is misreported. There is no
        sampling in it.

    Raises
    ------
    DomainError
        Sizes differ; a percentage is outside [0, 100] or has more decimals than given; a total is no whole number;
        decimals are missing for an array.

    References
    ----------
    .. [1] Brown & Heathers (2017), Soc. Psychol. Personal. Sci. 8:363-369: the GRIM test.

    Examples
    --------
    >>> percent_to_counts("3.5", 1567)
    55 (counts of a percentage)
    >>> percent_to_counts(63, 9).flags
    ('inconsistent',)
    """
    values, decimals = _values(percent, decimals)
    columns = broadcast([("percent", values), ("nobs", converted(nobs))])
    done = _stats.percent_counts(columns[0].ravel(), columns[1].ravel(), decimals)
    if not (isinstance(values, np.ndarray) or np.ndim(nobs)):
        return _unit(done)
    shape = columns[0].shape
    limits = Limits(done.low.reshape(shape), done.high.reshape(shape))
    return Estimate(done.estimate.reshape(shape), limits, None, None, METHOD, done.flags.reshape(shape))


def grim_check(
    percent: ArrayLike | str, nobs: ArrayLike, *, decimals: int | None = None
) -> bool | NDArray[np.bool_]:
    """Check whether some whole number of `nobs` rounds to a reported percentage.

    Parameters
    ----------
    percent, nobs, decimals
        As in `percent_to_counts`.

    Returns
    -------
    bool or (n,) ndarray of bool
        False where no count gives the percentage [1]_; True where a number is missing, for nothing speaks against it.

    Raises
    ------
    DomainError
        As in `percent_to_counts`.

    References
    ----------
    .. [1] Brown & Heathers (2017), Soc. Psychol. Personal. Sci. 8:363-369.

    Examples
    --------
    >>> grim_check("63", 9), grim_check("67", 9)
    (False, True)
    """
    flags = percent_to_counts(percent, nobs, decimals=decimals).flags
    if isinstance(flags, tuple):
        return "inconsistent" not in flags
    return np.asarray((flags & np.uint32(_stats.Flag.inconsistent)) == 0)


def _values(percent: ArrayLike | str, decimals: int | None) -> tuple[float | NDArray[np.float64], int]:
    if isinstance(percent, str):
        try:
            told = Decimal(percent)
        except InvalidOperation:
            raise DomainError(f"percent is {percent!r:.60}, expected a number") from None
        return float(told), _decimals(told) if decimals is None else decimals
    values = converted(percent)
    if isinstance(values, Interval):
        raise TypeError("percent is an Interval: give a number as it was reported")
    if decimals is not None:
        return values, decimals
    if isinstance(values, np.ndarray):
        raise DomainError(
            "decimals is None, expected the number of decimals: an array of numbers doesn't show it"
        )
    return values, 0 if np.isnan(values) else _decimals(Decimal(str(values)).normalize())


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _unit(done: _stats.Estimates) -> Estimate:
    low, high = float(done.low[0]), float(done.high[0])
    known = not np.isnan(low)
    value = float(done.estimate[0])
    return Estimate(
        None if known and np.isnan(value) else value,
        Interval(low, high) if known else Interval(0, float("inf")),
        None,
        None,
        METHOD,
        tuple(flag_names(int(done.flags[0]))),
    )
