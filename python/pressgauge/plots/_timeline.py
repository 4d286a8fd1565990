"""A toll over time."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError, __version__
from pressgauge._given import expect
from pressgauge._optional import optional
from pressgauge.plots._drawing import (
    BLUE,
    GREEN,
    GREY,
    MARKERS,
    ORANGE,
    PURPLE,
    SKY,
    VERMILLION,
    add_source,
    arrow_limits,
    axes_of,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from pressgauge.corpus import Timeline

_COLOURS = (BLUE, VERMILLION, GREEN, ORANGE, PURPLE, SKY, "black")
_DAYS_NAMED = 10
"""Up to so many days, each has a tick."""
_SPREAD = 0.05
"""Days between two series of one day, so that none hides another."""


def plot_timeline(timeline: Timeline, ax: Axes | None = None, *, source: str | None = None) -> Axes:
    """Draw a toll over time: what was reported each day, and what all days together allow.

    Parameters
    ----------
    timeline : Timeline
        What `Corpus.timeline` returned, with ``"day"`` in `by`: ``by="day"`` draws one series, ``by=["source", "day"]`` one
        for each source.
    ax : matplotlib Axes, optional
        By default those of a new figure.
    source : str, optional
        The line under the axis; by default it tells how many reports there are and pressgauge's version, ``""`` is none.

    Returns
    -------
    matplotlib Axes
        A band between the bounds of the toll, and what each day's reports say: points, bars from low to high, arrows
        where a bound is open. Days whose reports disagree, or do not fit the other days, have a hollow marker.

    Raises
    ------
    DomainError
        The timeline has no days.
    ImportError
        matplotlib is not installed.
    """
    from pressgauge.corpus import Timeline

    expect(timeline, Timeline, "timeline")
    if "day" not in timeline.by:
        raise DomainError(
            f"a timeline by {' and '.join(timeline.by)} has no days: make it with by=['source', 'day']"
        )
    from pressgauge.corpus._reports import interval_of

    axes = axes_of(ax)
    rows = timeline.table.to_pylist()
    names = [name for name in timeline.by if name != "day"]
    series: dict[Any, list[dict[str, Any]]] = {}
    for row in rows:
        series.setdefault(tuple(row[name] for name in names), []).append(row)
    limits = arrow_limits(interval_of(row, prefix) for row in rows for prefix in ("", "reported_"))
    for number, (key, some) in enumerate(series.items()):
        label = ", ".join("not told" if each is None else str(each) for each in key)
        _draw(axes, some, number, label, (max(0.0, limits[0]), limits[1]))
    _label(axes, timeline, bool(names))
    told = f"{timeline.reports.num_rows:,} reports; pressgauge {__version__}"
    add_source(axes, told if source is None else source)
    return axes


def _draw(
    axes: Any, rows: list[dict[str, Any]], number: int, label: str, limits: tuple[float, float]
) -> None:
    colour = _COLOURS[number % len(_COLOURS)]
    marker = MARKERS[number % len(MARKERS)]
    days = np.array([row["day"] for row in rows], dtype="datetime64[m]")
    days = days + np.timedelta64(round(number * _SPREAD * 24 * 60), "m")
    low = np.array([max(row["low"], limits[0]) for row in rows])
    high = np.array([min(row["high"], limits[1]) for row in rows])
    axes.fill_between(days, low, high, step="post", color=colour, alpha=0.2, linewidth=0)
    axes.step(days, low, where="post", color=colour, linewidth=1.5)
    for day, row in zip(days, rows, strict=True):
        _draw_reported(axes, day, row, limits, {"color": colour, "marker": marker})
    # One handle for the legend, whatever the days look like.
    axes.plot([], [], color=colour, marker=marker, label=label or "reported")


def _draw_reported(
    axes: Any, day: Any, row: dict[str, Any], limits: tuple[float, float], style: dict[str, str]
) -> None:
    low, high = max(row["reported_low"], limits[0]), min(row["reported_high"], limits[1])
    if low < high:
        axes.plot([day, day], [low, high], color=style["color"], linewidth=1, linestyle=":")
    face = style["color"] if row["agree"] and row["consistent"] else "white"
    ends = [(low, row["reported_low"], "v"), (high, row["reported_high"], "^")]
    for end, value, arrow in ends if low < high else ends[:1]:
        shape = style["marker"] if math.isfinite(value) else arrow
        axes.plot([day], [end], marker=shape, color=style["color"], markerfacecolor=face, linestyle="none")


def _label(axes: Any, timeline: Timeline, several: bool) -> None:
    of = " ".join(filter(None, [timeline.kind, timeline.group]))
    axes.set_title(of + (f" in {timeline.place}" if timeline.place else ""))
    axes.set_xlabel("day of the report")
    axes.set_ylabel(f"{timeline.kind} [{timeline.unit or 'no unit'}]")
    axes.grid(visible=True, axis="y", color=GREY, alpha=0.3)
    _ticks(axes, timeline)
    if several:
        axes.legend(title=", ".join(name for name in timeline.by if name != "day"))


def _ticks(axes: Any, timeline: Timeline) -> None:
    """Put ticks at whole days."""
    dates = optional("matplotlib.dates", "plots")
    days = timeline.table["day"].to_pylist() or [None]
    span = 0 if days[0] is None else (max(days) - min(days)).days
    locator = dates.DayLocator() if span <= _DAYS_NAMED else dates.AutoDateLocator(minticks=4, maxticks=10)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator))
