"""The same units judged twice: by two sources, two coders, or before and after."""

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


def paired_diff(
    both: Counts,
    first_only: Counts,
    second_only: Counts,
    neither: Counts,
    *,
    method: str = "tango",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> Estimate:
    """Difference of two proportions of the same units: (first_only - second_only) / all.

    Parameters
    ----------
    both, first_only, second_only, neither : float, (n,) array_like of float, or Interval
        Units that passed both times, the first time only, the second time only, or neither time [units], whole
        numbers >= 0. NaN where not reported.
    method : str
        ``"tango"`` [1]_ (alias ``"score"``); ``"newcombe"`` [2]_, method 10, from the Wilson intervals of both
        proportions and their correlation; ``"wald"``, for comparison only, clipped to [-1, 1] with flag ``clipped``.
    confidence, alpha, alternative, threads
        As in `proportion`.

    Returns
    -------
    Estimate
        Difference in [-1, 1] [1]. NaN within [-1, 1] and flag ``undefined`` for no units; flag ``degenerate`` where
        ``"wald"`` has no width. For Intervals as in `proportion_diff`.

    Raises
    ------
    DomainError
        Sizes differ; a count is negative, infinite or fractional; an unknown method; a confidence or alpha outside
        (0, 1).

    References
    ----------
    .. [1] Tango (1998), Stat. Med. 17:891-908.
    .. [2] Newcombe (1998), Stat. Med. 17:2635-2650.

    Examples
    --------
    >>> paired_diff(43, 0, 1, 0)
    -0.02 [-0.12, 0.06] 95 % (tango)
    """
    return evaluate(
        _stats.paired_diff,
        ("both", both),
        ("first_only", first_only),
        ("second_only", second_only),
        ("neither", neither),
        method=method,
        confidence=confidence,
        alpha=alpha,
        alternative=alternative,
        threads=threads,
    )


def mcnemar(
    first_only: ArrayLike,
    second_only: ArrayLike,
    *,
    method: str = "exact",
    alternative: str = "two-sided",
    threads: int = 1,
) -> TestResult:
    """McNemar's test [1]_: whether as many units passed the first time only as the second time only.

    Parameters
    ----------
    first_only, second_only : float or (n,) array_like of float
        Units [units], whole numbers >= 0. NaN where not reported.
    method : str
        ``"exact"``: an even binomial split, two-sided twice the smaller tail; ``"midp"``, with half of the observed
        split left out [2]_; ``"asymptotic"``: chi squared, one degree of freedom; ``"corrected"``: the same with
        continuity correction.
    alternative : {"two-sided", "less", "greater"}
        ``"greater"``: more passed the first time.
    threads : int
        As in `proportion`.

    Returns
    -------
    TestResult
        `statistic` is `first_only`, or chi squared, one-sided its signed root. p is 1 with flag ``degenerate`` where
        both counts are 0.

    Raises
    ------
    DomainError
        Sizes differ; a count is negative, infinite or fractional; an unknown method or alternative.

    References
    ----------
    .. [1] McNemar (1947), Psychometrika 12:153-157.
    .. [2] Fagerland, Lydersen & Laake (2013), BMC Med. Res. Methodol. 13:91.

    Examples
    --------
    >>> mcnemar(10, 3)
    p 0.0923, statistic 10 (exact, two-sided)
    """
    return tested(
        _stats.mcnemar,
        ("first_only", first_only),
        ("second_only", second_only),
        method=method,
        alternative=alternative,
        threads=threads,
    )
