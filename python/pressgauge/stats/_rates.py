"""Rates: events per time, people, or both; their ratio and difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgauge._core import stats as _stats
from pressgauge.stats._calls import evaluate, tested

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from pressgauge._estimate import Estimate
    from pressgauge.stats._calls import Counts
    from pressgauge.stats._results import TestResult


def rate(
    count: Counts,
    exposure: Counts,
    *,
    method: str = "garwood",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> Estimate:
    """Events per unit of exposure: attacks a month, deaths per 100,000 people.

    Parameters
    ----------
    count : float, (n,) array_like of float, or Interval
        Events, whole numbers >= 0. NaN where not reported.
    exposure : float, (n,) array_like of float, or Interval
        Time, people, or both, > 0, in the unit that the rate is wanted per.
    method : str
        ``"garwood"`` [1]_ (alias ``"exact"``), never short of its confidence; ``"midp"`` [2]_; ``"score"`` [3]_;
        ``"byar"`` [4]_; ``"jeffreys"`` [5]_; ``"likelihood"``, the likelihood ratio [3]_; ``"wald"`` and
        ``"anscombe"`` [6]_, for comparison only, clipped at 0 with flag ``clipped``.
    confidence, alpha, alternative, threads
        As in `proportion`.

    Returns
    -------
    Estimate
        Rate [1 / unit of exposure]. NaN and Interval as in `proportion`.

    Raises
    ------
    DomainError
        Sizes differ; a count is negative, infinite or fractional; an exposure is not above 0; an unknown method; a
        confidence or alpha outside (0, 1).

    References
    ----------
    .. [1] Garwood (1936), Biometrika 28:437-442.
    .. [2] Cohen & Yang (1994), Stat. Med. 13:2189-2203.
    .. [3] Barker (2002), Am. Stat. 56:85-89.
    .. [4] Breslow & Day (1987), Statistical Methods in Cancer Research II, p. 69.
    .. [5] Brown, Cai & DasGupta (2003), Stat. Sinica 13:19-49.
    .. [6] Anscombe (1948), Biometrika 35:246-254.

    Examples
    --------
    >>> rate(12, 6)
    2.0 [1.0, 3.5] 95 % (garwood)
    >>> rate([0, 12], 6, method="score").high.round(3)
    array([0.64 , 3.496])
    """
    return evaluate(
        _stats.rate,
        ("count", count),
        ("exposure", exposure),
        method=method,
        confidence=confidence,
        alpha=alpha,
        alternative=alternative,
        threads=threads,
    )


def rate_ratio(
    x1: Counts,
    t1: Counts,
    x2: Counts,
    t2: Counts,
    *,
    method: str = "score",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> Estimate:
    """Ratio of two rates: (x1 / t1) / (x2 / t2).

    Given the total x1 + x2, x1 is binomial [1]_: an interval (l, h) of its share becomes
    (l / (1 - l), h / (1 - h)) t2 / t1. `count_ratio` is this without exposures.

    Parameters
    ----------
    x1, x2 : float, (n,) array_like of float, or Interval
        Events, whole numbers >= 0. NaN where not reported.
    t1, t2 : float, (n,) array_like of float, or Interval
        Exposures in the same unit, > 0.
    method : str
        Of the interval of the share: ``"score"`` (Wilson's), ``"exact"``, ``"midp"``, ``"blaker"``, ``"likelihood"``,
        ``"jeffreys"``; or ``"log_wald"`` [2]_, which says nothing where a count is 0: [0, ∞), flag ``degenerate``.
    confidence, alpha, alternative, threads
        As in `proportion`.

    Returns
    -------
    Estimate
        Ratio in [0, ∞] [1]. With x2 = 0 the interval has no high end, flag ``one_sided``; 0/0 is NaN within [0, ∞),
        flag ``undefined``.

    Raises
    ------
    DomainError
        As in `rate`.

    References
    ----------
    .. [1] Przyborowski & Wilenski (1940), Biometrika 31:313-323.
    .. [2] Gu et al. (2008), Biom. J. 50:283-298.

    Examples
    --------
    >>> rate_ratio(12, 6, 4, 6)
    3.0 [1.0, 8.8] 95 % (score)
    """
    return evaluate(
        _stats.rate_ratio,
        ("x1", x1),
        ("t1", t1),
        ("x2", x2),
        ("t2", t2),
        method=method,
        confidence=confidence,
        alpha=alpha,
        alternative=alternative,
        threads=threads,
    )


def rate_diff(
    x1: Counts,
    t1: Counts,
    x2: Counts,
    t2: Counts,
    *,
    method: str = "score",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> Estimate:
    """Difference of two rates: x1 / t1 - x2 / t2.

    Parameters
    ----------
    x1, x2 : float, (n,) array_like of float, or Interval
        Events, whole numbers >= 0. NaN where not reported.
    t1, t2 : float, (n,) array_like of float, or Interval
        Exposures in the same unit, > 0.
    method : str
        ``"score"`` [1]_; ``"mover_score"``, from the score intervals of the two rates [2]_; ``"wald"``, for comparison
        only: of 0 and 0 events it has no width.
    confidence, alpha, alternative, threads
        As in `proportion`.

    Returns
    -------
    Estimate
        Difference [1 / unit of exposure].

    Raises
    ------
    DomainError
        As in `rate`.

    References
    ----------
    .. [1] Miettinen & Nurminen (1985), Stat. Med. 4:213-226.
    .. [2] Li, Tang & Wong (2011), Biom. J. 53:960-974; Donner & Zou (2012), Stat. Methods Med. Res. 21:347-359.

    Examples
    --------
    >>> rate_diff(12, 6, 4, 6)
    1.3 [0.0, 2.9] 95 % (score)
    """
    return evaluate(
        _stats.rate_diff,
        ("x1", x1),
        ("t1", t1),
        ("x2", x2),
        ("t2", t2),
        method=method,
        confidence=confidence,
        alpha=alpha,
        alternative=alternative,
        threads=threads,
    )


def rate_test(
    x1: ArrayLike,
    t1: ArrayLike,
    x2: ArrayLike,
    t2: ArrayLike,
    *,
    ratio: ArrayLike = 1.0,
    method: str = "exact",
    alternative: str = "two-sided",
    threads: int = 1,
) -> TestResult:
    """Test whether the ratio of two rates is `ratio`.

    Parameters
    ----------
    x1, x2 : (n,) array_like of float
        Events, whole numbers >= 0. NaN where not reported.
    t1, t2 : (n,) array_like of float
        Exposures in the same unit, > 0.
    ratio : (n,) array_like of float
        Ratio under the hypothesis, > 0.
    method, alternative, threads
        As in `proportion_test`: given x1 + x2, x1 is binomial [1]_.

    Returns
    -------
    TestResult
        `statistic` is x1 / (x1 + x2), or z for ``"score"`` [2]_. NaN and flag ``undefined`` where there is no event.

    Raises
    ------
    DomainError
        As in `rate`; a ratio is not above 0.

    References
    ----------
    .. [1] Przyborowski & Wilenski (1940), Biometrika 31:313-323.
    .. [2] Gu et al. (2008), Biom. J. 50:283-298.

    Examples
    --------
    >>> rate_test(12, 6, 4, 6)
    p 0.0768, statistic 0.75 (exact, two-sided)
    """
    return tested(
        _stats.rate_test,
        ("x1", x1),
        ("t1", t1),
        ("x2", x2),
        ("t2", t2),
        ("ratio", ratio),
        method=method,
        alternative=alternative,
        threads=threads,
    )
