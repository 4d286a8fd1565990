"""Several reports of one number, at one time or one after the other."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, overload

from pressgauge._core import DomainError, Interval
from pressgauge._core import stats as _stats
from pressgauge._given import expect
from pressgauge.stats._calls import level, of_unit, refuse_results

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pressgauge._estimate import Estimate
    from pressgauge.stats._calls import Reported


class ConsistentSubset(NamedTuple):
    """Reports that some number fits."""

    reports: tuple[int, ...]
    """Their places among all reports."""
    interval: Interval
    """The numbers that fit them all."""


class Reconciled(NamedTuple):
    """What several reports of one number say together."""

    interval: Interval
    """What all reports share; where they share nothing, the smallest interval that holds them."""
    agree: bool
    """Whether they share a number."""


@dataclass(frozen=True, slots=True)
class CensoredCount:
    """A mean that several reports of one count were drawn around.

    Attributes
    ----------
    estimate : Estimate
        `estimate` is where the likelihood is largest, `interval` where it is not much smaller, `identified` what the
        reports allow by logic alone.
    loglik : float
        The logarithm of the likelihood there.
    spread : float
        Of sources: the standard deviation of log counts; 0 where the model has none.
    """

    estimate: Estimate
    loglik: float
    spread: float

    def __repr__(self) -> str:
        return f"{self.estimate!r}, log likelihood {self.loglik:.4g}"


@dataclass(frozen=True, slots=True)
class TollTimeline:
    """What a toll that never falls was at the time of each report.

    Attributes
    ----------
    times : tuple
        As given; places where none were.
    intervals : tuple of Interval
        What all reports together say of the toll then.
    consistent : tuple of bool
        False where a report contradicts the others: its interval is then its own.
    """

    times: tuple[Any, ...]
    intervals: tuple[Interval, ...]
    consistent: tuple[bool, ...]


@overload
def reconcile(
    reports: Iterable[Reported], *, method: Literal["logical"] = ..., confidence: float = ...
) -> Reconciled: ...
@overload
def reconcile(
    reports: Iterable[Reported], *, method: Literal["likelihood", "random_source"], confidence: float = ...
) -> CensoredCount: ...
def reconcile(
    reports: Iterable[Reported], *, method: str = "logical", confidence: float = 0.95
) -> Reconciled | CensoredCount:
    """Reconcile several reports of one number.

    Parameters
    ----------
    reports : iterable of float or Interval
        At least one.
    method : {"logical", "likelihood", "random_source"}
        ``"logical"``: what they share, else all that they cover; `consistent_subsets` tells who is apart.
        ``"likelihood"``: one Poisson mean behind all [1]_, as `censored_count_mle`. ``"random_source"``: each source
        errs by a factor, whose logarithm is normal; a bound says on which side a source's count is [1]_. Both are
        models of how sources err: an `interval` of theirs is no more than that.
    confidence : float
        Of the models' interval.

    Returns
    -------
    Reconciled
        By logic. ``interval``: the numbers that all reports share; where there are none, the smallest interval that
        holds them, and ``agree`` is False.
    CensoredCount
        By one of the models: flag ``one_sided`` where all reports are lower bounds, ``degenerate`` where sources agree
        so well that their spread can't be told from 0.

    Raises
    ------
    DomainError
        There is no report; an unknown method; a report holds no whole number >= 0, which the models need.

    References
    ----------
    .. [1] Turnbull (1976), J. R. Stat. Soc. B 38:290-295: censored likelihood. The model of sources is ours.

    Examples
    --------
    >>> reconcile([Interval(50, float("inf")), 52])
    Reconciled(interval=Interval(52), agree=True)
    >>> reconcile([14, 31]).agree
    False
    >>> reconcile([14, 31, Interval(20, float("inf"))], method="random_source").estimate
    23 [12, 66] 95 % (random source)
    """
    expect(method, str, "method")
    intervals = _intervals(reports)
    if method == "logical":
        done = _stats.reconcile(intervals)
        return Reconciled(done.interval, done.agree)
    fits = {"likelihood": _stats.censored_count, "random_source": _stats.random_source_count}
    if method not in fits:
        raise DomainError(f"method is {method!r}, expected one of logical, {', '.join(fits)}")
    return _fit(fits[method], intervals, confidence, None)


def consistent_subsets(reports: Iterable[Reported]) -> tuple[ConsistentSubset, ...]:
    """Return all subsets of reports that agree, and that no further report agrees with.

    Parameters
    ----------
    reports : iterable of float or Interval
        At least one.

    Returns
    -------
    tuple of ConsistentSubset
        The largest first: to reject what it leaves out is the least that makes the others agree [1]_.

    Raises
    ------
    DomainError
        There is no report.

    References
    ----------
    .. [1] Gavril (1972), SIAM J. Comput. 1:180-187: cliques of intervals.

    Examples
    --------
    >>> for subset in consistent_subsets([52, Interval(50, float("inf")), 14]):
    ...     print(subset.reports, subset.interval)
    (0, 1) 52
    (2,) 14
    """
    found = _stats.consistent_subsets(_intervals(reports))
    return tuple(ConsistentSubset(tuple(each.reports), each.interval) for each in found)


def censored_count_mle(
    reports: Iterable[Reported], *, confidence: float = 0.95, alpha: float | None = None
) -> CensoredCount:
    """Estimate one Poisson mean behind reports of which each says only that its count was in an interval.

    Parameters
    ----------
    reports : iterable of float or Interval
        Of whole numbers; an exact report is its own number.
    confidence : float
        Of the likelihood ratio interval.
    alpha : float, optional
        1 - confidence; replaces it.

    Returns
    -------
    CensoredCount
        With only lower bounds the estimate is ∞ and the interval has no high end, flag ``one_sided``: nothing speaks
        against any larger number.

    Raises
    ------
    DomainError
        There is no report; a report holds no whole number >= 0; a confidence or alpha outside (0, 1).

    References
    ----------
    .. [1] Turnbull (1976), J. R. Stat. Soc. B 38:290-295.

    Examples
    --------
    >>> censored_count_mle([Interval(50, float("inf")), Interval(30, 60), 57])
    56 [46, 67] 95 % (censored Poisson), log likelihood -3.48
    """
    return _fit(_stats.censored_count, _intervals(reports), confidence, alpha)


def toll_timeline(reports: Iterable[Reported], times: Sequence[Any] | None = None) -> TollTimeline:
    """Return what a toll that never falls was at the time of each report.

    Parameters
    ----------
    reports : iterable of float or Interval
        In the order of their times.
    times : sequence, optional
        Of the reports, rising; only kept, and checked for their order.

    Returns
    -------
    TollTimeline
        Each interval is at least what was reported before, and at most what is reported later.

    Raises
    ------
    DomainError
        There is no report; the times fall, or are not as many.

    References
    ----------
    No source: ours.

    Examples
    --------
    >>> toll_timeline([14, Interval(20, float("inf")), 31]).intervals
    (Interval(14), Interval([20, 31]), Interval(31))
    """
    intervals = _intervals(reports)
    at = tuple(range(len(intervals))) if times is None else tuple(times)
    if len(at) != len(intervals):
        raise DomainError(f"times has {len(at)} entries, reports has {len(intervals)}")
    for before, after in itertools.pairwise(at):
        if after < before:
            raise DomainError(f"times are not rising: {after} comes after {before}")
    done = _stats.toll_timeline(intervals)
    return TollTimeline(at, tuple(done.intervals), tuple(done.consistent))


def _intervals(reports: Iterable[Reported]) -> list[Interval]:
    made = []
    for each in reports:
        refuse_results(each)
        made.append(each if isinstance(each, Interval) else Interval(each, each))
    return made


def _fit(function: Any, intervals: list[Interval], confidence: float, alpha: float | None) -> CensoredCount:
    confidence, alpha = level(confidence, alpha)
    done = function(intervals, alpha)
    return CensoredCount(of_unit(done.estimate, confidence), done.log_likelihood, done.spread)
