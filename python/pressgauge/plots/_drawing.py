"""What all pictures share: axes, colours, intervals with their bounds, the line that says where the numbers are from."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from pressgauge._core import __version__
from pressgauge._given import expect
from pressgauge._optional import optional

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.axes import Axes

    from pressgauge._core import Interval
    from pressgauge.articles import Reading

# Okabe & Ito (2008), Color Universal Design.
BLUE, VERMILLION, GREEN, ORANGE, PURPLE, SKY, GREY = (
    "#0072b2",
    "#d55e00",
    "#009e73",
    "#e69f00",
    "#cc79a7",
    "#56b4e9",
    "#666666",
)
MARKERS = "osD^vPX"
"""Told apart without colours."""
_ARROW_SHARE = 0.12
"""How far an arrow reaches beyond the largest number, as a share of all that is drawn."""


def axes_of(ax: Axes | None) -> Axes:
    """Return the axes to draw into: those that are given, or those of a new figure."""
    if ax is not None:
        expect(ax, optional("matplotlib.axes", "plots").Axes, "ax")
        return ax
    made: Axes = optional("matplotlib.pyplot", "plots").subplots(layout="constrained")[1]
    return made


def arrow_limits(intervals: Iterable[Interval]) -> tuple[float, float]:
    """Return where arrows to the left and to the right end."""
    ends = [end for interval in intervals for end in interval if math.isfinite(end)] or [0.0]
    reach = _ARROW_SHARE * ((max(ends) - min(ends)) or abs(max(ends)) or 1.0)
    return min(ends) - reach, max(ends) + reach


def interval_ends(interval: Interval, low: float, high: float) -> list[tuple[float, bool, str]]:
    """Return the markers of an interval: where, whether hollow, and the arrow of an unbounded end."""
    if interval.is_exact:
        return [(low, False, "")]
    return [
        (low, interval.low_open, "" if math.isfinite(interval.low) else "<"),
        (high, interval.high_open, "" if math.isfinite(interval.high) else ">"),
    ]


def add_source(axes: Any, source: str) -> None:
    """Write where the numbers are from under the axis; nothing if there is nothing to say."""
    expect(source, str, "source")
    if source:
        below = ("axes fraction", axes.xaxis.label)
        axes.annotate(
            source,
            xy=(1, 0),
            xycoords=below,
            xytext=(0, -6),
            textcoords="offset points",
            ha="right",
            va="top",
            fontsize="x-small",
            color=GREY,
            gid="source",
        )


def source_of(reading: Reading) -> str:
    """Return the line that says which article was read, and by what."""
    from pressgauge.articles import text_sha256

    told = [reading.title or "", str(reading.published or ""), f"text {text_sha256(reading.text)[:8]}"]
    return f"{', '.join(filter(None, told))}; pressgauge {__version__}"
