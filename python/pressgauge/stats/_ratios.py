"""Ratios of two counts that are no part of each other, and the share of the killed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgauge._core import Interval  # noqa: F401 (examples)
from pressgauge._core import stats as _stats
from pressgauge.stats._calls import evaluate

if TYPE_CHECKING:
    from pressgauge._estimate import Estimate
    from pressgauge.stats._calls import Counts


def count_ratio(
    a: Counts,
    b: Counts,
    *,
    method: str = "wilson",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> Estimate:
    """Ratio of two counts of each unit.

    Given the total a + b, a is binomial [1]_: an interval (l, h) of its share becomes
    (l / (1 - l), h / (1 - h)). With method ``"wilson"`` this is the score interval.

    Parameters
    ----------
    a, b : float, (n,) array_like of float, or Interval
        Counts [units], whole numbers >= 0. NaN where not reported.
    method, confidence, alpha, alternative, threads
        As in `proportion`.

    Returns
    -------
    Estimate
        Ratio in [0, ∞] [1]. With b = 0 the interval has no high end, flag ``one_sided``; 0/0 is
        NaN within [0, ∞), flag ``undefined``. NaN and Interval as in `proportion`.

    Raises
    ------
    DomainError
        Sizes differ; a count is negative, infinite or fractional; as in `proportion`.

    References
    ----------
    .. [1] Przyborowski & Wilenski (1940), Biometrika 31:313-323.

    Examples
    --------
    >>> count_ratio(3, 12)
    0.25 [0.08, 0.82] 95 % (wilson)
    >>> count_ratio(1, 0)
    ∞ [0.2603, ∞) 95 % (wilson, one_sided)
    """
    return evaluate(
        _stats.count_ratio,
        ("a", a),
        ("b", b),
        method=method,
        confidence=confidence,
        alpha=alpha,
        alternative=alternative,
        threads=threads,
    )


def injury_ratio(
    side_a: Counts,
    side_b: Counts,
    *,
    method: str = "wilson",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> Estimate:
    """Injured of one side per injured of the other.

    Parameters
    ----------
    side_a, side_b : float, (n,) array_like of float, or Interval
        Injured of each side [persons], whole numbers >= 0. NaN where not reported.
    method, confidence, alpha, alternative, threads
        As in `proportion`.

    Returns
    -------
    Estimate
        Ratio in [0, ∞] [1], as in `count_ratio`.

    Raises
    ------
    DomainError
        As in `count_ratio`.

    References
    ----------
    .. [1] Przyborowski & Wilenski (1940), Biometrika 31:313-323.

    Examples
    --------
    >>> injury_ratio(Interval(50, float("inf")), 14)
    [3.571, ∞) → [1.991, ∞) 95 % (wilson, union, one_sided)
    """
    return evaluate(
        _stats.injury_ratio,
        ("side_a", side_a),
        ("side_b", side_b),
        method=method,
        confidence=confidence,
        alpha=alpha,
        alternative=alternative,
        threads=threads,
    )


def killed_wounded_ratio(
    killed: Counts,
    wounded: Counts,
    *,
    method: str = "wilson",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> Estimate:
    """Killed per wounded.

    Parameters
    ----------
    killed, wounded : float, (n,) array_like of float, or Interval
        Persons, whole numbers >= 0; the killed are no part of the wounded. NaN where not reported.
    method, confidence, alpha, alternative, threads
        As in `proportion`.

    Returns
    -------
    Estimate
        Ratio in [0, ∞] [1], as in `count_ratio`.

    Raises
    ------
    DomainError
        As in `count_ratio`.

    References
    ----------
    .. [1] Coupland & Meddings (1999), BMJ 319:407-410: how to read it.

    Examples
    --------
    >>> killed_wounded_ratio(10, 30)
    0.33 [0.17, 0.67] 95 % (wilson)
    """
    return evaluate(
        _stats.killed_wounded_ratio,
        ("killed", killed),
        ("wounded", wounded),
        method=method,
        confidence=confidence,
        alpha=alpha,
        alternative=alternative,
        threads=threads,
    )


def case_fatality(
    killed: Counts,
    wounded: Counts,
    *,
    method: str = "wilson",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> Estimate:
    """Share of the killed among the casualties: killed / (killed + wounded).

    Parameters
    ----------
    killed, wounded : float, (n,) array_like of float, or Interval
        Persons, whole numbers >= 0; the killed are no part of the wounded. NaN where not reported.
    method, confidence, alpha, alternative, threads
        As in `proportion`.

    Returns
    -------
    Estimate
        Share in [0, 1] [1], as in `proportion`.

    Raises
    ------
    DomainError
        As in `count_ratio`.

    References
    ----------
    .. [1] Wilson (1927), J. Am. Stat. Assoc. 22:209-212: the default interval.

    Examples
    --------
    >>> case_fatality(10, 30)
    0.25 [0.14, 0.40] 95 % (wilson)
    """
    return evaluate(
        _stats.case_fatality,
        ("killed", killed),
        ("wounded", wounded),
        method=method,
        confidence=confidence,
        alpha=alpha,
        alternative=alternative,
        threads=threads,
    )
