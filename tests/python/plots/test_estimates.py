"""Forest plots, seats and fingerprints: what is drawn is what was estimated."""

from __future__ import annotations

import math

import numpy as np
import pytest

import pressgauge as pg
from pressgauge import Interval, stats

pytest.importorskip("matplotlib")
from pressgauge.plots import plot_fingerprint, plot_ratio, plot_seats

OPEN = Interval(50, math.inf, high_open=True)


def bars(ax, row: int) -> list[tuple[float, float, float]]:
    """Low end, high end and width of the bars of a row."""
    return [
        (*line.get_xdata(), line.get_linewidth())
        for line in ax.lines
        if line.get_gid() is None and len(line.get_xdata()) == 2 and line.get_ydata()[0] == row
    ]


def points(ax, row: int) -> list[tuple[float, str]]:
    return [
        (line.get_xdata()[0], line.get_marker())
        for line in ax.lines
        if len(line.get_xdata()) == 1 and line.get_ydata()[0] == row
    ]


def test_an_estimate_is_a_point_with_its_interval():
    ratio = stats.injury_ratio(52, 30)
    ax = plot_ratio({"Leeds": ratio})
    assert bars(ax, 0)[1] == (ratio.low, ratio.high, 1.5)
    assert points(ax, 0) == [(ratio.estimate, "s")]
    assert [each.get_text() for each in ax.get_yticklabels()] == ["Leeds"]
    assert ax.get_xscale() == "log"
    assert ax.get_xlabel() == "ratio [1]"


def test_what_reports_only_bound_is_a_bar_without_a_point():
    bounded = stats.identified_ratio(Interval(50, 60), 20)
    ax = plot_ratio({"bounds": bounded})
    assert bars(ax, 0) == [(2.5, 3, 5)]
    assert points(ax, 0) == []


def test_ends_beyond_the_axis_are_arrows():
    ax = plot_ratio({"open": stats.injury_ratio(OPEN, 30), "none": stats.injury_ratio(0, 12)})
    right = ax.get_xlim()[1]
    assert (right, ">") in points(ax, 0)
    assert (ax.get_xlim()[0], "<") in points(ax, 1)
    assert all(ax.get_xlim()[0] <= low <= high <= right for row in (0, 1) for low, high, _ in bars(ax, row))


def test_the_pooled_estimate_is_a_diamond_below():
    pooled = stats.injury_ratio(120, 80)
    ax = plot_ratio({"a": stats.injury_ratio(52, 30), "b": stats.injury_ratio(68, 50)}, pooled=pooled)
    assert points(ax, 2) == [(pooled.estimate, "D")]
    assert [each.get_text() for each in ax.get_yticklabels()] == ["a", "b", "pooled"]


def test_differences_have_a_plain_axis_and_their_own_reference():
    ax = plot_ratio({"a": stats.proportion(3, 10)}, log=False, reference=0, label="share [1]")
    (line,) = [line for line in ax.lines if line.get_gid() == "reference"]
    assert list(line.get_xdata()) == [0, 0]
    assert (ax.get_xscale(), ax.get_xlabel()) == ("linear", "share [1]")


@pytest.mark.parametrize(
    ("estimates", "told"),
    [
        ({}, "there is no estimate"),
        ({"many": stats.proportion([1, 2], [3, 4])}, "'many' is a column of 2 estimates"),
        ({"zero": stats.identified(0)}, "no estimate has a finite number above 0 for a logarithmic axis"),
    ],
)
def test_what_cannot_be_drawn_is_refused(estimates, told):
    with pytest.raises(pg.DomainError, match=told):
        plot_ratio(estimates)


def test_seats_are_bars_with_the_majority():
    ax = plot_seats(stats.allocate_seats([340, 280, 160, 60], 7), ["A", "B", "C", "D"])
    assert [bar.get_width() for bar in ax.patches] == [3, 3, 1, 0]
    assert [each.get_text() for each in ax.get_yticklabels()] == ["A", "B", "C", "D"]
    (line,) = [line for line in ax.lines if line.get_gid() == "majority"]
    assert line.get_xdata()[0] == 4
    assert ax.get_xlabel() == "seats [count]"


def test_seats_that_a_lot_decides_are_hatched_and_say_so():
    ax = plot_seats(stats.allocate_seats([340, 280, 160, 60], 7))
    assert not any(bar.get_hatch() for bar in ax.patches)
    assert not any("lot" in each.get_text() for each in ax.texts)
    tied = stats.allocate_seats([100, 100, 50], 4, "sainte_lague")
    assert any(tied.tied)
    ax = plot_seats(tied)
    assert [bool(bar.get_hatch()) for bar in ax.patches] == list(tied.tied)
    assert ["(lot)" in each.get_text() for each in ax.texts[:3]] == list(tied.tied)


@pytest.mark.parametrize(
    ("votes", "parties", "told"),
    [
        ([[3, 2], [4, 1]], None, "the allocation is of 2 elections"),
        ([3, 2], ["A"], "parties has 1 names, the allocation has 2 parties"),
        ([math.nan, 2], None, "gives no seats here: missing"),
    ],
)
def test_seats_that_cannot_be_drawn_are_refused(votes, parties, told):
    with pytest.raises(pg.DomainError, match=told):
        plot_seats(stats.allocate_seats(votes, 3), parties)


def test_a_fingerprint_is_an_image_of_its_bins_empty_ones_left_out():
    found = stats.fingerprint([50, 60, 60], [100, 100, 100], [30, 20, 20])
    ax = plot_fingerprint(found)
    (image,) = ax.images
    assert np.array_equal(image.get_array().filled(0), found.counts.T)
    assert image.get_array().mask.sum() == found.counts.size - 2
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("turnout [1]", "winner's share [1]")
    assert "3 units" in ax.get_title()
    assert found.plot() is not None


def test_what_is_none_of_theirs_is_not_drawn():
    ratio = stats.count_ratio(3, 4)
    for call, told in (
        (lambda: plot_ratio([ratio]), "estimates must be a Mapping"),
        (lambda: plot_ratio({"a": 3}), r"estimates\['a'\] must be an Estimate, not 3"),
        (lambda: plot_ratio({"a": ratio}, ax=3), "ax must be an Axes, not 3"),
        (lambda: plot_ratio({"a": ratio}, source=np.zeros(0)), "source must be a str"),
        (lambda: plot_seats(3), "allocation must be an Allocation, not 3"),
        (lambda: plot_fingerprint(3), "fingerprint must be a Fingerprint, not 3"),
    ):
        with pytest.raises(TypeError, match=told):
            call()
    with pytest.raises(pg.DomainError, match="reference is 0, expected a number above 0"):
        plot_ratio({"a": ratio}, reference=0)
