"""What an article counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from pressgauge._core import DomainError
from pressgauge._given import expect_reading
from pressgauge.plots._drawing import (
    BLUE,
    GREY,
    VERMILLION,
    add_source,
    arrow_limits,
    axes_of,
    interval_ends,
    source_of,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from pressgauge.articles import Reading
    from pressgauge.figures import Count


def plot_figures(
    reading: Reading, ax: Axes | None = None, *, unit: str | None = None, source: str | None = None
) -> Axes:
    """Draw the counts of a reading: exact ones as points, ranges as bars, open bounds as arrows.

    Parameters
    ----------
    reading : Reading
        What `pressgauge.read` returned.
    ax : matplotlib Axes, optional
        By default those of a new figure.
    unit : str, optional
        Which counts: those of this unit (``"persons"``, ``"percent"``, …). By default the unit of most counts.
    source : str, optional
        The line under the axis; by default it names the article and pressgauge's version, ``""`` is none.

    Returns
    -------
    matplotlib Axes
        A row for each count, the first at the top, with its interval in words; ends that do not belong to an interval
        are hollow; counts whose mentions disagree are dashed and say so.

    Raises
    ------
    DomainError
        No count has the unit.
    ImportError
        matplotlib is not installed.
    """
    expect_reading(reading)
    axes = axes_of(ax)
    units = Counter(count.unit for count in reading.counts)
    if unit is not None and unit not in units:
        raise DomainError(f"no count has the unit {unit!r}; units are {', '.join(units) or 'none'}")
    chosen = unit if unit is not None else max(units, key=units.__getitem__, default="")
    counts = [count for count in reading.counts if count.unit == chosen]
    limits = arrow_limits(count.interval for count in counts)
    for row, count in enumerate(counts):
        _draw(axes, row, count, limits)
    _label_counts(axes, counts, chosen, len(reading.counts) - len(counts))
    add_source(axes, source_of(reading) if source is None else source)
    return axes


def _draw(axes: Any, row: int, count: Count, limits: tuple[float, float]) -> None:
    interval = count.interval
    colour = BLUE if count.agree else VERMILLION
    low, high = max(interval.low, limits[0]), min(interval.high, limits[1])
    if not interval.is_exact:
        line = "-" if count.agree else "--"
        axes.plot([low, high], [row, row], color=colour, linewidth=3, linestyle=line, gid=f"count{count.id}")
    for end, is_open, arrow in interval_ends(interval, low, high):
        marker = arrow or "o"
        face = "white" if is_open and not arrow else colour
        axes.plot(
            [end], [row], marker=marker, markersize=8, color=colour, markerfacecolor=face, linestyle="none"
        )
    # Small counts beside large ones have no place that can be read off the axis. The words lie towards the middle.
    side = "left" if (low + high) < sum(limits) else "right"
    at = low if side == "left" else high
    axes.annotate(
        str(interval), (at, row), (0, 7), textcoords="offset points", ha=side, va="bottom", fontsize="small"
    )


def _label_counts(axes: Any, counts: list[Count], unit: str, others: int) -> None:
    axes.set_yticks(range(len(counts)), [_name(count) for count in counts])
    axes.set_ylim(max(len(counts), 1) - 0.5, -0.5)
    axes.set_xlabel(f"count [{unit or 'no unit'}]")
    axes.set_title("Counts" + (f" ({others} in other units not shown)" if others else ""))
    axes.grid(visible=True, axis="x", color=GREY, alpha=0.3)


def _name(count: Count) -> str:
    status = "" if count.status == "asserted" else f" ({count.status})"
    apart = "" if count.agree else "\nmentions disagree"
    return f"{count.kind} {count.group or ''}".rstrip() + status + apart
