"""Events that excite further events."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pressgauge._core import DomainError
from pressgauge._core import stats as _stats
from pressgauge._core.stats import flag_names
from pressgauge._given import expect
from pressgauge._numbers import number
from pressgauge.stats._calls import level
from pressgauge.stats._fits import Fit, positive, series
from pressgauge.stats._results import TestResult

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from pressgauge._estimate import Estimate


@dataclass(frozen=True, slots=True, repr=False)
class HawkesFit(Fit):
    """A fitted process of events that excite others.

    Attributes
    ----------
    mu : Estimate
        Events per unit of time that nothing excites. Its interval, as those below, is normal on the logarithm, by
        the observed information.
    branching : Estimate
        Events that one event excites directly, on average; also the share of events that others excite.
    decay : Estimate
        Of the excitement, per unit of time; its mean lag is 1 / decay.
    covariance : (3, 3) ndarray of float64
        Of mu, branching and decay: the inverse of the observed information.
    loglik : float
    poisson_loglik : float
        Of events that excite nothing: what `loglik` has to beat. A gain of one or two, from a pair of near events, is
        nothing.
    residuals : (n,) ndarray of float64
        Expected events between events: a sample of Exp(1) if the model holds.
    residual_test : TestResult
        Kolmogorov's, of the residuals. The parameters being fitted to them, p is too large rather than too small.
    flags : tuple of str
        ``degenerate``: nothing excites, branching is 0 and decay is NaN; ``no_convergence``: the likelihood still
        grows at the end of the decays that the data can tell apart; ``tie``: events of one time.
    """

    mu: Estimate
    branching: Estimate
    decay: Estimate
    covariance: NDArray[np.float64]
    loglik: float
    poisson_loglik: float
    residuals: NDArray[np.float64]
    residual_test: TestResult
    flags: tuple[str, ...]

    @property
    def standard_errors(self) -> NDArray[np.float64]:
        """Of mu, branching and decay."""
        return np.sqrt(np.diag(self.covariance))

    def __repr__(self) -> str:
        values = f"mu {self.mu.estimate:.4g}, branching {self.branching.estimate:.4g}, decay {self.decay.estimate:.4g}"
        told = ", ".join((f"log likelihood {self.loglik:.6g}", *self.flags))
        return f"{values} ({told}; residuals p {self.residual_test.pvalue:.2g})"


def hawkes_loglik(times: ArrayLike, T: float, *, mu: float, branching: float, decay: float) -> float:
    """Log likelihood of a process of events that excite others, in one pass over them.

    At time t the rate is mu + the sum over earlier events t_j of branching decay exp(-decay (t - t_j)) [1]_.
    Events of one time don't excite each other.

    Parameters
    ----------
    times : (n,) array_like of float
        Sorted, in [0, T].
    T : float
        End of the observation, which begins at 0 with no event before.
    mu : float
        Events per unit of time that nothing excites, > 0.
    branching : float
        Events that one event excites directly, on average, >= 0.
    decay : float
        Of the excitement, per unit of time, > 0.

    Returns
    -------
    float

    Raises
    ------
    DomainError
        Times are not sorted, or outside [0, T]; a parameter outside its range.

    References
    ----------
    .. [1] Hawkes (1971), Biometrika 58:83-90.
    .. [2] Ozaki (1979), Ann. Inst. Stat. Math. 31:145-155: the recursion.

    Examples
    --------
    >>> round(hawkes_loglik([1.0, 1.5, 4.0], 5.0, mu=0.5, branching=0.4, decay=2.0), 6)
    -5.247312
    """
    return _stats.hawkes_loglik(
        series("times", times),
        number("T", T),
        number("mu", mu),
        number("branching", branching),
        number("decay", decay),
    )


def hawkes_score(
    times: ArrayLike, T: float, *, mu: float, branching: float, decay: float
) -> NDArray[np.float64]:
    """Gradient of `hawkes_loglik` in mu, branching and decay.

    Parameters
    ----------
    times, T, mu, branching, decay
        As in `hawkes_loglik`.

    Returns
    -------
    (3,) ndarray of float64

    Raises
    ------
    DomainError
        As in `hawkes_loglik`.

    References
    ----------
    .. [1] Ozaki (1979), Ann. Inst. Stat. Math. 31:145-155.

    Examples
    --------
    >>> hawkes_score([1.0, 1.5, 4.0], 5.0, mu=0.5, branching=0.4, decay=2.0).round(3)
    array([ 0.23 , -1.901, -0.087])
    """
    column = series("times", times)
    return _stats.hawkes_score(
        column, number("T", T), number("mu", mu), number("branching", branching), number("decay", decay)
    )


def hawkes_fit(
    times: ArrayLike,
    T: float,
    *,
    kernel: str = "exp",
    confidence: float = 0.95,
    alpha: float | None = None,
) -> HawkesFit:
    """Fit a process of events that excite others, by maximum likelihood.

    For each decay, mu and branching have one maximum; decays are searched over all scales between the least gap and
    the whole time, then all three are solved on the score. No start is needed, and none changes the result.

    Parameters
    ----------
    times : (n,) array_like of float
        Sorted, in [0, T], n >= 2. Events known to the day only have ties, which tell nothing of a decay faster than
        days.
    T : float
        End of the observation, which begins at 0 with no event before.
    kernel : {"exp"}
        Shape of the excitement over time.
    confidence, alpha
        As in `proportion`.

    Returns
    -------
    HawkesFit
        Branching above 1 is possible: within [0, T] such a process grew.

    Raises
    ------
    DomainError
        Times are not sorted, outside [0, T], or fewer than two; an unknown kernel.

    References
    ----------
    .. [1] Ozaki (1979), Ann. Inst. Stat. Math. 31:145-155.
    .. [2] Ogata (1988), J. Am. Stat. Assoc. 83:9-27: residuals.

    Examples
    --------
    >>> times = hawkes_simulate(0.5, 0.6, 1.5, 500.0, seed=1)
    >>> fit = hawkes_fit(times, 500.0)
    >>> fit.branching.low < 0.6 < fit.branching.high
    True
    """
    expect(kernel, str, "kernel")
    if kernel != "exp":
        raise DomainError(f"kernel is '{kernel}', expected one of exp")
    confidence, alpha = level(confidence, alpha)
    done = _stats.hawkes_fit(series("times", times), number("T", T))
    flags = tuple(flag_names(done.flags))
    variances = np.diag(done.covariance)
    errors = np.sqrt(np.where(variances > 0, variances, np.nan))
    values = (done.mu, done.branching, done.decay)
    mu, branching, decay = (
        positive(value, float(error), alpha=alpha, confidence=confidence, flags=flags)
        for value, error in zip(values, errors, strict=True)
    )
    test = TestResult(done.ks, done.pvalue, "kolmogorov", "two-sided", flags)
    n = len(done.residuals)
    poisson = n * math.log(n / T) - n
    return HawkesFit(mu, branching, decay, done.covariance, done.loglik, poisson, done.residuals, test, flags)


def hawkes_simulate(
    mu: float, branching: float, decay: float, T: float, *, seed: int = 0
) -> NDArray[np.float64]:
    """Simulate events that excite others, exactly [1]_.

    Parameters
    ----------
    mu, branching, decay : float
        As in `hawkes_loglik`; branching below 1.
    T : float
        End; the process begins at 0 with no event before.
    seed : int
        In [0, 2^64): the same seed gives the same events, on any platform.

    Returns
    -------
    (n,) ndarray of float64
        Times, sorted.

    Raises
    ------
    DomainError
        A parameter outside its range; more than 1e8 events on average.

    References
    ----------
    .. [1] Dassios & Zhao (2013), Electron. Commun. Probab. 18(62):1-13.

    Examples
    --------
    >>> times = hawkes_simulate(1.0, 0.5, 2.0, 100_000.0, seed=7)
    >>> round(len(times) / 100_000, 1)  # mu / (1 - branching)
    2.0
    """
    return _stats.hawkes_simulate(
        number("mu", mu), number("branching", branching), number("decay", decay), number("T", T), seed
    )
