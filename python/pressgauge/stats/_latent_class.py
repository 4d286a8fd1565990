"""Multiple systems estimation by classes of persons that differ in how likely they are to be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pressgauge._core import stats as _stats
from pressgauge.stats._calls import level, of_unit
from pressgauge.stats._capture import exact

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from pressgauge._estimate import Estimate
    from pressgauge.stats._capture import Histories


@dataclass(frozen=True, slots=True, repr=False)
class LatentClassPosterior:
    """Draws from the posterior distribution of a number of persons, and how far to trust them.

    Attributes
    ----------
    population : Estimate
        Median and equal-tailed credible interval, its `confidence` the probability of the interval.
        Flag ``no_convergence`` where `r_hat` is above 1.01, or `bulk_draws` or `tail_draws` below 100
        for each chain [1]_: run it longer.
    mean : float
        Posterior mean of all persons.
    r_hat : float
        Rank-normalised split R-hat: near 1 where the chains agree.
    bulk_draws, tail_draws : float
        Independent draws that the center and the tails are worth (effective sample sizes).
    draws : (samples, chains) ndarray of float64
        All persons.

    References
    ----------
    .. [1] Vehtari et al. (2021), Bayesian Anal. 16:667-718.
    """

    population: Estimate
    mean: float
    r_hat: float
    bulk_draws: float
    tail_draws: float
    draws: NDArray[np.float64]

    def to_dict(self) -> dict[str, Any]:
        """Return the numbers as plain Python, without the draws."""
        return {
            "population": self.population.to_dict(),
            "mean": self.mean,
            "r_hat": self.r_hat,
            "bulk_draws": self.bulk_draws,
            "tail_draws": self.tail_draws,
        }

    def __repr__(self) -> str:
        return (
            f"{self.population!r}, R-hat {self.r_hat:.3f}, {self.bulk_draws:.0f} draws in the bulk, "
            f"{self.tail_draws:.0f} in the tails"
        )


def lcmcr(
    counts: Histories,
    *,
    K: int = 10,
    a: float = 0.25,
    b: float = 0.25,
    burnin: int = 10_000,
    samples: int = 2_000,
    thin: int = 100,
    seed: int = 1,
    chains: int = 4,
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
    progress: Callable[[float], object] | None = None,
) -> LatentClassPosterior:
    """All persons by the Bayesian non-parametric latent class model.

    Persons fall into classes, each with its own chances of being on each list, independent within
    the class: so lists may depend on each other in any way that such a mixture makes, and no model
    has to be chosen. Sizes of classes come from a Dirichlet process cut off at K, with concentration
    Gamma(a, b); chances are uniform and p(N) is in proportion to 1 / N a priori.

    The sampler is that of the paper [1]_ with two steps more that let it mix better: neighbouring
    classes change places [2]_, and a class' size and chances move together while the unseen are summed
    out. The same seed gives the same draws, whatever `threads`. Ctrl-C ends a run at once.

    Parameters
    ----------
    counts : mapping of str to float, or (2, 2, …) array_like of float
        As in `loglinear_mse`.
    K : int, default 10
        At most so many classes.
    a, b : float, default 0.25
        Shape and rate of the gamma prior of the concentration.
    burnin, samples, thin : int
        Sweeps of each chain before the first draw; draws kept of each; sweeps from draw to draw.
    seed : int, default 1
        Whole number >= 0; each chain takes its own stream of it.
    chains : int, default 4
    confidence, alpha, alternative
        As in `proportion`, of the credible interval.
    threads : int, default 1
        That share the chains.
    progress : callable, optional
        Called with the share that is done, in (0, 1], some ten times a second. What it raises ends
        the run.

    Returns
    -------
    LatentClassPosterior

    Raises
    ------
    DomainError
        An option is outside its range; as in `loglinear_mse`.

    References
    ----------
    .. [1] Manrique-Vallier (2016), Biometrics 72:1246-1254; R package LCMCR.
    .. [2] Papaspiliopoulos & Roberts (2008), Biometrika 95:169-186.
    .. [3] Vehtari et al. (2021), Bayesian Anal. 16:667-718: R-hat and effective draws.

    Examples
    --------
    >>> lists = {"001": 60, "010": 49, "011": 4, "100": 247, "101": 112, "110": 142, "111": 12}
    >>> posterior = lcmcr(lists, burnin=500, samples=200, thin=5, seed=3)
    >>> posterior.draws.shape
    (200, 4)
    >>> 640 < posterior.population.estimate < 1500
    True
    """
    column, _ = exact(counts)
    confidence, alpha = level(confidence, alpha)
    done = _stats.lcmcr(
        column,
        K=K,
        a=a,
        b=b,
        burnin=burnin,
        samples=samples,
        thin=thin,
        seed=seed,
        chains=chains,
        threads=threads,
        alpha=alpha,
        alternative=alternative,
        progress=progress,
    )
    return LatentClassPosterior(
        of_unit(done.population, confidence),
        done.mean,
        done.r_hat,
        done.bulk_draws,
        done.tail_draws,
        done.draws,
    )
