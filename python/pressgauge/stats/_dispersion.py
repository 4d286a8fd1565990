"""Whether counts vary more than chance alone would have them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgauge._core import stats as _stats
from pressgauge._core.stats import flag_names
from pressgauge.stats._calls import level
from pressgauge.stats._fits import Fit, positive, series
from pressgauge.stats._results import TestResult

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from pressgauge._estimate import Estimate


@dataclass(frozen=True, slots=True, repr=False)
class NegbinFit(Fit):
    """A negative binomial law of counts.

    Attributes
    ----------
    mean : Estimate
        Events per period. Its interval, as that below, is normal on the logarithm.
    dispersion : Estimate
        The variance is mean + dispersion mean²; 0 is a Poisson law. Its inverse is also called size, or k.
    loglik, poisson_loglik : float
        Of this law and of Poisson's.
    flags : tuple of str
        ``degenerate``: the counts vary no more than Poisson counts; ``missing``: periods that are not reported.
    """

    mean: Estimate
    dispersion: Estimate
    loglik: float
    poisson_loglik: float
    flags: tuple[str, ...]

    def __repr__(self) -> str:
        gain = ", ".join(
            (f"log likelihood {self.loglik - self.poisson_loglik:.4g} above Poisson", *self.flags)
        )
        return f"mean {self.mean.estimate:.4g}, dispersion {self.dispersion.estimate:.4g} ({gain})"


def dispersion_test(
    y: ArrayLike, *, method: str = "cameron_trivedi", alternative: str = "greater"
) -> TestResult:
    """Whether counts vary as Poisson counts of one rate do, or more.

    Parameters
    ----------
    y : (n,) array_like of float
        Events of each period, whole numbers >= 0, n >= 2. NaN where not reported.
    method : {"cameron_trivedi", "chi2"}
        The mean of ((y - m)² - y) / m over its standard error [1]_, normal; or the sum of (y - m)² / m [2]_, which
        is chi squared with n - 1 degrees of freedom, and n - 1 times the ratio of variance and mean.
    alternative : {"greater", "less", "two-sided"}
        More than Poisson counts, less, or either.

    Returns
    -------
    TestResult
        NaN and flag ``undefined`` where all counts are 0.

    Raises
    ------
    DomainError
        A count is negative, infinite or fractional; fewer than two are reported; an unknown name.

    References
    ----------
    .. [1] Cameron & Trivedi (1990), J. Econom. 46:347-364.
    .. [2] Fisher (1950), Biometrics 6:17-24.

    Examples
    --------
    >>> dispersion_test([0, 0, 1, 9, 0, 12, 1, 1], method="chi2")
    p 5.84e-09, statistic 52 (chi2, greater)
    """
    done = _stats.dispersion_test(series("y", y), method=method, alternative=alternative)
    return TestResult(done.statistic, done.pvalue, method, alternative, tuple(flag_names(done.flags)))


def negbin_fit(y: ArrayLike, *, confidence: float = 0.95, alpha: float | None = None) -> NegbinFit:
    """Fit a negative binomial law to counts that vary more than Poisson counts, by maximum likelihood.

    Parameters
    ----------
    y : (n,) array_like of float
        Events of each period, whole numbers in [0, 1e7], n >= 2. NaN where not reported.
    confidence, alpha
        As in `proportion`.

    Returns
    -------
    NegbinFit

    Raises
    ------
    DomainError
        A count is negative, infinite, fractional or above 1e7; fewer than two are reported.

    References
    ----------
    .. [1] Lawless (1987), Can. J. Stat. 15:209-225.

    Examples
    --------
    >>> negbin_fit([0, 0, 1, 9, 0, 12, 1, 1])
    mean 3, dispersion 2.432 (log likelihood 13.4 above Poisson)
    """
    confidence, alpha = level(confidence, alpha)
    done = _stats.negbin_fit(series("y", y))
    flags = tuple(flag_names(done.flags))
    mean = positive(done.mean, done.mean_error, alpha=alpha, confidence=confidence)
    dispersion = positive(
        done.dispersion, done.dispersion_error, alpha=alpha, confidence=confidence, flags=flags
    )
    return NegbinFit(mean, dispersion, done.loglik, done.poisson_loglik, flags)
