"""Statistics of counts as news reports them.

What to use when:

- a part of a known whole: `proportion`; ballots of registered voters: `turnout`;
- two counts that are no part of each other: `injury_ratio` (two sides), `killed_wounded_ratio`, and
  `count_ratio` for any other pair;
- the deadliness of an attack: `case_fatality`, killed of killed and wounded;
- bounds alone, with no sampling: `identified`, `identified_ratio`, `identified_share`,
  `identified_quotient`;
- several mentions of one number: `reconcile`.

Counts are numbers, array-likes, or an `Interval` for what a report only bounds ("at least 50" is
``Interval(50, inf)``). NaN, None and NA are "not reported"; 0 is reported as zero. All give an
`Estimate`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pressgauge._core import Interval
from pressgauge._core import stats as _stats
from pressgauge._core.stats import Flag
from pressgauge._counts import evaluate, of_unit
from pressgauge._estimate import Estimate, Limits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressgauge._counts import Counts, Reported

__all__ = [
    "Estimate",
    "Flag",
    "Limits",
    "Reconciled",
    "case_fatality",
    "count_ratio",
    "identified",
    "identified_quotient",
    "identified_ratio",
    "identified_share",
    "injury_ratio",
    "killed_wounded_ratio",
    "proportion",
    "reconcile",
    "turnout",
]


class Reconciled(NamedTuple):
    """What several mentions of one number say together."""

    interval: Interval
    """What all mentions share; where they share nothing, the smallest interval that holds them."""
    agree: bool
    """Whether they share a number."""


def proportion(
    count: Counts,
    nobs: Counts,
    *,
    method: str = "wilson",
    confidence: float = 0.95,
    alpha: float | None = None,
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
        _stats.proportion, ("count", count), ("nobs", nobs), method=method, confidence=confidence, alpha=alpha
    )


def turnout(
    ballots: Counts,
    registered: Counts,
    *,
    method: str = "wilson",
    confidence: float = 0.95,
    alpha: float | None = None,
) -> Estimate:
    """Turnout of each unit: ballots cast over registered voters.

    Parameters
    ----------
    ballots : float, (n,) array_like of float, or Interval
        Ballots cast [ballots], whole numbers >= 0. NaN where not reported.
    registered : float, (n,) array_like of float, or Interval
        Registered voters [persons], whole numbers >= 0.
    method, confidence, alpha
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
    )


def count_ratio(
    a: Counts,
    b: Counts,
    *,
    method: str = "wilson",
    confidence: float = 0.95,
    alpha: float | None = None,
) -> Estimate:
    """Ratio of two counts of each unit.

    Given the total a + b, a is binomial [1]_: an interval (l, h) of its share becomes
    (l / (1 - l), h / (1 - h)). With method ``"wilson"`` this is the score interval.

    Parameters
    ----------
    a, b : float, (n,) array_like of float, or Interval
        Counts [units], whole numbers >= 0. NaN where not reported.
    method, confidence, alpha
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
    return evaluate(_stats.count_ratio, ("a", a), ("b", b), method=method, confidence=confidence, alpha=alpha)


def injury_ratio(
    side_a: Counts,
    side_b: Counts,
    *,
    method: str = "wilson",
    confidence: float = 0.95,
    alpha: float | None = None,
) -> Estimate:
    """Injured of one side per injured of the other.

    Parameters
    ----------
    side_a, side_b : float, (n,) array_like of float, or Interval
        Injured of each side [persons], whole numbers >= 0. NaN where not reported.
    method, confidence, alpha
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
    )


def killed_wounded_ratio(
    killed: Counts,
    wounded: Counts,
    *,
    method: str = "wilson",
    confidence: float = 0.95,
    alpha: float | None = None,
) -> Estimate:
    """Killed per wounded.

    Parameters
    ----------
    killed, wounded : float, (n,) array_like of float, or Interval
        Persons, whole numbers >= 0; the killed are no part of the wounded. NaN where not reported.
    method, confidence, alpha
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
    )


def case_fatality(
    killed: Counts,
    wounded: Counts,
    *,
    method: str = "wilson",
    confidence: float = 0.95,
    alpha: float | None = None,
) -> Estimate:
    """Share of the killed among the casualties: killed / (killed + wounded).

    Parameters
    ----------
    killed, wounded : float, (n,) array_like of float, or Interval
        Persons, whole numbers >= 0; the killed are no part of the wounded. NaN where not reported.
    method, confidence, alpha
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
    )


def identified(value: Reported) -> Estimate:
    """Estimate of a number as it is reported.

    Parameters
    ----------
    value : float or Interval
        Any number.

    Returns
    -------
    Estimate
        `estimate` is None where the report only bounds the number.

    References
    ----------
    .. [1] Manski (2003), Partial Identification of Probability Distributions, ch. 1.

    Examples
    --------
    >>> identified(Interval(0, 0.035, high_open=True))
    [0, 0.035) (identified set)
    """
    return of_unit(_stats.identified(value))


def identified_ratio(a: Reported, b: Reported) -> Estimate:
    """Bounds of a / b from the bounds of a and b.

    Parameters
    ----------
    a, b : float or Interval
        Numbers >= 0, not only whole ones. Open ends stay open.

    Returns
    -------
    Estimate
        In [0, ∞) [1]. Without a high end, flag ``one_sided``, where b reaches 0; [0, ∞) and flag
        ``undefined`` where b can only be 0.

    Raises
    ------
    DomainError
        An interval reaches below 0.

    References
    ----------
    .. [1] Moore (1966), Interval Analysis.

    Examples
    --------
    >>> identified_ratio(Interval(50, 60), 20)
    [2.5, 3] (identified set)
    """
    return of_unit(_stats.identified_ratio(a, b))


def identified_share(part: Reported, rest: Reported) -> Estimate:
    """Bounds of part / (part + rest) from the bounds of the two.

    Parameters
    ----------
    part, rest : float or Interval
        Numbers >= 0, not only whole ones. Open ends stay open.

    Returns
    -------
    Estimate
        In [0, 1] [1]. [0, 1] and flag ``undefined`` where both can only be 0.

    Raises
    ------
    DomainError
        An interval reaches below 0.

    References
    ----------
    .. [1] Moore (1966), Interval Analysis.

    Examples
    --------
    >>> identified_share(10, Interval(30, float("inf")))
    (0, 0.25] (identified set)
    """
    return of_unit(_stats.identified_share(part, rest))


def identified_quotient(part: Reported, whole: Reported) -> Estimate:
    """Bounds of part / whole from the bounds of the two, where a part is at most its whole.

    Parameters
    ----------
    part, whole : float or Interval
        Numbers >= 0, not only whole ones. Open ends stay open.

    Returns
    -------
    Estimate
        In [0, 1] [1], flag ``clipped`` where part <= whole made the bounds narrower. Where the
        reports say that the part is above its whole: kept, flag ``above_one``.

    Raises
    ------
    DomainError
        An interval reaches below 0.

    References
    ----------
    .. [1] Moore (1966), Interval Analysis.

    Examples
    --------
    >>> identified_quotient(Interval(50, float("inf")), 80)
    [0.625, 1] (identified set, clipped)
    """
    return of_unit(_stats.identified_quotient(part, whole))


def reconcile(mentions: Iterable[Reported]) -> Reconciled:
    """Reconcile several mentions of one number: what they share, else all that they cover.

    Parameters
    ----------
    mentions : iterable of float or Interval
        At least one.

    Returns
    -------
    Reconciled
        ``interval``: the numbers that all mentions share; where there are none, the smallest
        interval that holds all mentions, and ``agree`` is False.

    Raises
    ------
    DomainError
        There is no mention.

    References
    ----------
    No source: ours.

    Examples
    --------
    >>> reconcile([Interval(50, float("inf")), 52])
    Reconciled(interval=Interval(52), agree=True)
    >>> reconcile([14, 31])
    Reconciled(interval=Interval([14, 31]), agree=False)
    """
    done = _stats.reconcile([m if isinstance(m, Interval) else Interval(m, m) for m in mentions])
    return Reconciled(done.interval, done.agree)
