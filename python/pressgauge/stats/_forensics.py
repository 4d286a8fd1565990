"""What the numbers of polling stations look like. Nothing here proves a fraud, or its absence."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError
from pressgauge._core import stats as _stats
from pressgauge._optional import optional
from pressgauge.stats._calls import broadcast
from pressgauge.stats._results import TestResult

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from numpy.typing import ArrayLike, NDArray


class _Shown:
    """What results of tests share: their repr in a notebook, and the two numbers that a reader looks for."""

    __slots__ = ()

    test: TestResult

    @property
    def statistic(self) -> float:
        """Of the test."""
        return float(self.test.statistic)

    @property
    def pvalue(self) -> float:
        """Of the test."""
        return float(self.test.pvalue)

    @property
    def flags(self) -> tuple[str, ...]:
        """Of the test."""
        return tuple(self.test.flags)

    def _repr_html_(self) -> str:
        return f"<code>{escape(repr(self))}</code>"


@dataclass(frozen=True, slots=True, repr=False)
class DigitTest(_Shown):
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
        axes = _axes(ax)
        axes.bar(self.digits, self.counts, color=_BLUE, label="counted")
        axes.plot(self.digits, self.n * self.expected, "o", color=_VERMILLION, label="expected")
        axes.set_xticks(self.digits)
        axes.set_xlabel("digit")
        axes.set_ylabel("numbers [count]")
        axes.set_title(repr(self.test))
        axes.legend()
        return axes

    def __repr__(self) -> str:
        df = "" if self.df is None else f", {self.df} df"
        return f"{self.n} numbers{df}, mean {self.mean:.4g}: {self.test!r}"


@dataclass(frozen=True, slots=True, repr=False)
class IntegerPercentTest(_Shown):
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
        axes = _axes(ax)
        shown = np.ma.masked_equal(self.counts.T, 0)
        image = axes.imshow(shown, origin="lower", extent=(0, 1, 0, 1), aspect="equal", cmap="cividis")
        axes.figure.colorbar(image, ax=axes, label="units [count]")
        axes.set_xlabel("turnout [1]")
        axes.set_ylabel("winner's share [1]")
        axes.set_title(f"Fingerprint of {self.n} units")
        return axes

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


@dataclass(frozen=True, slots=True, repr=False)
class KlimekFit:
    """A model of ballot stuffing, as near to the fingerprint of an election as it comes.

    Attributes
    ----------
    incremental, extreme : float
        Shares of units where some, and where nearly all, of the votes that the winner doesn't have are made his [1].
    exponent : float
        Of what is taken from the others, x^exponent, where x is added of those who stayed at home.
    width : float
        Of x = abs(N(0, width)) in incremental fraud [1].
    turnout, turnout_sd, share, share_sd : float
        Of honest units: mean and standard deviation of turnout and of the winner's share [1].
    distance, distance_honest : float
        Squared Hellinger distance of simulated and reported fingerprint, in [0, 1], and that of the best model
        without fraud.
    n, left_out : int
        Units taken; units with NaN, without voters or without ballots.
    flags : tuple of str
        ``degenerate``: fraud comes no nearer than by chance, so that the honest model is given, whose exponent and
        width mean nothing; ``no_convergence``; ``missing``; ``above_one``: a turnout above 1 was taken as 1.
    """

    incremental: float
    extreme: float
    exponent: float
    width: float
    turnout: float
    turnout_sd: float
    share: float
    share_sd: float
    distance: float
    distance_honest: float
    n: int
    left_out: int
    flags: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the numbers as plain Python."""
        return asdict(self)

    def _repr_html_(self) -> str:
        return f"<code>{escape(repr(self))}</code>"

    def __repr__(self) -> str:
        nearer = f"distance {self.distance:.3g}, honest {self.distance_honest:.3g}"
        told = ", ".join((f"{self.n} units", *self.flags))
        return f"incremental {self.incremental:.2g}, extreme {self.extreme:.2g}, {nearer} ({told})"


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
    done = _stats.digit_test(_column("counts", counts), digit=place, least=float(least))
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
        _column("counts", counts), digit=place, least=float(least), alternative=alternative
    )
    return _digits(done, place, "mean", alternative)


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
    part, whole = _columns(("x", x), ("n", n))
    if not 0 < window < 0.5:
        raise DomainError(f"window is {window:g} percent, expected between 0 and 0.5, both excluded")
    half = Decimal(str(float(window))).as_integer_ratio()
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
    columns = _columns(("ballots", ballots), ("registered", registered), ("winner", winner))
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
    done = _stats.log_vote_rate(*_columns(("registered", registered), ("winner", winner)))
    return VoteRate(
        int(done.n),
        int(done.left_out),
        done.mean,
        done.sd,
        done.skewness,
        done.excess_kurtosis,
        tuple(done.flags),
    )


def klimek_fit(
    ballots: ArrayLike,
    registered: ArrayLike,
    winner: ArrayLike,
    *,
    bins: int = 25,
    draws: int = 20_000,
    seed: int = 0,
) -> KlimekFit:
    """Fit of the model of ballot stuffing of Klimek et al. to the fingerprint of an election [1]_.

    Honest units have a turnout t and a winner's share s, both normal, cut to [0, 1]. In a share `incremental` of the
    units a part x = abs(N(0, width)) of those who stayed at home is added for the winner, and x^exponent of the
    others' votes goes over; in a share `extreme` the same with x = 1 - abs(N(0, 0.075)). The winner then has
    t s + x (1 - t) + x^exponent (1 - s) t of the registered voters.

    Parameters
    ----------
    ballots, registered, winner : (n,) array_like of float
        Of each station, as in `fingerprint`; at least 50 stations with voters and ballots.
    bins : int
        Of the fingerprint that is compared, each way, 2 to 1000.
    draws : int
        Stations simulated for a comparison; as many as there are, if that is more.
    seed : int
        Of the simulation; the same seed gives the same fit. Try several: how far fits differ tells how little is known.

    Returns
    -------
    KlimekFit
        The honest model, with flag ``degenerate``, unless fraud comes nearer than four more numbers do by chance
        (1 in 1000).

    Raises
    ------
    DomainError
        Sizes differ; a count is negative, infinite or fractional; winner above ballots; too few stations; bins or
        draws out of range.

    Notes
    -----
    The model and its mechanisms are the paper's. Ours: mean and spread are fitted along, rather than read off the left
    halves of the data, and the two-dimensional fingerprint is compared by Hellinger's distance, rather than the
    winner's share alone by squares. A unit that is stuffed a little looks honest: with many of them `incremental` is
    told too small, or `width` too large. `exponent` and `width` are known only roughly from a thousand units. And all
    rests on the honest part being one normal cloud: regions that differ, cities against villages, or loyal minorities
    look like fraud to it; fit regions apart. The result is a description, never evidence by itself.

    References
    ----------
    .. [1] Klimek, Yegorov, Hanel & Thurner (2012), PNAS 109:16469-16473, and supporting information.

    Examples
    --------
    >>> registered = [1000] * 500
    >>> ballots, winner = klimek_simulate(registered, extreme=0.2, turnout=0.5, share=0.4)
    >>> round(klimek_fit(ballots, registered, winner, draws=2000).extreme, 1)
    0.2
    """
    columns = _columns(("ballots", ballots), ("registered", registered), ("winner", winner))
    done = _stats.klimek_fit(*columns, bins=bins, draws=draws, seed=seed)
    model = done.model
    return KlimekFit(
        model.incremental,
        model.extreme,
        model.exponent,
        model.width,
        model.turnout,
        model.turnout_sd,
        model.share,
        model.share_sd,
        done.distance,
        done.distance_honest,
        int(done.n),
        int(done.left_out),
        tuple(done.flags),
    )


def klimek_simulate(
    registered: ArrayLike,
    *,
    incremental: float = 0,
    extreme: float = 0,
    exponent: float = 1,
    width: float = 0.2,
    turnout: float = 0.5,
    turnout_sd: float = 0.1,
    share: float = 0.5,
    share_sd: float = 0.1,
    seed: int = 0,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Ballots and votes for the winner of each polling station, as the model of `klimek_fit` makes them.

    Parameters
    ----------
    registered : (n,) array_like of float
        Registered voters of each station [persons], whole numbers.
    incremental, extreme, exponent, width, turnout, turnout_sd, share, share_sd : float
        As the attributes of `KlimekFit`.
    seed : int
        The same seed gives the same counts.

    Returns
    -------
    ballots, winner : (n,) ndarray of float64
        Whole numbers.

    Raises
    ------
    DomainError
        A count is negative, infinite or fractional; shares of units that add up to more than 1; a negative width.

    References
    ----------
    .. [1] Klimek, Yegorov, Hanel & Thurner (2012), PNAS 109:16469-16473.

    Examples
    --------
    >>> ballots, winner = klimek_simulate([1000, 1000], turnout=0.6, turnout_sd=0, share_sd=0)
    >>> ballots.tolist(), winner.tolist()
    ([600.0, 600.0], [300.0, 300.0])
    """
    model = _stats.KlimekModel(
        incremental=incremental,
        extreme=extreme,
        exponent=exponent,
        width=width,
        turnout=turnout,
        turnout_sd=turnout_sd,
        share=share,
        share_sd=share_sd,
    )
    return _stats.klimek_simulate(_column("registered", registered), model=model, seed=seed)


# Okabe & Ito (2008), Color Universal Design.
_BLUE, _VERMILLION = "#0072b2", "#d55e00"


def _axes(ax: Axes | None) -> Axes:
    if ax is not None:
        return ax
    made: Axes = optional("matplotlib.pyplot", "plots").subplots(layout="constrained")[1]
    return made


def _column(name: str, values: ArrayLike) -> NDArray[np.float64]:
    return _columns((name, values))[0]


def _columns(*named: tuple[str, ArrayLike]) -> list[NDArray[np.float64]]:
    """Return columns of one length, of numbers or arrays of any shape."""
    pairs = [(name, np.atleast_1d(np.asarray(value, dtype=np.float64))) for name, value in named]
    return [column.ravel() for column in broadcast(pairs)]  # type: ignore[arg-type]


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
