"""Pictures of a reading.

What to use when: `plot_figures` for what was counted and how well it is known; `plot_sentiment` for the tone along the
article. Both draw into the axes that they are given, or into new ones, and return them.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError
from pressgauge._optional import optional

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from pressgauge._core import Interval
    from pressgauge.articles import Reading
    from pressgauge.figures import Count

__all__ = ["plot_figures", "plot_sentiment"]

# Okabe & Ito (2008), Color Universal Design.
_BLUE, _VERMILLION, _GREY = "#0072b2", "#d55e00", "#666666"
_ARROW_SHARE = 0.12
"""How far an arrow reaches beyond the largest number, as a share of all that is drawn."""


def plot_figures(reading: Reading, ax: Axes | None = None, *, unit: str | None = None) -> Axes:
    """Draw the counts of a reading: exact ones as points, ranges as bars, open bounds as arrows.

    Parameters
    ----------
    reading : Reading
        What `pressgauge.read` returned.
    ax : matplotlib Axes, optional
        By default those of a new figure.
    unit : str, optional
        Which counts: those of this unit (``"persons"``, ``"percent"``, …). By default the unit of most counts.

    Returns
    -------
    matplotlib Axes
        A row for each count, the first at the top; ends that do not belong to an interval are hollow; counts whose
        mentions disagree are dashed and say so.

    Raises
    ------
    DomainError
        No count has the unit.
    ImportError
        matplotlib is not installed.
    """
    axes = _axes(ax)
    units = Counter(count.unit for count in reading.counts)
    if unit is not None and unit not in units:
        raise DomainError(f"no count has the unit {unit!r}; units are {', '.join(units) or 'none'}")
    chosen = unit if unit is not None else max(units, key=units.__getitem__, default="")
    counts = [count for count in reading.counts if count.unit == chosen]
    limits = _limits(counts)
    for row, count in enumerate(counts):
        _draw(axes, row, count, limits)
    _label_counts(axes, counts, chosen, len(reading.counts) - len(counts))
    return axes


def plot_sentiment(reading: Reading, ax: Axes | None = None) -> Axes:
    """Draw the tone of each sentence: the reporter's own words, and speech.

    Parameters
    ----------
    reading : Reading
        What `pressgauge.read` returned.
    ax : matplotlib Axes, optional
        By default those of a new figure.

    Returns
    -------
    matplotlib Axes
        Two bars for each sentence and a line for all of its words, events included; the scores are those before
        calibration [1].

    Raises
    ------
    ImportError
        matplotlib is not installed.
    """
    axes = _axes(ax)
    tones = reading.sentiment.sentences
    at = np.array([tone.sentence for tone in tones], dtype=np.float64)
    narration = [tone.narration for tone in tones]
    quotation = [tone.quotation for tone in tones]
    axes.bar(at - 0.2, narration, 0.4, color=_BLUE, label="narration")
    axes.bar(at + 0.2, quotation, 0.4, color=_VERMILLION, hatch="//", edgecolor="white", label="quotation")
    axes.plot(
        at,
        [tone.raw for tone in tones],
        color="black",
        marker="o",
        markersize=4,
        label="all words, with events",
    )
    axes.axhline(0, color=_GREY, linewidth=0.8)
    axes.set_xlabel("sentence [number]")
    axes.set_ylabel("tone before calibration [1]")
    axes.set_title(f"Tone by sentence; article: {reading.sentiment.label} {reading.sentiment.score:+.2f}")
    axes.locator_params(axis="x", integer=True)
    axes.legend()
    return axes


def _axes(ax: Axes | None) -> Axes:
    if ax is not None:
        return ax
    made: Axes = optional("matplotlib.pyplot", "plots").subplots(layout="constrained")[1]
    return made


def _limits(counts: list[Count]) -> tuple[float, float]:
    """Return where arrows to the left and to the right end."""
    ends = [end for count in counts for end in count.interval if math.isfinite(end)] or [0.0]
    reach = _ARROW_SHARE * ((max(ends) - min(ends)) or abs(max(ends)) or 1.0)
    return min(ends) - reach, max(ends) + reach


def _draw(axes: Any, row: int, count: Count, limits: tuple[float, float]) -> None:
    interval = count.interval
    colour = _BLUE if count.agree else _VERMILLION
    low, high = max(interval.low, limits[0]), min(interval.high, limits[1])
    if not interval.is_exact:
        line = "-" if count.agree else "--"
        axes.plot([low, high], [row, row], color=colour, linewidth=3, linestyle=line, gid=f"count{count.id}")
    for end, is_open, arrow in _ends(interval, low, high):
        marker = arrow or "o"
        face = "white" if is_open and not arrow else colour
        axes.plot(
            [end], [row], marker=marker, markersize=8, color=colour, markerfacecolor=face, linestyle="none"
        )


def _ends(interval: Interval, low: float, high: float) -> list[tuple[float, bool, str]]:
    """Return the markers of an interval: where, whether hollow, and the arrow of an unbounded end."""
    if interval.is_exact:
        return [(low, False, "")]
    return [
        (low, interval.low_open, "" if math.isfinite(interval.low) else "<"),
        (high, interval.high_open, "" if math.isfinite(interval.high) else ">"),
    ]


def _label_counts(axes: Any, counts: list[Count], unit: str, others: int) -> None:
    axes.set_yticks(range(len(counts)), [_name(count) for count in counts])
    axes.set_ylim(max(len(counts), 1) - 0.5, -0.5)
    axes.set_xlabel(f"count [{unit or 'no unit'}]")
    axes.set_title("Counts" + (f" ({others} in other units not shown)" if others else ""))
    axes.grid(visible=True, axis="x", color=_GREY, alpha=0.3)


def _name(count: Count) -> str:
    status = "" if count.status == "asserted" else f" ({count.status})"
    apart = "" if count.agree else "\nmentions disagree"
    return f"{count.kind} {count.group or ''}".rstrip() + status + apart
