"""Indices of votes and seats: parties counted, disproportionality, volatility."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError, Interval
from pressgauge._core import stats as _stats
from pressgauge._estimate import Estimate, Limits
from pressgauge._given import expect
from pressgauge._numbers import number, numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from numpy.typing import ArrayLike, NDArray

    Votes: TypeAlias = "ArrayLike | Sequence[float | Interval]"


def effective_parties(votes: Votes, index: str = "laakso_taagepera", *, threads: int = 1) -> Estimate:
    """Effective number of parties: how many of equal size would be as fragmented.

    Parameters
    ----------
    votes : (k,) or (..., k) array_like of float, or (k,) list with Intervals
        Votes or seats of each party, >= 0, in any unit: counts, shares or percent. A row is an election. A party with
        0 changes nothing. NaN where not reported. Intervals for what reports only bound: of one election, with
        ``"laakso_taagepera"``, not with the other indices; real numbers are meant, and any turnout.
    index : str
        With p the shares and m the largest of them: ``"laakso_taagepera"`` (aliases ``"enp"``, ``"simpson"``),
        1 / Σ p² [1]_; ``"golosov"``, Σ p / (p + m² - p²) [2]_; ``"molinar"``, 1 + (Σ p² - m²) / (Σ p²)² [3]_;
        ``"entropy"`` (alias ``"shannon"``), exp(-Σ p log p) [1]_; ``"berger_parker"`` (alias ``"largest"``),
        1 / m [4]_.
    threads : int
        That share the rows; the result is the same for any number.

    Returns
    -------
    Estimate
        Of one election, or of the shape of all axes but the last. In [1, k] [parties]; there is no sampling, so no
        interval; `identified` is what bounded votes allow [5]_. NaN and flag ``missing`` where a vote is NaN, NaN and flag ``undefined`` without any vote.

    Raises
    ------
    DomainError
        A value is negative or infinite; there is no party; an unknown index.

    Notes
    -----
    "Others" lumped into one party lower the number: give the parties apart, or drop them, and say which.

    References
    ----------
    .. [1] Laakso & Taagepera (1979), Comp. Polit. Stud. 12:3-27.
    .. [2] Golosov (2010), Party Polit. 16:171-192.
    .. [3] Molinar (1991), Am. Polit. Sci. Rev. 85:1383-1391.
    .. [4] Taagepera (1999), Elect. Stud. 18:497-504.
    .. [5] Manski (2003), Partial Identification of Probability Distributions, ch. 1.

    Examples
    --------
    >>> effective_parties([50, 25, 25])
    2.667 (laakso_taagepera)
    >>> effective_parties([[50, 50, 0], [40, 30, 30]], index="golosov").estimate.round(3)
    array([2.   , 2.622])
    >>> effective_parties([Interval(40, 60), 40])
    [1.923, 2] (laakso_taagepera)
    """
    expect(index, str, "index")
    known = _concentration(votes) if index in ("laakso_taagepera", "enp", "simpson") else None
    if known is not None:
        return _bounds(known, lambda hhi: 1 / hhi, index, Interval(1, math.inf, high_open=True))
    values = _table("votes", votes)
    done = _stats.effective_parties(values[0], index=index, threads=threads)
    return _estimate(done, values[1], index, Interval(1, math.inf, high_open=True))


def concentration(votes: Votes, *, threads: int = 1) -> Estimate:
    """Herfindahl-Hirschman index: the chance that two voters, drawn with return, chose the same party.

    Parameters
    ----------
    votes, threads
        As in `effective_parties`.

    Returns
    -------
    Estimate
        Σ p² in [1/k, 1] [1]. Economists' 10,000-point scale is 10,000 times that.

    Raises
    ------
    DomainError
        As in `effective_parties`.

    References
    ----------
    .. [1] Hirschman (1964), Am. Econ. Rev. 54:761-762.

    Examples
    --------
    >>> concentration([50, 25, 25]).estimate
    0.375
    """
    known = _concentration(votes)
    if known is not None:
        return _bounds(known, lambda hhi: hhi, "herfindahl_hirschman", Interval(0, 1))
    return _of_votes(_stats.concentration, "herfindahl_hirschman", votes, threads)


def fractionalization(votes: Votes, *, threads: int = 1) -> Estimate:
    """Rae's fractionalization: the chance that two voters chose different parties.

    Parameters
    ----------
    votes, threads
        As in `effective_parties`.

    Returns
    -------
    Estimate
        1 - Σ p² in [0, 1) [1].

    Raises
    ------
    DomainError
        As in `effective_parties`.

    References
    ----------
    .. [1] Rae (1967), The Political Consequences of Electoral Laws, ch. 3.

    Examples
    --------
    >>> fractionalization([50, 25, 25]).estimate
    0.625
    """
    known = _concentration(votes)
    if known is not None:
        return _bounds(known, lambda hhi: 1 - hhi, "rae", Interval(0, 1))
    return _of_votes(_stats.fractionalization, "rae", votes, threads)


def shannon_entropy(votes: ArrayLike, *, threads: int = 1) -> Estimate:
    """Entropy of the shares of the parties.

    Parameters
    ----------
    votes, threads
        As in `effective_parties`.

    Returns
    -------
    Estimate
        -Σ p log p in [0, log k] [nats].

    Raises
    ------
    DomainError
        As in `effective_parties`.

    References
    ----------
    .. [1] Shannon (1948), Bell Syst. Tech. J. 27:379-423.

    Examples
    --------
    >>> shannon_entropy([50, 50]).estimate
    0.6931471805599453
    """
    return _of_votes(_stats.shannon_entropy, "shannon", votes, threads)


def disproportionality(
    votes: ArrayLike, seats: ArrayLike, index: str = "gallagher", *, threads: int = 1
) -> Estimate:
    """How far the shares of seats are from the shares of votes.

    Parameters
    ----------
    votes, seats : (k,) or (..., k) array_like of float
        Of the same parties, >= 0, in any unit. A row is an election. NaN where not reported.
    index : str
        With v and s the shares: ``"gallagher"`` (alias ``"lsq"``), 100 √(Σ (v - s)² / 2) [1]_; ``"loosemore_hanby"``,
        100 Σ abs(v - s) / 2 [2]_; ``"rae"``, 100 Σ abs(v - s) / k, k the parties with votes or seats [3]_;
        ``"lijphart"``, 100 max abs(v - s) [4]_; ``"sainte_lague"``, Σ (s - v)² / v [1]_; ``"dhondt"``, max s / v [1]_.
    threads : int
        That share the rows; the result is the same for any number.

    Returns
    -------
    Estimate
        Percentage points in [0, 100]; of ``"sainte_lague"``, in [0, ∞], and ``"dhondt"``, in [1, ∞], dimensionless
        [1], ∞ and flag ``undefined`` where a party without votes has seats. NaN and flags as in `effective_parties`.

    Raises
    ------
    DomainError
        Shapes differ; a value is negative or infinite; there is no party; an unknown index.

    Notes
    -----
    Rae's index as published leaves parties below 0.5 % out, and falls with every small party that is counted; leave
    them out yourself. Some print the Sainte-Laguë index 100 times as large. Lumped "others" distort all of them [5]_.

    References
    ----------
    .. [1] Gallagher (1991), Elect. Stud. 10:33-51.
    .. [2] Loosemore & Hanby (1971), Brit. J. Polit. Sci. 1:467-477.
    .. [3] Rae (1967), The Political Consequences of Electoral Laws, ch. 4.
    .. [4] Lijphart (1994), Electoral Systems and Party Systems, ch. 3.
    .. [5] Gallagher & Mitchell (2005), The Politics of Electoral Systems, appendix B.

    Examples
    --------
    >>> disproportionality([50, 30, 20], [6, 3, 1])
    10 (gallagher)
    >>> disproportionality([50, 30, 20], [6, 3, 1], index="dhondt").estimate
    1.2
    """
    shares, shape = _table("votes", votes)
    other, other_shape = _table("seats", seats)
    _same("votes", shape, "seats", other_shape)
    done = _stats.disproportionality(shares, other, index=index, threads=threads)
    return _estimate(done, shape, index, Interval(0, math.inf, high_open=True))


def volatility(earlier: ArrayLike, later: ArrayLike, *, threads: int = 1) -> Estimate:
    """Pedersen's volatility: the share of votes that moved, net, from one election to the next.

    Parameters
    ----------
    earlier, later : (k,) or (..., k) array_like of float
        Votes of the same parties in two elections, >= 0, in any unit; 0 for a party that didn't stand.
    threads : int
        That share the rows; the result is the same for any number.

    Returns
    -------
    Estimate
        100 Σ abs(p - q) / 2 in [0, 100] [percentage points]. NaN and flags as in `effective_parties`.

    Raises
    ------
    DomainError
        Shapes differ; a value is negative or infinite; there is no party.

    Notes
    -----
    Net changes only: voters who swap places aren't seen. Splits, mergers and new names have to be matched by hand, and
    the index depends on how.

    References
    ----------
    .. [1] Pedersen (1979), Eur. J. Polit. Res. 7:1-26.

    Examples
    --------
    >>> volatility([50, 50, 0], [40, 40, 20])
    20 (pedersen)
    """
    before, shape = _table("earlier", earlier)
    after, other_shape = _table("later", later)
    _same("earlier", shape, "later", other_shape)
    done = _stats.volatility(before, after, threads=threads)
    return _estimate(done, shape, "pedersen", Interval(0, 100))


def _concentration(votes: Votes) -> _stats.Estimate | None:
    """Return what bounded votes allow; None where all are numbers."""
    if not isinstance(votes, (list, tuple)) or not any(isinstance(each, Interval) for each in votes):
        return None
    return _stats.concentration(
        [each if isinstance(each, Interval) else number("a vote", each) for each in votes]
    )


def _bounds(
    known: _stats.Estimate, quantity: Callable[[float], float], method: str, within: Interval
) -> Estimate:
    """Return a quantity that moves one way with the concentration, over all that bounded votes allow."""
    flags = tuple(known.flags)
    if flags:
        return Estimate(math.nan, within, None, None, method, flags)
    ends = known.identified
    (low, low_open), (high, high_open) = sorted(
        [(quantity(ends.low), ends.low_open), (quantity(ends.high), ends.high_open)]
    )
    exact = low == high
    allowed = Interval(low, high, low_open=low_open and not exact, high_open=high_open and not exact)
    return Estimate(low if exact else None, allowed, None, None, method, ())


def _of_votes(quantity: Callable[..., _stats.Indices], name: str, votes: Votes, threads: int) -> Estimate:
    values, shape = _table("votes", votes)
    return _estimate(quantity(values, threads=threads), shape, name, Interval(0, math.inf, high_open=True))


def _table(name: str, values: Votes) -> tuple[NDArray[np.float64], tuple[int, ...]]:
    """Return rows of parties, contiguous, and the shape of all axes but that of the parties."""
    try:
        table = numbers(name, values)
    except TypeError:
        raise TypeError(f"{name} must be numbers: bounded votes, Intervals, aren't taken here") from None
    except DomainError:
        raise DomainError(f"{name} has rows of different lengths, or words: fill rows up with 0") from None
    if table.ndim == 0:
        raise DomainError(f"{name} is one number, expected one for each party")
    if table.shape[-1] == 0:
        raise DomainError(f"{name} is empty, expected a number for each party")
    return np.ascontiguousarray(table.reshape(-1, table.shape[-1])), table.shape[:-1]


def _same(a: str, a_shape: tuple[int, ...], b: str, b_shape: tuple[int, ...]) -> None:
    if a_shape != b_shape:
        raise DomainError(f"{a} has {_rows(a_shape)}, {b} has {_rows(b_shape)}")


def _rows(shape: tuple[int, ...]) -> str:
    return f"{' x '.join(map(str, shape))} rows" if shape else "one row"


def _estimate(done: _stats.Indices, shape: tuple[int, ...], method: str, within: Interval) -> Estimate:
    if shape:
        column = done.value.reshape(shape)
        return Estimate(column, Limits(column, column), None, None, method, done.flags.reshape(shape))
    value: Any = float(done.value[0])
    known = within if math.isnan(value) else Interval(value, value)
    return Estimate(value, known, None, None, method, tuple(_stats.flag_names(int(done.flags[0]))))
