"""What the numbers of polling stations look like: whole percentages, the fingerprint, the vote rate."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError
from pressgauge._core import stats as _stats
from pressgauge._numbers import number
from pressgauge.stats._forensics import Shown, columns_of
from pressgauge.stats._results import TestResult

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True, slots=True, repr=False)
class IntegerPercentTest(Shown):
    """Units at whole percentages, against how many would be by chance.

    Attributes
    ----------
    test : TestResult
        Its statistic is (observed - expected) / √variance.
    n : int
        Units with a percentage.
    observed : int
        Of them, at a whole percentage.
    expected, variance : float
        Of that number, if each unit's count were binomial with its own share.
    histogram : (101,) ndarray of int64
        Units at 0, 1, … 100 percent.
    """

    test: TestResult
    n: int
    observed: int
    expected: float
    variance: float
    histogram: NDArray[np.int64]

    def to_dict(self) -> dict[str, Any]:
        """Return the numbers as plain Python."""
        return {
            **self.test.to_dict(),
            "n": self.n,
            "observed": self.observed,
            "expected": self.expected,
            "variance": self.variance,
            "histogram": self.histogram.tolist(),
        }

    def __repr__(self) -> str:
        seen = f"{self.observed} of {self.n} at whole percentages, {self.expected:.1f} expected"
        return f"{seen}: {self.test!r}"


@dataclass(frozen=True, slots=True, repr=False)
class Fingerprint:
    """Units by turnout and by the winner's share.

    Attributes
    ----------
    counts : (bins, bins) ndarray of int64
        ``counts[i, j]``: turnout in [i, i + 1) / bins and share in [j, j + 1) / bins; the last bins hold 1.
    n : int
        Units counted.
    left_out : int
        Units with NaN, without registered voters or without ballots.
    flags : tuple of str
        ``above_one``: units with more ballots than voters, in the last row; ``missing``.
    """

    counts: NDArray[np.int64]
    n: int
    left_out: int
    flags: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the numbers as plain Python."""
        return {
            "counts": self.counts.tolist(),
            "n": self.n,
            "left_out": self.left_out,
            "flags": self.flags,
        }

    def plot(self, ax: Axes | None = None) -> Axes:
        """Draw the units: turnout to the right, the winner's share upwards. Needs matplotlib."""
        from pressgauge.plots import plot_fingerprint

        return plot_fingerprint(self, ax)

    def _repr_html_(self) -> str:
        return f"<code>{escape(repr(self))}</code>"

    def __repr__(self) -> str:
        bins = len(self.counts)
        told = ", ".join((f"{self.left_out} left out", *self.flags))
        return f"{self.n} units by turnout and winner's share, {bins} x {bins} bins ({told})"


@dataclass(frozen=True, slots=True)
class VoteRate:
    """Moments of the logarithmic vote rate.

    Attributes
    ----------
    n, left_out : int
        Units taken; units with NaN, or with none or all of the registered voters for the winner.
    mean, sd : float
        Of the units, sd with divisor n.
    skewness, excess_kurtosis : float
        0 of a normal distribution; NaN with flag ``degenerate`` where all rates are the same.
    flags : tuple of str
        ``missing``, ``undefined`` (no unit is left), ``degenerate``.
    """

    n: int
    left_out: int
    mean: float
    sd: float
    skewness: float
    excess_kurtosis: float
    flags: tuple[str, ...]


def integer_percent_test(
    x: ArrayLike,
    n: ArrayLike,
    *,
    window: float = 0.05,
    method: str = "binomial",
    alternative: str = "greater",
    draws: int = 10_000,
    seed: int = 0,
    threads: int = 1,
) -> IntegerPercentTest:
    """Spikes at whole percentages: more polling stations at 85 %, 90 %, … than chance puts there [1]_.

    Parameters
    ----------
    x, n : (n,) array_like of float
        Of each station, a part and its whole, whole numbers: ballots of registered voters, or the winner's votes of
        the ballots. Stations with NaN, or with n = 0, are left out, flags ``missing`` and ``undefined``.
    window : float
        Half-width in percent, in (0, 0.5), taken as the decimal that it prints as: by default [j - 0.05, j + 0.05)
        around each whole j.
    method : str
        Of the p-value: ``"binomial"`` (alias ``"binomial-exact"``), the excess over its standard deviation as a normal
        deviate; ``"monte_carlo"`` (alias ``"mc"``), the share of draws with as many, (1 + above) / (1 + draws).
        Expectation and variance are exact sums over binomial probabilities in both.
    alternative : {"greater", "less", "two-sided"}
        ``"greater"``: too many whole percentages.
    draws, seed : int
        Of ``"monte_carlo"``; the same seed gives the same result.
    threads : int
        That share stations and draws; the result is the same for any number.

    Returns
    -------
    IntegerPercentTest
        NaN and flag ``degenerate`` where no station can differ from its percentage.

    Raises
    ------
    DomainError
        Sizes differ; a count is negative, infinite or fractional; x above n; a window outside (0, 0.5).

    Notes
    -----
    Small stations have honest spikes: 10 of 20 is 50 % without anyone's help. Hence each station is compared with
    binomial counts of its own n and share, which has the same small-number pattern. Stations at 0 % and at 100 % are
    expected where they are, with no variance: they carry no weight. The binomial draw around the reported share is a
    model of a count that nobody rounded, not of the electorate; a station that is rounded raises its own expectation,
    so that the excess is an underestimate. Two tests of one election, of turnout and of shares, are not independent.

    References
    ----------
    .. [1] Kobak, Shpilkin & Pshenichnikov (2016), Ann. Appl. Stat. 10:54-73, section 3.

    Examples
    --------
    >>> integer_percent_test([850, 900, 800, 701], [1000, 1000, 1000, 1000]).observed
    3
    """
    part, whole = columns_of(("x", x), ("n", n))
    width = number("window", window)
    if not 0 < width < 0.5:
        raise DomainError(f"window is {width:g} percent, expected between 0 and 0.5, both excluded")
    half = Decimal(str(width)).as_integer_ratio()
    done = _stats.integer_percent_test(
        part,
        whole,
        window=half,
        method=method,
        alternative=alternative,
        draws=draws,
        seed=seed,
        threads=threads,
    )
    return IntegerPercentTest(
        TestResult(done.statistic, done.pvalue, f"integer percent, {method}", alternative, tuple(done.flags)),
        int(done.n),
        int(done.observed),
        done.expected,
        done.variance,
        done.histogram.astype(np.int64),
    )


def fingerprint(
    ballots: ArrayLike, registered: ArrayLike, winner: ArrayLike, *, bins: int = 100
) -> Fingerprint:
    """Two-dimensional histogram of polling stations: turnout and the winner's share [1]_.

    Parameters
    ----------
    ballots, registered, winner : (n,) array_like of float
        Of each station, ballots cast, registered voters, and votes for the winner; whole numbers. NaN where not
        reported.
    bins : int
        Of each axis, 1 to 10,000. Bins are decided in whole numbers: 29 of 100 is in [0.29, 0.30).

    Returns
    -------
    Fingerprint
        With ``plot()``.

    Raises
    ------
    DomainError
        Sizes differ; a count is negative, infinite or fractional; winner above ballots; bins out of range.

    Notes
    -----
    A smear towards full turnout and full support is what ballot stuffing would look like, and what a country of
    unlike regions (loyal, rural, abroad) looks like too. Compare within regions before you conclude.

    References
    ----------
    .. [1] Klimek, Yegorov, Hanel & Thurner (2012), PNAS 109:16469-16473.

    Examples
    --------
    >>> fingerprint([60, 80], [100, 100], [30, 72], bins=10)
    2 units by turnout and winner's share, 10 x 10 bins (0 left out)
    """
    columns = columns_of(("ballots", ballots), ("registered", registered), ("winner", winner))
    done = _stats.fingerprint(*columns, bins=bins)
    return Fingerprint(done.counts.astype(np.int64), int(done.n), int(done.left_out), tuple(done.flags))


def log_vote_rate(registered: ArrayLike, winner: ArrayLike) -> VoteRate:
    """Moments of the logarithmic vote rate, log((registered - winner) / winner), over polling stations [1]_.

    Parameters
    ----------
    registered, winner : (n,) array_like of float
        Of each station, registered voters and votes for the winner; whole numbers. Stations with NaN, or where the
        winner has none or all of the registered voters, are left out, and counted.

    Returns
    -------
    VoteRate
        Honest elections of many countries had rates near to normal: skewness and excess kurtosis near 0 [1]_.

    Raises
    ------
    DomainError
        Sizes differ; a count is negative, infinite or fractional; winner above registered.

    Notes
    -----
    Skewness and kurtosis also come from real differences between regions, and from small stations; stations at 100 %
    for the winner, the plainest sign, have no rate and are left out.

    References
    ----------
    .. [1] Klimek, Yegorov, Hanel & Thurner (2012), PNAS 109:16469-16473.

    Examples
    --------
    >>> log_vote_rate([100, 100, 100], [50, 40, 60]).n
    3
    """
    done = _stats.log_vote_rate(*columns_of(("registered", registered), ("winner", winner)))
    return VoteRate(
        int(done.n),
        int(done.left_out),
        done.mean,
        done.sd,
        done.skewness,
        done.excess_kurtosis,
        tuple(done.flags),
    )
