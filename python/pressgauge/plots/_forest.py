"""Estimates side by side."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError, __version__
from pressgauge._estimate import Estimate
from pressgauge._given import expect
from pressgauge._numbers import number
from pressgauge._optional import optional
from pressgauge.plots._drawing import BLUE, GREY, VERMILLION, add_source, axes_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes


_REACH = 0.1
"""How far an arrow reaches beyond the other numbers, as a share of all that is drawn."""


def plot_ratio(
    estimates: Mapping[str, Estimate],
    ax: Axes | None = None,
    *,
    pooled: Estimate | None = None,
    reference: float = 1.0,
    log: bool = True,
    label: str = "ratio [1]",
    source: str | None = None,
) -> Axes:
    """Draw a forest plot: ratios, rates or shares with their intervals, one below the other.

    Parameters
    ----------
    estimates : mapping of str to Estimate
        Each of one quantity, under the name that its row has.
    ax : matplotlib Axes, optional
        By default those of a new figure.
    pooled : Estimate, optional
        What they are together; drawn below them as a diamond.
    reference : float
        Where a vertical line stands: 1 for ratios, 0 for differences.
    log : bool
        A logarithmic axis, on which a ratio and its inverse are as far from 1.
    label : str
        Of the axis, with the unit.
    source : str, optional
        The line under the axis; by default it names the methods and pressgauge's version, ``""`` is none.

    Returns
    -------
    matplotlib Axes
        Of each estimate a thick bar for what the reports allow, a thin one for the interval with sampling, and a point
        for the estimate, if there is one. Arrows mark ends beyond the axis: 0 on a logarithmic axis, and ∞.

    Raises
    ------
    DomainError
        There is no estimate; one is a column; on a logarithmic axis no number is above 0.
    ImportError
        matplotlib is not installed.

    References
    ----------
    .. [1] Lewis & Clarke (2001), BMJ 322:1479-1480: forest plots.
    """
    expect(estimates, Mapping, "estimates")
    rows = {**estimates, **({} if pooled is None else {"pooled": pooled})}
    if not estimates:
        raise DomainError("there is no estimate to draw")
    at = number("reference", reference)
    if not math.isfinite(at) or (log and at <= 0):
        raise DomainError(f"reference is {at:g}, expected a number{' above 0' if log else ''}")
    for name, estimate in rows.items():
        expect(estimate, Estimate, f"estimates[{name!r:.60}]")
        if isinstance(estimate.estimate, np.ndarray):
            raise DomainError(f"{name!r} is a column of {estimate.estimate.size} estimates, expected one")
    limits = _limits(list(rows.values()), at, log)
    axes = axes_of(ax)
    if log:
        axes.set_xscale("log")
    for row, (name, estimate) in enumerate(rows.items()):
        _draw(axes, row, estimate, limits, is_pooled=pooled is not None and name == "pooled")
    axes.axvline(at, color=GREY, linewidth=0.8, linestyle="--", gid="reference")
    axes.set_yticks(range(len(rows)), list(rows))
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xlim(*limits)
    axes.set_xlabel(label)
    if log:
        _ticks(axes)
    methods = ", ".join(dict.fromkeys(estimate.method for estimate in rows.values()))
    add_source(axes, f"{methods}; pressgauge {__version__}" if source is None else source)
    return axes


def _ticks(axes: Any) -> None:
    """Write 0.5, 1, 2 rather than powers of ten."""
    ticker = optional("matplotlib.ticker", "plots")
    axes.xaxis.set_major_locator(ticker.LogLocator(subs=(1, 2, 5)))
    axes.xaxis.set_major_formatter(ticker.StrMethodFormatter("{x:g}"))
    axes.xaxis.set_minor_formatter(ticker.NullFormatter())


def _numbers(estimate: Estimate) -> list[float]:
    ends: list[Any] = [estimate.estimate, estimate.identified.low, estimate.identified.high]
    return [float(end) for end in [*ends, estimate.low, estimate.high] if end is not None]


def _limits(estimates: list[Estimate], reference: float, log: bool) -> tuple[float, float]:
    """Return the ends of the axis, so that arrows have a place beyond all finite numbers."""
    numbers = [n for each in estimates for n in _numbers(each) if math.isfinite(n) and (n > 0 or not log)]
    if not numbers:
        raise DomainError(
            "no estimate has a finite number" + (" above 0 for a logarithmic axis" if log else "")
        )
    numbers.append(reference)
    ends = np.log(numbers) if log else np.array(numbers)
    reach = _REACH * ((ends.max() - ends.min()) or 1.0)
    low, high = ends.min() - reach, ends.max() + reach
    return (float(np.exp(low)), float(np.exp(high))) if log else (float(low), float(high))


def _draw(axes: Any, at: int, estimate: Estimate, limits: tuple[float, float], *, is_pooled: bool) -> None:
    colour = VERMILLION if is_pooled else BLUE
    for ends, width in ((estimate.identified, 5), (estimate.interval, 1.5)):
        if ends is not None:
            _bar(axes, at, (ends.low, ends.high), limits, {"color": colour, "linewidth": width})
    # A column has been refused before.
    value = estimate.estimate
    if isinstance(value, float) and math.isfinite(value):
        axes.plot(
            [value], [at], marker="D" if is_pooled else "s", color=colour, markersize=8, linestyle="none"
        )


def _bar(
    axes: Any, at: int, ends: tuple[Any, Any], limits: tuple[float, float], style: dict[str, Any]
) -> None:
    if math.isnan(ends[0]) or math.isnan(ends[1]):
        return
    low, high = (min(max(float(end), limits[0]), limits[1]) for end in ends)
    axes.plot([low, high], [at, at], **style, solid_capstyle="butt")
    arrows = [(low, "<")] * (low > ends[0]) + [(high, ">")] * (high < ends[1])
    for end, arrow in arrows:
        axes.plot([end], [at], marker=arrow, **style, linestyle="none", clip_on=False)
