"""A toll over time: the band of what all days allow, and each day's reports as they are."""

from __future__ import annotations

import datetime as dt

import pytest

import pressgauge as pg

pytest.importorskip("pyarrow")
dates = pytest.importorskip("matplotlib.dates")
from pressgauge.plots import plot_timeline

FLOOD = [
    {"date": "2024-03-01", "text": "At least 12 people died in the flood in Leeds."},
    {"date": "2024-03-02", "text": "Police said 15 people were killed in Leeds."},
    {"date": "2024-03-02", "text": "Doctors said 17 people were killed in Leeds."},
    {"date": "2024-03-04", "text": "Doctors said 21 people were killed in Leeds."},
]


def toll(by="day"):
    return pg.read_corpus(FLOOD).timeline("killed", place="Leeds", by=by)


def number_of(day: int) -> float:
    return float(dates.date2num(dt.date(2024, 3, day)))


def reported(ax):
    """Where markers stand, which, and whether they are filled."""
    return [
        (
            float(dates.date2num(line.get_xdata()[0])),
            line.get_ydata()[0],
            line.get_marker(),
            line.get_markerfacecolor() == line.get_color(),
        )
        for line in ax.lines
        if len(line.get_xdata()) == 1 and line.get_marker() != "None"
    ]


def test_each_day_shows_its_reports_open_ones_as_arrows_disagreeing_ones_hollow():
    ax = plot_timeline(toll())
    drawn = reported(ax)
    assert drawn[0] == (number_of(1), 12, "o", True)
    assert (drawn[1][0], drawn[1][2]) == (number_of(1), "^")
    assert drawn[1][1] > 21
    assert drawn[2:4] == [(number_of(2), 15, "o", False), (number_of(2), 17, "o", False)]
    assert drawn[4] == (number_of(4), 21, "o", True)


def test_the_band_is_what_all_days_allow():
    (band,) = plot_timeline(toll()).collections
    corners = {tuple(corner) for corner in band.get_paths()[0].vertices.tolist()}
    assert {(number_of(1), 12.0), (number_of(1), 17.0), (number_of(2), 15.0), (number_of(4), 21.0)} <= corners


def test_axes_have_units_and_the_title_says_what_is_drawn():
    ax = plot_timeline(toll())
    assert (ax.get_title(), ax.get_xlabel(), ax.get_ylabel()) == (
        "killed in Leeds",
        "day of the report",
        "killed [persons]",
    )
    assert [each.get_text() for each in ax.texts] == [f"4 reports; pressgauge {pg.__version__}"]


def test_every_source_has_a_marker_and_a_place_in_the_legend():
    ax = plot_timeline(toll(["source", "day"]))
    assert [each.get_text() for each in ax.get_legend().get_texts()] == ["Doctors", "Police", "not told"]
    assert ax.get_legend().get_title().get_text() == "source"
    assert len(ax.collections) == 3
    assert len({marker for _, _, marker, _ in reported(ax) if marker != "^"}) == 3


def test_a_timeline_without_days_is_refused_with_what_to_do():
    with pytest.raises(pg.DomainError, match="a timeline by source has no days: make it with by="):
        plot_timeline(toll("source"))


def test_an_empty_timeline_is_an_empty_picture():
    plot_timeline(pg.read_corpus(FLOOD).timeline("injured")).figure.canvas.draw()
