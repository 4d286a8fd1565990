"""Shares of a known whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgauge._core import Interval  # noqa: F401 (examples)
from pressgauge._core import stats as _stats
from pressgauge.stats._calls import evaluate

if TYPE_CHECKING:
    from pressgauge._estimate import Estimate
    from pressgauge.stats._calls import Counts


def proportion(
    count: Counts,
    nobs: Counts,
    *,
    method: str = "wilson",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> Estimate:
    """Share of each unit: a count over the number of observations it is part of.

    Parameters
    ----------
    count : float, (n,) array_like of float, or Interval
        Successes [units], whole numbers in [0, nobs]. NaN where not reported. Of an interval its
        whole numbers are meant: ``(50, ∞)`` is 51 and more.
    nobs : float, (n,) array_like of float, or Interval
        Observations [units].
    method : str
        ``"wilson"`` [1]_ (alias ``"score"``); ``"wilson_cc"``, continuity corrected [2]_;
        ``"wald"``, the textbook's, for comparison only; ``"agresti_coull"`` [3]_ (alias ``"ac"``);
        ``"arcsine"`` [4]_; the last three are clipped to [0, 1], with flag ``clipped``;
        ``"clopper_pearson"`` [7]_ (aliases ``"beta"``, ``"exact"``), never short of its
        confidence; ``"jeffreys"`` [8]_, plain equal tails, which leaves 0 of n out.
    confidence : float
        In (0, 1), taken as the decimal that it prints as.
    alpha : float, optional
        1 - confidence; replaces it.
    alternative : {"two-sided", "less", "greater"}
        ``"greater"``: a low end only, ``"less"``: a high end only, at the whole of alpha; the other is that of the
        quantity's range.
    threads : int
        That share the rows of a column; the result is the same for any number.

    Returns
    -------
    Estimate
        Share in [0, 1] [1]. NaN and flag ``missing`` where a count is NaN; NaN and flag
        ``undefined`` for 0/0. For an Interval: what the reports allow in `identified` [5]_, and
        the union of the intervals of all counts that they allow in `interval` [6]_.

    Raises
    ------
    DomainError
        Sizes differ; a count is negative, infinite, fractional or above its nobs; an unknown
        method; a confidence or alpha outside (0, 1).

    References
    ----------
    .. [1] Wilson (1927), J. Am. Stat. Assoc. 22:209-212.
    .. [2] Newcombe (1998), Stat. Med. 17:857-872, method 4.
    .. [3] Agresti & Coull (1998), Am. Stat. 52:119-126.
    .. [4] Anscombe (1948), Biometrika 35:246-254.
    .. [5] Manski (2003), Partial Identification of Probability Distributions, ch. 1.
    .. [6] Horowitz & Manski (2000), J. Am. Stat. Assoc. 95:77-84.
    .. [7] Clopper & Pearson (1934), Biometrika 26:404-413.
    .. [8] Brown, Cai & DasGupta (2001), Stat. Sci. 16:101-133, section 3.1.

    Examples
    --------
    >>> proportion(52, 100)
    0.52 [0.42, 0.62] 95 % (wilson)
    >>> low, high = proportion([1, 5], [10, 10], method="agresti_coull")
    >>> low.round(3)
    array([0.   , 0.237])
    """
    return evaluate(
        _stats.proportion,
        ("count", count),
        ("nobs", nobs),
        method=method,
        confidence=confidence,
        alpha=alpha,
        alternative=alternative,
        threads=threads,
    )


def turnout(
    ballots: Counts,
    registered: Counts,
    *,
    method: str = "wilson",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> Estimate:
    """Turnout of each unit: ballots cast over registered voters.

    Parameters
    ----------
    ballots : float, (n,) array_like of float, or Interval
        Ballots cast [ballots], whole numbers >= 0. NaN where not reported.
    registered : float, (n,) array_like of float, or Interval
        Registered voters [persons], whole numbers >= 0.
    method, confidence, alpha, alternative, threads
        As in `proportion`.

    Returns
    -------
    Estimate
        Share [1]. Above 1 it is kept, with flag ``above_one`` and no interval. NaN as in
        `proportion`; for ballots of no registered voter both flags, ``undefined`` and
        ``above_one``. What reported bounds allow is cut to [0, 1], with flag ``clipped``, unless
        it lies above 1 altogether.

    Raises
    ------
    DomainError
        Sizes differ; a count is negative, infinite or fractional; as in `proportion`.

    References
    ----------
    .. [1] International IDEA, Voter Turnout Database: definition of "voter turnout".

    Examples
    --------
    >>> turnout([50, 30], [100, 40]).estimate
    array([0.5 , 0.75])
    >>> turnout(Interval(50, float("inf")), 80)
    [0.625, 1] → [0.52, 1.00] 95 % (wilson, union, clipped)
    >>> turnout(120, 100)
    1.2 (identified set, above_one)
    """
    return evaluate(
        _stats.turnout,
        ("ballots", ballots),
        ("registered", registered),
        method=method,
        confidence=confidence,
        alpha=alpha,
        alternative=alternative,
        threads=threads,
    )
