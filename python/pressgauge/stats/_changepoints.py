"""When the rate of events changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError
from pressgauge._core import stats as _stats
from pressgauge._core.stats import flag_names
from pressgauge._estimate import Estimate, Limits
from pressgauge._numbers import number
from pressgauge.stats._calls import level
from pressgauge.stats._fits import Fit, quantity, series

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True, slots=True, repr=False)
class RateChanges(Fit):
    """Segments of constant rate.

    Attributes
    ----------
    change_points : (k,) ndarray of int64
        The last period of each segment but the last, counted from 1: ``y[:change_points[0]]`` is the first segment.
    rates : Estimate
        Of each segment [events per period], (k + 1,), with Garwood's interval. It takes the change points as known.
    cost : float
        Sum over segments of 2 (S - S log(S / m)), S events in m periods.
    penalty : float
        Of each change point.
    method : str
    flags : tuple of str
        ``tie``: another partition costs as much; ``missing``: periods that are not reported.
    """

    change_points: NDArray[np.int64]
    rates: Estimate
    cost: float
    penalty: float
    method: str
    flags: tuple[str, ...]

    def __repr__(self) -> str:
        rates = np.asarray(self.rates.estimate)
        parts = [f"{rates[0]:.4g}"]
        parts += [f"→ {rate:.4g} after {t}" for t, rate in zip(self.change_points, rates[1:], strict=True)]
        source = ", ".join((self.method, f"penalty {self.penalty:.4g}", *self.flags))
        return f"{self.change_points.size} change points: {' '.join(parts)} ({source})"


@dataclass(frozen=True, slots=True, repr=False)
class ChangePosterior(Fit):
    """What the data say of one change of rate.

    Attributes
    ----------
    change_point : int
        The most probable last period before the change, counted from 1.
    probability : (n - 1,) ndarray of float64
        That the change came after period 1, 2, …, n - 1, if there was one.
    mean : float
        Of the last period before the change.
    log_bayes_factor : float
        Natural logarithm, of one change against none.
    before, after : Estimate
        Rates [events per period] beside `change_point`: posterior mean and equal-tailed interval.
    flags : tuple of str
        ``tie``: another position is as probable; ``missing``: periods that are not reported.
    """

    change_point: int
    probability: NDArray[np.float64]
    mean: float
    log_bayes_factor: float
    before: Estimate
    after: Estimate
    flags: tuple[str, ...]

    def __repr__(self) -> str:
        known = f"change after {self.change_point} (p {self.probability[self.change_point - 1]:.3g})"
        rates = f"{self.before.estimate:.4g} → {self.after.estimate:.4g}"
        told = ", ".join((f"log Bayes factor {self.log_bayes_factor:.4g}", *self.flags))
        return f"{known}: {rates} ({told})"


def event_rate_change(
    y: ArrayLike,
    penalty: str | float = "bic",
    *,
    method: str = "pelt",
    confidence: float = 0.95,
    alpha: float | None = None,
) -> RateChanges:
    """Change points of the rate of events: the best partition into segments of constant Poisson rate.

    It is the optimum over all partitions, not one found step by step. Both methods find it; PELT [2]_ doesn't look
    at what can't be best. Costs that rounding can't tell apart are ties: the fewest change points win, then the
    earliest last one; flag ``tie``.

    Parameters
    ----------
    y : (n,) array_like of float
        Events of each period, whole numbers >= 0. A NaN is a period that is not reported: it has no events and no
        exposure, and a change across it is told at the last reported period before.
    penalty : {"bic", "aic"} or float
        Cost of each change point on the scale of -2 log likelihood: ``"bic"``, log n of the reported periods;
        ``"aic"``, 2; or a finite number >= 0. ``"bic"`` counts one parameter; a stricter 2 log n counts the position too.
    method : {"pelt", "exact"}
    confidence, alpha
        Of the intervals of the rates, as in `proportion`.

    Returns
    -------
    RateChanges

    Raises
    ------
    DomainError
        A count is negative, infinite or fractional; no period is reported; the penalty is negative or infinite.

    References
    ----------
    .. [1] Jackson et al. (2005), IEEE Signal Process. Lett. 12:105-108: optimal partition.
    .. [2] Killick, Fearnhead & Eckley (2012), J. Am. Stat. Assoc. 107:1590-1598: PELT.
    .. [3] Garwood (1936), Biometrika 28:437-442: intervals of the rates.

    Examples
    --------
    >>> event_rate_change([1, 0, 2, 1, 1, 9, 11, 8, 10])
    1 change points: 1 → 9.5 after 5 (pelt, penalty 2.197)
    """
    confidence, alpha = level(confidence, alpha)
    column = series("y", y)
    if isinstance(penalty, str):
        reported = int(np.count_nonzero(~np.isnan(column)))
        penalty = _stats.change_penalty(penalty, reported)
    cost = number("penalty", penalty)
    done = _stats.event_rate_change(column, method=method, penalty=cost, alpha=alpha)
    rates = Estimate(
        done.rates.estimate,
        Limits(done.rates.estimate, done.rates.estimate),
        Limits(done.rates.low, done.rates.high),
        confidence,
        "garwood",
        done.rates.flags,
    )
    flags = tuple(flag_names(done.flags))
    return RateChanges(done.change_points, rates, done.cost, cost, method, flags)


def bayes_changepoint(
    y: ArrayLike,
    prior: tuple[float, float] = (1.0, 0.5),
    *,
    confidence: float = 0.95,
    alpha: float | None = None,
) -> ChangePosterior:
    """One change of the rate of events: where, how surely, and the rates beside it.

    Before the data the change is as likely after any period, and each rate is Gamma(shape, rate) [1]_. The Bayes
    factor depends on that prior: choose one that says what rates were thinkable.

    Parameters
    ----------
    y : (n,) array_like of float
        Events of each period, whole numbers >= 0, n >= 2. A NaN is a period that is not reported.
    prior : (shape, rate)
        Of each rate; its mean is shape / rate [events per period].
    confidence, alpha
        Of the intervals of the rates, as in `proportion`.

    Returns
    -------
    ChangePosterior

    Raises
    ------
    DomainError
        A count is negative, infinite or fractional; fewer than two periods; a prior that is not positive,
        from 1e-150 to 1e150.

    References
    ----------
    .. [1] Raftery & Akman (1986), Biometrika 73:85-89.

    Examples
    --------
    >>> bayes_changepoint([1, 0, 2, 1, 1, 9, 11, 8, 10])
    change after 5 (p 0.991): 1.091 → 8.667 (log Bayes factor 13.63)
    """
    confidence, alpha = level(confidence, alpha)
    shape, rate = _shape_and_rate(prior)
    done = _stats.bayes_changepoint(series("y", y), shape=shape, rate=rate, alpha=alpha)
    before, after = (
        quantity(*each, confidence=confidence, method="gamma posterior") for each in (done.before, done.after)
    )
    return ChangePosterior(
        done.change_point,
        done.probability,
        done.mean,
        done.log_bayes_factor,
        before,
        after,
        tuple(flag_names(done.flags)),
    )


def _shape_and_rate(prior: Any) -> tuple[float, float]:
    if not isinstance(prior, tuple | list) or len(prior) != 2:
        raise DomainError(f"prior is {prior!r:.60}, expected (shape, rate)")
    return number("shape", prior[0]), number("rate", prior[1])
