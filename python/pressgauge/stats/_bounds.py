"""Intervals of quantities that reports only bound."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pressgauge._core import DomainError, Interval
from pressgauge._core import stats as _stats
from pressgauge._estimate import Estimate
from pressgauge._given import expect
from pressgauge.stats._calls import level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pressgauge.stats._calls import Reported

METHODS = {"imbens_manski": _stats.imbens_manski, "stoye": _stats.stoye}


def bounds_ci(
    function: Callable[..., Estimate],
    *inputs: Reported,
    method: str = "union",
    confidence: float = 0.95,
    alpha: float | None = None,
    **options: Any,
) -> Estimate:
    """Interval of any quantity of `pressgauge.stats` whose inputs are reported in bounds.

    Parameters
    ----------
    function : callable
        Of this module, that takes numbers and gives an `Estimate`: ``proportion``, ``risk_ratio``, …
    *inputs : float or Interval
        What it takes, in its order.
    method : {"union", "imbens_manski", "stoye"}
        ``"union"``: the intervals of all inputs that the reports allow, together [1]_; the default of every function.
        ``"imbens_manski"``: an interval for the quantity itself, shorter where the bounds lie apart, since it can be
        near one of them only [2]_. ``"stoye"``: the shortest one, where one sample is behind both bounds [3]_. Both are
        normal on the scale of the quantity; the error at each bound is taken from the function's own interval there.
    confidence, alpha
        As in `proportion`.
    **options
        Given to the function: ``method`` of its own interval as ``function_method``.

    Returns
    -------
    Estimate
        `identified`: what the reports allow; `interval`: with sampling. `reporting_width` and `sampling_width` say how
        much of its width is which.

    Raises
    ------
    DomainError
        An unknown method; for the last two, an end without bound; for ``"stoye"``, a confidence below one half.

    References
    ----------
    .. [1] Horowitz & Manski (2000), J. Am. Stat. Assoc. 95:77-84.
    .. [2] Imbens & Manski (2004), Econometrica 72:1845-1857, eq. 7.
    .. [3] Stoye (2009), Econometrica 77:1299-1315.

    Examples
    --------
    >>> from pressgauge.stats import proportion
    >>> bounds_ci(proportion, Interval(40, 60), 100)
    [0.4, 0.6] → [0.31, 0.69] 95 % (wilson, union)
    >>> bounds_ci(proportion, Interval(40, 60), 100, method="imbens_manski")
    [0.4, 0.6] → [0.32, 0.68] 95 % (wilson, imbens_manski)
    """
    confidence, alpha = level(confidence, alpha)
    if "function_method" in options:
        options["method"] = options.pop("function_method")
    union = function(*inputs, alpha=alpha, **options)
    expect(method, str, "method")
    if method == "union" or union.estimate is not None:
        return union
    if method not in METHODS:
        raise DomainError(f"method is {method!r}, expected one of union, {', '.join(METHODS)}")
    at = [function(*corner, alpha=alpha, **options) for corner in _corners(function, inputs, alpha, options)]
    lowest = min(at, key=lambda each: _number(each.estimate))
    highest = max(at, key=lambda each: _number(each.estimate))
    z = _stats.deviate(alpha)
    done = METHODS[method](
        _number(lowest.estimate),
        _number(highest.estimate),
        (_number(lowest.estimate) - _number(lowest.low)) / z,
        (_number(highest.high) - _number(highest.estimate)) / z,
        alpha,
    )
    return replace(
        union,
        interval=done.interval,
        confidence=confidence,
        method=union.method.replace("union", method),
    )


def imbens_manski(
    lower_bound: float,
    upper_bound: float,
    se_lower: float,
    se_upper: float,
    *,
    confidence: float = 0.95,
    alpha: float | None = None,
) -> Estimate:
    """Interval of a quantity of which two bounds are estimated.

    Parameters
    ----------
    lower_bound, upper_bound : float
        Estimates of the bounds.
    se_lower, se_upper : float
        Their standard errors, >= 0.
    confidence, alpha
        As in `proportion`.

    Returns
    -------
    Estimate
        `identified`: the bounds; `interval` reaches the same number of standard errors beyond both [1]_.

    Raises
    ------
    DomainError
        The upper bound is below the lower one; an error is negative or no number; a confidence or alpha outside (0, 1).

    References
    ----------
    .. [1] Imbens & Manski (2004), Econometrica 72:1845-1857, eq. 7.

    Examples
    --------
    >>> imbens_manski(0.4, 0.6, 0.05, 0.05)
    [0.4, 0.6] → [0.32, 0.68] 95 % (imbens_manski)
    """
    return _of_bounds("imbens_manski", (lower_bound, upper_bound, se_lower, se_upper), confidence, alpha)


def stoye(
    lower_bound: float,
    upper_bound: float,
    se_lower: float,
    se_upper: float,
    *,
    confidence: float = 0.95,
    alpha: float | None = None,
) -> Estimate:
    """Shortest interval of a quantity of which two bounds are estimated from one sample.

    Parameters
    ----------
    lower_bound, upper_bound, se_lower, se_upper, confidence, alpha
        As in `imbens_manski`.

    Returns
    -------
    Estimate
        `interval` covers the quantity with `confidence` wherever it lies between the bounds, if their errors are
        perfectly correlated [1]_.

    Raises
    ------
    DomainError
        As in `imbens_manski`; a confidence below one half, for which the ends may cross.

    References
    ----------
    .. [1] Stoye (2009), Econometrica 77:1299-1315, section 3.

    Examples
    --------
    >>> stoye(0.4, 0.6, 0.05, 0.05)
    [0.4, 0.6] → [0.32, 0.68] 95 % (stoye)
    """
    return _of_bounds("stoye", (lower_bound, upper_bound, se_lower, se_upper), confidence, alpha)


def _of_bounds(
    method: str, bounds: tuple[float, float, float, float], confidence: float, alpha: float | None
) -> Estimate:
    confidence, alpha = level(confidence, alpha)
    done = METHODS[method](*bounds, alpha)
    lower, upper = bounds[:2]
    value = lower if lower == upper else None
    return Estimate(value, Interval(lower, upper), done.interval, confidence, method, ())


def _corners(
    function: Callable[..., Estimate], inputs: tuple[Reported, ...], alpha: float, options: dict[str, Any]
) -> Iterator[tuple[float, ...]]:
    """Return the ends of all inputs, in all combinations that the function takes."""
    ends = [(each.low, each.high) if isinstance(each, Interval) else (each,) for each in inputs]
    for name, each in enumerate(ends):
        if any(math.isinf(end) for end in each):
            raise DomainError(
                f"inputs[{name}] is {inputs[name]}, expected an interval with two ends: only the union "
                "takes one without"
            )
    refused: DomainError | None = None
    taken = 0
    for corner in itertools.product(*ends):
        try:
            function(*corner, alpha=alpha, **options)
        except DomainError as error:  # a part above its whole
            refused = error
            continue
        taken += 1
        yield corner
    if not taken and refused is not None:
        raise refused


def _number(value: Any) -> float:
    return math.nan if value is None else float(value)
