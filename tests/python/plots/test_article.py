from __future__ import annotations

import hashlib

import pytest

import pressgauge as pg
from articles.samples import APART, clashes

pytest.importorskip("matplotlib")
from pressgauge.plots import plot_figures, plot_sentiment

BOUNDED = "The clashes injured at least 50 protesters, fewer than 20 officers and 30 to 40 peacekeepers, and killed 5 people."


def markers(ax, row: int) -> list[tuple[float, str, bool]]:
    """Position, marker, and whether it is filled."""
    return [
        (line.get_xdata()[0], line.get_marker(), line.get_markerfacecolor() == line.get_color())
        for line in ax.lines
        if len(line.get_xdata()) == 1 and line.get_ydata()[0] == row
    ]


def labels(ax) -> list[str]:
    return [each.get_text() for each in ax.get_yticklabels()]


def sources(ax) -> list[str]:
    return [each.get_text() for each in ax.texts if each.get_gid() == "source"]


def test_exact_counts_are_points_bounds_are_arrows_ranges_are_bars() -> None:
    ax = plot_figures(pg.read(BOUNDED))
    assert labels(ax) == ["injured protesters", "injured officers", "injured peacekeepers", "killed people"]
    assert markers(ax, 0)[0] == (50, "o", True)
    assert markers(ax, 0)[1][0] > 50
    assert markers(ax, 0)[1][1] == ">"
    assert markers(ax, 1) == [(0, "o", True), (20, "o", False)]
    assert markers(ax, 2) == [(30, "o", True), (40, "o", True)]
    assert markers(ax, 3) == [(5, "o", True)]
    assert ax.get_xlabel() == "count [persons]"
    assert [each.get_text() for each in ax.texts[:-1]] == ["[50, ∞)", "[0, 20)", "[30, 40]", "5"]


def test_intervals_are_written_inside_the_axes() -> None:
    ax = plot_figures(pg.read(BOUNDED))
    ax.figure.canvas.draw()
    inside = ax.get_window_extent()
    for words in ax.texts[:-1]:
        box = words.get_window_extent()
        assert inside.x0 <= box.x0, words.get_text()
        assert box.x1 <= inside.x1, words.get_text()


def test_other_units_are_said_to_be_left_out_and_can_be_asked_for() -> None:
    reading = clashes()
    assert "2 in other units not shown" in plot_figures(reading).get_title()
    ax = plot_figures(reading, unit="percent")
    assert ax.get_xlabel() == "count [percent]"
    assert markers(ax, 0) == [(0, "o", True), (3.5, "o", False)]
    with pytest.raises(
        pg.DomainError, match="no count has the unit 'votes'; units are persons, percent, towns"
    ):
        plot_figures(reading, unit="votes")


def test_counts_that_disagree_are_dashed_and_say_so() -> None:
    ax = plot_figures(pg.read(APART))
    assert ax.lines[0].get_linestyle() == "--"
    assert labels(ax) == ["injured protesters\nmentions disagree"]


def test_planned_counts_say_so() -> None:
    assert "deployed troops (planned)" in labels(plot_figures(clashes()))


def test_sentiment_has_two_bars_for_each_sentence_and_a_line() -> None:
    reading = clashes()
    ax = plot_sentiment(reading)
    tones = reading.sentiment.sentences
    narration, quotation = ax.containers
    assert [bar.get_height() for bar in narration] == [tone.narration for tone in tones]
    assert [bar.get_height() for bar in quotation] == [tone.quotation for tone in tones]
    assert list(ax.lines[0].get_ydata()) == [tone.raw for tone in tones]
    assert ax.get_ylabel() == "tone before calibration [1]"
    assert [each.get_text() for each in ax.get_legend().get_texts()] == [
        "all words, with events",
        "narration",
        "quotation",
    ]


@pytest.mark.parametrize("plot", [plot_figures, plot_sentiment])
def test_plots_draw_into_the_axes_that_they_are_given(plot) -> None:
    figure, ax = pytest.importorskip("matplotlib.pyplot").subplots()
    assert plot(clashes(), ax) is ax
    figure.canvas.draw()


@pytest.mark.parametrize("plot", [plot_figures, plot_sentiment])
def test_the_line_under_the_axis_says_where_the_numbers_are_from(plot) -> None:
    reading = pg.read("Two people died.", title="Fire", published="2024-03-01")
    (line,) = sources(plot(reading))
    sha = hashlib.sha256(b"Two people died.").hexdigest()[:8]
    assert line == f"Fire, 2024-03-01, text {sha}; pressgauge {pg.__version__}"
    assert sources(plot(reading, source="The Daily")) == ["The Daily"]
    assert sources(plot(reading, source="")) == []


@pytest.mark.parametrize("plot", [plot_figures, plot_sentiment])
def test_empty_reading_has_an_empty_plot(plot) -> None:
    plot(pg.read("")).figure.canvas.draw()
