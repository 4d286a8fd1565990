"""Shares of a known whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgauge._core import Interval  # noqa: F401 (examples)
from pressgauge._core import stats as _stats
from pressgauge.stats._calls import evaluate, tested

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from pressgauge._estimate import Estimate
    from pressgauge.stats._calls import Counts
    from pressgauge.stats._results import TestResult


def proportion(
    count: Counts,
    nobs: Counts,
    *,
    population: Counts | None = None,
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
    population : float, (n,) array_like of float, or Interval, optional
        Where the observations were drawn without return from that many: `finite_population` [11]_, with methods
        ``"wilson"``, ``"clopper_pearson"`` and ``"midp"``.
    method : str
        ``"wilson"`` [1]_ (alias ``"score"``); ``"wilson_cc"``, continuity corrected [2]_;
        ``"wald"``, the textbook's, for comparison only; ``"agresti_coull"`` [3]_ (alias ``"ac"``);
        ``"arcsine"`` [4]_; the last three are clipped to [0, 1], with flag ``clipped``;
        ``"clopper_pearson"`` [7]_ (aliases ``"beta"``, ``"exact"``), never short of its confidence; ``"blaker"``
        [9]_, the same within it, two-sided only; ``"midp"`` [10]_, right on average; ``"jeffreys"`` [8]_, plain equal
        tails, which leaves 0 of n out; ``"jeffreys_bcd"``, with 0 at 0 and 1 at n [8]_; ``"likelihood"``, the
        likelihood ratio [8]_; ``"logit"`` [8]_, which says nothing of 0 or n of n: [0, 1], flag ``degenerate``.
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
    .. [8] Brown, Cai & DasGupta (2001), Stat. Sci. 16:101-133, sections 3 and 4.
    .. [9] Blaker (2000), Can. J. Stat. 28:783-798.
    .. [10] Vollset (1993), Stat. Med. 12:809-824.
    .. [11] Wright (1991), Exact Confidence Bounds when Sampling from Small Finite Universes.

    Examples
    --------
    >>> proportion(52, 100)
    0.52 [0.42, 0.62] 95 % (wilson)
    >>> low, high = proportion([1, 5], [10, 10], method="agresti_coull")
    >>> low.round(3)
    array([0.   , 0.237])
    """
    if population is not None:
        return finite_population(
            count,
            nobs,
            population,
            method=method,
            confidence=confidence,
            alpha=alpha,
            alternative=alternative,
            threads=threads,
        )
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
    population: Counts | None = None,
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
    population
        As in `proportion`: registered voters are then a part of it.
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
    if population is not None:
        return finite_population(
            ballots,
            registered,
            population,
            method=method,
            confidence=confidence,
            alpha=alpha,
            alternative=alternative,
            threads=threads,
        )
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


def finite_population(
    count: Counts,
    nobs: Counts,
    population: Counts,
    *,
    method: str = "hypergeometric_exact",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> Estimate:
    """Share of a finite population, from observations drawn from it without return.

    Parameters
    ----------
    count, nobs, population : float, (n,) array_like of float, or Interval
        Successes among the observations, observations, and the units that they were drawn from: whole numbers,
        count <= nobs <= population. NaN where not reported.
    method : str
        ``"hypergeometric_exact"`` [1]_ (aliases ``"clopper_pearson"``, ``"exact"``): the whole numbers of successes in
        the population of which no tail is below alpha / 2; ``"hypergeometric_midp"`` (``"midp"``): with half of the
        observed count's own probability; ``"wilson_fpc"`` (``"wilson"``): Wilson's with z² (N - n) / (N - 1).
    confidence, alpha, alternative, threads
        As in `proportion`.

    Returns
    -------
    Estimate
        Share in [0, 1] [1]; times the population, the exact methods' ends are whole numbers [2]_. Where all were
        observed the interval is one point, flag ``degenerate``.

    Raises
    ------
    DomainError
        Sizes differ; a count is negative, infinite, fractional, or above its whole; as in `proportion`.

    References
    ----------
    .. [1] Wright (1991), Exact Confidence Bounds when Sampling from Small Finite Universes.
    .. [2] Buonaccorsi (1987), Am. Stat. 41:215-218.

    Examples
    --------
    >>> finite_population(1, 3, 10)
    0.33 [0.10, 0.80] 95 % (hypergeometric_exact)
    """
    return evaluate(
        _stats.finite_population,
        ("count", count),
        ("nobs", nobs),
        ("population", population),
        method=method,
        confidence=confidence,
        alpha=alpha,
        alternative=alternative,
        threads=threads,
    )


def proportion_test(
    count: ArrayLike,
    nobs: ArrayLike,
    p0: ArrayLike,
    *,
    method: str = "exact",
    alternative: str = "two-sided",
    threads: int = 1,
) -> TestResult:
    """Test whether a proportion is p0.

    Parameters
    ----------
    count, nobs : (n,) array_like of float
        As in `proportion`.
    p0 : (n,) array_like of float
        Share under the hypothesis, in [0, 1].
    method : str
        ``"exact"``: two-sided, the probability of all outcomes that are no likelier, as R and SciPy; ``"midp"`` [1]_:
        half of the outcome's own probability left out, two-sided twice the smaller tail; ``"score"``: normal, with
        the variance under the hypothesis.
    alternative : {"two-sided", "less", "greater"}
        Which proportions are looked for.
    threads : int
        As in `proportion`.

    Returns
    -------
    TestResult
        `statistic` is the share, or z for ``"score"``. NaN with flag ``missing`` or ``undefined`` as in `proportion`.

    Raises
    ------
    DomainError
        As in `proportion`; p0 is outside [0, 1].

    References
    ----------
    .. [1] Lancaster (1961), J. Am. Stat. Assoc. 56:223-234.

    Examples
    --------
    >>> proportion_test(52, 100, 0.5)
    p 0.764, statistic 0.52 (exact, two-sided)
    """
    return tested(
        _stats.proportion_test,
        ("count", count),
        ("nobs", nobs),
        ("p0", p0),
        method=method,
        alternative=alternative,
        threads=threads,
    )
