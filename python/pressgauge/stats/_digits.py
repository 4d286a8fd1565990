"""Digits of counts: Benford's law, and tests of first, second and last digits."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError
from pressgauge._core import stats as _stats
from pressgauge._numbers import number
from pressgauge.plots._drawing import BLUE, VERMILLION, axes_of
from pressgauge.stats._forensics import Shown, column_of
from pressgauge.stats._results import TestResult

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True, slots=True, repr=False)
class DigitTest(Shown):
    """How often each digit stands at a place, against what is expected.

    Attributes
    ----------
    test : TestResult
        Its statistic and p-value are `statistic` and `pvalue` here too.
    digits, counts, expected : (10,) ndarray, or (9,) of a first digit
        The digits, how often each is found, and the probability of each.
    n : int
        Numbers that have a digit there.
    df : int or None
        Degrees of freedom of chi squared; None for the test of the mean.
    mean, expected_mean : float
        Of the digits.
    """

    test: TestResult
    digits: NDArray[np.int64]
    counts: NDArray[np.int64]
    expected: NDArray[np.float64]
    n: int
    df: int | None
    mean: float
    expected_mean: float

    def to_dict(self) -> dict[str, Any]:
        """Return the numbers as plain Python."""
        return {
            **self.test.to_dict(),
            "digits": self.digits.tolist(),
            "counts": self.counts.tolist(),
            "expected": self.expected.tolist(),
            "n": self.n,
            "df": self.df,
            "mean": self.mean,
            "expected_mean": self.expected_mean,
        }

    def plot(self, ax: Axes | None = None) -> Axes:
        """Draw the counts as bars and what is expected as points. Needs matplotlib."""
        axes = axes_of(ax)
        axes.bar(self.digits, self.counts, color=BLUE, label="counted")
        axes.plot(self.digits, self.n * self.expected, "o", color=VERMILLION, label="expected")
        axes.set_xticks(self.digits)
        axes.set_xlabel("digit")
        axes.set_ylabel("numbers [count]")
        axes.set_title(repr(self.test))
        axes.legend()
        return axes

    def __repr__(self) -> str:
        df = "" if self.df is None else f", {self.df} df"
        return f"{self.n} numbers{df}, mean {self.mean:.4g}: {self.test!r}"


def benford_probs(digit: int | str = 1) -> NDArray[np.float64]:
    """Benford's law: the probability of each digit at a place from the left.

    Parameters
    ----------
    digit : int or str
        1 to 4, or ``"first"``, ``"second"``, ``"third"``, ``"fourth"``.

    Returns
    -------
    (10,) ndarray of float64, (9,) for the first digit
        Of the digits 0 to 9; of 1 to 9 for the first [1].

    Raises
    ------
    DomainError
        Another place.

    References
    ----------
    .. [1] Benford (1938), Proc. Am. Philos. Soc. 78:551-572.
    .. [2] Hill (1995), Stat. Sci. 10:354-363: digits beyond the first.

    Examples
    --------
    >>> benford_probs(1).round(3)
    array([0.301, 0.176, 0.125, 0.097, 0.079, 0.067, 0.058, 0.051, 0.046])
    >>> benford_probs("second")[:4].round(3)
    array([0.12 , 0.114, 0.109, 0.104])
    """
    if str(digit) in ("last", "-1"):
        raise DomainError(
            "digit is last, expected a place from the left: the last digit follows no Benford's law"
        )
    values = _stats.digit_probabilities(str(digit))
    return values[1:] if values[0] == 0 else values


def digit_test(counts: ArrayLike, digit: int | str = "second", *, least: float = 0) -> DigitTest:
    """Pearson's chi squared of the digits at a place: Benford's law, or all alike for the last digit.

    Parameters
    ----------
    counts : (n,) array_like of float
        Vote counts [votes], whole numbers. NaN, and numbers that have no digit there, are left out.
    digit : int or str
        ``"first"``, ``"second"`` [1]_, ``"third"``, ``"fourth"`` or ``"last"`` [2]_; or 1 to 4 and -1.
    least : float
        Numbers below are left out. Last digits of numbers below some 50 are not alike even in honest counts.

    Returns
    -------
    DigitTest
        Statistic chi squared with 9 (first digit: 8) degrees of freedom. Flag ``missing`` for NaN among the counts;
        NaN and flag ``undefined`` where no number is left.

    Raises
    ------
    DomainError
        A count is negative, infinite, fractional or above 2^53; an unknown digit.

    Notes
    -----
    A small p-value flags, it doesn't prove; a large one clears nothing. First and second digits of honest vote counts
    need not follow Benford's law: sizes of polling stations and the closeness of a race bend them, and simulated
    frauds can bend them towards it [3]_. The last digit asks for less (counts with three digits and a smooth
    distribution), but finds only numbers that people made up [2]_, and they may make them up well. With thousands of
    stations, trifles are significant. The p-value is that of large numbers: it takes some 5 expected counts a digit.

    References
    ----------
    .. [1] Mebane (2006), Election Forensics: The Second-digit Benford's Law Test.
    .. [2] Beber & Scacco (2012), Polit. Anal. 20:211-234.
    .. [3] Deckert, Myagkov & Ordeshook (2011), Polit. Anal. 19:245-268.

    Examples
    --------
    >>> digit_test(range(100, 200), "last")
    100 numbers, 9 df, mean 4.5: p 1, statistic 0 (last digit, chi squared, two-sided)
    """
    place = str(digit)
    done = _stats.digit_test(column_of("counts", counts), digit=place, least=number("least", least))
    return _digits(done, place, "chi squared", "two-sided")


def digit_mean_test(
    counts: ArrayLike, digit: int | str = "second", *, least: float = 0, alternative: str = "two-sided"
) -> DigitTest:
    """Mean of the digits at a place against its expectation: 4.187 for second digits, 4.5 for last ones.

    Parameters
    ----------
    counts, digit, least
        As in `digit_test`.
    alternative : {"two-sided", "less", "greater"}
        ``"greater"``: whether the digits are larger than expected.

    Returns
    -------
    DigitTest
        Statistic (mean - expected) / √(variance / n) with the variance of the law, as a normal deviate [1]_. Flags as
        in `digit_test`.

    Raises
    ------
    DomainError
        As in `digit_test`.

    Notes
    -----
    What `digit_test` can't tell this can't either. Strategic voting and gerrymandering move the mean of second
    digits as frauds do [2]_.

    References
    ----------
    .. [1] Mebane (2006), Election Forensics: The Second-digit Benford's Law Test.
    .. [2] Mebane (2013), Election Forensics: The Meanings of Precinct Vote Counts' Second Digits.

    Examples
    --------
    >>> digit_mean_test([105, 118, 121, 133, 146]).mean
    2.0
    """
    place = str(digit)
    done = _stats.digit_mean_test(
        column_of("counts", counts), digit=place, least=number("least", least), alternative=alternative
    )
    return _digits(done, place, "mean", alternative)


def _digits(done: _stats.DigitTest, place: str, statistic: str, alternative: str) -> DigitTest:
    names = {"1": "first", "2": "second", "3": "third", "4": "fourth", "-1": "last"}
    first = 1 if done.expected[0] == 0 else 0
    digits = np.arange(first, 10)
    method = f"{names.get(place, place)} digit, {statistic}"
    return DigitTest(
        TestResult(done.statistic, done.pvalue, method, alternative, tuple(done.flags)),
        digits,
        done.counts[first:].astype(np.int64),
        done.expected[first:],
        int(done.n),
        None if math.isnan(done.df) else int(done.df),
        done.mean,
        float(done.expected[first:] @ digits),
    )
