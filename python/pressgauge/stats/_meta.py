"""Effects of several studies pooled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from pressgauge._core import DomainError
from pressgauge._core import stats as _stats
from pressgauge._estimate import Estimate
from pressgauge._given import expect
from pressgauge._numbers import number, numbers
from pressgauge.stats._calls import broadcast, level, of_column
from pressgauge.stats._pooled import ChiSquared, Heterogeneity, MetaAnalysis, PooledEstimate
from pressgauge.stats._results import TestResult

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from pressgauge._core import Interval

Q_PROFILE = "q_profile"
TEST_BASED = "test_based"
COCHRAN = "cochran_q"


class EffectSizes(NamedTuple):
    """Effects with their variances, as `meta_analysis` takes them."""

    y: NDArray[np.float64]
    """Effects; NaN where a count is missing, or the effect is undefined."""
    v: NDArray[np.float64]
    """Their sampling variances."""
    flags: NDArray[np.uint32]
    """Bits of `Flag`."""


def effect_sizes(
    measure: str,
    x1: ArrayLike,
    n1: ArrayLike,
    x2: ArrayLike,
    n2: ArrayLike,
    *,
    correction: float = 0.5,
) -> EffectSizes:
    """Effects of studies of two groups, with their sampling variances, out of counts.

    Parameters
    ----------
    measure : str
        ``"or"``, ``"rr"``: logarithm of the odds or risk ratio; ``"rd"``: risk difference; ``"as"``: difference
        of the arcsines of the roots of the risks; ``"irr"``, ``"ird"``: logarithm of the ratio, and difference, of
        rates. Capitals as in metafor, too.
    x1, x2 : (n,) array_like of float
        Events in group 1 and 2 [units], whole numbers >= 0. NaN where not reported.
    n1, n2 : (n,) array_like of float
        All units of the group [units], whole numbers, x1 <= n1; for rates its exposure > 0.
    correction : float
        Added to all four cells of a table of which one is 0, for rates to both events; 0 for none. As in metafor, for
        differences too.

    Returns
    -------
    EffectSizes
        ``y, v, flags = effect_sizes(…)`` [1]_. NaN and flag ``undefined`` where a group has nobody, or the logarithm no
        value; flag ``degenerate`` where the variance is 0.

    Raises
    ------
    DomainError
        Sizes differ; a count is negative, infinite, fractional or above its n; an exposure is not > 0; an unknown
        measure; a correction below 0.

    References
    ----------
    .. [1] Viechtbauer (2010), J. Stat. Softw. 36(3): escalc.

    Examples
    --------
    >>> y, v, flags = effect_sizes("rr", [4, 6], [123, 306], [11, 29], [139, 303])
    >>> y.round(4), v.round(4)
    (array([-0.8893, -1.5854]), array([0.3256, 0.1946]))
    """
    named = [(n, numbers(n, x)) for n, x in zip(("x1", "n1", "x2", "n2"), (x1, n1, x2, n2), strict=True)]
    columns = broadcast([*named])
    shape = columns[0].shape
    done = _stats.effect_sizes(
        measure, *(column.ravel() for column in columns), correction=number("correction", correction)
    )
    return EffectSizes(done.y.reshape(shape), done.v.reshape(shape), done.flags.reshape(shape))


def meta_analysis(
    y: ArrayLike,
    v: ArrayLike,
    *,
    tau2: str = "reml",
    ci: str = "hk",
    prediction: str = "t",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> MetaAnalysis:
    """Mean effect of several studies, how far they differ, and what a new study may find.

    Parameters
    ----------
    y : (k,) or (..., k) array_like of float
        Effects of k studies, on a scale on which they are roughly normal: logarithms of ratios, differences (see
        `effect_sizes`). NaN where not reported. Each row of more dimensions is an analysis of its own; rows of fewer
        studies are filled up with NaN.
    v : (k,) or (..., k) array_like of float
        Their sampling variances > 0.
    tau2 : str
        Estimator of the variance between studies: ``"reml"`` [4]_, restricted maximum likelihood, and ``"ml"``, both
        the highest peak of the likelihood; ``"pm"``, Paule-Mandel [2]_; ``"dl"``, DerSimonian-Laird [1]_; ``"he"``,
        Hedges [3]_; ``"sj"``, Sidik-Jonkman [5]_; ``"fe"``: none, one effect common to all. Capitals as in metafor,
        and ``"chi2"``, ``"iterated"`` as in statsmodels, too.
    ci : {"hk", "hk_adhoc", "z"}
        Interval of the mean effect: ``"hk"``, Hartung-Knapp [6]_ (aliases ``"knha"``, ``"hksj"``), Student's t on k - 1
        degrees of freedom; ``"hk_adhoc"``, the same, but never with a smaller standard error than ``"z"``; ``"z"``,
        normal, too narrow where studies are few.
    prediction : {"t", "z"}
        Quantile of the prediction interval: Student's t on k - 2 degrees of freedom [7]_, or normal, as metafor does by
        default. The standard error in it is always the normal one.
    confidence : float
        In (0, 1), of all intervals.
    alpha : float, optional
        1 - confidence; replaces it.
    alternative : {"two-sided", "less", "greater"}
        Of the mean effect and its test: ``"greater"`` gives a low end only.
    threads : int
        That share the analyses; the result is the same for any number.

    Returns
    -------
    MetaAnalysis
        Studies with NaN are left out, flag ``missing``. Shares (I2) are in [0, 1]. Of one study tau2 is 0, flag
        ``degenerate``. Hartung-Knapp's interval of one study, and the t prediction interval of two, have no ends. Flag
        ``degenerate`` of tau2: the effects are more alike than sampling allows, and the interval is [0, 0].

    Raises
    ------
    DomainError
        Sizes differ; an effect is beyond 1e50; a variance is not from 1e-50 to 1e50; no study is reported; an unknown
        name; a confidence or alpha outside (0, 1).

    References
    ----------
    .. [1] DerSimonian & Laird (1986), Control. Clin. Trials 7:177-188.
    .. [2] Paule & Mandel (1982), J. Res. Natl. Bur. Stand. 87:377-385.
    .. [3] Hedges (1983), Psychol. Bull. 93:388-395.
    .. [4] Viechtbauer (2005), J. Educ. Behav. Stat. 30:261-293.
    .. [5] Sidik & Jonkman (2005), J. R. Stat. Soc. C 54:367-384.
    .. [6] Hartung & Knapp (2001), Stat. Med. 20:3875-3889.
    .. [7] Higgins, Thompson & Spiegelhalter (2009), J. R. Stat. Soc. A 172:137-159.

    Examples
    --------
    >>> meta_analysis([0.1, 0.5, 0.9], [0.04, 0.02, 0.05])
    0.5 [-0.5, 1.5] 95 % (reml, hk), Q 7.16, tau2 0.106, I2 0.754, 3 studies
    >>> meta_analysis([[1, 2], [3, 5]], [[1, 1], [1, 1]], ci="z").estimate
    array([1.5, 4. ])
    """
    effects, variances = _studies(y, v)
    confidence, alpha = level(confidence, alpha)
    options: dict[str, Any] = {
        "tau2": tau2,
        "ci": ci,
        "prediction": prediction,
        "alpha": alpha,
        "alternative": alternative,
        "threads": threads,
    }
    if effects.ndim == 1:
        return _of_unit(_stats.meta_analysis(effects, variances, **options), confidence, options)
    across = effects.shape[-1]
    rows = (effects.reshape(-1, across), variances.reshape(-1, across))
    return _of_columns(_stats.meta_analyses(*rows, **options), effects.shape[:-1], confidence, options)


def cumulative_meta(
    y: ArrayLike,
    v: ArrayLike,
    *,
    order: ArrayLike | None = None,
    tau2: str = "reml",
    ci: str = "hk",
    prediction: str = "t",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> MetaAnalysis:
    """Meta-analyses of the first study, the first two, and so on: what was known when.

    Parameters
    ----------
    y, v : (k,) array_like of float
        Effects and their variances, as in `meta_analysis`.
    order : (k,) array_like, optional
        What to sort the studies by first, such as their dates; equal ones stay as they are.
    tau2, ci, prediction, confidence, alpha, alternative, threads
        As in `meta_analysis`.

    Returns
    -------
    MetaAnalysis
        A column of k analyses [1]_, the last of all studies.

    Raises
    ------
    DomainError
        As in `meta_analysis`; `order` has another size.

    References
    ----------
    .. [1] Lau et al. (1992), N. Engl. J. Med. 327:248-254.

    Examples
    --------
    >>> cumulative_meta([0.1, 0.5, 0.9], [0.04, 0.02, 0.05]).estimate.round(3)
    array([0.1  , 0.325, 0.492])
    """
    effects, variances = _column_of_studies(y, v)
    if order is not None:
        keys = np.asarray(order)
        if keys.shape != effects.shape:
            raise DomainError(f"y has {effects.size} entries, order has {keys.size}")
        sequence = np.argsort(keys, kind="stable")
        effects, variances = effects[sequence], variances[sequence]
    confidence, alpha = level(confidence, alpha)
    options: dict[str, Any] = {
        "tau2": tau2,
        "ci": ci,
        "prediction": prediction,
        "alpha": alpha,
        "alternative": alternative,
        "threads": threads,
    }
    done = _stats.cumulative_meta(effects, variances, **options)
    return _of_columns(done, effects.shape, confidence, options)


def leave_one_out(
    y: ArrayLike,
    v: ArrayLike,
    *,
    tau2: str = "reml",
    ci: str = "hk",
    prediction: str = "t",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> MetaAnalysis:
    """Meta-analyses of all studies but one: how much the result hangs on each.

    Parameters
    ----------
    y, v : (k,) array_like of float
        Effects and their variances of two studies at least, as in `meta_analysis`.
    tau2, ci, prediction, confidence, alpha, alternative, threads
        As in `meta_analysis`.

    Returns
    -------
    MetaAnalysis
        A column of k analyses [1]_, the i-th without study i.

    Raises
    ------
    DomainError
        As in `meta_analysis`; there is one study only.

    References
    ----------
    .. [1] Viechtbauer & Cheung (2010), Res. Synth. Methods 1:112-125.

    Examples
    --------
    >>> leave_one_out([0.1, 0.5, 0.9], [0.04, 0.02, 0.05]).estimate.round(3)
    array([0.663, 0.494, 0.325])
    """
    effects, variances = _column_of_studies(y, v)
    confidence, alpha = level(confidence, alpha)
    options: dict[str, Any] = {
        "tau2": tau2,
        "ci": ci,
        "prediction": prediction,
        "alpha": alpha,
        "alternative": alternative,
        "threads": threads,
    }
    done = _stats.leave_one_out(effects, variances, **options)
    return _of_columns(done, effects.shape, confidence, options)


def heterogeneity(
    y: ArrayLike,
    v: ArrayLike,
    *,
    tau2: str = "reml",
    confidence: float = 0.95,
    alpha: float | None = None,
    threads: int = 1,
) -> Heterogeneity:
    """How far the effects of studies differ beyond their sampling: Q, tau2, I2 and H2.

    Parameters
    ----------
    y, v : (k,) or (..., k) array_like of float
        Effects and their variances, as in `meta_analysis`.
    tau2, confidence, alpha, threads
        As in `meta_analysis`.

    Returns
    -------
    Heterogeneity
        I2 and H2 both of tau2, with intervals from its Q-profile interval [2]_, and of Q, with test-based intervals
        [1]_. Shares are in [0, 1].

    Raises
    ------
    DomainError
        As in `meta_analysis`.

    References
    ----------
    .. [1] Higgins & Thompson (2002), Stat. Med. 21:1539-1558.
    .. [2] Viechtbauer (2007), Stat. Med. 26:37-52.

    Examples
    --------
    >>> heterogeneity([0.1, 0.5, 0.9], [0.04, 0.02, 0.05])
    Q 7.16, tau2 0.106, I2 0.754
    """
    done = meta_analysis(y, v, tau2=tau2, confidence=confidence, alpha=alpha, threads=threads)
    return done.heterogeneity


def tau2(
    y: ArrayLike,
    v: ArrayLike,
    *,
    estimator: str = "reml",
    method: str = "q_profile",
    confidence: float = 0.95,
    alpha: float | None = None,
    threads: int = 1,
) -> Estimate:
    """Variance between studies, with its interval.

    Parameters
    ----------
    y, v : (k,) or (..., k) array_like of float
        Effects and their variances, as in `meta_analysis`.
    estimator : str
        As `tau2` of `meta_analysis`. The interval doesn't depend on it, and need not hold the estimate.
    method : str
        Of the interval: ``"q_profile"`` [1]_ (aliases ``"q-profile"``, ``"qp"``), exact for normal effects.
    confidence, alpha, threads
        As in `meta_analysis`.

    Returns
    -------
    Estimate
        Variance [square of the unit of y]; flags as in `meta_analysis`.

    Raises
    ------
    DomainError
        As in `meta_analysis`; an unknown method.

    References
    ----------
    .. [1] Viechtbauer (2007), Stat. Med. 26:37-52.

    Examples
    --------
    >>> tau2([0.1, 0.5, 0.9], [0.04, 0.02, 0.05])
    0.1 [0.0, 6.3] 95 % (reml, q_profile)
    """
    expect(method, str, "method")
    if method not in (Q_PROFILE, "q-profile", "qp"):
        raise DomainError(f"method is '{method}', expected {Q_PROFILE}")
    done = meta_analysis(y, v, tau2=estimator, confidence=confidence, alpha=alpha, threads=threads)
    return done.tau2


def _studies(y: ArrayLike, v: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    effects = np.ascontiguousarray(numbers("y", y))
    variances = np.ascontiguousarray(numbers("v", v))
    if effects.shape != variances.shape:
        effects, variances = broadcast([("y", effects), ("v", variances)])
    if effects.ndim > 1 and not effects.shape[-1]:
        raise DomainError(f"y and v have no study: they are of shape {effects.shape}")
    return effects, variances


def _column_of_studies(y: ArrayLike, v: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    effects, variances = _studies(y, v)
    if effects.ndim != 1:
        raise DomainError(f"y has {effects.ndim} dimensions, expected 1")
    return effects, variances


def _of_unit(done: _stats.MetaAnalysis, confidence: float, options: dict[str, Any]) -> MetaAnalysis:
    flags, tau2_flags = tuple(done.flags), tuple(done.tau2_flags)
    name, ci, alternative = options["tau2"], options["ci"], options["alternative"]
    pooled = done.pooled
    return MetaAnalysis(
        PooledEstimate(*_ends(pooled), confidence, f"{name}, {ci}", flags, done.standard_error),
        TestResult(done.statistic, done.pvalue, f"{name}, {ci}", alternative, flags),
        Estimate(*_ends(done.prediction), confidence, f"{name}, {options['prediction']}", flags),
        Estimate(*_ends(done.tau2), confidence, f"{name}, {Q_PROFILE}", tau2_flags),
        ChiSquared(done.q, done.q_pvalue, COCHRAN, "two-sided", tau2_flags, done.studies - 1),
        Estimate(*_ends(done.i2), confidence, f"{name}, {Q_PROFILE}", tau2_flags),
        Estimate(*_ends(done.h2), confidence, f"{name}, {Q_PROFILE}", tau2_flags),
        Estimate(*_ends(done.i2_q), confidence, TEST_BASED, tau2_flags),
        Estimate(*_ends(done.h2_q), confidence, TEST_BASED, tau2_flags),
        int(done.studies),
        done.weights,
    )


def _ends(value: _stats.WithEnds) -> tuple[float, Interval, Interval]:
    return value.estimate, value.identified, value.interval


def _of_columns(
    done: _stats.MetaAnalyses, shape: tuple[int, ...], confidence: float, options: dict[str, Any]
) -> MetaAnalysis:
    name, ci, alternative = options["tau2"], options["ci"], options["alternative"]

    def column(part: _stats.Estimates, method: str) -> Estimate:
        return of_column(part, shape, method, confidence)

    pooled = column(done.pooled, f"{name}, {ci}")
    tau2 = column(done.tau2, f"{name}, {Q_PROFILE}")
    test = (
        done.statistic.reshape(shape),
        done.pvalue.reshape(shape),
        f"{name}, {ci}",
        alternative,
        pooled.flags,
    )
    q = (done.q.reshape(shape), done.q_pvalue.reshape(shape), COCHRAN, "two-sided", tau2.flags)
    studies = done.studies.reshape(shape)
    return MetaAnalysis(
        PooledEstimate(
            pooled.estimate,
            pooled.identified,
            pooled.interval,
            confidence,
            pooled.method,
            pooled.flags,
            done.standard_error.reshape(shape),
        ),
        TestResult(*test),
        column(done.prediction, f"{name}, {options['prediction']}"),
        tau2,
        ChiSquared(*q, np.maximum(studies - 1, 0)),
        column(done.i2, f"{name}, {Q_PROFILE}"),
        column(done.h2, f"{name}, {Q_PROFILE}"),
        column(done.i2_q, TEST_BASED),
        column(done.h2_q, TEST_BASED),
        studies.astype(np.int64),
        None,
    )
