"""Laws of the sizes of events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgauge._core import stats as _stats
from pressgauge._core.stats import flag_names
from pressgauge._numbers import number
from pressgauge.stats._calls import level
from pressgauge.stats._fits import Fit, quantity, series
from pressgauge.stats._results import TestResult

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

    from pressgauge._estimate import Estimate


@dataclass(frozen=True, slots=True, repr=False)
class PowerLawFit(Fit):
    """A power law fitted to the sizes from `xmin` on.

    Attributes
    ----------
    alpha : Estimate
        Exponent: P(x) is proportional to x^-alpha. Its interval is normal, and takes xmin as known.
    standard_error : float
        Of alpha.
    xmin : float
        Where the law begins, in the unit of the sizes.
    loglik : float
        Of the sizes from xmin on.
    ks : float
        Kolmogorov's distance of these from the law.
    ks_observed : float
        The same at the sizes that occur, without the gaps between: what some programs print.
    tail : int
        Number of sizes from xmin on.
    discrete : bool
    flags : tuple of str
        ``degenerate``: all sizes from xmin on are xmin but for a rounding, alpha is infinite; ``missing``: sizes that
        are not reported;
        ``no_convergence``: an alpha so large that it is no power law.
    """

    alpha: Estimate
    standard_error: float
    xmin: float
    loglik: float
    ks: float
    ks_observed: float
    tail: int
    discrete: bool
    flags: tuple[str, ...]

    def __repr__(self) -> str:
        source = ", ".join(("discrete" if self.discrete else "continuous", *self.flags))
        return (
            f"alpha {self.alpha.estimate:.4g} ± {self.standard_error:.2g} for {self.tail} sizes "
            f"from {self.xmin:g} on, distance {self.ks:.4g} ({source})"
        )


@dataclass(frozen=True, slots=True, repr=False)
class PowerLawBootstrap(Fit):
    """Fits of samples from a fitted power law.

    Attributes
    ----------
    test : TestResult
        Statistic: the distance of the data from their law. p-value: the share of samples that are as far from
        theirs; a small one speaks against the law.
    ks, alpha, xmin : (replicates,) ndarray of float64
        Of each fit; alpha and xmin are NaN for a sample without a law.
    """

    test: TestResult
    ks: NDArray[np.float64]
    alpha: NDArray[np.float64]
    xmin: NDArray[np.float64]

    def __repr__(self) -> str:
        return f"{self.ks.size} samples: {self.test!r}"


@dataclass(frozen=True, slots=True, repr=False)
class PowerLawComparison(Fit):
    """A power law against another law of the sizes.

    Attributes
    ----------
    test : TestResult
        Vuong's: positive speaks for the power law, negative for its rival; p says how surely they differ at all.
    loglik_ratio : float
        Log likelihood of the power law less that of the rival.
    rival : str
    parameters : dict of str to float
        Of the rival: ``mu`` and ``sigma`` of the logarithm, or ``rate``.
    """

    test: TestResult
    loglik_ratio: float
    rival: str
    parameters: dict[str, float]

    def __repr__(self) -> str:
        return f"power law against {self.rival}: log likelihood ratio {self.loglik_ratio:.4g}, {self.test!r}"


def power_law_fit(
    x: ArrayLike,
    xmin: float | None = None,
    *,
    discrete: bool = True,
    confidence: float = 0.95,
    alpha: float | None = None,
) -> PowerLawFit:
    """Power law of the sizes of events, by maximum likelihood.

    Parameters
    ----------
    x : (n,) array_like of float
        Sizes, whole numbers >= 0, or real numbers > 0 where they are not discrete. NaN where not reported.
    xmin : float, optional
        Where the law begins. Without it, the size from which on the data are nearest to their law [1]_.
    discrete : bool
        Whole numbers, by the zeta distribution itself and not its usual approximation; else real ones.
    confidence, alpha
        As in `proportion`.

    Returns
    -------
    PowerLawFit

    Raises
    ------
    DomainError
        A size outside its domain; none from xmin on; fewer than two different sizes where xmin is to be chosen.

    Notes
    -----
    A fit is no evidence: see `power_law_bootstrap` for whether the law is tenable and `power_law_compare` for
    whether another one is nearer.

    References
    ----------
    .. [1] Clauset, Shalizi & Newman (2009), SIAM Rev. 51:661-703, eqs 3.1-3.5, 3.9.

    Examples
    --------
    >>> power_law_fit([1, 1, 1, 1, 1, 1, 2, 2, 3, 5, 8], xmin=1)
    alpha 2.01 ± 0.32 for 11 sizes from 1 on, distance 0.06963 (discrete)
    """
    confidence, alpha = level(confidence, alpha)
    done = _stats.power_law_fit(series("x", x), xmin=_size(xmin), discrete=discrete)
    ends = _stats.wald_interval(done.alpha, done.standard_error, alpha)
    flags = tuple(flag_names(done.flags))
    exponent = quantity(
        done.alpha,
        max(1.0, ends.low),
        ends.high,
        confidence=confidence,
        method="wald",
        flags=flags,
    )
    return PowerLawFit(
        exponent,
        done.standard_error,
        done.xmin,
        done.loglik,
        done.ks,
        done.ks_observed,
        done.tail,
        discrete,
        flags,
    )


def power_law_bootstrap(
    x: ArrayLike,
    xmin: float | None = None,
    *,
    discrete: bool = True,
    replicates: int = 1000,
    seed: int = 0,
    threads: int = 1,
) -> PowerLawBootstrap:
    """Whether a power law is tenable: how often samples from it are as far from their law as the data are.

    A sample has sizes below xmin as the data have, and from xmin on those of the law; xmin is chosen anew for each,
    unless it is given [1]_.

    Parameters
    ----------
    x, xmin, discrete
        As in `power_law_fit`.
    replicates : int
        Samples; for p to two digits 2500 [1]_.
    seed : int
        In [0, 2^64): the same seed gives the same samples, whatever the threads.
    threads : int
        That share the samples.

    Returns
    -------
    PowerLawBootstrap
        Sizes above 2^53 are drawn as 2^53.

    Raises
    ------
    DomainError
        As in `power_law_fit`; fewer than one replicate or thread; all sizes from xmin on are xmin.

    References
    ----------
    .. [1] Clauset, Shalizi & Newman (2009), SIAM Rev. 51:661-703, section 4.1.

    Examples
    --------
    >>> sizes = [1, 1, 1, 1, 1, 1, 2, 2, 3, 5, 8]
    >>> power_law_bootstrap(sizes, xmin=1, replicates=200, seed=1).test.pvalue > 0.1
    True
    """
    column = series("x", x)
    done = _stats.power_law_bootstrap(
        column, xmin=_size(xmin), discrete=discrete, replicates=replicates, seed=seed, threads=threads
    )
    fit = _stats.power_law_fit(column, xmin=_size(xmin), discrete=discrete)
    flags = tuple(flag_names(fit.flags))
    test = TestResult(fit.ks, done.pvalue, "kolmogorov, bootstrap", "greater", flags)
    return PowerLawBootstrap(test, done.ks, done.alpha, done.xmin)


def power_law_compare(
    x: ArrayLike,
    xmin: float | None = None,
    *,
    rival: str = "lognormal",
    discrete: bool = True,
) -> PowerLawComparison:
    """Whether a power law or another law is nearer to the sizes from xmin on [1]_ [2]_.

    Parameters
    ----------
    x, xmin, discrete
        As in `power_law_fit`.
    rival : {"lognormal", "exponential"}
        Cut off below xmin. Discrete: the log-normal probability of [x - 1/2, x + 1/2]; the geometric law.

    Returns
    -------
    PowerLawComparison
        Flag ``degenerate`` where the best log-normal is the power law, its limit: the test then says nothing.

    Raises
    ------
    DomainError
        As in `power_law_fit`; an unknown rival; all sizes from xmin on are xmin.

    References
    ----------
    .. [1] Vuong (1989), Econometrica 57:307-333.
    .. [2] Clauset, Shalizi & Newman (2009), SIAM Rev. 51:661-703, section 5.

    Examples
    --------
    >>> power_law_compare([1, 1, 1, 1, 1, 1, 2, 2, 3, 9, 60], xmin=1, rival="exponential").loglik_ratio > 0
    True
    """
    done = _stats.power_law_compare(series("x", x), rival=rival, xmin=_size(xmin), discrete=discrete)
    flags = tuple(flag_names(done.flags))
    first, second = done.parameters
    parameters = {"rate": first} if rival == "exponential" else {"mu": first, "sigma": second}
    test = TestResult(done.statistic, done.pvalue, "vuong", "two-sided", flags)
    return PowerLawComparison(test, done.loglik_ratio, rival, parameters)


def _size(xmin: float | None) -> float | None:
    return None if xmin is None else number("xmin", xmin)
