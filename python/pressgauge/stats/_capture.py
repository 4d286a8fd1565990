"""How many there are, from two lists or from how often persons were seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from pressgauge._core import DomainError, Interval
from pressgauge._core import stats as _stats
from pressgauge._numbers import number, numbers
from pressgauge.stats._calls import evaluate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

    from pressgauge._estimate import Estimate
    from pressgauge.stats._calls import Counts, Reported

MOST_LISTS = 16
Histories: TypeAlias = "Mapping[str, Reported] | Mapping[tuple[int, ...], Reported] | NDArray[np.float64]"


def lincoln_petersen(
    n1: Counts,
    n2: Counts,
    m: Counts,
    *,
    method: str = "lognormal",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> Estimate:
    """All persons of two lists: n1 n2 / m.

    Right where being on one list tells nothing of being on the other, each person is as likely as
    the next to be on one of the lists, and the same persons are recognised. `chapman` has less bias.

    Parameters
    ----------
    n1, n2 : float, (n,) array_like of float, or Interval
        Persons on each list, whole numbers >= 0. NaN where not reported.
    m : float, (n,) array_like of float, or Interval
        Persons on both, at most n1 and n2.
    method : {"lognormal", "normal"}, default "lognormal"
        Interval: of the logarithm of those unseen [2]_, or of the number, cut at those seen.
    confidence, alpha, alternative, threads
        As in `proportion`.

    Returns
    -------
    Estimate
        Persons. With m = 0 it is ∞, flag ``one_sided``; with an empty list NaN, flag
        ``undefined``. Of Intervals the identified set and the union of the intervals, looked for at
        17 values of each count or, in a narrower Interval, at all.

    Raises
    ------
    DomainError
        Sizes differ; a count is negative, infinite or fractional; m is above n1 or n2; as in
        `proportion`.

    References
    ----------
    .. [1] Seber (1982), The Estimation of Animal Abundance, 2nd ed., section 3.1.
    .. [2] Chao (1987), Biometrics 43:783-791, equation 12.

    Examples
    --------
    >>> lincoln_petersen(30, 40, 10)
    120 [86, 199] 95 % (lognormal)
    >>> lincoln_petersen(30, 40, Interval(10, 12)).identified
    Interval([100, 120])
    """
    return evaluate(
        _stats.lincoln_petersen,
        ("n1", n1),
        ("n2", n2),
        ("m", m),
        method=method,
        confidence=confidence,
        alpha=alpha,
        alternative=alternative,
        threads=threads,
    )


def chapman(
    n1: Counts,
    n2: Counts,
    m: Counts,
    *,
    method: str = "lognormal",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> Estimate:
    """All persons of two lists, finite and of less bias: (n1 + 1)(n2 + 1) / (m + 1) - 1.

    Parameters
    ----------
    n1, n2, m : float, (n,) array_like of float, or Interval
        As in `lincoln_petersen`.
    method : {"lognormal", "normal"}, default "lognormal"
        Interval: of the logarithm of those unseen [3]_, or of the number, cut at those seen.
    confidence, alpha, alternative, threads
        As in `proportion`.

    Returns
    -------
    Estimate
        Persons; flag ``degenerate`` where one list holds the other, as nobody is left unseen.

    Raises
    ------
    DomainError
        As in `lincoln_petersen`.

    References
    ----------
    .. [1] Chapman (1951), Univ. Calif. Publ. Stat. 1:131-160.
    .. [2] Seber (1970), Biometrics 26:13-22: the variance.
    .. [3] Chao (1987), Biometrics 43:783-791, equation 12.

    Examples
    --------
    >>> chapman(30, 40, 10)
    115 [85, 180] 95 % (lognormal)
    >>> chapman(30, 40, 10, method="normal")
    115 [70, 159] 95 % (normal)
    """
    return evaluate(
        _stats.chapman,
        ("n1", n1),
        ("n2", n2),
        ("m", m),
        method=method,
        confidence=confidence,
        alpha=alpha,
        alternative=alternative,
        threads=threads,
    )


def chao(
    f1: Counts | Histories,
    f2: Counts | None = None,
    observed: Counts | None = None,
    *,
    lists: Counts | None = None,
    method: str = "chao1984",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> Estimate:
    """At least so many persons, from those seen once and twice: observed + f1² / (2 f2).

    A lower bound, near the truth where all persons are equally likely to be seen, and low where
    they are not. It takes the lists to be alike and independent.

    Parameters
    ----------
    f1 : float, (n,) array_like of float, Interval, or counts by history
        Persons seen on one list. Or a mapping from histories to counts, as in `loglinear_mse`: then
        it is all that is needed.
    f2, observed : float, (n,) array_like of float, or Interval
        Persons seen on two lists, and on any.
    lists : float or (n,) array_like of float, optional
        Number of lists, which only ``"chao1987_t"`` needs.
    method : {"chao1984", "chao1987_t", "bias_corrected"}, default "chao1984"
        f1² / (2 f2) unseen; that times (lists - 1) / lists; f1 (f1 - 1) / (2 (f2 + 1)). Where f2 is 0
        the first two take f1 (f1 - 1) / 2.
    confidence, alpha, alternative, threads
        As in `proportion`.

    Returns
    -------
    Estimate
        Persons with the log-normal interval; flag ``degenerate`` where f1 is 0.

    Raises
    ------
    DomainError
        Sizes differ; a count is negative, infinite or fractional; f1 + f2 is above observed; lists
        is not given or below 2; as in `proportion`.

    References
    ----------
    .. [1] Chao (1984), Scand. J. Stat. 11:265-270.
    .. [2] Chao (1987), Biometrics 43:783-791.
    .. [3] Chao (1989), Biometrics 45:427-438: the bias-corrected form.

    Examples
    --------
    >>> chao(10, 5, 30)
    40 [32, 72] 95 % (chao1984)
    >>> chao({"100": 4, "010": 3, "001": 3, "110": 5, "111": 15}, method="chao1987_t")
    37 [32, 59] 95 % (chao1987_t)
    """
    if f2 is None or observed is None:
        f1, f2, observed, lists = frequencies(f1, f2, observed)  # type: ignore[arg-type]
    elif lists is None:
        if method in {"chao1987_t", "chao2"}:
            raise DomainError("lists is not given, expected a number: chao1987_t needs it")
        lists = 2.0  # not used by the other methods
    return evaluate(
        _stats.chao,
        ("f1", f1),  # type: ignore[arg-type]
        ("f2", f2),
        ("observed", observed),
        ("lists", lists),
        method=method,
        confidence=confidence,
        alpha=alpha,
        alternative=alternative,
        threads=threads,
    )


def frequencies(
    counts: Histories, f2: object = None, observed: object = None
) -> tuple[Reported, Reported, Reported, float]:
    """Return persons seen once, twice, at all, and the number of lists."""
    if f2 is not None or observed is not None or not isinstance(counts, (Mapping, np.ndarray)):
        raise DomainError("f2 or observed is not given, expected f1, f2 and observed, or counts by history")
    values, lists = by_mask(counts)
    times = [mask.bit_count() for mask in range(len(values))]
    once = [value for value, k in zip(values, times, strict=True) if k == 1]
    twice = [value for value, k in zip(values, times, strict=True) if k == 2]
    return _sum(once), _sum(twice), _sum(values[1:]), float(lists)


def _sum(values: list[Reported]) -> Reported:
    if not any(isinstance(value, Interval) for value in values):
        return float(sum(values))  # type: ignore[arg-type]
    ends = [value if isinstance(value, Interval) else Interval(value, value) for value in values]
    high = sum(end.high for end in ends)
    return Interval(sum(end.low for end in ends), high, high_open=high == float("inf"))


def capture_histories(seen: ArrayLike, counts: ArrayLike | None = None) -> dict[str, float]:
    """Count persons by the lists that they are on.

    Parameters
    ----------
    seen : (n, lists) array_like of bool
        Whether each person, or each kind of person, is on each list: 0 or 1.
    counts : (n,) array_like of float, optional
        Persons of each row; one each where it is not given.

    Returns
    -------
    dict of str to float
        Persons by history: ``"101"`` for the first list and the third but not the second. Rows on no
        list are left out, as nobody saw them.

    Raises
    ------
    DomainError
        `seen` has no two dimensions, fewer than two lists, or a value that is neither 0 nor 1;
        sizes differ; a count is negative, infinite, fractional or NaN.

    References
    ----------
    .. [1] No source: ours.

    Examples
    --------
    >>> capture_histories([[1, 0], [1, 1], [1, 0], [0, 1]])
    {'10': 2.0, '01': 1.0, '11': 1.0}
    """
    rows = numbers("seen", seen)
    if rows.ndim != 2 or rows.shape[1] < 2:
        raise DomainError(f"seen has shape {rows.shape}, expected (persons, lists) with two lists or more")
    if rows.shape[1] > MOST_LISTS:
        raise DomainError(f"seen has {rows.shape[1]} lists, expected at most {MOST_LISTS}")
    off = ~np.isin(rows, (0, 1))
    if off.any():
        i, j = np.argwhere(off)[0]
        raise DomainError(f"seen[{i}, {j}] is {rows[i, j]:g}, expected 0 or 1")
    lists = rows.shape[1]
    masks = (rows @ 2.0 ** np.arange(lists)).astype(np.int64)
    persons = np.ones(len(rows)) if counts is None else numbers("counts", counts)
    if persons.shape != (len(rows),):
        raise DomainError(f"seen has {len(rows)} rows, counts has {persons.size}")
    wrong = ~(np.isfinite(persons) & (persons >= 0) & (persons == np.floor(persons)))
    if wrong.any():
        at = int(np.argmax(wrong))
        raise DomainError(f"counts[{at}] is {persons[at]:g}, expected a whole number >= 0")
    found = np.bincount(masks, persons, minlength=2**lists)
    return {history_of(mask, lists): float(n) for mask, n in enumerate(found) if mask and n}


def history_of(mask: int, lists: int) -> str:
    """Return the history of a mask, the first list first."""
    return f"{mask:0{lists}b}"[::-1]


def by_mask(counts: Histories) -> tuple[list[Reported], int]:
    """Return counts by the bit mask of their history, list j at bit j, and the number of lists."""
    if not isinstance(counts, Mapping):
        table = numbers("counts", counts)
        if table.ndim < 2 or table.shape != (2,) * table.ndim:
            raise DomainError(
                f"counts has shape {table.shape}, expected (2, 2, …) with a dimension for each list, "
                "or a mapping from histories to counts"
            )
        cells = table.T.ravel().tolist()
        return [0.0, *cells[1:]], table.ndim
    if not counts:
        raise DomainError("counts is empty, expected a count for each history")
    lists = len(next(iter(counts)))
    if not 2 <= lists <= MOST_LISTS:
        raise DomainError(f"counts has histories of {lists} lists, expected 2 to {MOST_LISTS}")
    values: list[Reported] = [0.0] * 2**lists
    for history, count in counts.items():
        mask = _mask(history, lists)
        values[mask] = count if isinstance(count, Interval) else _number(count)
    return values, lists


def _mask(history: Sequence[int] | str, lists: int) -> int:
    marks = [str(int(mark)) if isinstance(mark, (bool, np.bool_)) else str(mark) for mark in history]
    if len(marks) != lists or not set(marks) <= {"0", "1"}:
        raise DomainError(f"counts has history {history!r}, expected {lists} marks, each 0 or 1")
    if "1" not in marks:
        raise DomainError(
            f"counts has history {history!r}, expected none of persons on no list: nobody saw them"
        )
    return sum(1 << j for j, mark in enumerate(marks) if mark == "1")


def _number(count: float | None) -> float:
    return float("nan") if count is None else number("a count", count)


def exact(counts: Histories) -> tuple[NDArray[np.float64], int]:
    """Return counts by mask as a column, where none may be an Interval."""
    values, lists = by_mask(counts)
    for mask, value in enumerate(values):
        if isinstance(value, Interval):
            history = history_of(mask, lists)
            raise DomainError(
                f"counts['{history}'] is {value}, expected a number: mse_model_range takes Intervals"
            )
    return np.array(values, dtype=np.float64), lists
