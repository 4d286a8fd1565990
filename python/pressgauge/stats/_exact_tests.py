"""Exact tests of whether two samples have the same proportion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pressgauge._core import stats as _stats
from pressgauge.stats._calls import tested

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from pressgauge.stats._results import TestResult


def fisher_exact(
    count1: ArrayLike,
    nobs1: ArrayLike,
    count2: ArrayLike,
    nobs2: ArrayLike,
    *,
    method: str = "minlike",
    alternative: str = "two-sided",
    threads: int = 1,
) -> TestResult:
    """Fisher's exact test: the sizes of both samples and all successes together are taken as given.

    Parameters
    ----------
    count1, count2 : float or (n,) array_like of float
        Successes of each sample [units], whole numbers in [0, nobs]. NaN where not reported.
    nobs1, nobs2 : float or (n,) array_like of float
        Observations of each sample [units]. Of a table of four cells a, b in the first row, give a and a + b.
    method : str
        What counts as extreme, two-sided: ``"minlike"`` (alias ``"exact"``), all tables that are no likelier, as R
        and SciPy; ``"central"``, twice the smaller tail, which goes with ``odds_ratio(method="conditional_exact")``;
        ``"blaker"``, the smaller tail and what of the other is no greater, which goes with ``"conditional_blaker"``
        [2]_. ``"midp_central"`` (alias ``"midp"``) and ``"midp_minlike"`` leave out half of the observed table [3]_,
        in one-sided tests too.
    alternative : {"two-sided", "less", "greater"}
        ``"greater"``: the first proportion is the greater one.
    threads : int
        As in `proportion`.

    Returns
    -------
    TestResult
        `statistic` is the sample's odds ratio, NaN for 0/0. Flag ``degenerate`` where the margins leave one table
        only: p is 1, with ``"midp_minlike"`` and one-sided mid-P 1/2. Tables whose probabilities differ by less than
        1e-11 of themselves are as likely as each other.

    Raises
    ------
    DomainError
        Sizes differ; a count is negative, infinite, fractional or above its nobs; both samples together are above
        1e12; an unknown method or alternative.

    References
    ----------
    .. [1] Fisher (1935), J. R. Stat. Soc. 98:39-82.
    .. [2] Fay (2010), Biostatistics 11:373-374; Blaker (2000), Can. J. Stat. 28:783-798.
    .. [3] Lancaster (1961), J. Am. Stat. Assoc. 56:223-234.

    Examples
    --------
    >>> fisher_exact(8, 10, 1, 6)
    p 0.035, statistic 20 (minlike, two-sided)
    >>> fisher_exact([8, 3], [10, 4], [1, 1], [6, 4], alternative="greater").pvalue.round(4)
    array([0.0245, 0.2429])
    """
    return tested(
        _stats.fisher_exact,
        ("count1", count1),
        ("nobs1", nobs1),
        ("count2", count2),
        ("nobs2", nobs2),
        method=method,
        alternative=alternative,
        threads=threads,
    )


def barnard_exact(
    count1: ArrayLike,
    nobs1: ArrayLike,
    count2: ArrayLike,
    nobs2: ArrayLike,
    *,
    alternative: str = "two-sided",
    threads: int = 1,
) -> TestResult:
    """Barnard's exact test [1]_: only the sizes of both samples are taken as given.

    The p-value is the greatest probability, over all common proportions, of tables whose pooled z is as extreme as
    the observed one [2]_. It is found on a grid of five points for each standard deviation, each peak refined.

    Parameters
    ----------
    count1, nobs1, count2, nobs2 : float or (n,) array_like of float
        As in `fisher_exact`.
    alternative, threads
        As in `fisher_exact`.

    Returns
    -------
    TestResult
        `statistic` is the pooled z, 0 where both samples have all or no successes. NaN and flag ``undefined`` for a
        sample of none.

    Raises
    ------
    DomainError
        As in `fisher_exact`; both samples together are above 1e6.

    References
    ----------
    .. [1] Barnard (1945), Nature 156:177.
    .. [2] Suissa & Shuster (1985), J. R. Stat. Soc. A 148:317-327.

    Examples
    --------
    >>> barnard_exact(7, 15, 12, 15)
    p 0.0682, statistic -1.894 (pooled, two-sided)
    """
    return tested(
        _barnard,
        ("count1", count1),
        ("nobs1", nobs1),
        ("count2", count2),
        ("nobs2", nobs2),
        method="pooled",
        alternative=alternative,
        threads=threads,
    )


def boschloo_exact(
    count1: ArrayLike,
    nobs1: ArrayLike,
    count2: ArrayLike,
    nobs2: ArrayLike,
    *,
    alternative: str = "two-sided",
    threads: int = 1,
) -> TestResult:
    """Boschloo's exact test [1]_: Fisher's p as the statistic of an unconditional test, never less powerful than his.

    Parameters
    ----------
    count1, nobs1, count2, nobs2 : float or (n,) array_like of float
        As in `fisher_exact`.
    alternative : {"two-sided", "less", "greater"}
        As in `fisher_exact`. Two-sided: twice the smaller of the one-sided p-values, as SciPy; R's package Exact takes
        the two-sided Fisher p as the statistic, and differs.
    threads : int
        As in `proportion`.

    Returns
    -------
    TestResult
        `statistic` is the one-sided Fisher p, of the side with the smaller p-value. NaN and flag ``undefined`` for a
        sample of none.

    Raises
    ------
    DomainError
        As in `barnard_exact`.

    References
    ----------
    .. [1] Boschloo (1970), Stat. Neerl. 24:1-9.

    Examples
    --------
    >>> boschloo_exact(74, 117, 31, 63, alternative="greater")
    p 0.0356, statistic 0.04831 (fisher, greater)
    """
    return tested(
        _boschloo,
        ("count1", count1),
        ("nobs1", nobs1),
        ("count2", count2),
        ("nobs2", nobs2),
        method="fisher",
        alternative=alternative,
        threads=threads,
    )


# One method each, which the result names.
def _barnard(*columns: Any, method: str, **options: Any) -> _stats.Tests:  # noqa: ARG001
    return _stats.barnard_exact(*columns, **options)


def _boschloo(*columns: Any, method: str, **options: Any) -> _stats.Tests:  # noqa: ARG001
    return _stats.boschloo_exact(*columns, **options)
