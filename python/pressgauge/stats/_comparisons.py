"""Two proportions compared: their difference, their ratio, the ratio of their odds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgauge._core import Interval  # noqa: F401 (examples)
from pressgauge._core import stats as _stats
from pressgauge.stats._calls import evaluate

if TYPE_CHECKING:
    from pressgauge._estimate import Estimate
    from pressgauge.stats._calls import Counts


def proportion_diff(
    count1: Counts,
    nobs1: Counts,
    count2: Counts,
    nobs2: Counts,
    *,
    method: str = "miettinen_nurminen",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> Estimate:
    """Difference of two proportions: count1 / nobs1 - count2 / nobs2.

    Parameters
    ----------
    count1, count2 : float, (n,) array_like of float, or Interval
        Successes of each sample [units], whole numbers in [0, nobs]. NaN where not reported.
    nobs1, nobs2 : float, (n,) array_like of float, or Interval
        Observations of each sample [units].
    method : str
        ``"miettinen_nurminen"`` [1]_ (alias ``"mn"``): score, with variance times N / (N - 1), N both samples;
        ``"mee"`` [2]_ (alias ``"score"``): the same without that factor; ``"newcombe"`` [3]_, method 10, from the
        Wilson intervals of both (alias ``"newcomb"``), and ``"newcombe_cc"``, method 11, from the corrected ones;
        ``"agresti_caffo"`` [4]_: Wald's with a success and a failure more in each sample; ``"wald"``, the textbook's,
        for comparison only. The last two are clipped to [-1, 1], with flag ``clipped``.
    confidence, alpha, alternative, threads
        As in `proportion`.

    Returns
    -------
    Estimate
        Difference in [-1, 1] [1]. NaN within [-1, 1] and flag ``undefined`` for a sample of none; flag
        ``degenerate`` where ``"wald"`` has no width. For Intervals: what the reports allow in `identified`, and the
        union of the intervals of all counts that they allow in `interval`; with ``"wald"`` and ``"agresti_caffo"``,
        whose ends may turn with a count, of the counts at the ends of the reports.

    Raises
    ------
    DomainError
        Sizes differ; a count is negative, infinite, fractional or above its nobs; an unknown
        method; a confidence or alpha outside (0, 1).

    References
    ----------
    .. [1] Miettinen & Nurminen (1985), Stat. Med. 4:213-226.
    .. [2] Mee (1984), Biometrics 40:1175-1176.
    .. [3] Newcombe (1998), Stat. Med. 17:873-890.
    .. [4] Agresti & Caffo (2000), Am. Stat. 54:280-288.

    Examples
    --------
    >>> proportion_diff(56, 70, 48, 80)
    0.20 [0.05, 0.34] 95 % (miettinen_nurminen)
    >>> low, high = proportion_diff([56, 0], [70, 10], [48, 0], [80, 20], method="newcombe")
    >>> low.round(4), high.round(4)
    (array([ 0.0524, -0.1611]), array([0.3339, 0.2775]))
    """
    return evaluate(
        _stats.proportion_diff,
        ("count1", count1),
        ("nobs1", nobs1),
        ("count2", count2),
        ("nobs2", nobs2),
        method=method,
        confidence=confidence,
        alpha=alpha,
        alternative=alternative,
        threads=threads,
    )


def risk_ratio(
    count1: Counts,
    nobs1: Counts,
    count2: Counts,
    nobs2: Counts,
    *,
    method: str = "miettinen_nurminen",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> Estimate:
    """Ratio of two proportions: (count1 / nobs1) / (count2 / nobs2).

    Parameters
    ----------
    count1, nobs1, count2, nobs2 : float, (n,) array_like of float, or Interval
        As in `proportion_diff`.
    method : str
        ``"miettinen_nurminen"`` [1]_ (alias ``"mn"``): score, with variance times N / (N - 1), N both samples;
        ``"koopman"`` [2]_ (alias ``"score"``): the same without that factor; ``"katz_log"`` [3]_ (aliases ``"katz"``,
        ``"log"``): normal on the log scale, [0, ∞) where a count is 0; ``"walter"`` [4]_ (alias ``"log-adjusted"``):
        the same with 1/2 added to all four numbers, which may leave the estimate out.
    confidence, alpha, alternative, threads
        As in `proportion`.

    Returns
    -------
    Estimate
        Ratio in [0, ∞] [1]; NaN and flag ``undefined`` for 0/0; flag ``one_sided`` where there is no high end, and
        ``degenerate`` where ``"katz_log"`` or ``"walter"`` has no width or nothing to go by. For Intervals as in
        `proportion_diff`; the ends of ``"katz_log"`` and ``"walter"`` may turn with a count.

    Raises
    ------
    DomainError
        As in `proportion_diff`.

    References
    ----------
    .. [1] Miettinen & Nurminen (1985), Stat. Med. 4:213-226.
    .. [2] Koopman (1984), Biometrics 40:513-517.
    .. [3] Katz, Baptista, Azen & Pike (1978), Biometrics 34:469-474.
    .. [4] Walter (1975), Biometrika 62:371-372.

    Examples
    --------
    >>> risk_ratio(56, 70, 48, 80, method="koopman")
    1.33 [1.08, 1.67] 95 % (koopman)
    >>> risk_ratio(5, 10, 0, 20)
    ∞ [2.842, ∞) 95 % (miettinen_nurminen, one_sided)
    """
    return evaluate(
        _stats.risk_ratio,
        ("count1", count1),
        ("nobs1", nobs1),
        ("count2", count2),
        ("nobs2", nobs2),
        method=method,
        confidence=confidence,
        alpha=alpha,
        alternative=alternative,
        threads=threads,
    )


def odds_ratio(
    count1: Counts,
    nobs1: Counts,
    count2: Counts,
    nobs2: Counts,
    *,
    method: str = "conditional_exact",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> Estimate:
    """Odds of the first sample over those of the second: (x1 / (n1 - x1)) / (x2 / (n2 - x2)).

    Parameters
    ----------
    count1, nobs1, count2, nobs2 : float, (n,) array_like of float, or Interval
        As in `proportion_diff`.
    method : str
        Given all margins of the table: ``"conditional_exact"`` [1]_ (aliases ``"conditional"``, ``"exact"``), never
        short of its confidence; ``"conditional_midp"`` [2]_ (alias ``"midp"``), which counts half of the observed
        table; ``"conditional_blaker"`` [3]_ (alias ``"blaker"``), never short and within the exact one, the limits
        of all odds ratios that Blaker's test keeps. Of the estimates, these three give the likeliest odds ratio
        given all margins. Otherwise: ``"score"`` [1]_ (alias ``"cornfield"``), without correction;
        ``"miettinen_nurminen"`` [4]_ (alias ``"mn"``), with variance times N / (N - 1); ``"woolf"`` [5]_ (aliases
        ``"sample"``, ``"logit"``), normal on the log scale, [0, ∞) where a cell is 0; ``"gart"`` [6]_ (alias
        ``"logit-adjusted"``), the same with 1/2 added to each cell, in the estimate too.
    confidence, alpha, alternative, threads
        As in `proportion`.

    Returns
    -------
    Estimate
        Ratio in [0, ∞] [1]; NaN and flag ``undefined`` for 0/0; flag ``one_sided`` where there is no high end, and
        ``degenerate`` where ``"woolf"`` has nothing to go by. For Intervals as in `proportion_diff`; the ends of
        ``"woolf"`` and ``"gart"`` may turn with a count.

    Raises
    ------
    DomainError
        As in `proportion_diff`.

    References
    ----------
    .. [1] Cornfield (1956), Proc. 3rd Berkeley Symp. 4:135-148.
    .. [2] Lancaster (1961), J. Am. Stat. Assoc. 56:223-234.
    .. [3] Blaker (2000), Can. J. Stat. 28:783-798; Fay (2010), Biostatistics 11:373-374.
    .. [4] Miettinen & Nurminen (1985), Stat. Med. 4:213-226.
    .. [5] Woolf (1955), Ann. Hum. Genet. 19:251-253.
    .. [6] Gart (1966), J. R. Stat. Soc. B 28:164-179.

    Examples
    --------
    >>> odds_ratio(7, 34, 1, 34)
    8 [1, 397] 95 % (conditional_exact)
    >>> odds_ratio(7, 34, 1, 34, method="gart")
    6 [1, 38] 95 % (gart)
    """
    return evaluate(
        _stats.odds_ratio,
        ("count1", count1),
        ("nobs1", nobs1),
        ("count2", count2),
        ("nobs2", nobs2),
        method=method,
        confidence=confidence,
        alpha=alpha,
        alternative=alternative,
        threads=threads,
    )
