"""Tables of two groups in several strata: one measure of all, and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np

from pressgauge._core import DomainError, Interval
from pressgauge._core import stats as _stats
from pressgauge._given import expect
from pressgauge._numbers import numbers
from pressgauge.stats._calls import level, of_column, of_unit
from pressgauge.stats._pooled import ChiSquared, PooledEstimate

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

CELLS = 4


def mantel_haenszel(
    tables: ArrayLike,
    measure: str = "or",
    *,
    variance: str | None = None,
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> PooledEstimate:
    """Odds ratio, risk ratio or risk difference of two groups, common to several strata.

    Parameters
    ----------
    tables : (k, 4) or (k, 2, 2), or (..., k, 4) array_like of float; or nested lists with Interval
        Of each of k strata a, b, c, d [units]: with and without the event in group 1, then in group 2; whole numbers
        >= 0. A stratum with NaN in it is left out, flag ``missing``; one with a group of nobody says nothing. More
        dimensions are analyses of their own. Up to twelve cells of one analysis may be an Interval.
    measure : {"or", "rr", "rd"}
        Odds ratio [1]_, risk ratio or risk difference [2]_.
    variance : str, optional
        ``"robins_breslow_greenland"`` [3]_ (alias ``"rbg"``) of log odds ratios; ``"greenland_robins"`` [2]_ (alias
        ``"gr"``) of log risk ratios and of differences; ``"sato"`` [4]_ of differences, their default, also right where
        strata are many and small.
    confidence : float
        In (0, 1), taken as the decimal that it prints as.
    alpha : float, optional
        1 - confidence; replaces it.
    alternative : {"two-sided", "less", "greater"}
        ``"greater"``: a low end only, ``"less"``: a high end only.
    threads : int
        That share the analyses; the result is the same for any number.

    Returns
    -------
    PooledEstimate
        Ratio in [0, ∞] or difference in [-1, 1] [1]; 0/0 is NaN, flag ``undefined``; a ratio of 0 or ∞ has no
        variance: [0, ∞) and flag ``degenerate``. Of cells in bounds, the extremes at the corners of what they allow
        [5]_: of odds ratios the outermost, of the others nearly, as the cells move the weights too.

    Raises
    ------
    DomainError
        A cell is negative, infinite or fractional; another shape; an unknown measure or variance, or a variance that
        the measure doesn't have; more than twelve cells in bounds.

    References
    ----------
    .. [1] Mantel & Haenszel (1959), J. Natl. Cancer Inst. 22:719-748.
    .. [2] Greenland & Robins (1985), Biometrics 41:55-68.
    .. [3] Robins, Breslow & Greenland (1986), Biometrics 42:311-323.
    .. [4] Sato (1989), Biometrics 45:1323-1324.
    .. [5] Manski (2003), Partial Identification of Probability Distributions, ch. 1.

    Examples
    --------
    >>> mantel_haenszel([[8, 2, 1, 5], [3, 7, 1, 9]])
    8 [1, 48] 95 % (robins_breslow_greenland)
    """
    confidence, alpha = level(confidence, alpha)
    if variance is not None:
        expect(variance, str, "variance")
    name = _stats.pooled_variance(measure, variance or "")
    options: dict[str, Any] = {
        "measure": measure,
        "variance": name,
        "alpha": alpha,
        "alternative": alternative,
    }
    cells, shape = _cells(tables)
    if isinstance(cells, list):
        one = of_unit(_stats.mantel_haenszel_reported(cells, **options), confidence)
        return PooledEstimate(
            one.estimate, one.identified, one.interval, one.confidence, one.method, one.flags, None
        )
    done = _stats.mantel_haenszel(*_rows(cells), **options, threads=threads)
    if shape:
        column = of_column(done.pooled, shape, name, confidence)
        return PooledEstimate(
            column.estimate,
            column.identified,
            column.interval,
            confidence,
            name,
            column.flags,
            done.standard_error.reshape(shape),
        )
    return _of_one(done, name, confidence)


def _of_one(done: _stats.Stratified, name: str, confidence: float) -> PooledEstimate:
    part = done.pooled
    estimate, low, high = (float(each[0]) for each in (part.estimate, part.low, part.high))
    known = not np.isnan(low)
    flags = tuple(_stats.flag_names(int(part.flags[0])))
    whole = Interval(-np.inf, np.inf, low_open=True, high_open=True)
    return PooledEstimate(
        estimate,
        whole if np.isnan(estimate) else Interval(estimate, estimate),
        Interval(low, high, high_open=high == np.inf) if known else None,
        confidence if known else None,
        name,
        flags,
        float(done.standard_error[0]),
    )


def cmh_test(
    tables: ArrayLike,
    *,
    correction: bool = False,
    alternative: str = "two-sided",
    threads: int = 1,
) -> ChiSquared:
    """Cochran-Mantel-Haenszel test that within strata the two groups have the same risk.

    Parameters
    ----------
    tables : array_like of float
        As in `mantel_haenszel`, without Interval.
    correction : bool
        For continuity: 1/2 off the difference, which is never taken below 0. R's mantelhaen.test corrects by default.
    alternative : {"two-sided", "less", "greater"}
        ``"greater"``: the risk of group 1 is.
    threads : int
        As in `mantel_haenszel`.

    Returns
    -------
    ChiSquared
        On one degree of freedom [1]_; NaN and flag ``undefined`` where no stratum has both groups and both outcomes.

    Raises
    ------
    DomainError
        As in `mantel_haenszel`.

    References
    ----------
    .. [1] Mantel & Haenszel (1959), J. Natl. Cancer Inst. 22:719-748.

    Examples
    --------
    >>> cmh_test([[8, 2, 1, 5]])
    p 0.0167, statistic 5.73 (cmh, two-sided)
    """
    cells, shape = _counts(tables)
    done = _stats.cmh_test(*_rows(cells), corrected=correction, alternative=alternative, threads=threads)
    return _test(done, shape, "cmh, corrected" if correction else "cmh", alternative)


def breslow_day(tables: ArrayLike, *, tarone: bool = True, threads: int = 1) -> ChiSquared:
    """Breslow-Day test that all strata have the same odds ratio.

    Parameters
    ----------
    tables : array_like of float
        As in `mantel_haenszel`, without Interval.
    tarone : bool
        Tarone's correction [2]_, for the odds ratio of Mantel-Haenszel being not the most likely one. As in
        statsmodels.
    threads : int
        As in `mantel_haenszel`.

    Returns
    -------
    ChiSquared
        On one degree of freedom less than there are strata with both groups and both outcomes [1]_; NaN and flag
        ``undefined`` where that is 0, or the common odds ratio is 0, ∞ or 0/0.

    Raises
    ------
    DomainError
        As in `mantel_haenszel`.

    References
    ----------
    .. [1] Breslow & Day (1980), Statistical Methods in Cancer Research, vol. 1, section 4.4.
    .. [2] Tarone (1985), Biometrika 72:91-95.

    Examples
    --------
    >>> breslow_day([[8, 2, 1, 5], [3, 7, 1, 9]])
    p 0.374, statistic 0.7909 (breslow_day, tarone, two-sided)
    """
    cells, shape = _counts(tables)
    done = _stats.breslow_day(*_rows(cells), tarone=tarone, threads=threads)
    return _test(done, shape, "breslow_day, tarone" if tarone else "breslow_day", "two-sided")


def _test(done: _stats.ChiSquaredTests, shape: tuple[int, ...], method: str, alternative: str) -> ChiSquared:
    if shape:
        parts = (done.statistic.reshape(shape), done.pvalue.reshape(shape), method, alternative)
        return ChiSquared(*parts, done.flags.reshape(shape), done.df.reshape(shape))
    flags = tuple(_stats.flag_names(int(done.flags[0])))
    return ChiSquared(
        float(done.statistic[0]), float(done.pvalue[0]), method, alternative, flags, float(done.df[0])
    )


def _counts(tables: ArrayLike) -> tuple[NDArray[np.float64], tuple[int, ...]]:
    cells, shape = _cells(tables)
    if isinstance(cells, list):
        raise TypeError("tables hold an Interval: a test takes counts only")
    return cells, shape


def _cells(tables: ArrayLike) -> tuple[NDArray[np.float64] | list[Interval], tuple[int, ...]]:
    """Return the cells as (..., k, 4), or as Intervals where any is one, and the shape of the analyses."""
    try:
        raw = np.asarray(tables)
    except ValueError:
        raise DomainError(
            "tables have rows of different lengths, expected strata x 4 or strata x 2 x 2"
        ) from None
    bounded = raw.dtype == object and any(isinstance(cell, Interval) for cell in raw.ravel())
    if raw.ndim > 1 and raw.shape[-2:] == (2, 2):
        raw = raw.reshape(*raw.shape[:-2], CELLS)
    if raw.ndim == 1:
        raw = raw[np.newaxis]
    if raw.ndim == 0 or raw.shape[-1] != CELLS or raw.shape[-2] == 0:
        size = " x ".join(str(n) for n in np.shape(tables))
        raise DomainError(
            f"tables are {size or 'a number'}, expected strata x 4 or strata x 2 x 2, at least one"
        )
    if not bounded:
        return np.ascontiguousarray(numbers("tables", raw)), raw.shape[:-2]
    if raw.ndim > 2:
        raise TypeError("tables hold an Interval and several analyses: give them one at a time")
    flat = cast("list[float | Interval]", raw.ravel().tolist())
    return [cell if isinstance(cell, Interval) else Interval(cell, cell) for cell in flat], ()


def _rows(cells: NDArray[np.float64]) -> tuple[NDArray[np.float64], int]:
    return cells.reshape(-1, CELLS), cells.shape[-2]
